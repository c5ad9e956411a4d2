"""A model that a person has is copied whole, or not at all."""

from pathlib import Path

import pytest

from engine.checkpoints.bring import Part, bring, parts_of_file, parts_of_folder
from engine.checkpoints.origin import KnownFile, Origin, read_origin, write_origin
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel

SHA256 = "913d4673e47485a92531389eb0d084c9fb5fdcdbc94a72239078c04e9806bb60"  # of b"Sotto"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with one file of a model."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "config.json").write_bytes(b"Sotto")
    return tmp_path / "source"


def brought(source: Path, folder: Path, *, cancel: Cancel | None = None, replace: bool = False) -> Path:
    parts = (Part("config.json", source / "config.json"),)
    return bring(parts, source, folder, "mini", cancel or Cancel(), replace=replace)


def test_files_are_copied_and_what_they_were_is_written_down(source: Path, tmp_path: Path) -> None:
    path = brought(source, tmp_path / "models")
    assert path == tmp_path / "models" / "mini"
    assert (path / "config.json").read_bytes() == b"Sotto"
    assert read_origin(path) == Origin(source.as_uri(), "", (KnownFile("config.json", 5, SHA256),))
    assert [each.name for each in path.parent.iterdir()] == ["mini"]


def test_a_model_that_was_fetched_keeps_its_origin(source: Path, tmp_path: Path) -> None:
    known = Origin("someone/mini", "5" * 40, (KnownFile("config.json", 5, SHA256),))
    write_origin(source, known)
    assert read_origin(brought(source, tmp_path / "models")) == known


def test_a_model_that_changed_since_it_came_is_refused(source: Path, tmp_path: Path) -> None:
    write_origin(source, Origin("someone/mini", "5" * 40, (KnownFile("config.json", 5, "0" * 64),)))
    with pytest.raises(EngineError, match=r"source/config\.json isn't what it was as it came from someone/mini"):
        brought(source, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_what_is_there_is_replaced_only_if_that_is_wished(source: Path, tmp_path: Path) -> None:
    first = brought(source, tmp_path / "models")
    (source / "config.json").write_bytes(b"Sotta")
    with pytest.raises(EngineError, match=r"is there already: remove that first, or choose"):
        brought(source, tmp_path / "models")
    assert (first / "config.json").read_bytes() == b"Sotto"
    brought(source, tmp_path / "models", replace=True)
    assert (first / "config.json").read_bytes() == b"Sotta"
    assert [each.name for each in first.parent.iterdir()] == ["mini"]


def test_a_wish_to_stop_leaves_nothing(source: Path, tmp_path: Path) -> None:
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        brought(source, tmp_path / "models", cancel=cancel)
    assert list((tmp_path / "models").iterdir()) == []


def test_a_file_that_is_gone_is_told(source: Path, tmp_path: Path) -> None:
    parts = (Part("config.json", source / "config.json"), Part("vocab.json", source / "vocab.json"))
    (source / "vocab.json").symlink_to(tmp_path / "nowhere")
    with pytest.raises(EngineError) as caught:
        bring(parts, source, tmp_path / "models", "mini", Cancel())
    assert caught.value.kind == "model"
    assert (
        str(caught.value) == f"{source}/vocab.json can't be read (No such file or directory): see to it and try again."
    )
    assert list((tmp_path / "models").iterdir()) == []


def test_only_what_a_model_needs_is_taken_of_a_folder(byte_model: Path) -> None:
    names = [part.name for part in parts_of_folder(byte_model)]
    assert names == [
        *("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")
    ]


def test_a_file_comes_with_its_vocabulary(byte_model: Path, tmp_path: Path) -> None:
    file, table = tmp_path / "copy.pt", tmp_path / "multilingual.tiktoken"
    table.touch()
    assert parts_of_file(file, "tiny.pt", table) == (Part("tiny.pt", file), Part("multilingual.tiktoken", table))
    names = [part.name for part in parts_of_file(file, "tiny.pt", byte_model)]
    assert names == ["tiny.pt", "tokenizer.json", "tokenizer_config.json"]
