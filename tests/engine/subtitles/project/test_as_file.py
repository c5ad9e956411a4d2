"""A project is read and written as other files are, and keeps its history."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.edits import delete
from engine.subtitles.history import History
from engine.subtitles.project.as_file import read_project, write_project
from engine.subtitles.project.file import create_project, open_project
from tests.support.edit_script import document


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_project(document(5), tmp_path / "a.sotto", overwrite=False)
    assert read_project(tmp_path / "a.sotto") == (document(5), None)
    with pytest.raises(EngineError, match="exists"):
        write_project(document(3), tmp_path / "a.sotto", overwrite=False)


def test_overwriting_is_a_step_that_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, History(document(5)).apply(delete([2])), {"transcription": {"model": "small"}}).close()
    write_project(document(3), path, overwrite=True)
    project = open_project(path).project
    project.close()
    assert project.history.document == document(3)
    assert project.history.undo_label == "Replace document"
    assert project.history.undo().undo().document == document(5)
    assert project.fact("transcription") == {"model": "small"}


def test_a_project_that_is_open_in_a_window_is_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    project = create_project(path, History(document(5)))
    assert read_project(path) == (document(5), None)
    with pytest.raises(EngineError, match="open in another window"):
        write_project(document(3), path, overwrite=True)
    project.close()


def test_salvage_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, History(document(5))).close()
    path.write_bytes(path.read_bytes().replace(b"Zeile 5<", b"Zeile 6<", 1))
    found, salvaged = read_project(path)
    assert (len(found.cues), salvaged and salvaged.expected) == (4, 5)
