"""Shift times: which way, which cues, and never before the film."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.dialogs.shift_times import Shift, ShiftDialog
from tests.support.dialogs import DOCUMENT


def _dialog(qtbot: QtBot, selected: tuple[int, ...] = (), last: Shift | None = None) -> ShiftDialog:
    made = ShiftDialog(DOCUMENT, selected, last or Shift())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_last_answer_is_where_the_question_begins(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, (2, 3), Shift(-500, "selected"))
    assert dialog.answer == Shift(-500, "selected")
    assert dialog.preview.text() == "The first of them: 0:00:02,000 becomes 0:00:01,500"


def test_typing_an_amount_and_choosing_with_keys_gives_the_answer(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, (4,))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    qtbot.keyClicks(dialog.amount, "0:00:02,250")
    qtbot.keyClick(dialog.amount, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.scope.button("following"), Qt.Key.Key_Space)
    assert dialog.answer == Shift(2250, "following")
    assert not dialog.refused


def test_without_a_selection_its_choices_are_disabled_with_the_reason(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, last=Shift(100, "selected"))
    assert not dialog.scope.button("selected").isEnabled()
    assert dialog.scope.button("selected").accessibleDescription() == "No cue is selected."
    assert dialog.answer == Shift(100, "all")


def test_a_shift_before_the_film_is_refused_with_the_most_that_can_be(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, last=Shift(-1500))
    assert dialog.refused == "The first of them would begin 0:00:00,500 before the film: choose at most 0:00:01,000."
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    qtbot.keyClick(dialog.way.button(1), Qt.Key.Key_Space)
    assert not dialog.refused
    assert dialog.answer == Shift(1500)


def test_no_amount_is_no_answer(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, last=Shift(0))
    assert dialog.refused == "Type by how much."
