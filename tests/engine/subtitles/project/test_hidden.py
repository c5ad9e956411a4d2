"""Edits of a document that is no project are on the disk, and are found again after a crash."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.project.file import open_project
from engine.subtitles.project.hidden import (
    UNFINISHED,
    close_hidden,
    create_hidden,
    find_hidden,
    hidden_path,
    source_of,
    unsaved,
)
from tests.support.edit_script import edited

OPENED = History(Document((Cue(1, 0, 1000, "a"),)))
EDITED = edited(OPENED, "type", Document((Cue(1, 0, 1000, "b"),)))
LEFT = {UNFINISHED: {"reached": 31_500}}


def test_what_a_crash_left_is_found_by_its_document_and_offered(tmp_path: Path) -> None:
    folder, source = tmp_path / "unsaved", tmp_path / "a.srt"
    folder.mkdir()
    assert find_hidden(folder, source) is None
    project = create_hidden(folder, source, EDITED)
    assert unsaved(folder) == ()  # somebody has it open
    project.close()  # a crash leaves it as a close does
    path = find_hidden(folder, source)
    assert path is not None
    (offered,) = unsaved(folder)
    assert (offered.project, offered.source, offered.edits) == (path, source, 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = open_project(path).project
    assert (again.history, source_of(again)) == (EDITED, source)
    again.close()


def test_saved_and_closed_it_goes(tmp_path: Path) -> None:
    project = create_hidden(tmp_path, tmp_path / "a.srt", EDITED)
    project.commit(replace(EDITED, saved=1))
    close_hidden(project)
    assert list(tmp_path.iterdir()) == []


def test_unsaved_and_closed_it_stays(tmp_path: Path) -> None:
    close_hidden(create_hidden(tmp_path, tmp_path / "a.srt", EDITED))
    assert len(unsaved(tmp_path)) == 1


def test_saved_but_not_heard_to_its_end_it_stays_and_is_no_edit_to_be_offered(tmp_path: Path) -> None:
    source = tmp_path / "a.srt"
    close_hidden(create_hidden(tmp_path, source, replace(EDITED, saved=1), LEFT))
    assert unsaved(tmp_path) == ()
    path = find_hidden(tmp_path, source)
    assert path is not None
    project = open_project(path).project
    assert project.fact(UNFINISHED) == {"reached": 31_500}
    project.commit(project.history, {UNFINISHED: {}})
    close_hidden(project)
    assert list(tmp_path.iterdir()) == []


def test_what_is_to_be_heard_of_a_document_without_a_name_goes_where_there_is_no_edit(tmp_path: Path) -> None:
    close_hidden(create_hidden(tmp_path, None, OPENED, LEFT))
    assert list(tmp_path.iterdir()) == []


def test_what_is_to_be_heard_of_a_document_that_is_gone_goes_after_three_months(tmp_path: Path) -> None:
    folder, source = tmp_path / "unsaved", tmp_path / "a.srt"
    folder.mkdir()
    project = create_hidden(folder, source, replace(EDITED, saved=1), LEFT)
    close_hidden(project)
    assert unsaved(folder) == ()
    assert project.path.exists(), "its disk may come back"
    os.utime(project.path, (0, 0))
    source.touch()
    assert unsaved(folder) == ()
    assert project.path.exists()
    source.unlink()
    os.utime(project.path, (0, 0))
    assert unsaved(folder) == ()
    assert list(folder.iterdir()) == []


def test_discarded_it_goes(tmp_path: Path) -> None:
    create_hidden(tmp_path, tmp_path / "a.srt", EDITED).remove()
    assert list(tmp_path.iterdir()) == []


def test_what_was_saved_before_the_crash_is_not_offered(tmp_path: Path) -> None:
    create_hidden(tmp_path, tmp_path / "a.srt", replace(EDITED, saved=1)).close()
    assert unsaved(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_documents_without_a_name_have_a_project_each(tmp_path: Path) -> None:
    for number, time in ((1, 50), (2, 60)):
        project = create_hidden(tmp_path, None, EDITED)
        project.close()
        os.utime(project.path, (time, time))
        assert len(unsaved(tmp_path)) == number
    assert [(edits.source, edits.changed) for edits in unsaved(tmp_path)] == [(None, 60), (None, 50)]


def test_one_document_has_one_hidden_project_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "a.srt").touch()
    (tmp_path / "link.srt").symlink_to("a.srt")
    assert hidden_path(tmp_path, tmp_path / "link.srt") == hidden_path(tmp_path, tmp_path / "x" / ".." / "a.srt")
    project = create_hidden(tmp_path, tmp_path / "a.srt", EDITED)
    with pytest.raises(EngineError, match="open in a window"):
        create_hidden(tmp_path, tmp_path / "link.srt", EDITED)
    project.close()
    with pytest.raises(EngineError, match="exists"):
        create_hidden(tmp_path, tmp_path / "link.srt", EDITED)


def test_what_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "broken.sotto").write_bytes(b"nothing of ours")
    close_hidden(create_hidden(tmp_path, None, EDITED))
    assert len(unsaved(tmp_path)) == 1
    assert (tmp_path / "broken.sotto").read_bytes() == b"nothing of ours"
