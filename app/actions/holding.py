"""A key that does something for as long as it is held: what happens when it is let go."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_MODIFIERS = {
    Qt.KeyboardModifier.ControlModifier: Qt.Key.Key_Control,
    Qt.KeyboardModifier.ShiftModifier: Qt.Key.Key_Shift,
    Qt.KeyboardModifier.AltModifier: Qt.Key.Key_Alt,
    Qt.KeyboardModifier.MetaModifier: Qt.Key.Key_Meta,
}


class Hold(QObject):
    """Follows a key from when it triggers an action until it is let go, or until the window loses the keyboard.

    Chosen from a menu, where no key is held, the action just goes on.
    """

    def __init__(self, action: QAction, window: QWidget, released: Callable[[], object]) -> None:
        super().__init__(action)
        self._window = window
        self._released = released
        self._keys: frozenset[int] = frozenset()
        self._watched: QObject | None = None
        action.triggered.connect(self._begin)

    def set_keys(self, sequences: Iterable[str]) -> None:
        """Say by which keys the action is done; letting go of one of their modifiers ends it, too."""
        portable = QKeySequence.SequenceFormat.PortableText
        read = [QKeySequence(sequence, portable) for sequence in sequences]
        combined = [each[0] for each in read]  # type: ignore[index] # the stub doesn't know that it can be
        modifiers = [key for each in combined for mark, key in _MODIFIERS.items() if mark in each.keyboardModifiers()]
        self._keys = frozenset([*(int(each.key()) for each in combined), *map(int, modifiers)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if isinstance(event, QKeyEvent):
            let_go = event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat() and event.key() in self._keys
        else:
            let_go = event.type() in (QEvent.Type.FocusOut, QEvent.Type.Close)
        if let_go:
            self._end()
        return False

    def _begin(self) -> None:
        """Watch the window as the system sees it: no widget can keep the key from it there."""
        handle = self._window.windowHandle()
        if self._watched is None and handle is not None and self._keys:
            self._watched = handle
            handle.installEventFilter(self)

    def _end(self) -> None:
        watched, self._watched = self._watched, None
        if watched is not None:
            watched.removeEventFilter(self)
            self._released()
