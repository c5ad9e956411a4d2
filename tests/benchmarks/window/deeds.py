"""What somebody very quick does in the window, without an end: types, scrolls, seeks, drags, zooms, plays a little."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.main_window import MainWindow

Deed = Callable[[], object]
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_TYPED = " typed by hand"


def deeds(window: MainWindow) -> Iterator[Deed]:
    """Yield what is done next."""
    panels, player = window.panels, window.parts.player
    table, wave, editor = panels.table.view.viewport(), panels.waveform.view, panels.editor.text
    window.activateWindow()
    for row in cycle((0, 3, 1, 4, 2)):
        yield partial(_go_to, window, row)
        yield editor.setFocus
        yield partial(QTest.keyClick, editor, Qt.Key.Key_End)
        for letter in _TYPED:
            yield partial(QTest.keyClick, editor, letter)
        for _ in _TYPED:
            yield partial(QTest.keyClick, editor, Qt.Key.Key_Backspace)
        for down in (True, True, True, False, False, False):
            yield partial(_turn_wheel, table, down)
        for place in (0.2, 0.7, 0.4):
            yield partial(player.seek, int(place * 60_000))
            yield partial(_click, wave, place)
        yield partial(_go_to, window, row)
        yield from _drag(window)
        yield from (wave.zoom_out, wave.zoom_out, wave.zoom_in, wave.zoom_in, wave.zoom_to_all)
        yield panels.waveform.show_selection
        yield player.toggle
        for _ in range(20):
            yield partial(_turn_wheel, table, True)
        yield player.pause


def _go_to(window: MainWindow, row: int) -> None:
    window.parts.session.select((window.panels.model.cue_at(row).id,))


def _click(wave: QWidget, place: float) -> None:
    """Click on the ground of the waveform, at a share of its width."""
    QTest.mouseClick(wave, _LEFT, _NONE, QPoint(int(place * wave.width()), wave.height() - 30))


def _drag(window: MainWindow) -> Iterator[Deed]:
    """Draw the end of the current cue a little earlier, and back."""
    wave, session = window.panels.waveform.view, window.parts.session
    for way in (-12, 12):
        cue = session.current
        if cue is None:
            return
        grip = QPoint(round(wave.scene.scale.x(cue.end)), wave.height() // 2)
        yield partial(QTest.mousePress, wave, _LEFT, _NONE, grip)
        for step in range(1, 5):
            yield partial(QTest.mouseMove, wave, grip + QPoint(way * step // 4, 0))
        yield partial(QTest.mouseRelease, wave, _LEFT, _NONE, grip + QPoint(way, 0))


def _turn_wheel(widget: QWidget, down: bool) -> None:
    place, turned = QPointF(20, 20), QPoint(0, -120 if down else 120)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(widget, QWheelEvent(place, place, QPoint(), turned, buttons, _NONE, phase, False))
