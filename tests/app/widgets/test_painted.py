"""A widget that paints itself is a picture to screen readers, and what is seen in it is its value."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.widgets.painted import Painted


class Tally(Painted):
    @property
    def seen(self) -> str:
        return "2 of 14"


def test_it_is_a_picture_with_a_name_a_description_and_a_value(qtbot: QtBot) -> None:
    tally = Tally()
    qtbot.addWidget(tally)
    tally.setAccessibleName("Tally")
    tally.setAccessibleDescription("Marks on a board")
    told = QAccessible.queryAccessibleInterface(tally)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    assert told.role() == QAccessible.Role.Graphic
    assert [told.text(kind) for kind in kinds] == ["Tally", "Marks on a board", "2 of 14"]


def test_other_widgets_stay_what_qt_says_they_are(qtbot: QtBot) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.Client
