"""A time is typed or stepped; what is no time is said, and told to nobody."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.time_field import TimeField


@pytest.fixture
def field(qtbot: QtBot) -> TimeField:
    made = TimeField("Start")
    qtbot.addWidget(made)
    made.set_time(62_345)
    made.show()
    made.lineEdit().setFocus()
    return made


def told(field: TimeField) -> list[int]:
    times: list[int] = []
    field.time_changed.connect(times.append)
    return times


def retype(qtbot: QtBot, field: TimeField, text: str) -> None:
    field.lineEdit().selectAll()
    qtbot.keyClicks(field, text)


def test_enter_takes_what_was_typed_and_writes_it_out(qtbot: QtBot, field: TimeField) -> None:
    times = told(field)
    retype(qtbot, field, "1:05.5")
    assert times == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert times == [65_500]
    assert field.text() == "0:01:05,500"


def test_what_is_no_time_stays_and_says_why(qtbot: QtBot, field: TimeField) -> None:
    times = told(field)
    retype(qtbot, field, "1:75")
    assert field.problem == "Seconds go up to 59 where minutes stand before them"
    assert field.toolTip() == field.accessibleDescription() == field.problem
    assert len(field.lineEdit().actions()) == 1
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (times, field.text(), field.time) == ([], "1:75", 62_345)


def test_escape_brings_the_time_back(qtbot: QtBot, field: TimeField) -> None:
    retype(qtbot, field, "nonsense")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.problem, field.lineEdit().actions()) == ("0:01:02,345", "", [])


@pytest.mark.parametrize(
    ("place", "time"),
    [(0, 3_662_345), (3, 122_345), (6, 63_345), (8, 62_445)],  # 0:01:02,345
)
def test_arrow_keys_step_the_part_that_the_cursor_is_in(qtbot: QtBot, field: TimeField, place: int, time: int) -> None:
    times = told(field)
    field.lineEdit().setCursorPosition(place)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert times == [time]
    assert field.lineEdit().cursorPosition() == place
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.time == 62_345


def test_steps_stop_at_the_ends(qtbot: QtBot, field: TimeField) -> None:
    field.set_range(62_000, 62_400)
    field.lineEdit().setCursorPosition(11)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.time == 62_400
    retype(qtbot, field, "3:00")
    assert field.problem == "The time must be from 0:01:02,000 to 0:01:02,400"


def test_what_is_being_typed_is_not_taken_away(qtbot: QtBot, field: TimeField) -> None:
    retype(qtbot, field, "1:0")
    field.set_time(70_000)
    assert field.text() == "1:0"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0:01:10,000"


def test_the_wheel_changes_nothing_without_the_focus(field: TimeField) -> None:
    field.lineEdit().clearFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        field.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    assert field.time == 62_345


def test_it_has_a_name(field: TimeField) -> None:
    assert field.accessibleName() == field.lineEdit().accessibleName() == "Start"
