"""`sotto models get`, in processes of its own, from a hub on this machine."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.bad_input import SMALL_FILES, disks_can_be_made
from tests.support.command_line import environment, sotto
from tests.support.local_hub import Fault, LocalHub, folder_of

Start = Callable[..., subprocess.Popen[str]]

MOUNT = "mkdir data && mount -t tmpfs -o size=4m small data"
OWN_DISK = ("unshare", "--user", "--map-root-user", "--mount", "bash", "-c", f'{MOUNT} && exec "$@"', "limited")


@pytest.fixture
def hub(byte_model: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    """A hub that the environment names, with a model under its own and under a published name."""
    files = folder_of(byte_model)
    monkeypatch.delenv("SOTTO_MODELS", raising=False)
    with LocalHub({"someone/mini": files, "openai/whisper-large-v3-turbo": files}) as made:
        monkeypatch.setenv("HF_ENDPOINT", made.address)
        yield made


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return a function that begins a command line and doesn't wait for its end."""
    begun: list[subprocess.Popen[str]] = []

    def run(*arguments: str, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
        command = [*before, sys.executable, "-m", "engine", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        begun.append(subprocess.Popen(command, env=environment(tmp_path), cwd=tmp_path, **pipes))  # type: ignore[call-overload]
        return begun[-1]

    yield run
    for process in begun:
        process.kill()
        process.communicate()


def models(home: Path) -> Path:
    return home / "data" / "sotto" / "models"


def wait_for_part(hub: LocalHub, home: Path, size: int) -> int:
    """Wait until so many bytes of the large file lie on the disk; return how many do."""
    part = models(home) / ".downloads" / "mini" / "model.safetensors.part"
    assert hub.held.wait(60)
    for _ in range(3000):
        if part.is_file() and part.stat().st_size >= size:
            return part.stat().st_size
        time.sleep(0.02)
    pytest.fail(f"{part} never had {size} bytes")


@pytest.mark.usefixtures("hub")
def test_a_repository_becomes_a_model_that_has_a_name(tmp_path: Path) -> None:
    ran = sotto("models", "get", "someone/mini", home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("someone/mini: ")
    assert ran.out.endswith(f" MB -> {models(tmp_path)}/mini\n")
    assert any(line.split()[:1] == ["mini"] for line in sotto("models", home=tmp_path).out.splitlines())


def test_a_model_that_others_trained_is_known_by_its_short_name(hub: LocalHub, tmp_path: Path) -> None:
    hub.repositories["KBLab/kb-whisper-tiny"] = hub.repositories["someone/mini"]
    assert sotto("models", "get", "kb-whisper-tiny", "--quiet", home=tmp_path).code == 0
    assert (models(tmp_path) / "kb-whisper-tiny" / "sotto.json").is_file()


@pytest.mark.usefixtures("hub")
def test_a_published_model_is_known_by_its_short_name(tmp_path: Path) -> None:
    ran = sotto("models", "get", "turbo", "--model-dir", "here", "--quiet", home=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "here" / "whisper-large-v3-turbo" / "config.json").is_file()


def test_a_model_that_is_here_is_not_asked_for_again(hub: LocalHub, tmp_path: Path) -> None:
    sotto("models", "get", "someone/mini", home=tmp_path)
    hub.paths.clear()
    ran = sotto("models", "get", f"{hub.address}/someone/mini", home=tmp_path)
    assert (ran.code, ran.out) == (0, f"{models(tmp_path)}/mini is here already; --force fetches it anew.\n")
    assert hub.paths == []
    assert sotto("models", "get", "someone/mini", "--force", home=tmp_path).code == 0
    assert hub.paths


@pytest.mark.usefixtures("hub")
def test_the_first_folder_of_the_environment_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOTTO_MODELS", f"{tmp_path / 'shared'}{os.pathsep}{tmp_path / 'other'}")
    assert sotto("models", "get", "someone/mini", home=tmp_path).code == 0
    assert (tmp_path / "shared" / "mini" / "config.json").is_file()


@pytest.mark.parametrize(
    ("wish", "code", "said"),
    [
        ("colossal", 2, "No model is called 'colossal': name a repository as OWNER/NAME, or one of tiny.en, tiny"),
        ("someone/else", 1, "127.0.0.1 has no someone/else (status 404)"),
        ("../../etc", 2, "No model is called '../../etc'"),
    ],
)
@pytest.mark.usefixtures("hub")
def test_what_is_no_model_is_told_in_one_line(tmp_path: Path, wish: str, code: int, said: str) -> None:
    ran = sotto("models", "get", wish, home=tmp_path)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert ran.err.startswith(f"sotto: {said}")


def test_a_broken_connection_is_told_and_the_model_comes_all_the_same(hub: LocalHub, tmp_path: Path) -> None:
    hub.misbehave("model.safetensors", Fault(cut=100_000))
    ran = sotto("models", "get", "someone/mini", home=tmp_path)
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert ran.err == "sotto: the connection to 127.0.0.1 ended before model.safetensors did: trying again.\n"


def test_a_run_that_was_killed_is_gone_on_with(hub: LocalHub, tmp_path: Path, start: Start, byte_model: Path) -> None:
    hub.misbehave("model.safetensors", Fault(hold=200_000))
    killed = start("models", "get", "someone/mini")
    wait_for_part(hub, tmp_path, 190_000)
    killed.kill()
    killed.wait()
    hub.go_on.set()
    ran = sotto("models", "get", "someone/mini", home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert {path.name: path.read_bytes() for path in byte_model.iterdir()}.items() <= {
        path.name: path.read_bytes() for path in (models(tmp_path) / "mini").iterdir()
    }.items()
    first, second = hub.ranges("model.safetensors")
    assert first == ""
    assert int(second.removeprefix("bytes=").rstrip("-")) >= 190_000


def test_ctrl_c_ends_it_and_keeps_what_has_come(hub: LocalHub, tmp_path: Path, start: Start) -> None:
    hub.misbehave("model.safetensors", Fault(hold=200_000))
    stopped = start("models", "get", "someone/mini")
    wait_for_part(hub, tmp_path, 190_000)
    stopped.send_signal(signal.SIGINT)
    assert (*stopped.communicate(timeout=60), stopped.returncode) == ("", "", 130)
    assert wait_for_part(hub, tmp_path, 200_000) == 200_000


def test_two_who_ask_for_one_model_cause_one_download(hub: LocalHub, start: Start) -> None:
    hub.misbehave("model.safetensors", Fault(hold=200_000))
    first = start("models", "get", "someone/mini")
    assert hub.held.wait(60)
    second = start("models", "get", "someone/mini")
    assert second.stderr is not None
    assert second.stderr.readline() == "sotto: Another process is fetching it: waiting for that one.\n"
    hub.go_on.set()
    for process in (first, second):
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert hub.sent == sum(len(content) for content in hub.repositories["someone/mini"].values())


def test_who_waits_takes_over_if_the_other_is_killed(hub: LocalHub, tmp_path: Path, start: Start) -> None:
    hub.misbehave("model.safetensors", Fault(hold=200_000))
    first = start("models", "get", "someone/mini")
    wait_for_part(hub, tmp_path, 190_000)
    second = start("models", "get", "someone/mini")
    assert second.stderr is not None
    second.stderr.readline()
    first.kill()
    second.communicate(timeout=60)
    assert second.returncode == 0
    assert hub.ranges("model.safetensors")[1].startswith("bytes=")
    assert hub.sent <= 1.05 * sum(len(content) for content in hub.repositories["someone/mini"].values())


@pytest.mark.usefixtures("hub")
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_installed(tmp_path: Path) -> None:
    ran = sotto("models", "get", "someone/mini", home=tmp_path, before=SMALL_FILES)
    assert (ran.code, ran.out) == (1, "")
    assert "/mini/tokenizer.json can't be written: the file would be bigger than this disk or system allows" in ran.err
    assert not (models(tmp_path) / "mini").exists()
    assert sotto("models", "get", "someone/mini", home=tmp_path).code == 0


def test_a_disk_that_is_full_midway_is_told(hub: LocalHub, tmp_path: Path, start: Start) -> None:
    if not disks_can_be_made():
        pytest.skip("this machine lets no user mount a disk")
    hub.misbehave("model.safetensors", Fault(hold=200_000))
    running = start("models", "get", "someone/mini", before=OWN_DISK)
    assert hub.held.wait(60)
    with suppress(OSError), Path(f"/proc/{running.pid}/root{tmp_path}/data/filler").open("wb", 0) as filler:
        while True:
            filler.write(bytes(4096))  # until the disk, which only that process sees, is full
    hub.go_on.set()
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (1, "")
    assert "mini/model.safetensors can't be written: the disk is full: make room, and get the model again" in err
