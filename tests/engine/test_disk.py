"""Files that are written in one step, and files that one process has."""

from pathlib import Path

import pytest

from engine.disk import is_locked, lock, replace_text


def test_a_file_is_replaced_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    replace_text(tmp_path / "note", "first")
    replace_text(tmp_path / "note", "second")
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        replace_text(tmp_path / "folder", "third")
    assert (tmp_path / "note").read_text() == "second"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "note"]


def test_asking_for_a_lock_neither_takes_nor_makes_it(tmp_path: Path) -> None:
    assert not is_locked(tmp_path / "lock")
    assert not (tmp_path / "lock").exists()
    held = lock(tmp_path / "lock")
    assert held is not None
    assert is_locked(tmp_path / "lock")
    held.release()
    (tmp_path / "lock").touch()
    assert not is_locked(tmp_path / "lock")
    again = lock(tmp_path / "lock")
    assert again is not None
    again.release()
