"""An open document: every edit is on the disk, and all of its history is there after a restart."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import add_heard, delete, insert_at, set_text
from engine.subtitles.history import History
from engine.subtitles.losses import Feature
from engine.subtitles.open_document import OpenDocument, new_document, open_document, open_unsaved
from engine.subtitles.project.file import create_project, open_project
from engine.subtitles.project.hidden import find_hidden, unsaved
from tests.support.edit_script import session

LEFT = {"unfinished": {"reached": 31_500}}
SRT = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "unsaved"
    made.mkdir()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.srt"
    path.write_text(SRT)
    return path


def killed(opened: OpenDocument) -> None:
    """Let go of everything as the end of the process does, with nothing tidied up."""
    if opened._project is not None:
        opened._project.close()


def typed(opened: OpenDocument, text: str) -> History:
    history = opened.history.apply(set_text(1, text)).sealed()
    opened.keep(history)
    return history


def texts(history: History) -> list[str]:
    return [cue.text for cue in history.document.cues]


def test_a_subtitle_file_has_a_hidden_project_from_the_first_edit_on(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    opened.keep(opened.history, {"transcription": {"model": "small"}})
    assert list(folder.iterdir()) == []
    typed(opened, "Uno")
    assert file.read_text() == SRT
    hidden = find_hidden(folder, file)
    assert hidden is not None
    killed(opened)
    project = open_project(hidden).project
    assert (texts(project.history), project.fact("transcription")) == (["Uno", "Two"], {"model": "small"})
    project.close()


def test_after_a_crash_the_document_is_as_it_was_with_its_undo_steps(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    typed(opened, "Uno")
    history = opened.history.apply(delete([2])).undo()
    opened.keep(history, {"profile": {"lines": 2}})
    killed(opened)
    again = open_document(file, folder)
    assert (again.history, again.recovered, again.told, again.refusal) == (history, 1, "", "")
    assert (again.history.undo_label, again.history.redo_label, again.history.dirty) == ("Change text", "Delete", True)
    assert again.history.undo().document == again.reading.document if again.reading else False
    assert not again.history.undo().dirty
    assert again.fact("profile") == {"lines": 2}
    again.discard()
    assert list(folder.iterdir()) == []
    assert texts(open_document(file, folder).history) == ["One", "Two"]


def test_saved_and_closed_nothing_is_left_behind(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    history, lost = opened.save(typed(opened, "Uno"))
    assert (file.read_text(), lost, history.dirty) == (SRT.replace("One", "Uno"), (), False)
    opened.close()
    assert list(folder.iterdir()) == []


def test_saved_and_closed_before_it_was_heard_to_its_end_a_file_knows_so_again_with_its_steps(
    folder: Path, file: Path
) -> None:
    opened = open_document(file, folder)
    history = typed(opened, "Uno")
    opened.keep(history, LEFT)
    opened.save(history)
    opened.close()
    assert unsaved(folder) == ()
    again = open_document(file, folder)
    assert (again.fact("unfinished"), again.recovered, again.history.dirty) == ({"reached": 31_500}, 0, False)
    assert texts(again.history.undo()) == ["One", "Two"]
    again.keep(again.history, {"unfinished": {}})
    again.close()
    assert list(folder.iterdir()) == []


def test_a_file_of_which_nothing_was_heard_yet_is_to_be_heard_after_a_restart_too(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    opened.keep(opened.history, LEFT)
    opened.close()
    again = open_document(file, folder)
    assert (again.fact("unfinished"), again.recovered, texts(again.history)) == ({"reached": 31_500}, 0, ["One", "Two"])


def test_a_file_that_another_program_changed_is_still_to_be_heard_to_its_end(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    history = typed(opened, "Uno")
    opened.keep(history, LEFT)
    opened.save(history)
    opened.close()
    file.write_text(SRT.replace("Two", "Deux"))
    for _ in range(2):
        again = open_document(file, folder)
        assert (texts(again.history), again.history.undo_label) == (["One", "Deux"], None)
        assert again.fact("unfinished") == {"reached": 31_500}
        again.close()


def test_whoever_discards_what_was_heard_does_not_want_the_rest(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    opened.keep(typed(opened, "Uno"), LEFT)
    opened.discard()
    assert (opened.fact("unfinished"), list(folder.iterdir())) == ({}, [])
    assert open_document(file, folder).fact("unfinished") == {}


def test_under_another_name_the_rest_belongs_to_the_new_file(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    opened.keep(opened.history, LEFT)
    opened.save_as(opened.history, file.with_name("b.srt"), overwrite=False)
    opened.close()
    assert open_document(file, folder).fact("unfinished") == {}
    assert open_document(file.with_name("b.srt"), folder).fact("unfinished") == {"reached": 31_500}


def test_undone_and_saved_a_file_is_what_it_was_byte_for_byte(folder: Path, file: Path) -> None:
    whole = b"\xef\xbb\xbf1\r\n0:0:1.0 --> 0:0:2,0\r\n Gr\xc3\xbc\xc3\x9fe \r\n"
    file.write_bytes(whole)
    opened = open_document(file, folder)
    history, _ = opened.save(typed(opened, "Uno"))
    assert file.read_bytes() != whole
    opened.save(history.undo())
    assert file.read_bytes() == whole
    opened.close()


def test_what_was_saved_before_a_crash_keeps_its_undo_steps(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    opened.save(typed(opened, "Uno"))
    killed(opened)
    again = open_document(file, folder)
    assert (again.recovered, again.history.dirty, texts(again.history.undo())) == (0, False, ["One", "Two"])
    again.close()
    assert list(folder.iterdir()) == []


def test_what_was_saved_before_a_crash_gives_way_to_a_file_that_was_changed_since(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    opened.save(typed(opened, "Uno"))
    killed(opened)
    file.write_text(SRT.replace("Two", "Deux"))
    again = open_document(file, folder)
    assert (texts(again.history), again.history.undo_label) == (["One", "Deux"], None)
    assert list(folder.iterdir()) == []


def test_a_file_that_was_changed_outside_is_noticed(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    assert not opened.is_changed_outside()
    history = typed(opened, "Uno")
    file.write_text(SRT.replace("Two", "Deux"))
    assert opened.is_changed_outside()
    killed(opened)
    again = open_document(file, folder)
    assert (again.recovered, again.is_changed_outside(), texts(again.history)) == (1, True, ["Uno", "Two"])
    again.save(history)
    assert not again.is_changed_outside()
    file.unlink()
    assert again.is_changed_outside()
    again.close()


def test_a_kill_between_the_file_and_the_note_that_it_was_saved_is_made_up_for(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    typed(opened, "Uno")
    killed(opened)
    file.write_text(SRT.replace("One", "Uno"))
    again = open_document(file, folder)
    assert (again.recovered, again.history.dirty, again.is_changed_outside()) == (0, False, False)
    again.close()
    assert list(folder.iterdir()) == []


def test_a_project_is_its_own_file_and_keeps_its_history_when_closed(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, History(Document((Cue(1, 0, 1000, "One"),)))).close()
    opened = open_document(path, folder)
    assert opened.is_project
    history, lost = opened.save(typed(opened, "Uno"))
    opened.close()
    assert (lost, list(folder.iterdir())) == ((), [])
    again = open_document(path, folder)
    assert again.history == history
    assert texts(again.history.undo()) == ["One"]
    again.close()


def test_the_second_window_is_told(folder: Path, file: Path) -> None:
    first = open_document(file, folder)
    typed(first, "Uno")
    second = open_document(file, folder)
    assert second.refusal.startswith("it is open in another window since ")
    assert texts(second.history) == ["Uno", "Two"]
    with pytest.raises(EngineError, match="open in another window"):
        typed(second, "Dos")
    second.discard()
    first.keep(first.history.undo())
    first.close()
    assert unsaved(folder) == ()


def test_two_windows_that_opened_before_the_first_edit_are_told_at_the_second_one_s(folder: Path, file: Path) -> None:
    first, second = open_document(file, folder), open_document(file, folder)
    typed(first, "Uno")
    with pytest.raises(EngineError, match="is open in a window"):
        typed(second, "Dos")
    first.discard()


def test_an_edit_that_could_not_be_kept_is_kept_with_the_next(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    folder.rename(folder.with_name("gone"))
    with pytest.raises(EngineError, match="the folder does not exist"):
        typed(opened, "Uno")
    folder.with_name("gone").rename(folder)
    history = opened.history.apply(delete([2]))
    opened.keep(history)
    killed(opened)
    again = open_document(file, folder)
    assert (again.history, again.recovered) == (history, 2)
    again.discard()


def test_a_document_without_a_name_is_found_again_and_gets_one(tmp_path: Path, folder: Path) -> None:
    opened = new_document(folder, Document())
    history = opened.history.apply(add_heard("job", [Cue(0, 0, 900, "One")]))
    opened.keep(history)
    with pytest.raises(EngineError, match="no name yet"):
        opened.save(history)
    killed(opened)
    (left,) = unsaved(folder)
    again = open_unsaved(left.project, folder)
    assert (again.path, again.recovered) == (None, 1)
    history = again.history.revise("job", [Cue(0, 1000, 1900, "Two")])
    again.keep(history)
    history, _ = again.save_as(history, tmp_path / "b.srt", overwrite=False)
    assert again.path == tmp_path / "b.srt"
    assert (tmp_path / "b.srt").read_text().count("-->") == 2
    again.keep(history.undo())
    killed(again)
    (left,) = unsaved(folder)
    assert (left.source, left.edits) == (tmp_path / "b.srt", 1)
    assert open_unsaved(left.project, folder).history.redo().document == history.document


def test_saved_as_a_project_the_history_goes_along_and_the_hidden_one_goes(
    tmp_path: Path, folder: Path, file: Path
) -> None:
    opened = open_document(file, folder)
    history = typed(opened, "Uno")
    with pytest.raises(EngineError, match="exists"):
        opened.save_as(history, file, overwrite=False)
    assert opened.path == file
    history, lost = opened.save_as(history, tmp_path / "b.sotto", overwrite=False)
    opened.keep(history.undo(), {"profile": {"lines": 1}})
    assert (opened.is_project, lost, list(folder.iterdir())) == (True, (), [])
    opened.close()
    again = open_document(tmp_path / "b.sotto", folder)
    assert again.history == history.undo()
    assert dict(again._facts) == {"profile": {"lines": 1}}
    again.close()
    assert file.read_text() == SRT


def test_saving_says_what_the_format_cannot_hold(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    history = opened.history.apply(insert_at(5000, 6000, "one\n\ntwo"))
    _, lost = opened.save(history)
    assert [loss.feature for loss in lost] == [Feature.BLANK_LINES]
    opened.close()


def test_a_hidden_project_that_cannot_be_read_is_put_aside(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    typed(opened, "Uno")
    killed(opened)
    hidden = find_hidden(folder, file)
    assert hidden is not None
    hidden.write_bytes(b"nothing of ours")
    again = open_document(file, folder)
    assert again.told == f"Edits that an earlier run left cannot be read; they were kept as {hidden}.damaged."
    assert texts(again.history) == ["One", "Two"]
    typed(again, "Dos")
    again.discard()
    assert [path.read_bytes() for path in folder.iterdir()] == [b"nothing of ours"]


def test_of_a_damaged_hidden_project_the_document_is_salvaged_and_undo_begins_anew(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    typed(opened, "Uno")
    killed(opened)
    hidden = find_hidden(folder, file)
    assert hidden is not None
    hidden.write_bytes(hidden.read_bytes().replace(b"Change text", b"Change tixt"))
    again = open_document(file, folder)
    assert again.told.startswith("Damaged: 2 of 2 cues recovered; ")
    assert (texts(again.history), again.history.undo_label, again.recovered) == (["Uno", "Two"], None, 1)
    again.discard()


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), count=st.integers(1, 12), restarts=st.sets(st.integers(0, 11)))
def test_whatever_is_edited_a_restart_after_any_step_changes_nothing(
    folder: Path, seed: int, count: int, restarts: set[int]
) -> None:
    path = folder / "a.sotto"
    states = session(seed, 6)
    create_project(path, next(states), overwrite=True).close()
    opened = open_document(path, folder)
    for number in range(count):
        state = next(states)
        opened.keep(state)
        if number in restarts:
            killed(opened)
            opened = open_document(path, folder)
            assert repr(opened.history) == repr(state.sealed())
            assert opened.history.document.next_id == state.document.next_id
            assert all_states(opened.history) == all_states(state)
    opened.close()


def all_states(history: History) -> list[Document]:
    """Return every document that undo and redo lead to."""
    found = []
    while history.redo_label:
        history = history.redo()
    while history.undo_label:
        found.append(history.document)
        history = history.undo()
    return [*found, history.document]


def prepared(opened: OpenDocument) -> None:
    while opened.prepare() != "there":
        pass


def test_a_hidden_project_that_was_written_ahead_holds_the_first_edit_as_any_other(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    prepared(opened)
    assert find_hidden(folder, file) is None
    opened.keep(opened.history, {"transcription": {"model": "small"}})
    assert find_hidden(folder, file) is None
    history = typed(opened, "Uno")
    killed(opened)
    again = open_document(file, folder)
    assert (again.history, again.recovered, again.fact("transcription")) == (history, 1, {"model": "small"})
    assert (again.history.undo().document, again.history.undo().dirty) == (opened.reading.document, False)  # type: ignore[union-attr]
    again.discard()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("bits", [1, 2, 3, 4])
def test_the_first_edit_finishes_what_was_only_begun_ahead(folder: Path, file: Path, bits: int) -> None:
    opened = open_document(file, folder)
    for _ in range(bits):
        opened.prepare()
    history = typed(opened, "Uno")
    killed(opened)
    again = open_document(file, folder)
    assert (again.history, again.told) == (history, "")
    again.discard()


@pytest.mark.parametrize("leave", [OpenDocument.close, OpenDocument.discard])
def test_what_was_written_ahead_and_never_needed_is_gone(
    folder: Path, file: Path, leave: Callable[[OpenDocument], None]
) -> None:
    opened = open_document(file, folder)
    prepared(opened)
    assert len(list(folder.iterdir())) == 1
    leave(opened)
    assert list(folder.iterdir()) == []


def test_a_document_under_another_name_is_prepared_anew(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    prepared(opened)
    history, _ = opened.save_as(opened.history, file.with_name("b.srt"), overwrite=False)
    assert list(folder.iterdir()) == []
    prepared(opened)
    opened.keep(history.apply(set_text(1, "Uno")))
    killed(opened)
    assert find_hidden(folder, file.with_name("b.srt")) is not None
    assert find_hidden(folder, file) is None


def test_where_another_window_was_first_its_edits_stay(folder: Path, file: Path) -> None:
    opened, other = open_document(file, folder), open_document(file, folder)
    prepared(opened)
    theirs = typed(other, "Uno")
    with pytest.raises(EngineError, match=r"exists|open in a window"):
        typed(opened, "Eins")
    killed(other)
    assert open_document(file, folder).history == theirs


def test_drafts_that_a_killed_program_left_are_cleared_away_after_a_day(folder: Path, file: Path) -> None:
    opened = open_document(file, folder)
    prepared(opened)
    (draft,) = folder.iterdir()
    assert unsaved(folder) == ()
    assert draft.exists()
    os.utime(draft, (0, 0))
    assert unsaved(folder) == ()
    assert not draft.exists()
    typed(opened, "Uno")
    assert find_hidden(folder, file) is not None
