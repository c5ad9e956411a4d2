"""Answers dialogs that a test opens and that wait for somebody."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

Answer = Callable[[type[QDialog], Callable[[QDialog], object]], list[QDialog]]
_LOOK = 10  # ms between two looks


def answers() -> Iterator[Answer]:
    """Yield a function that lets the next dialog of a kind be answered, and lists what was; then look no more."""
    timers: list[QTimer] = []

    def prepare(kind: type[QDialog], reply: Callable[[QDialog], object]) -> list[QDialog]:
        asked: list[QDialog] = []
        timer = QTimer()
        timers.append(timer)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                timer.stop()
                asked.append(dialog)
                reply(dialog)

        timer.timeout.connect(look)
        timer.start(_LOOK)
        return asked

    yield prepare
    for timer in timers:
        timer.stop()
