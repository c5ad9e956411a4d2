"""The picture fills the screen by a double click, and Escape leads back to the window as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample"
DOCKS = ("video", "table", "editor", "problems", "jobs", "waveform")


@pytest.fixture
def window(make_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    made = make_window()
    made.open([SAMPLE / "interview.mp4"])
    qtbot.waitUntil(lambda: made.parts.player.duration > 0 and not made.parts.film.preparing, timeout=20_000)
    made.commands.update()
    return made


def shown(window: MainWindow) -> list[str]:
    return [name for name in DOCKS if not window.dock(name).isHidden()]


def double_click(window: MainWindow, qtbot: QtBot) -> None:
    view = window.panels.video.view
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)


def test_a_double_click_leaves_nothing_but_the_picture(window: MainWindow, qtbot: QtBot) -> None:
    before = shown(window)
    double_click(window, qtbot)
    assert window.isFullScreen()
    assert shown(window) == ["video"]
    assert not window.menuBar().isVisible()
    assert not window.statusBar().isVisible()
    assert window.panels.video.view.hasFocus() or not window.isActiveWindow()
    double_click(window, qtbot)
    assert not window.isFullScreen()
    assert shown(window) == before
    assert window.menuBar().isVisible()
    assert window.statusBar().isVisible()


def test_escape_leads_back_to_where_everything_was(window: MainWindow, qtbot: QtBot) -> None:
    window.dock("waveform").hide()
    before = shown(window)
    window.commands.run("view.full_picture")
    assert shown(window) == ["video"]
    qtbot.keyClick(window.panels.video.view, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert shown(window) == before


def test_keys_hold_while_the_picture_is_alone(window: MainWindow) -> None:
    window.commands.run("view.full_picture")
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.player.playing
    QTest.keyClick(handle, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert not window.isFullScreen()


def test_escape_leaves_the_full_screen_of_the_window_too(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.run("view.full_screen")
    assert window.isFullScreen()
    assert shown(window)[:2] == ["video", "table"]
    qtbot.keyClick(window.panels.video.view, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_a_window_closed_meanwhile_opens_as_it_was(make_window: Callable[..., MainWindow], window: MainWindow) -> None:
    window.commands.run("view.full_picture")
    window.close()
    second = make_window()
    second.open([SAMPLE / "interview.vtt"])
    assert not second.isFullScreen()
    assert [name for name in shown(second) if name != "jobs"] == ["video", "table", "editor", "problems", "waveform"]


def test_a_document_that_is_closed_leaves_the_start_page(window: MainWindow) -> None:
    window.commands.run("view.full_picture")
    window.commands.run("file.close")
    assert window.panels.start_page.isVisible()
    assert window.menuBar().isVisible()
    assert not window.isFullScreen()
