"""Recovered edits: each document gets its decision, none is discarded by accident, and the difference can be seen."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.dialogs.recovered import Difference, Recovered, RecoveredDialog, differences
from tests.support.dialogs import DOCUMENT

_CHANGED = replace(DOCUMENT, cues=(DOCUMENT.cues[0], replace(DOCUMENT.cues[1], text="Other"), *DOCUMENT.cues[3:]))


def _dialog(qtbot: QtBot) -> RecoveredDialog:
    made = RecoveredDialog([Recovered("a.srt", 0, 3, _CHANGED, DOCUMENT), Recovered("", 0, 1, DOCUMENT)])
    qtbot.addWidget(made)
    made.show()
    return made


def test_differences_are_cues_that_changed_came_or_went() -> None:
    assert differences(DOCUMENT, _CHANGED) == (
        Difference(DOCUMENT.cues[1], _CHANGED.cues[1]),
        Difference(DOCUMENT.cues[2], None),
    )
    assert len(differences(None, DOCUMENT)) == 5
    assert differences(DOCUMENT, DOCUMENT) == ()


def test_everything_is_kept_unless_somebody_says_otherwise(qtbot: QtBot) -> None:
    assert _dialog(qtbot).answer == ("keep", "keep")


def test_each_document_keeps_its_own_decision(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    qtbot.keyClick(dialog.choice.button("discard"), Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.choice.chosen == "keep"
    qtbot.keyClick(dialog.choice.button("later"), Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.choice.chosen == "discard"
    assert dialog.answer == ("discard", "later")


def test_the_file_and_what_was_recovered_stand_side_by_side(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    cells = [[item.text() if (item := dialog.table.item(row, column)) else "" for column in (1, 2)] for row in (0, 1)]
    assert cells == [
        ["0:00:02,000 → 0:00:02,800\nCue 2", "0:00:02,000 → 0:00:02,800\nOther"],
        ["0:00:03,000 → 0:00:03,800\nCue 3", ""],
    ]
    assert dialog.compared.text() == "Cues that differ from its file: 2"
    dialog.list.setCurrentRow(1)
    assert dialog.compared.text() == "It was never saved. Cues: 5"
