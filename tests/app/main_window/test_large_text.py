"""With text twice as large the window still fits a small screen, whatever is opened in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QToolBar
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample"
WIDE, HIGH = 1366, 768


@pytest.fixture
def window(make_window: Callable[..., MainWindow], qapp: QApplication) -> Iterator[MainWindow]:
    """A window of 1366x768 on the sample, with letters of 18 points."""
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSize(18)
    qapp.setFont(large)
    made = make_window()
    made.open([SAMPLE / "interview.vtt"])
    made.resize(WIDE, HIGH)
    yield made
    qapp.setFont(usual)


def test_nothing_makes_the_window_larger_than_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.run("edit.replace")
    window.dock("jobs").show()
    for name in ("problems", "editor"):
        window.dock(name).raise_()
        qtbot.wait(1)
        least = window.minimumSizeHint()
        assert least.width() <= WIDE
        assert least.height() <= HIGH


def test_the_bar_that_plays_shows_all_that_it_has(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.panels.video.transport
    parts = (bar.frame_back, bar.loop, bar.time, bar.rate, bar.mute, bar.volume)
    qtbot.waitUntil(lambda: bar.height() >= bar.heightForWidth(bar.width()))
    for part in parts:
        corner = part.mapTo(bar, part.rect().bottomRight())
        assert bar.rect().contains(corner), part.accessibleName()


def test_the_tools_need_no_extension(window: MainWindow) -> None:
    bar = window.findChild(QToolBar, "tools")
    assert bar.sizeHint().width() <= WIDE
