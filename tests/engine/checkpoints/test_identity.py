"""The files of a model are compared with what came, once, and again after every change."""

import json
import os
from pathlib import Path

import pytest

from engine.checkpoints.identity import FILE, check_identity, remember
from engine.checkpoints.origin import KnownFile, Origin, write_origin
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel

SHA256 = "913d4673e47485a92531389eb0d084c9fb5fdcdbc94a72239078c04e9806bb60"  # of b"Sotto"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder whose one file is as it came."""
    folder = tmp_path / "models" / "mini"
    folder.mkdir(parents=True)
    (folder / "weights").write_bytes(b"Sotto")
    write_origin(folder, Origin("someone/mini", "5" * 40, (KnownFile("weights", 5, SHA256),)))
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache"


def change_unseen(file: Path, content: bytes) -> None:
    """Change a file so that its identity stays: only who reads it can tell."""
    before = file.stat()
    with file.open("r+b") as stream:
        stream.write(content)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def refused(model: Path, cache: Path) -> str:
    with pytest.raises(EngineError) as caught:
        check_identity(model, cache)
    assert caught.value.kind == "model"
    return str(caught.value)


def test_a_file_is_read_once_and_again_after_a_change(model: Path, cache: Path) -> None:
    check_identity(model, cache)
    change_unseen(model / "weights", b"Sotta")
    check_identity(model, cache)  # known by its identity: nobody reads it
    os.utime(model / "weights", ns=(1, 1))
    assert refused(model, cache) == (
        f"{model}/weights isn't what it was as it came, and is not loaded: fetch the model anew, or verify it to see "
        "what else differs."
    )


def test_a_file_that_was_changed_is_never_remembered(model: Path, cache: Path) -> None:
    (model / "weights").write_bytes(b"Sotta")
    assert refused(model, cache) == refused(model, cache)
    (model / "weights").write_bytes(b"Sotto")
    check_identity(model, cache)


def test_what_has_just_come_need_not_be_read(model: Path, cache: Path) -> None:
    remember(model, cache)
    change_unseen(model / "weights", b"Sotta")
    check_identity(model, cache)


def test_a_model_that_moved_is_known_still(model: Path, cache: Path) -> None:
    check_identity(model, cache)
    change_unseen(model / "weights", b"Sotta")
    check_identity(model.rename(model.with_name("other")), cache)


def test_another_file_in_the_place_is_read(model: Path, cache: Path) -> None:
    check_identity(model, cache)
    before = (model / "weights").stat()
    (model / "new").write_bytes(b"Sotta")
    os.utime(model / "new", ns=(before.st_atime_ns, before.st_mtime_ns))
    (model / "new").replace(model / "weights")
    assert "isn't what it was as it came" in refused(model, cache)


@pytest.mark.parametrize(("content", "told"), [(b"Sott", "has 4 bytes instead of 5"), (None, "is missing")])
def test_cut_and_missing_files_are_told(model: Path, cache: Path, content: bytes | None, told: str) -> None:
    (model / "weights").unlink()
    if content is not None:
        (model / "weights").write_bytes(content)
    assert refused(model, cache).startswith(f"{model}/weights {told}, and is not loaded: fetch the model anew")


def test_nobodys_own_model_is_looked_at(model: Path, cache: Path) -> None:
    (model / "sotto.json").unlink()
    check_identity(model, cache)
    assert list(cache.iterdir()) == []


def test_a_pt_file_is_compared_with_what_came_with_it(model: Path, cache: Path) -> None:
    (model / "weights").rename(model / "tiny.pt")
    write_origin(model, Origin("https://example.org/tiny.pt", "", (KnownFile("tiny.pt", 5, SHA256),)))
    check_identity(model / "tiny.pt", cache)
    (model / "tiny.pt").write_bytes(b"Sotta")
    assert "fetch the model anew" in refused(model / "tiny.pt", cache)


@pytest.mark.parametrize("content", ["", "[]", '{"version": 2, "files": {}}', '{"version": 1, "files": 3}'])
def test_a_damaged_cache_costs_a_reading(model: Path, cache: Path, content: str) -> None:
    (cache / FILE).write_text(content)
    check_identity(model, cache)
    assert list(json.loads((cache / FILE).read_text())["files"].values()) == [SHA256]


def test_a_cache_that_cannot_be_written_hinders_nobody(model: Path, tmp_path: Path) -> None:
    check_identity(model, tmp_path / "absent")
    check_identity(model, tmp_path / "absent")
    assert not (tmp_path / "absent").exists()


def test_the_cache_does_not_grow_for_ever(model: Path, cache: Path) -> None:
    old = {f"1:{inode}:1:1": "0" * 64 for inode in range(1500)}
    (cache / FILE).write_text(json.dumps({"version": 1, "files": old}))
    check_identity(model, cache)
    files = json.loads((cache / FILE).read_text())["files"]
    assert (len(files), list(files.values())[-1]) == (1000, SHA256)
    assert [path.name for path in cache.iterdir()] == [FILE]


def test_a_wish_to_stop_is_heard(model: Path, cache: Path) -> None:
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        check_identity(model, cache, cancel)
