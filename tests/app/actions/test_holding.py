"""A held key plays, and letting it go stands still."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.keys.sets import read_key_sets
from app.keys.values import Key
from app.main_window import MainWindow

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample"
F7 = Qt.Key.Key_F7


@pytest.fixture
def window(make_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    made = make_window()
    with qtbot.waitSignal(made.parts.player.duration_changed, timeout=20_000):
        made.open([SAMPLE / "interview.mp4"])
    made.activateWindow()
    made.commands.update()
    return made


def handle(window: MainWindow) -> QWindow:
    found = window.windowHandle()
    assert found is not None
    return found


def test_it_plays_as_long_as_the_key_is_held(window: MainWindow) -> None:
    QTest.keyPress(handle(window), F7)
    assert window.parts.player.playing
    QTest.keyRelease(handle(window), F7)
    assert not window.parts.player.playing


def test_a_key_that_repeats_itself_is_still_held(window: MainWindow) -> None:
    QTest.keyPress(handle(window), F7)
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        QGuiApplication.sendEvent(handle(window), QKeyEvent(kind, F7, none, "", True))
    assert window.parts.player.playing
    QTest.keyRelease(handle(window), F7)
    assert not window.parts.player.playing


def test_other_keys_are_typed_meanwhile(window: MainWindow) -> None:
    window.commands.run("cue.insert_at_playhead")
    window.panels.editor.focus_text()
    QTest.keyPress(handle(window), F7)
    QTest.keyClick(handle(window), Qt.Key.Key_A)
    assert window.parts.player.playing
    assert window.panels.editor.text.text() == "a"
    QTest.keyRelease(handle(window), F7)
    assert not window.parts.player.playing


def test_a_window_that_loses_the_keyboard_lets_the_key_go(window: MainWindow) -> None:
    QTest.keyPress(handle(window), F7)
    QGuiApplication.sendEvent(handle(window), QFocusEvent(QEvent.Type.FocusOut))
    assert not window.parts.player.playing


def test_letting_go_of_a_modifier_is_enough(window: MainWindow) -> None:
    window.commands.bind(read_key_sets()[0].with_keys("play.hold", [Key("Ctrl+Alt+K")]))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyPress(handle(window), Qt.Key.Key_K, both)
    assert window.parts.player.playing
    QTest.keyRelease(handle(window), Qt.Key.Key_Alt, both)
    assert not window.parts.player.playing


def test_a_key_held_too_long_does_not_play_and_pause_in_turns(window: MainWindow) -> None:
    assert not window.commands.action("play.toggle").autoRepeat()
    assert not window.commands.action("play.hold").autoRepeat()
    assert window.commands.action("play.back").autoRepeat()
