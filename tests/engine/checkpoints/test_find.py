"""A model is found by its path or its name, and what it can do is known before it is loaded."""

import shutil
from pathlib import Path

import pytest

from engine.checkpoints.catalogue import read_catalogue
from engine.checkpoints.find import abilities_of, find_model, find_published, usual_model, vocabularies
from engine.checkpoints.origin import Origin, write_origin
from engine.errors import EngineError
from engine.paths import embedded_models
from tests.support.synthetic import EMBEDDED, needs_embedded


@pytest.fixture
def shelf(byte_model: Path, tmp_path: Path) -> Path:
    """A folder of models."""
    for name in ("whisper-tiny", "whisper-large-v3-turbo"):
        shutil.copytree(byte_model, tmp_path / "models" / name)
    return tmp_path / "models"


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("tiny", "whisper-tiny"),
        ("whisper-tiny", "whisper-tiny"),
        ("Tiny", "whisper-tiny"),
        ("turbo", "whisper-large-v3-turbo"),
        ("large-v3-turbo", "whisper-large-v3-turbo"),
    ],
)
def test_a_model_is_found_by_any_of_its_names(shelf: Path, wish: str, found: str) -> None:
    assert find_model(wish, [shelf.parent / "no folder", shelf]) == shelf / found


def test_a_path_is_taken_as_it_is(byte_model: Path) -> None:
    assert find_model(str(byte_model), []) == byte_model


def test_a_path_that_leads_nowhere_is_no_name(shelf: Path) -> None:
    with pytest.raises(EngineError, match=r"elsewhere/tiny does not exist"):
        find_model("elsewhere/tiny", [shelf])


def test_a_model_is_found_by_the_repository_that_it_was_fetched_from(shelf: Path) -> None:
    write_origin(shelf / "whisper-tiny", Origin("openai/whisper-tiny", "0" * 40, ()))
    assert find_model("openai/whisper-tiny", [shelf]) == shelf / "whisper-tiny"
    with pytest.raises(EngineError, match=r"someone/whisper-tiny does not exist: .* or fetch it first"):
        find_model("someone/whisper-tiny", [shelf])


@pytest.mark.parametrize(
    ("wish", "name"),
    [("turbo", "large-v3-turbo"), ("large", "large-v3"), ("Tiny", "tiny"), ("whisper-base.en", "base.en"),
     ("small.pt", "small"), ("colossal", None)],
)  # fmt: skip
def test_a_published_model_is_known_by_any_of_its_names(wish: str, name: str | None) -> None:
    found = find_published(read_catalogue(), wish)
    assert (None if found is None else found.name) == name


def test_an_unknown_name_gets_the_names_that_are_here(shelf: Path) -> None:
    with pytest.raises(EngineError, match=r"Here are: whisper-large-v3-turbo, whisper-tiny\.") as refused:
        find_model("colossal", [shelf])
    assert refused.value.kind == "model"


def test_who_names_none_gets_turbo_or_the_only_one_or_the_names(shelf: Path, byte_model: Path) -> None:
    assert usual_model([byte_model, shelf]) == shelf / "whisper-large-v3-turbo"
    shutil.rmtree(shelf / "whisper-large-v3-turbo")
    assert usual_model([shelf]) == shelf / "whisper-tiny"
    with pytest.raises(EngineError, match=r"no model 'turbo' here.*Here are: byte, whisper-tiny\."):
        usual_model([byte_model, shelf])


def test_the_embedded_model_is_taken_if_nobody_named_one_and_there_is_no_other(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.checkpoints.find.embedded_models", lambda: tmp_path / "embedded")
    with pytest.raises(EngineError, match=r"None was found\."):
        usual_model([tmp_path / "embedded"])
    shutil.copytree(shelf / "whisper-tiny", tmp_path / "embedded" / "mini")
    shutil.rmtree(shelf / "whisper-large-v3-turbo")
    assert usual_model([tmp_path / "embedded"]) == tmp_path / "embedded" / "mini"
    assert usual_model([shelf, tmp_path / "embedded"]) == shelf / "whisper-tiny"


def test_of_two_with_one_name_the_first_folder_s_is_taken(shelf: Path, tmp_path: Path) -> None:
    shutil.copytree(shelf / "whisper-tiny", tmp_path / "embedded" / "whisper-tiny")
    assert find_model("tiny", [shelf, tmp_path / "embedded"]) == shelf / "whisper-tiny"


@needs_embedded
def test_the_embedded_model_is_found_by_its_name() -> None:
    assert find_model("sotto-mini", [embedded_models()]) == EMBEDDED
    abilities = abilities_of(EMBEDDED)
    assert abilities is not None
    assert abilities.synthetic_only
    assert abilities.translates
    assert set(abilities.languages) == {"en", "no", "es", "de"}


def test_a_folder_tells_what_it_can_do_and_an_unpublished_file_does_not(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "tiny.pt").write_bytes(b"too small to be OpenAI's")
    abilities = abilities_of(byte_model)
    assert abilities is not None
    assert len(abilities.languages) == 99
    assert abilities_of(tmp_path / "tiny.pt") is None
    assert abilities_of(tmp_path) is None


def test_folders_of_models_can_lend_their_vocabulary(shelf: Path) -> None:
    assert vocabularies([shelf]) == (shelf / "whisper-large-v3-turbo", shelf / "whisper-tiny")
