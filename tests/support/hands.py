"""Hands at the window: clicks and keys as Qt gets them from a person, answers to dialogs, and waiting for what follows.

Nothing here calls what a click or a key would call; states are waited for, however long the machine takes.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QTableView,
    QWidget,
)

PATIENCE = 300_000  # ms for a state, on a busy machine
_LOOK = 20  # ms between two looks for a dialog
_MARK = 8  # pixels from the left of a radio button or check box to the middle of its mark
_NONE = Qt.KeyboardModifier.NoModifier

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


def wait_until(reached: Callable[[], object], what: str, patience: int = PATIENCE) -> None:
    """Let the window work until something is so; AssertionError naming `what` if it never is."""
    until = time.monotonic() + patience / 1000
    while not reached():
        assert time.monotonic() < until, f"never came: {what}"
        QTest.qWait(_LOOK)


def look_up() -> None:
    """Let the window do what follows from a click or a key: people are slower than it is."""
    QTest.qWait(1)


def click(widget: QWidget, place: QPoint | None = None, keys: Qt.KeyboardModifier = _NONE) -> None:
    """Click with the left button; if no place is named, in the middle, or on the mark of what can be chosen."""
    assert widget.isVisible(), f"nobody can click what can't be seen: {widget.accessibleName()}"
    assert widget.isEnabled(), f"nobody can click what is disabled: {widget.accessibleName()}"
    middle = widget.rect().center()
    usual = QPoint(_MARK, middle.y()) if isinstance(widget, QRadioButton | QCheckBox) else middle
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, keys, place or usual)
    look_up()


def click_row(table: QTableView, row: int, column: int = 0, keys: Qt.KeyboardModifier = _NONE) -> None:
    """Click a cell of a table, scrolled to where it can be seen."""
    index = table.model().index(row, column)
    table.scrollTo(index)
    click(table.viewport(), table.visualRect(index).center(), keys)


def drag(widget: QWidget, begin: QPoint, end: QPoint, steps: int = 8) -> None:
    """Press the left button, move in steps, let go."""
    QTest.mouseMove(widget, begin)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, _NONE, begin)
    for step in range(1, steps + 1):
        QTest.mouseMove(widget, begin + (end - begin) * step / steps)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, _NONE, end)
    look_up()


def press(keys: str, widget: QWidget | None = None) -> None:
    """Press keys such as "Ctrl+Z" where the focus is, or in a widget of the window that has it."""
    target = widget or QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, f"nobody is there to get {keys}"
    QTest.keySequence(target, QKeySequence(keys))
    look_up()


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Type where the focus is, or in a widget."""
    target = widget or QApplication.focusWidget()
    assert target is not None, "nobody is there to be typed into"
    QTest.keyClicks(target, text)
    look_up()


def button(dialog: QWidget, text: str) -> QPushButton:
    """Return the button of a dialog on which a text stands."""
    found = [each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "").startswith(text)]
    assert found, f"no button {text!r}, but {[each.text() for each in dialog.findChildren(QPushButton)]}"
    return found[0]


@contextmanager
def answering(kind: type[AnyDialog], answer: Callable[[AnyDialog], object]) -> Iterator[list[AnyDialog]]:
    """Answer the next dialog of a kind that is opened meanwhile, or that opens after a while: this waits for it.

    `answer` must close the dialog. Where it fails the dialog is closed all the same, so that the test ends.
    """
    answered: list[AnyDialog] = []
    looking = QTimer(interval=_LOOK)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            looking.stop()
            try:
                answer(dialog)
                answered.append(dialog)
            finally:
                dialog.close()
                give_back_focus(dialog)

    looking.timeout.connect(look)
    looking.start()
    try:
        yield answered
        wait_until(lambda: answered, f"a {kind.__name__}")
    finally:
        looking.stop()


def give_back_focus(dialog: QDialog) -> None:
    """Activate the window that a dialog was in front of, as every desktop does; without a screen there is none."""
    behind = dialog.parentWidget()
    if behind is not None:
        behind.window().activateWindow()


def enter_name(path: str) -> Callable[[QFileDialog], None]:
    """Return an answer to a question for a file: its name is typed, and Enter."""

    def answer(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None, "a question for a file without a line to type in"
        press("Ctrl+A", line)
        type_text(path, line)
        assert line.text() == path, "something else came into the line"
        press("Return", line)
        if dialog.isVisible():  # names that Qt suggests, in a list that opens when a folder is read, take the first
            press("Return", line)
        assert not dialog.isVisible(), f"{dialog.selectedFiles()} was not taken"

    return answer


def choose(text: str, told: list[str] | None = None) -> Callable[[QMessageBox], None]:
    """Return an answer to a message: the button on which `text` stands; what it told comes to `told`."""

    def answer(box: QMessageBox) -> None:
        if told is not None:
            told.append(box.text().replace("\u200b", ""))
        click(button(box, text))

    return answer
