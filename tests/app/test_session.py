"""The session is the only writer: it tells what changed, keeps the selection true and refuses what can't be."""

from collections.abc import Callable

import pytest

from app.session import Session
from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import add_heard, delete, insert_after, merge, set_text, split_at_text
from engine.subtitles.history import History


def texts(session: Session) -> list[str]:
    return [cue.text for cue in session.document.cues]


def test_an_edit_is_told_with_the_documents_before_and_after(session: Session) -> None:
    told: list[tuple[Document, Document]] = []
    session.changed.connect(lambda before, after: told.append((before, after)))
    assert session.apply(set_text(2, "Zwei."))
    assert [(before.cues[1].text, after.cues[1].text) for before, after in told] == [("Two.", "Zwei.")]


def test_undo_and_redo_go_back_and_forth(session: Session) -> None:
    session.apply(delete((1,)))
    session.undo()
    assert texts(session) == ["One.", "Two.", "Three."]
    session.redo()
    assert texts(session) == ["Two.", "Three."]


def test_undo_without_a_step_does_nothing(session: Session) -> None:
    session.undo()
    session.redo()
    assert texts(session) == ["One.", "Two.", "Three."]


def test_an_edit_that_cannot_be_is_refused_in_words_and_changes_nothing(session: Session) -> None:
    told: list[str] = []
    session.refused.connect(told.append)
    before = session.document
    assert not session.apply(merge((1, 3)))
    assert told == ["Other cues stand between the selected ones: select cues that follow each other"]
    assert session.document is before


def test_an_edit_that_changes_nothing_is_not_told(session: Session) -> None:
    told: list[object] = []
    session.changed.connect(lambda *documents: told.append(documents))
    session.apply(set_text(1, "One."))
    assert told == []


def test_a_cue_that_came_is_selected(session: Session) -> None:
    session.select((1,))
    session.apply(insert_after(1))
    assert session.selected == (4,)
    session.apply(split_at_text(2, 2))
    assert session.selected == (5,)


def test_where_the_selected_cue_is_deleted_the_one_in_its_place_is_selected(session: Session) -> None:
    session.select((2,))
    session.apply(delete((2,)))
    assert session.selected == (3,)
    session.apply(delete((3,)))
    assert session.selected == (1,)
    session.apply(delete((1,)))
    assert session.selected == ()


def test_what_else_was_selected_stays_selected(session: Session) -> None:
    session.select((3, 1))
    session.apply(delete((1,)))
    assert session.selected == (3,)


def test_the_current_cue_is_the_one_that_was_selected_last(session: Session) -> None:
    assert session.current is None
    session.select((3, 1))
    assert session.current is not None
    assert session.current.text == "One."


def test_the_selection_is_in_place_when_the_change_is_told(session: Session) -> None:
    seen: list[tuple[int, ...]] = []
    session.changed.connect(lambda *_: seen.append(session.selected))
    session.select((2,))
    session.apply(delete((2,)))
    assert seen == [(3,)]


def test_what_a_transcription_heard_is_one_step_and_selects_nothing(session: Session) -> None:
    session.select((1,))
    session.apply(add_heard("job", (Cue(0, 9000, 9500, "Four."),)))
    session.revise("job", (Cue(0, 9600, 9900, "Five."),))
    assert texts(session) == ["One.", "Two.", "Three.", "Four.", "Five."]
    assert session.selected == (1,)
    session.undo()
    assert texts(session) == ["One.", "Two.", "Three."]


def test_what_is_heard_after_its_step_was_undone_for_good_is_refused(session: Session) -> None:
    session.apply(add_heard("job", (Cue(0, 9000, 9500, "Four."),)))
    session.undo()
    session.apply(set_text(1, "Eins."))
    with pytest.raises(EditError, match="start it again"):
        session.revise("job", (Cue(0, 9600, 9900, "Five."),))


def test_another_document_is_told_as_opened_and_as_a_change(
    session: Session, documents: Callable[..., Document]
) -> None:
    told: list[str] = []
    session.select((1,))
    session.opened.connect(lambda: told.append("opened"))
    session.changed.connect(lambda before, after: told.append(f"{len(before.cues)} to {len(after.cues)}"))
    session.open(History(documents("Alone.")))
    assert told == ["opened", "3 to 1"]
    assert session.selected == ()


def test_only_what_is_saved_is_noted_without_a_change(session: Session) -> None:
    told: list[str] = []
    session.apply(set_text(1, "Eins."))
    session.changed.connect(lambda *_: told.append("changed"))
    session.history_changed.connect(lambda: told.append("history"))
    session.note(session.history.with_saved())
    assert told == ["history"]
    assert not session.history.dirty
