"""A window that says what has the keyboard, for keys from outside: python -m tests.support.bare_window FOLDER FILE.

On stdout it tells, as one JSON object a line and whenever something of it changes, the class of the widget that has the
focus, that of the dialog that is open, whether the bar that finds is open, and whether the film plays.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.main import build, make_application
from app.main_window import MainWindow
from app.preferences import Preferences

_LOOK = 50  # ms
FAKE_ENGINE = (sys.executable, "-m", "tests.support.fake_engine", "count", "1")


class Teller(QObject):
    """Tells what has changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told = ""
        self._looks = QTimer(window, interval=_LOOK)
        self._looks.timeout.connect(self._look)
        self._looks.start()

    def _look(self) -> None:
        focus, dialog = QApplication.focusWidget(), QApplication.activeModalWidget()
        state = {
            "focus": type(focus).__name__ if focus else "",
            "dialog": type(dialog).__name__ if dialog else "",
            "find": self._window.panels.find_bar.isVisible(),
            "playing": self._window.parts.player.playing,
        }
        told = json.dumps(state)
        if told != self._told:
            self._told = told
            os.write(1, told.encode() + b"\n")


def main(folder: str, file: str) -> int:
    application = make_application([sys.argv[0]])
    own = Path(folder)
    preferences = Preferences(own / "settings.toml", own / "profiles.toml")
    layout = QSettings(str(own / "window.ini"), QSettings.Format.IniFormat)
    window = build(preferences, own, layout, FAKE_ENGINE)
    window.show()
    window.activateWindow()
    window.begin((Path(file),))
    Teller(window)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
