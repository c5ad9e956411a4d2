"""Takes a picture of the window, without a screen: python -m tests.support.window_picture FILM SUBTITLES PICTURE."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings

from app.look.theme import Theme
from app.main import build, make_application
from app.main_window import MainWindow
from app.preferences import Preferences
from tests.support.hands import click_row, look_up, wait_until

CUE = 2  # the row whose cue is shown: by then the picture is no longer its first one
_PATIENCE = 120_000  # ms
_NEAR = 500  # ms between a picture and where it is looked for


def show(window: MainWindow, film: Path, subtitles: Path) -> None:
    """Open both, and choose a cue; wait until its picture and the waveform are there."""
    window.show()
    window.begin((subtitles, film))
    parts = window.parts
    wait_until(lambda: parts.film.ready is not None and not parts.film.preparing, "the sound", _PATIENCE)
    click_row(window.panels.table.view, min(CUE, window.panels.model.rowCount() - 1))
    current = parts.session.current
    assert current is not None, "a file without cues"
    middle = (current.start + current.end) // 2
    parts.player.seek(middle)
    sink = window.panels.video.view.sink
    wait_until(lambda: abs(sink.videoFrame().startTime() / 1000 - middle) < _NEAR, "the picture", _PATIENCE)
    look_up()


def main(film: str, subtitles: str, picture: str) -> int:
    """Take the picture in folders that nothing else is kept in; 1 if it can't be written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = make_application([sys.argv[0]])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        own = Path(folder)
        preferences = Preferences(own / "settings.toml", own / "profiles.toml")
        Theme(application, preferences.settings.look)
        window = build(preferences, own, QSettings(str(own / "window.ini"), QSettings.Format.IniFormat))
        show(window, Path(film), Path(subtitles))
        done = window.grab().save(picture)
        window.close()
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
