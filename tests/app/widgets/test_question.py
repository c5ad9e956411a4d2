"""A question is answered by Enter only where it can be, and says why it can't; it stays inside the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.widgets.choices import CheckWithReason, Choice, Choices
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question, WithReason

_Button = QDialogButtonBox.StandardButton


@pytest.fixture
def question(qtbot: QtBot) -> Question:
    made = Question("Title", None)
    made.body.addWidget(QLineEdit())
    made.body.addWidget(QPushButton("Other"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_enter_in_a_field_answers(question: Question, qtbot: QtBot) -> None:
    qtbot.keyClick(question.body.itemAt(0).widget(), Qt.Key.Key_Return)
    assert question.result() == QDialog.DialogCode.Accepted


def test_enter_does_nothing_while_the_answer_is_refused(question: Question, qtbot: QtBot) -> None:
    question.refuse("Because.")
    qtbot.keyClick(question.body.itemAt(0).widget(), Qt.Key.Key_Return)
    assert question.isVisible()
    assert question.reason.isVisible()
    assert question.refused == "Because."
    question.refuse("")
    assert not question.reason.isVisible()
    qtbot.keyClick(question.body.itemAt(0).widget(), Qt.Key.Key_Return)
    assert question.result() == QDialog.DialogCode.Accepted


def test_enter_on_cancel_cancels(question: Question, qtbot: QtBot) -> None:
    cancel = question.buttons.button(_Button.Cancel)
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert question.result() == QDialog.DialogCode.Rejected
    assert not question.isVisible()


def test_what_does_not_fit_the_screen_is_scrolled(qtbot: QtBot) -> None:
    long = Question("Long", None)
    for number in range(200):
        long.body.addWidget(PlainLabel(f"Line {number}"))
    qtbot.addWidget(long)
    long.show()
    assert long.height() <= long.screen().availableSize().height()
    assert long.buttons.geometry().bottom() <= long.height()


def test_it_grows_with_what_is_unfolded_and_shrinks_under_nobodys_hands(question: Question, qtbot: QtBot) -> None:
    folded = PlainLabel("Much\n" * 12)
    folded.hide()
    question.body.addWidget(folded)
    before = question.height()
    folded.show()
    qtbot.waitUntil(lambda: question.height() > before + 5 * question.fontMetrics().height())
    assert question.findChild(QScrollArea).verticalScrollBar().maximum() == 0
    high = question.height()
    folded.hide()
    QApplication.processEvents()
    assert question.height() == high


def test_an_impossible_choice_is_disabled_with_its_reason_and_another_is_chosen(qtbot: QtBot) -> None:
    choices = Choices("What", [Choice("a", "A"), Choice("b", "B"), Choice("c", "C")], "b")
    qtbot.addWidget(choices)
    choices.set_reasons(["", "Not today.", ""])
    assert choices.chosen == "a"
    assert choices.button("b").accessibleDescription() == "Not today."
    choices.choose("b")
    assert choices.chosen == "a"
    choices.set_reasons(["", "", ""])
    with qtbot.waitSignal(choices.chosen_changed):
        qtbot.keyClick(choices.button("c"), Qt.Key.Key_Space)
    assert choices.chosen == "c"


def test_a_box_that_can_not_be_checked_counts_as_unchecked(qtbot: QtBot) -> None:
    box = CheckWithReason("Do it", True)
    qtbot.addWidget(box)
    assert box.checked
    box.set_reason("Not today.")
    assert not box.checked
    box.set_reason("")
    assert box.checked


def test_a_field_is_disabled_with_its_reason_below(qtbot: QtBot) -> None:
    line = QLineEdit()
    field = WithReason(line)
    qtbot.addWidget(field)
    field.disable("Not today.")
    assert (line.isEnabled(), line.accessibleDescription()) == (False, "Not today.")
    field.disable("")
    assert (line.isEnabled(), line.accessibleDescription()) == (True, "")


def test_the_letter_of_a_label_leads_to_the_field_over_its_reason(question: Question, qtbot: QtBot) -> None:
    line, form = QLineEdit(), QFormLayout()
    question.body.addLayout(form)
    form.addRow("&Name:", WithReason(line))
    qtbot.waitUntil(lambda: question.isActiveWindow() and line.isVisible())
    assert not line.hasFocus()
    qtbot.keyClick(question, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert line.hasFocus()


def test_tab_leads_to_the_field_over_its_reason(question: Question, qtbot: QtBot) -> None:
    before, line = QPushButton("Before"), QLineEdit()
    question.body.addWidget(before)
    question.body.addWidget(WithReason(line))
    qtbot.waitUntil(lambda: question.isActiveWindow() and line.isVisible())
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert line.hasFocus()
