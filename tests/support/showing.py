"""Lets a widget show what is in it, as a person would: painted, hovered over, pasted into, asked and answered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPoint, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolTip,
    QWidget,
)

from tests.support.accessibility import names
from tests.support.hands import press

_LOOK = 20  # ms between two looks for a question


def settle(widget: QWidget) -> None:
    """Paint a widget, and let happen what follows."""
    widget.grab()
    QTest.qWait(1)


def show(widget: QWidget, *, closes: bool = True) -> None:
    widget.show()
    settle(widget)
    hover(widget)
    names(widget)
    if closes:
        widget.close()


def tip(text: str) -> None:
    QToolTip.showText(QPoint(10, 10), text)
    for widget in QApplication.topLevelWidgets():
        if widget.inherits("QTipLabel"):
            widget.grab()
    QToolTip.hideText()


def hover(root: QWidget) -> None:
    """Ask every widget for its tooltip, as a mouse does that rests on it; lists are asked for their cells, too."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        for place in (widget.rect().center(), QPoint(8, 8), QPoint(60, 30)):
            QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
        for tip in QApplication.topLevelWidgets():
            if tip.inherits("QTipLabel"):
                tip.grab()
    QToolTip.hideText()


def paste_into(root: QWidget, html: str, *, shows: bool = True) -> None:
    """Paste HTML from another program into every field."""
    data = QMimeData()
    data.setHtml(html)
    data.setText(html)
    QGuiApplication.clipboard().setMimeData(data)
    if shows:
        root.show()
    for field in (*root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)):
        if field.isVisible() and field.isEnabled():
            field.paste()
    settle(root)
    if shows:
        root.close()


def type_name(dialog: QDialog, name: str) -> None:
    """Type a name into a question for files, and Enter; what is asked then is looked at by whoever looks already."""
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText(name)
    press("Return", line)


def ask(ask: Callable[[], object], answer: Callable[[QDialog], object] | None = None) -> None:
    """Open what waits for an answer, look at it, and at what it asks in turn, and close each."""
    with _looking(answer):
        ask()


@contextmanager
def _looking(answer: Callable[[QDialog], object] | None) -> Iterator[None]:
    seen: list[QDialog] = []
    looks = True

    def look() -> None:
        if not looks:
            return
        QTimer.singleShot(_LOOK, look)  # before what is opened here waits in turn
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog in seen:
            return
        seen.append(dialog)
        _look_at(dialog)
        if answer is not None and isinstance(dialog, QFileDialog):
            answer(dialog)
        dialog.reject()

    QTimer.singleShot(_LOOK, look)
    try:
        yield
    finally:
        looks = False


def _look_at(dialog: QDialog) -> None:
    for button in dialog.findChildren(QPushButton):
        if "Details" in button.text():
            button.click()
    settle(dialog)
    hover(dialog)
    names(dialog)
