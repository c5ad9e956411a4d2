"""The picture on the whole screen: nothing beside it but the bar that plays it, and every key as before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from app.main_window.docks import Docks


class FullPicture:
    """Switches between the window as it was and the picture alone. The same window shows it, so that its keys hold."""

    def __init__(self, window: QMainWindow, docks: Docks) -> None:
        self._window = window
        self._docks = docks
        self._before = Qt.WindowState.WindowNoState
        self._hidden: list[QWidget] = []
        self.is_on = False

    def switch(self) -> None:
        if self.is_on:
            self.leave()
        else:
            self._enter()

    def leave(self) -> None:
        """Show the window again as it was, if the picture is alone."""
        if not self.is_on:
            return
        self.is_on = False
        self._docks.show_alone("")
        for part in self._hidden:
            part.show()
        self._hidden = []
        self._window.setWindowState(self._before)

    def _enter(self) -> None:
        window = self._window
        self.is_on = True
        self._before = window.windowState()
        bars = [window.menuBar(), window.statusBar(), *window.findChildren(QWidget, "tools")]
        self._hidden = [bar for bar in bars if bar.isVisibleTo(window)]
        for part in self._hidden:
            part.hide()
        self._docks.show_alone("video")
        window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        self._docks.dock("video").widget().setFocus()
