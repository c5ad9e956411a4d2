"""What can be done about a reason: buttons that come and go with it."""

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.widgets.question import Question
from app.widgets.remedies import Remedies, Remedy
from tests.support.accessibility import unnamed
from tests.support.focus_order import tab_order
from tests.support.hands import click


def test_what_is_pressed_is_done_and_told(qtbot: QtBot) -> None:
    done: list[str] = []
    remedies = Remedies()
    qtbot.addWidget(remedies)
    remedies.offer((Remedy("One", lambda: done.append("one")), Remedy("Two", lambda: done.append("two"))))
    remedies.show()
    with qtbot.waitSignal(remedies.done):
        click(remedies.buttons[1])
    assert done == ["two"]
    assert [button.isVisible() for button in remedies.buttons] == [True, True, False]
    assert unnamed(remedies) == []


def test_names_are_shown_as_they_are_and_not_at_any_length(qtbot: QtBot) -> None:
    remedies = Remedies()
    qtbot.addWidget(remedies)
    remedies.offer((Remedy("Use R&D", print), Remedy("Use " + "x" * 200, print)))
    assert remedies.buttons[0].text() == "Use R&&D"
    assert remedies.buttons[1].text() == "Use " + "x" * 23 + "…"
    assert remedies.buttons[1].accessibleName() == "Use " + "x" * 200


def test_a_remedy_leads_to_the_answer_and_goes(qtbot: QtBot) -> None:
    question, field = Question("Title", None), QLineEdit()
    question.body.addWidget(field)
    question.refuse("Because.", (Remedy("Mend it", lambda: question.refuse("")),))
    qtbot.addWidget(question)
    question.show()
    question.activateWindow()
    accept = question.buttons.button(QDialogButtonBox.StandardButton.Ok)
    cancel = question.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    assert tab_order(question) == [field, question.remedies.buttons[0], cancel]
    click(question.remedies.buttons[0])
    assert not question.remedies.isVisible()
    assert question.focusWidget() is accept


def test_where_nothing_is_refused_there_is_no_remedy(qtbot: QtBot) -> None:
    question = Question("Title", None)
    qtbot.addWidget(question)
    question.refuse("", (Remedy("Mend it", print),))
    question.show()
    assert not question.remedies.isVisible()
    assert unnamed(question) == []
