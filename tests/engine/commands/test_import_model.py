"""`sotto models import`: a folder, a file, and what is refused before it is read."""

import pickle
import shutil
from pathlib import Path

import pytest

from engine.checkpoints.origin import read_origin
from tests.support.bad_input import SMALL_FILES
from tests.support.checkpoints import RECIPES, write_folder, write_pt
from tests.support.command_line import sotto


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sotto's folder of models, which isn't there yet."""
    monkeypatch.delenv("SOTTO_MODELS", raising=False)
    return tmp_path / "data" / "sotto" / "models"


def test_a_folder_is_copied_and_has_its_name_from_then_on(byte_model: Path, models: Path, tmp_path: Path) -> None:
    shutil.copytree(byte_model, tmp_path / "mine")
    (tmp_path / "mine" / "notes.txt").write_text("not for others")
    ran = sotto("models", "import", "mine", home=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, f"mine: 2 MB -> {models}/mine\n", "")
    assert not (models / "mine" / "notes.txt").exists()
    origin = read_origin(models / "mine")
    assert origin is not None
    assert (origin.source, len(origin.files)) == ((tmp_path / "mine").as_uri(), 5)
    assert sotto("models", "verify", "mine", home=tmp_path).out == f"{models}/mine: 5 files as they came.\n"
    again = sotto("models", "import", "mine", home=tmp_path)
    assert (again.code, again.out) == (1, "")
    assert again.err.startswith(f"sotto: {models}/mine is there already: remove that first, or choose another name.")
    assert sotto("models", "import", "mine", "--force", "--quiet", home=tmp_path).code == 0


def test_a_file_of_unknown_hash_is_not_read_unless_it_is_trusted(models: Path, tmp_path: Path) -> None:
    write_pt(tmp_path / "own.pt", RECIPES["byte"])
    ran = sotto("models", "import", "own.pt", home=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("sotto: own.pt is none of the files that OpenAI published, and a .pt file can carry a")
    assert ran.err.endswith("model.safetensors. With --trust it is read.\n")
    assert not models.exists()
    ran = sotto("models", "import", "own.pt", "--trust", "--name", "voice", home=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert sorted(path.name for path in (models / "voice").iterdir()) == [
        *("added_tokens.json", "config.json", "generation_config.json", "merges.txt", "model.safetensors"),
        *("sotto.json", "tokenizer_config.json", "vocab.json"),
    ]
    assert sotto("models", "verify", "voice", home=tmp_path).out == f"{models}/voice: 7 files as they came.\n"
    origin = read_origin(models / "voice")
    assert origin is not None
    assert origin.source == (tmp_path / "own.pt").as_uri()


class _Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.mkdir, (Path("sprung"),)  # type: ignore[return-value]


def test_a_program_in_a_file_is_never_run(models: Path, tmp_path: Path) -> None:
    (tmp_path / "trap.pt").write_bytes(pickle.dumps(_Trap(), protocol=2))
    for options in ((), ("--trust",)):
        assert sotto("models", "import", "trap.pt", *options, home=tmp_path).code == 1
    assert not (tmp_path / "sprung").exists()
    assert not models.exists()


def test_a_folder_that_could_not_be_loaded_is_refused(models: Path, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "mine", RECIPES["byte"])
    (folder / "tokenizer.json").unlink()
    ran = sotto("models", "import", "mine", home=tmp_path)
    assert (ran.code, ran.err) == (
        1,
        "sotto: mine has no vocabulary: fetch its tokenizer.json, or vocab.json and merges.txt.\n",
    )
    assert not models.exists()


@pytest.mark.parametrize("form", ["folder", "file"])
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_left(
    byte_model: Path, models: Path, tmp_path: Path, form: str
) -> None:
    source = byte_model if form == "folder" else write_pt(tmp_path / "byte.pt", RECIPES["byte"])
    ran = sotto("models", "import", source, "--trust", home=tmp_path, before=SMALL_FILES)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        f"sotto: {models}/byte can't be written: the file would be bigger than this disk or system"
    )
    assert list(models.iterdir()) == []


@pytest.mark.parametrize("name", ["../out", ".downloads", "a/b"])
def test_a_name_that_leads_elsewhere_is_refused(byte_model: Path, models: Path, tmp_path: Path, name: str) -> None:
    ran = sotto("models", "import", byte_model, "--name", name, home=tmp_path)
    assert (ran.code, ran.err) == (
        2,
        f"sotto: {name!r} can't be the name of a folder: choose another.\n",
    )
    assert not models.exists()
