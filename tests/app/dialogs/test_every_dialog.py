"""What holds for every dialog: names for all that takes the focus, keys alone suffice, no text is HTML."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

import app.dialogs
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question
from tests.support.accessibility import unnamed
from tests.support.dialogs import DIALOGS
from tests.support.focus_order import out_of_order, tab_order
from tests.support.letters import double_letters


def test_no_dialog_is_forgotten(qtbot: QtBot) -> None:
    for module in pkgutil.walk_packages(app.dialogs.__path__, "app.dialogs."):
        importlib.import_module(module.name)
    made = [make() for make in DIALOGS.values()]
    for each in made:
        qtbot.addWidget(each)
    there = {kind.__name__ for kind in _kinds_of(QDialog) if kind.__module__.startswith("app.dialogs.")}
    assert there == {type(each).__name__ for each in made}, "tests/support/dialogs.py makes every dialog"


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, qtbot: QtBot) -> QDialog:
    made = DIALOGS[request.param]()
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_control_that_takes_the_focus_has_a_name(dialog: QDialog) -> None:
    assert unnamed(dialog) == []


def test_no_letter_leads_to_two_places(dialog: QDialog) -> None:
    assert double_letters(dialog) == []


def test_a_dialog_has_a_title_and_buttons_with_standard_roles(dialog: QDialog) -> None:
    boxes = dialog.findChildren(QDialogButtonBox)
    roles = {box.buttonRole(button) for box in boxes for button in box.buttons()}
    assert dialog.windowTitle()
    assert QDialogButtonBox.ButtonRole.RejectRole in roles
    assert QDialogButtonBox.ButtonRole.InvalidRole not in roles


def test_escape_closes_it_without_an_answer(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_keys_begin_at_the_first_part_and_follow_the_order_of_reading(dialog: QDialog) -> None:
    dialog.activateWindow()
    first = tab_order(dialog)[0]
    boxes = dialog.findChildren(QDialogButtonBox)
    assert not any(box.isAncestorOf(first) for box in boxes)
    assert out_of_order(dialog) == []


def test_tab_goes_round_through_several_controls_and_never_gets_stuck(dialog: QDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    visited = []
    for _ in range(60):
        focus = QApplication.focusWidget() or dialog
        visited.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert len(set(map(id, visited))) > 1
    assert id(visited[-1]) in set(map(id, visited[:-1]))
    buttons = [button for box in dialog.findChildren(QDialogButtonBox) for button in box.buttons()]
    assert any(button in visited for button in buttons)


def test_what_is_foreign_stands_in_labels_that_take_no_markup(dialog: QDialog) -> None:
    own = [label for label in dialog.findChildren(QLabel) if not isinstance(label, PlainLabel)]
    assert [label.text() for label in own if "<" in label.text()] == []


def _kinds_of(kind: type) -> set[type]:
    """Return all classes that are made of one, and that are no mould for others."""
    below = {deeper for each in kind.__subclasses__() for deeper in (each, *_kinds_of(each))}
    return below - {Question}
