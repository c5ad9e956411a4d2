"""`sotto models remove`: what it removes, and what it never does."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.checkpoints.origin import Origin, write_origin
from engine.paths import embedded_models
from tests.support.command_line import environment, sotto
from tests.support.synthetic import needs_embedded


@pytest.fixture
def models(byte_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sotto's folder of models with the model mini in it, and an unfinished download."""
    monkeypatch.delenv("SOTTO_MODELS", raising=False)
    folder = tmp_path / "data" / "sotto" / "models"
    shutil.copytree(byte_model, folder / "mini")
    (folder / ".downloads" / "part").mkdir(parents=True)
    (folder / ".downloads" / "part" / "model.safetensors.part").write_bytes(bytes(2_000_000))
    return folder


def answered(answer: bytes, *arguments: str, home: Path) -> tuple[int, str]:
    """Run at a terminal where somebody types `answer`; return exit code and stdout."""
    ours, theirs = pty.openpty()
    os.write(ours, answer)
    command = [sys.executable, "-m", "engine", *arguments]
    ran = subprocess.run(command, env=environment(home), cwd=home, stdin=theirs, capture_output=True, check=False)
    os.close(ours)
    os.close(theirs)
    return ran.returncode, ran.stdout.decode()


def test_a_model_is_removed_whole_if_nobody_is_to_be_asked(models: Path, tmp_path: Path) -> None:
    ran = sotto("models", "remove", "mini", "--yes", home=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, f"{models}/mini is gone: 2 MB.\n", "")
    assert [path.name for path in models.iterdir()] == [".downloads"]


def test_without_a_terminal_nothing_is_removed_unasked(models: Path, tmp_path: Path) -> None:
    ran = sotto("models", "remove", "mini", home=tmp_path)
    assert (ran.code, ran.err) == (2, f"sotto: Remove {models}/mini (2 MB)? Nobody is here to answer: give --yes.\n")
    assert (models / "mini" / "config.json").is_file()


def test_at_a_terminal_the_answer_counts(models: Path, tmp_path: Path) -> None:
    code, out = answered(b"n\n", "models", "remove", "mini", home=tmp_path)
    assert (code, out) == (1, f"Remove {models}/mini (2 MB)? [y/N]: ")
    assert (models / "mini").is_dir()
    assert answered(b"y\n", "models", "remove", "mini", home=tmp_path)[0] == 0
    assert not (models / "mini").exists()


def test_a_file_goes_with_the_folder_that_it_was_fetched_into(models: Path, tmp_path: Path) -> None:
    (models / "tiny").mkdir()
    (models / "tiny" / "tiny.pt").touch()
    (models / "tiny" / "tokenizer.json").touch()
    write_origin(models / "tiny", Origin("https://example.org/tiny.pt", "", ()))
    assert sotto("models", "remove", "tiny", "-y", "-q", home=tmp_path).code == 0
    assert not (models / "tiny").exists()


@pytest.mark.usefixtures("models")
def test_a_folder_elsewhere_stays(byte_model: Path, tmp_path: Path) -> None:
    ran = sotto("models", "remove", byte_model, "--yes", home=tmp_path)
    assert ran.code == 1
    assert ran.err.startswith(f"sotto: {byte_model} lies outside of Sotto's folders of models (")
    assert (byte_model / "config.json").is_file()


@needs_embedded
def test_the_embedded_model_stays(tmp_path: Path) -> None:
    ran = sotto("models", "remove", "sotto-mini", "--yes", home=tmp_path)
    assert (ran.code, ran.err) == (1, f"sotto: {embedded_models()}/sotto-mini comes with Sotto and stays.\n")
    assert (embedded_models() / "sotto-mini" / "config.json").is_file()


def test_what_is_no_model_stays(models: Path, tmp_path: Path) -> None:
    for name in ("letters", ".downloads"):
        (models / name).mkdir(exist_ok=True)
        ran = sotto("models", "remove", models / name, "--yes", home=tmp_path)
        assert (ran.code, ran.err) == (
            1,
            f"sotto: {models}/{name} is no model: name one that is listed.\n",
        )
        assert (models / name).is_dir()


def test_leftovers_go_and_models_stay(models: Path, tmp_path: Path) -> None:
    ran = sotto("models", "remove", "--leftovers", "--yes", home=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, "What came of part is gone: 2 MB.\n", "")
    assert [path.name for path in models.iterdir()] == ["mini"]
    ran = sotto("models", "remove", "--leftovers", "--yes", home=tmp_path)
    assert (ran.code, ran.out) == (0, "Nothing was left behind.\n")


@pytest.mark.parametrize("arguments", [(), ("mini", "--leftovers")])
def test_one_thing_is_to_be_named(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = sotto("models", "remove", *arguments, home=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("sotto: Name one model, or give --leftovers")
