import shutil
import subprocess
import sys
from pathlib import Path

from engine.checkpoints.local import ModelInfo, Unknown, list_models
from engine.checkpoints.origin import Origin, write_origin
from engine.checkpoints.sizes import Sizes
from engine.languages import LANGUAGES
from tests.support.checkpoints import BYTE_VOCABULARY, RECIPES, make_weights, write_folder


def test_a_folder_of_models_is_listed_with_what_each_can_do(byte_model: Path) -> None:
    (info,) = list_models([byte_model.parent, byte_model, byte_model / "absent"])
    assert isinstance(info, ModelInfo)
    assert (info.name, info.path, info.n_mels) == ("byte", byte_model, 80)
    assert info.abilities.languages == tuple(LANGUAGES)[:99]
    assert (info.abilities.translates, info.abilities.word_times) == (True, True)
    # the encoder's positions are a table in these files, and no parameter in OpenAI's
    assert info.parameters == sum(tensor.numel() for tensor in make_weights(RECIPES["byte"]).values())
    assert info.size == (byte_model / "model.safetensors").stat().st_size


def test_languages_come_from_the_vocabulary_where_no_generation_config_names_them(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "m", RECIPES["byte"], tokenizer="merges")
    (folder / "generation_config.json").unlink()
    (info,) = list_models([tmp_path])
    assert isinstance(info, ModelInfo)
    assert len(info.abilities.languages) == 99
    assert not info.abilities.word_times


def test_a_model_of_the_catalogue_can_what_that_says(byte_model: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(byte_model, tmp_path / "kb-whisper-small"))
    write_origin(folder, Origin("KBLab/kb-whisper-small", "5" * 40, ()))
    (info,) = list_models([tmp_path])
    assert isinstance(info, ModelInfo)
    assert (info.abilities.languages, info.abilities.translates) == (("sv",), False)
    assert info.abilities.word_times  # which its own files tell
    assert info.sizes == Sizes(64, 2, 2, 80, BYTE_VOCABULARY)


def test_a_damaged_model_is_listed_with_its_problem(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "broken", RECIPES["byte"])
    (folder / "model.safetensors").unlink()
    (found,) = list_models([tmp_path])
    assert isinstance(found, Unknown)
    assert found.path == folder
    assert "holds no weights" in found.problem


def test_an_official_file_is_known_by_name_and_size(tmp_path: Path) -> None:
    file = tmp_path / "tiny.en.pt"
    with file.open("wb") as stream:
        stream.truncate(75_571_315)  # a hole: it costs no disk
    (tmp_path / "base.pt").write_bytes(b"short")
    base, tiny = list_models([tmp_path])
    assert isinstance(tiny, ModelInfo)
    assert (tiny.name, tiny.abilities.languages, tiny.parameters) == ("tiny.en", ("en",), 37_184_256)
    assert isinstance(base, Unknown)
    assert "by name and size" in base.problem


def test_listing_models_loads_no_torch(byte_model: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from engine.checkpoints.local import list_models; "
        f"assert list_models([Path({str(byte_model)!r})]); "
        "print(sorted({'torch', 'numpy', 'tiktoken', 'safetensors'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
