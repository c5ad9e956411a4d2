"""The table of cues as Qt sees it: what a cell shows, what typing does, and that only what changed is told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.models.cues import CueModel
from app.session import Session
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import delete, insert_after, merge, set_text, sort
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile
from engine.transcript import Word

EDIT = Qt.ItemDataRole.EditRole


@pytest.fixture
def model(session: Session) -> CueModel:
    return CueModel(session, find_profile("subtitle-edit"))


def at(model: CueModel, row: int, key: str) -> object:
    column = next(number for number, column in enumerate(model.columns) if column.key == key)
    return model.index(row, column)


def shown(model: CueModel, row: int, key: str) -> str:
    return str(model.data(at(model, row, key)))


def test_a_row_shows_a_cue(session: Session, model: CueModel) -> None:
    session.apply(set_text(2, "First line\nsecond <i>line</i>"))
    row = {column.key: shown(model, 1, column.key) for column in model.columns}
    assert row == {
        "number": "2",
        "start": "0:00:04,000",
        "end": "0:00:05,500",
        "duration": "1.500",
        "speed": "14.0",
        "speaker": "",
        "text": "First line \u23ce second line",
        "translation": "",
        "state": "\u25d0 edited",
    }


def test_states_are_told_by_mark_and_text() -> None:
    sure, unsure = Word("one", 0, 500, 0.9), Word("two", 500, 900, 0.2)
    cues = (
        Cue(1, 0, 1000, "one", words=(sure,), origin="machine"),
        Cue(2, 1000, 2000, "two", words=(unsure,), origin="machine"),
        Cue(3, 2000, 3000, "two", words=(unsure,), origin="edited"),
        Cue(4, 3000, 4000, "two", words=(unsure,), origin="verified"),
        Cue(5, 4000, 5000, "two", translation_origin="machine"),
    )
    model = CueModel(Session(History(Document(cues))), find_profile("subtitle-edit"))
    model.set_problems({1: "A line that is too long", 5: "A cue without a translation"})
    assert [shown(model, row, "state") for row in range(5)] == [
        "\u25cb machine  \u26a0 problem",
        "\u25cb machine  ? doubtful",
        "\u25d0 edited",
        "\u25cf verified",
        "\u25d0 edited  \u2205 no translation  \u26a0 problem",
    ]
    assert [shown(model, row, "translation") for row in range(5)] == ["", "", "", "", "\u2205 no translation"]
    assert model.data(at(model, 4, "translation"), EDIT) == ""


def test_reading_too_fast_has_a_mark(session: Session, model: CueModel) -> None:
    session.apply(set_text(1, "A text of more than thirty-eight characters."))
    assert shown(model, 0, "speed") == "29.3 \u25b2"


@pytest.mark.parametrize(
    ("key", "typed", "changed"),
    [
        ("text", "Uno \u23ce dos", Cue(1, 2000, 3500, "Uno\ndos")),
        ("translation", "Eins", Cue(1, 2000, 3500, "One.", translation="Eins")),
        ("speaker", "Ada", Cue(1, 2000, 3500, "One.", speaker="Ada")),
        ("start", "0:00:01,5", Cue(1, 1500, 3500, "One.")),
        ("end", "3,25", Cue(1, 2000, 3250, "One.")),
        ("duration", "0,5", Cue(1, 2000, 2500, "One.")),
    ],
)
def test_typing_into_a_cell_changes_the_cue(
    session: Session, model: CueModel, key: str, typed: str, changed: Cue
) -> None:
    assert model.setData(at(model, 0, key), typed, EDIT)
    assert session.document.cues[0] == changed
    session.undo()
    assert session.document.cues[0] == Cue(1, 2000, 3500, "One.")


@pytest.mark.parametrize(("key", "typed"), [("start", "soon"), ("duration", "long"), ("duration", "nan")])
def test_what_cannot_be_read_changes_nothing(session: Session, model: CueModel, key: str, typed: str) -> None:
    assert not model.setData(at(model, 0, key), typed, EDIT)
    assert not session.history.past


def test_nobody_types_into_what_is_counted(model: CueModel) -> None:
    editable = {
        column.key
        for number, column in enumerate(model.columns)
        if model.flags(model.index(0, number)) & Qt.ItemFlag.ItemIsEditable
    }
    assert editable == {"start", "end", "duration", "speaker", "text", "translation"}


class Told:
    """What a model told its views."""

    def __init__(self, model: CueModel) -> None:
        self.said: list[tuple[str, int, int]] = []
        model.rowsInserted.connect(lambda _, first, last: self.said.append(("inserted", first, last)))
        model.rowsRemoved.connect(lambda _, first, last: self.said.append(("removed", first, last)))
        model.dataChanged.connect(lambda first, last: self.said.append(("changed", first.row(), last.row())))
        model.modelReset.connect(lambda: self.said.append(("reset", 0, 0)))


def test_only_the_row_that_changed_is_told(session: Session, model: CueModel) -> None:
    told = Told(model)
    session.apply(set_text(2, "Zwei."))
    assert told.said == [("changed", 1, 1)]


def test_rows_that_come_and_go_are_told(session: Session, model: CueModel) -> None:
    told = Told(model)
    session.apply(insert_after(1))
    assert told.said[0] == ("inserted", 1, 1)
    told.said.clear()
    session.apply(delete((1,)))
    assert told.said[0] == ("removed", 0, 0)
    told.said.clear()
    session.apply(merge((2, 3)))
    assert {kind for kind, _, _ in told.said} == {"removed", "changed"}
    assert model.rowCount() == len(session.document.cues) == 2


def test_rows_are_found_by_ids_after_every_change(session: Session, model: CueModel) -> None:
    for edit in (insert_after(1), delete((2,)), set_text(3, "Drei."), sort()):
        session.apply(edit)
        assert [model.row_of(cue.id) for cue in session.document.cues] == list(range(len(session.document.cues)))
    assert model.row_of(2) is None
    session.undo()
    assert [model.row_of(cue.id) for cue in session.document.cues] == list(range(len(session.document.cues)))


def test_qts_own_tester_finds_no_fault(session: Session, model: CueModel, qtmodeltester: object) -> None:
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    for edit in (insert_after(3), set_text(3, "Drei."), delete((4,)), delete((3,))):  # no other row's number changes
        session.apply(edit)


def test_another_document_is_shown_whole(session: Session, model: CueModel, documents: Callable[..., Document]) -> None:
    session.open(History(documents("Alone.")))
    assert model.rowCount() == 1
    assert shown(model, 0, "text") == "Alone."
