"""The waveform as a widget that can be worked on: clicks, drags, wheel and keys, told by signals."""

from typing import Literal

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.widgets.waveform.dragging import Manner
from app.widgets.waveform.picture import WaveformPicture
from app.widgets.waveform.pointing import Clicked, Dragged, Drawn, Outcome, Panned, Pointer, Sought, Where, hit
from app.widgets.waveform.scene import Stretch

Mouse = Literal["subtitle-edit", "aegisub"]

_ZOOM = 1.25  # by a step of the wheel or a key
_WHEEL = 0.12  # of the view, by a step of the wheel
_PAGE = 0.9  # of the view, by a key
_AUTO_SCROLL = 12  # pixels, by a move of the pointer beyond an edge
_SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_CURSORS: dict[Where, Qt.CursorShape] = {
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "ruler": Qt.CursorShape.PointingHandCursor,
}
_STRETCH_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class WaveformView(WaveformPicture):
    """A waveform whose cues can be dragged.

    `seek_asked`, `start_asked`, `end_asked` and `offset_asked` tell the time of a click: to go there, to let the
    current cue start or end there, to shift it and all behind it there. `edge_dragged` and `cue_moved` tell a tuple of
    Retimed: the cue, and the neighbours that it pushed. `cue_proposed` tells start and end of a new cue.
    `stretch_changed` tells a Stretch or None, `menu_asked` the place of a context menu.

    Drags stop at neighbours and stick to edges, speech and the playhead; with Shift they push, with Ctrl they are free.
    The wheel scrolls, with Ctrl or Alt it zooms, with Shift it changes the height; the middle button pans. Keys: + and
    - zoom, Page keys, Home and End scroll, Enter makes a cue of the marked time, Escape gives up.
    """

    seek_asked = Signal(int)
    start_asked = Signal(int)
    end_asked = Signal(int)
    offset_asked = Signal(int)
    cue_clicked = Signal(int)
    cue_opened = Signal(int)
    edge_dragged = Signal(object)
    cue_moved = Signal(object)
    cue_proposed = Signal(int, int)
    stretch_changed = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer: Pointer | None = None
        self._button = Qt.MouseButton.NoButton
        self._mouse: Mouse = "subtitle-edit"
        self._gap = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def set_gap(self, gap: int) -> None:
        """Set the least time between two cues that dragging keeps."""
        self._gap = gap

    def set_mouse(self, mouse: Mouse) -> None:
        """Let clicks mean what they do in Subtitle Edit, or in Aegisub: left for the start, right for the end."""
        self._mouse = mouse

    def set_stretch(self, stretch: Stretch | None) -> None:
        before = self.stretch
        super().set_stretch(stretch)
        if stretch != before:
            self.stretch_changed.emit(stretch)

    def propose_cue(self) -> None:
        """Propose the marked time as a new cue, and mark it no longer."""
        stretch = self.stretch
        if stretch is not None:
            self.set_stretch(None)
            self.cue_proposed.emit(stretch.start, stretch.end)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        button = event.button()
        right = button == Qt.MouseButton.RightButton and self._mouse == "aegisub"
        if self._pointer is not None or not (
            right or button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
        ):
            event.ignore()
            return
        place = event.position()
        pans = button == Qt.MouseButton.MiddleButton
        self._pointer = Pointer(self.scene, place.x(), place.y(), pans=pans, gap=self._gap)
        self._button = button
        self.hold(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        x = event.position().x()
        if self._pointer is None:
            self._point(hit(self.scene, x, event.position().y()).where)
            return
        if self._pointer.moving and not 0 <= x <= self.width():
            self.scroll_by(-_AUTO_SCROLL if x < 0 else _AUTO_SCROLL)
        self._act(self._pointer.move(self.scene, x, _manner(event.modifiers()), self.playhead), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if self._pointer is None or event.button() != self._button:
            return
        pointer, modifiers = self._pointer, event.modifiers()
        self._let_go()
        self._act(pointer.release(self.scene, event.position().x(), _manner(modifiers), self.playhead), modifiers)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        found = hit(self.scene, event.position().x(), event.position().y())
        time, stretch = self.scene.scale.time(event.position().x()), self.stretch
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif stretch is not None and stretch.start <= time <= stretch.end:
            self.propose_cue()
        elif found.index >= 0:
            self.cue_opened.emit(self.scene.times.cues[found.index].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Ask for a menu; where the right button sets the end, by its key alone."""
        if self._mouse != "aegisub" or event.reason() != QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.pos())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        turned = event.angleDelta()
        steps = (turned.y() or turned.x()) / 120  # with Alt, Qt turns the wheel sideways
        if event.modifiers() & (_CTRL | _ALT):
            self.zoom(_ZOOM**steps, event.position().x())
        elif event.modifiers() & _SHIFT:
            self.set_gain(self.scene.gain * _ZOOM**steps)
        else:
            self.scroll_by(-self._wheeled(event.pixelDelta(), steps))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_PageUp:
                self.scroll_by(-_PAGE * self.width())
            case Qt.Key.Key_PageDown:
                self.scroll_by(_PAGE * self.width())
            case Qt.Key.Key_Home:
                self.show_time(0, 0)
            case Qt.Key.Key_End:
                self.show_end()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.stretch is not None:
                self.propose_cue()
            case Qt.Key.Key_Escape if self._pointer is not None or self.stretch is not None:
                self._give_up()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Escape from the window's shortcuts while they mean something here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            busy = self.stretch is not None or self._pointer is not None
            if busy and event.key() in _STRETCH_KEYS:
                event.accept()
                return True
        return super().event(event)

    def focusOutEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        self.update()

    def focusInEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        self.update()

    def _act(self, outcome: Outcome | None, modifiers: Qt.KeyboardModifier) -> None:
        match outcome:
            case Panned(pixels):
                self.scroll_by(pixels)
            case Sought(time):
                self.seek_asked.emit(time)
            case Drawn(start, end):
                self.set_stretch(Stretch(start, end) if end > start else None)
            case Dragged(part, times, done):
                self.set_dragged(() if done else times)
                if done:
                    (self.cue_moved if part == "body" else self.edge_dragged).emit(times)
            case Clicked(time, cue):
                self._click(time, cue, modifiers)

    def _click(self, time: int, cue: int | None, modifiers: Qt.KeyboardModifier) -> None:
        self.set_stretch(None)
        keys = modifiers & (_SHIFT | _CTRL)
        if self._mouse == "aegisub":
            asked = {Qt.MouseButton.LeftButton: self.start_asked, Qt.MouseButton.RightButton: self.end_asked}
            asked[self._button].emit(time)
        elif keys == _SHIFT | _CTRL:
            self.offset_asked.emit(time)
        elif keys == _SHIFT:
            self.start_asked.emit(time)
        elif keys == _CTRL:
            self.end_asked.emit(time)
        else:
            if cue is not None:
                self.cue_clicked.emit(cue)
            self.seek_asked.emit(time)

    def _let_go(self) -> None:
        self._pointer = None
        self.hold(False)

    def _give_up(self) -> None:
        """End a drag without doing it, else mark nothing."""
        if self._pointer is not None:
            self._let_go()
            self.set_dragged(())
        self.set_stretch(None)

    def _point(self, where: Where) -> None:
        self.setCursor(_CURSORS.get(where, Qt.CursorShape.ArrowCursor))

    def _wheeled(self, pixels: QPoint, steps: float) -> float:
        """Return how many pixels back a wheel or a touchpad scrolls; touchpads say pixels."""
        return float(pixels.x() or pixels.y()) if not pixels.isNull() else steps * _WHEEL * self.width()


def _manner(modifiers: Qt.KeyboardModifier) -> Manner:
    return "push" if modifiers & _SHIFT else "free" if modifiers & _CTRL else "stop"
