"""`sotto models verify`: what it says of models that are, and are not, as they came."""

import shutil
from pathlib import Path

import pytest

from engine.checkpoints.catalogue import sha256
from engine.checkpoints.origin import KnownFile, Origin, write_origin
from tests.support.command_line import sotto


@pytest.fixture
def mini(byte_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model in Sotto's folder that knows its checksums."""
    monkeypatch.delenv("SOTTO_MODELS", raising=False)
    folder = Path(shutil.copytree(byte_model, tmp_path / "data" / "sotto" / "models" / "mini"))
    files = (KnownFile(path.name, path.stat().st_size, sha256(path)) for path in sorted(folder.iterdir()))
    write_origin(folder, Origin("someone/mini", "5" * 40, tuple(files)))
    return folder


def test_a_model_that_is_as_it_came_is_fine(mini: Path, tmp_path: Path) -> None:
    ran = sotto("models", "verify", "mini", home=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, f"{mini}: 5 files as they came.\n", "")
    assert sotto("models", "verify", mini, "--quiet", home=tmp_path).out == ""


def test_a_flipped_bit_is_told_with_the_file_and_the_remedy(mini: Path, tmp_path: Path) -> None:
    with (mini / "model.safetensors").open("r+b") as weights:
        weights.seek(-1, 2)
        last = weights.read(1)
        weights.seek(-1, 2)
        weights.write(bytes([last[0] ^ 1]))
    ran = sotto("models", "verify", home=tmp_path)
    assert ran.code == 1
    assert ran.err == (
        f"sotto: {mini}/model.safetensors isn't what it was as it came: get it again with sotto models get "
        "someone/mini --force.\n"
    )


def test_each_file_that_differs_is_told_even_if_no_model_is_left(mini: Path, tmp_path: Path) -> None:
    (mini / "config.json").unlink()
    (mini / "tokenizer.json").write_text("{}")
    ran = sotto("models", "verify", "mini", home=tmp_path)
    assert ran.code == 1
    first, second = ran.err.splitlines()
    assert first.startswith(f"sotto: {mini}/config.json is missing: get it again with sotto models get someone/mini")
    assert second.startswith(f"sotto: {mini}/tokenizer.json has 2 bytes instead of ")


def test_a_model_of_ones_own_has_nothing_to_be_compared_with(byte_model: Path, tmp_path: Path) -> None:
    ran = sotto("models", "verify", byte_model, home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{byte_model}: nothing to compare it with, for no checksums are known of it.\n"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    ran = sotto("models", "verify", "colossal", home=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("sotto: There is no model 'colossal' here")
