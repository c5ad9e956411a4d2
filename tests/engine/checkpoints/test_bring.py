"""A model that a person has is copied whole, or not at all."""

import errno
from hashlib import sha256
from pathlib import Path

import pytest

from engine.checkpoints.bring import Delivery, Part, bring, copies, parts_of_folder, settle
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
    return bring(copies(parts, source), folder, "mini", cancel or Cancel(), replace=replace)


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
        copies(parts, source)
    assert caught.value.kind == "model"
    assert (
        str(caught.value) == f"{source}/vocab.json can't be read (No such file or directory): see to it and try again."
    )


def test_only_what_a_model_needs_is_taken_of_a_folder(byte_model: Path) -> None:
    names = [part.name for part in parts_of_folder(byte_model)]
    assert names == [
        *("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "model.safetensors")
    ]


def filled(folder: Path, cancel: Cancel) -> Origin:
    (folder / "config.json").write_bytes(b"Sotto")
    (folder / "a.bin").write_bytes(b"")
    return Origin("file:///own.pt", "", settle(folder, cancel))


def test_what_somebody_writes_is_installed_as_it_was_written(tmp_path: Path) -> None:
    path = bring(Delivery(5, filled), tmp_path / "models", "own", Cancel())
    assert read_origin(path) == Origin(
        "file:///own.pt", "", (KnownFile("a.bin", 0, sha256(b"").hexdigest()), KnownFile("config.json", 5, SHA256))
    )
    assert sorted(each.name for each in path.iterdir()) == ["a.bin", "config.json", "sotto.json"]
    assert [each.name for each in path.parent.iterdir()] == ["own"]


def test_nothing_is_written_where_there_is_no_room(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"own needs 1,000,000,000,000 MB more, but .+models has room for") as caught:
        bring(Delivery(10**18, filled), tmp_path / "models", "own", Cancel())
    assert caught.value.kind == "disk"
    assert list((tmp_path / "models").iterdir()) == []


def test_what_fails_midway_leaves_nothing(tmp_path: Path) -> None:
    def refused(folder: Path, cancel: Cancel) -> Origin:
        filled(folder, cancel)
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(EngineError, match=r"models/own can't be written: the disk is full: make room, and import the"):
        bring(Delivery(5, refused), tmp_path / "models", "own", Cancel())
    assert list((tmp_path / "models").iterdir()) == []
