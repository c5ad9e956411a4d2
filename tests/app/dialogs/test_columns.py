"""Columns are shown, hidden and put in order by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.dialogs.columns import Column, ColumnsDialog
from tests.support.dialogs import COLUMNS


def _dialog(qtbot: QtBot) -> ColumnsDialog:
    made = ColumnsDialog(COLUMNS, COLUMNS[::-1])
    qtbot.addWidget(made)
    made.show()
    made.list.setFocus()
    return made


def test_space_hides_a_column_and_alt_with_an_arrow_moves_it(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    assert dialog.answer == (Column("end", "End", False), Column("number", "Number", False), Column("text", "Text"))
    assert dialog.list.currentRow() == 1


def test_the_last_column_can_not_be_hidden(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    for row in (0, 2):
        dialog.list.setCurrentRow(row)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.refused == "One column at least has to be shown."
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_the_first_can_not_move_up_nor_the_last_down(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert (dialog.up.isEnabled(), dialog.down.isEnabled()) == (False, True)
    dialog.list.setCurrentRow(2)
    assert (dialog.up.isEnabled(), dialog.down.isEnabled()) == (True, False)


def test_the_usual_columns_come_back(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    usual = dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
    qtbot.mouseClick(usual, Qt.MouseButton.LeftButton)
    assert dialog.answer == COLUMNS[::-1]
