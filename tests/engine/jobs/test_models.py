"""What the window asks for models, done by a real engine process, from a hub on this machine."""

import shutil
import signal
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from engine.checkpoints.download.leftovers import Unfinished, unfinished
from engine.checkpoints.download.staging import Staging
from engine.checkpoints.download.turn import take
from engine.checkpoints.download.values import Fetching
from engine.checkpoints.origin import read_origin
from engine.jobs.models import told
from engine.protocol import (
    Cancel,
    Cancelled,
    ClearDownload,
    Event,
    Failed,
    FetchModel,
    Finished,
    Heartbeat,
    ImportModel,
    ModelBrought,
    ModelProgress,
    ModelVerified,
    Pause,
    Ready,
    RemoveModel,
    Resume,
    VerifyModel,
)
from tests.support.checkpoints import RECIPES, write_pt
from tests.support.engine_child import Child, engine_child
from tests.support.local_hub import Fault, LocalHub, folder_of
from tests.support.synthetic import EMBEDDED, needs_embedded

FILES = ("config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")


@pytest.fixture
def hub(byte_model: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub({"someone/mini": folder_of(byte_model)}) as made:
        monkeypatch.setenv("HF_ENDPOINT", made.address)
        yield made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sotto's folder of models, which isn't there yet."""
    monkeypatch.setenv("SOTTO_MODELS", str(tmp_path / "models"))
    return tmp_path / "models"


@pytest.fixture
def child(folder: Path, hub: LocalHub, tmp_path: Path) -> Iterator[Child]:
    assert not folder.exists()
    assert hub.sent == 0
    with engine_child(tmp_path) as child:
        assert isinstance(child.next(), Ready)
        yield child


def failure(events: list[Event]) -> tuple[str, str]:
    """Return the kind and the message of a job that failed."""
    assert isinstance(events[-1], Failed)
    return events[-1].kind, events[-1].message


def held(child: Child, hub: LocalHub, folder: Path, job: int) -> Path:
    """Begin a download that the server holds after 200,000 bytes of the weights; return what is here of them."""
    hub.misbehave("model.safetensors", Fault(hold=200_000))
    child.send(FetchModel(job, "someone/mini", str(folder)))
    assert hub.held.wait(60)
    part = Staging(folder, "mini").files / "model.safetensors.part"
    for _ in range(3000):
        if part.is_file() and part.stat().st_size >= 190_000:
            return part
        time.sleep(0.02)
    pytest.fail(f"{part} never came")


def test_a_model_is_fetched_and_the_next_request_for_it_asks_nobody(
    child: Child, hub: LocalHub, folder: Path, tmp_path: Path
) -> None:
    events = child.do(FetchModel(1, "someone/mini", str(folder)))
    assert events[-2:] == [ModelBrought(1, str(folder / "mini")), Finished(1)]
    progress = [event for event in events if isinstance(event, ModelProgress)]
    total = sum(len(content) for content in hub.repositories["someone/mini"].values())
    assert (progress[-1].activity, progress[-1].done, progress[-1].total) == ("fetching", total, total)
    assert sorted(path.name for path in (folder / "mini").iterdir()) == sorted([*FILES, "sotto.json"])
    assert (tmp_path / "sotto" / "known-files.json").is_file()
    assert "libtorch" not in Path(f"/proc/{child.process.pid}/maps").read_text()
    hub.paths.clear()
    assert child.do(FetchModel(2, "someone/mini", str(folder))) == [
        *(ModelBrought(2, str(folder / "mini")), Finished(2)),
    ]
    assert hub.paths == []
    assert child.do(FetchModel(3, "someone/mini", str(folder), replace=True))[-1] == Finished(3)
    assert hub.paths


def test_a_download_rests_and_goes_on_where_it_was(child: Child, hub: LocalHub, folder: Path) -> None:
    held(child, hub, folder, 1)
    child.send(Pause(1))
    while child.next() != Heartbeat(1, resting=True):
        pass
    hub.go_on.set()
    assert [child.next() for _ in range(2)] == [Heartbeat(1, resting=True)] * 2
    assert not (folder / "mini").exists()
    child.send(Resume(1))
    assert child.until_end(1)[-2:] == [ModelBrought(1, str(folder / "mini")), Finished(1)]
    assert hub.sent == sum(len(content) for content in hub.repositories["someone/mini"].values())


def test_a_cancel_ends_it_while_the_server_is_silent_and_who_knows_the_folder_goes_on(
    child: Child, hub: LocalHub, folder: Path
) -> None:
    held(child, hub, folder, 1)
    (found,) = unfinished(folder)
    assert (found.name, found.source, found.busy) == ("mini", "someone/mini", True)
    child.send(Cancel(1))
    events = child.until_end(1)  # the server says nothing more for a minute, and is given up after half of one
    assert events[-1] == Cancelled(1)
    assert not [event for event in events if isinstance(event, ModelProgress) and event.activity == "retrying"]
    hub.go_on.set()
    (found,) = unfinished(folder)
    assert found.size >= 190_000
    assert found == Unfinished("mini", "someone/mini", found.size, busy=False)
    assert child.do(FetchModel(2, found.source, str(folder)))[-1] == Finished(2)
    assert hub.ranges("model.safetensors")[1].startswith("bytes=")
    assert unfinished(folder) == ()


def test_a_download_that_rests_can_be_cancelled(child: Child, hub: LocalHub, folder: Path) -> None:
    held(child, hub, folder, 1)
    child.send(Pause(1))
    while child.next() != Heartbeat(1, resting=True):
        pass
    child.send(Cancel(1))
    assert child.until_end(1)[-1] == Cancelled(1)


def test_a_wait_for_the_list_can_be_cancelled(child: Child, hub: LocalHub, folder: Path) -> None:
    hub.misbehave("revision", Fault(hold=0))
    child.send(FetchModel(1, "someone/mini", str(folder)))
    assert hub.held.wait(60)
    child.send(Cancel(1))
    assert child.until_end(1) == [Cancelled(1)]


def test_after_a_kill_the_folder_tells_what_is_unfinished(
    child: Child, hub: LocalHub, folder: Path, tmp_path: Path
) -> None:
    part = held(child, hub, folder, 1)
    child.process.send_signal(signal.SIGKILL)
    child.process.wait()
    (found,) = unfinished(folder)
    assert (found.name, found.source, found.busy) == ("mini", "someone/mini", False)
    assert found.size >= part.stat().st_size
    hub.go_on.set()
    with engine_child(tmp_path) as after:
        assert isinstance(after.next(), Ready)
        assert after.do(FetchModel(1, found.source, str(folder)))[-1] == Finished(1)
    assert hub.ranges("model.safetensors")[1].startswith("bytes=")
    assert read_origin(folder / "mini") is not None


def test_what_cannot_be_fetched_fails_with_its_kind_and_is_installed_by_nobody(
    child: Child, hub: LocalHub, folder: Path
) -> None:
    assert failure(child.do(FetchModel(1, "colossal", str(folder))))[0] == "options"
    kind, message = failure(child.do(FetchModel(2, "someone/else", str(folder))))
    assert (kind, message[:44]) == ("model", "127.0.0.1 has no someone/else (status 404), ")
    hub.misbehave("model.safetensors", Fault(status=404))
    assert failure(child.do(FetchModel(3, "someone/mini", str(folder))))[0] == "model"
    weights = hub.repositories["someone/mini"]["model.safetensors"]
    hub.misbehave("model.safetensors", Fault(body=weights[:-1] + bytes([weights[-1] ^ 1])))
    kind, message = failure(child.do(FetchModel(4, "someone/mini", str(folder))))
    assert (kind, message[:46]) == ("network", "model.safetensors came with another checksum t")
    assert not (folder / "mini").exists()


def test_a_broken_connection_is_told_as_trouble(child: Child, hub: LocalHub, folder: Path) -> None:
    hub.misbehave("model.safetensors", Fault(cut=100_000))
    events = child.do(FetchModel(1, "someone/mini", str(folder)))
    troubles = [event.trouble for event in events if isinstance(event, ModelProgress) and event.activity == "retrying"]
    assert troubles == ["the connection to 127.0.0.1 ended before model.safetensors did"]
    assert events[-1] == Finished(1)


def test_numbers_are_told_five_times_a_second_and_every_change_at_once() -> None:
    def work() -> Generator[Fetching, None, Path]:
        yield Fetching("checking", "a", 0, 100)
        for done in (1, 2, 3):
            yield Fetching("fetching", "a", done, 100)
        yield Fetching("retrying", "a", 3, 100, trouble="it broke")
        yield Fetching("retrying", "a", 3, 100, trouble="it broke again")
        yield Fetching("fetching", "a", 4, 100, 50, 1_920)
        yield Fetching("fetching", "a", 100, 100, 50, 0)
        return Path("/models/a")

    clock = iter([10.0, 10.1, 10.2, 10.35, 10.4, 10.41, 10.42, 10.43])
    assert list(told(7, work(), lambda: next(clock))) == [
        ModelProgress(7, "checking", 0, 100),
        ModelProgress(7, "fetching", 1, 100),
        ModelProgress(7, "fetching", 3, 100),
        ModelProgress(7, "retrying", 3, 100, trouble="it broke"),
        ModelProgress(7, "retrying", 3, 100, trouble="it broke again"),
        ModelProgress(7, "fetching", 4, 100, 50, 1_920),
        ModelProgress(7, "fetching", 100, 100, 50, 0),
    ]


def test_a_model_is_as_it_came_until_a_byte_of_it_is_changed(child: Child, folder: Path, byte_model: Path) -> None:
    child.do(FetchModel(1, "someone/mini", str(folder)))
    assert child.do(VerifyModel(2, str(folder / "mini"))) == [ModelVerified(2, 5, ()), Finished(2)]
    weights = folder / "mini" / "model.safetensors"
    content = weights.read_bytes()
    weights.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    (folder / "mini" / "tokenizer.json").unlink()
    assert child.do(VerifyModel(3, str(folder / "mini")))[0] == ModelVerified(
        3, 5, ("tokenizer.json is missing", "model.safetensors isn't what it was as it came")
    )
    assert child.do(VerifyModel(4, str(byte_model)))[0] == ModelVerified(4, 0, ())
    assert failure(child.do(VerifyModel(5, str(folder / "gone"))))[0] == "model"


def test_a_model_of_sottos_is_removed_and_no_other(child: Child, folder: Path, byte_model: Path) -> None:
    shutil.copytree(byte_model, folder / "mini")
    own = (str(folder),)
    assert child.do(RemoveModel(1, str(folder / "mini"), own)) == [Finished(1)]
    assert list(folder.iterdir()) == []
    kind, message = failure(child.do(RemoveModel(2, str(byte_model), own)))
    assert kind == "model"
    assert "lies outside of Sotto's folders of models" in message
    assert (byte_model / "config.json").is_file()
    assert failure(child.do(RemoveModel(3, str(EMBEDDED), own)))[1].endswith("comes with Sotto and stays.")


def test_what_came_of_a_download_is_cleared_unless_somebody_is_at_work_on_it(child: Child, folder: Path) -> None:
    place = Staging(folder, "mini")
    place.files.mkdir(parents=True)
    (folder / "whole").mkdir()
    end = take(place.lock)
    assert end is not None
    assert failure(child.do(ClearDownload(1, str(folder), "mini")))[0] == "model"
    end()
    for job, name in enumerate(("mini", "mini", "../whole", "whole"), 2):
        assert child.do(ClearDownload(job, str(folder), name)) == [Finished(job)]
    assert [path.name for path in folder.iterdir()] == ["whole"]


@needs_embedded
def test_a_folder_is_imported_and_is_from_then_on_as_it_came(child: Child, folder: Path) -> None:
    assert child.do(ImportModel(1, str(EMBEDDED), str(folder))) == [
        *(ModelBrought(1, str(folder / "sotto-mini")), Finished(1)),
    ]
    (verified, _) = child.do(VerifyModel(2, str(folder / "sotto-mini")))
    assert isinstance(verified, ModelVerified)
    assert (verified.files > 2, verified.problems) == (True, ())
    kind, message = failure(child.do(ImportModel(3, str(EMBEDDED), str(folder))))
    assert (kind, "is there already" in message) == ("model", True)


def test_a_file_that_nobody_published_is_imported_only_if_it_is_trusted(
    child: Child, folder: Path, tmp_path: Path
) -> None:
    own = write_pt(tmp_path / "own.pt", RECIPES["byte"])
    kind, message = failure(child.do(ImportModel(1, str(own), str(folder))))
    assert (kind, message.startswith(f"{own} is none of the files that OpenAI published")) == ("untrusted", True)
    assert not folder.exists()
    assert child.do(ImportModel(2, str(own), str(folder), trusted=True))[0] == ModelBrought(2, str(folder / "own"))
    assert (folder / "own" / "model.safetensors").is_file()
    assert child.do(VerifyModel(3, str(folder / "own")))[0] == ModelVerified(3, 7, ())
    assert failure(child.do(ImportModel(4, str(tmp_path / "gone"), str(folder))))[0] == "model"
