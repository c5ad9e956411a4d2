"""The stage of the pictures: the real window on a folder of its own, and ways to wait for it and to picture it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from png import png
from PySide6.QtCore import QEventLoop, QLocale, QSettings, QTimer
from PySide6.QtGui import QCursor, QFont
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.look.language import speak
from app.look.theme import Theme
from app.main import build, make_application
from app.main_window import MainWindow
from app.preferences import Preferences
from engine.audio.ffmpeg import find_ffmpeg
from engine.settings import Look, Scheme, Settings, write_settings
from engine.subtitles.document import Document

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample"
SIZE = (1366, 768)
_PATIENCE = 400  # s; the engine shares its machine with others
_QUIET = 400  # ms in which layouts and timers of no length arrive
_PICTURES = 2_000  # ms in which the player's pictures do


class Stage:
    """One application and one window after the other. `folder` is empty, and stands for a person's home."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        for name in ("CACHE", "DATA", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
        self.films = folder / "films"
        self.films.mkdir(parents=True)
        shutil.copy(SAMPLE / "interview.mp4", self.films)
        self._folder = folder
        self._pictures = pictures
        self._application = make_application(["sotto"])
        self._application.setFont(QFont("DejaVu Sans", 9))
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self._theme = Theme(self._application, Look(scheme="light"))
        self._window: MainWindow | None = None
        self._asked = ""  # the picture of the dialog that is about to be there
        self._looks = QTimer(interval=_QUIET)
        self._looks.timeout.connect(self._look)
        sys.excepthook = _end_with

    def window(self, settings: Settings | None = None, size: tuple[int, int] = SIZE) -> MainWindow:
        """Show a new window in place of the one before, as it is on the first start."""
        self.close()
        chosen = settings or Settings()
        if chosen.look.scheme == "system":
            chosen = replace(chosen, look=replace(chosen.look, scheme="light"))
        file = self._folder / "config" / "settings.toml"
        write_settings(chosen, file)
        self._theme.show(chosen.look)
        layout = self._folder / "window.ini"
        layout.unlink(missing_ok=True)
        unsaved = self._folder / "unsaved"
        unsaved.mkdir(mode=0o700, exist_ok=True)
        self._window = window = build(
            Preferences(file, file.with_name("profiles.toml")),
            unsaved,
            QSettings(str(layout), QSettings.Format.IniFormat),
        )
        window.resize(*size)
        window.show()
        window.activateWindow()
        self.settle()
        return window

    def speak(self, language: str) -> None:
        """Let windows from now on speak a language."""
        speak(self._application, language)

    def close(self) -> None:
        """Close the window, and leave nothing of its document behind."""
        if self._window is not None:
            self._window.parts.recovery.discard()
            self._window.parts.recovery.new(Document())
            self._window.close()
            self._window.deleteLater()
            self._window = None
            self.settle()

    def dress(self, scheme: Scheme, text_size: int = 0) -> None:
        """Change colours and size of text while the window stands."""
        self._theme.show(Look(scheme=scheme, text_size=text_size))
        self.settle()

    def settle(self, quiet: int = _QUIET) -> None:
        """Let everything happen that is about to."""
        loop = QEventLoop()
        QTimer.singleShot(quiet, loop.quit)
        loop.exec()

    def wait(self, happened: Callable[[], object], what: str) -> None:
        """Wait until something has happened. Raises TimeoutError with `what` did not."""
        latest = time.monotonic() + _PATIENCE
        while not happened():
            if time.monotonic() > latest:
                raise TimeoutError(what)
            self.settle(50)
        self.settle()

    def open(self, window: MainWindow, *paths: Path) -> None:
        """Open files, and wait for the film's sound and picture."""
        window.open(paths)
        self.wait(lambda: window.parts.film.ready and not window.parts.film.preparing, "the film was not prepared")

    def repeated(self, name: str, times: int) -> Path:
        """Return a film that is the sample several times."""
        film = self.films / name
        command = [find_ffmpeg(), "-nostdin", "-loglevel", "error", "-stream_loop", str(times - 1)]
        subprocess.run([*command, "-i", self.films / "interview.mp4", "-c", "copy", film], check=True)
        return film

    def take(self, name: str, widget: QWidget) -> None:
        """Take a picture, with a cursor that is nowhere near."""
        QCursor.setPos(0, 0)
        self.settle(_PICTURES)
        self.save(name, widget)

    def save(self, name: str, widget: QWidget) -> None:
        """Take a picture as it is this moment."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{name}.png"
        image = widget.grab().toImage()
        path.write_bytes(png(image))
        print(f"{path.name}  {image.width()}x{image.height()}  {path.stat().st_size // 1024} KiB", flush=True)

    def take_dialog(self, name: str, ask: Callable[[], object]) -> None:
        """Take a picture of the dialog that `ask` opens and waits for, and leave it without an answer."""
        self._asked = name
        self._looks.start()
        ask()
        self._looks.stop()
        if self._asked:
            raise LookupError(f"nothing was asked for {name}")
        self.settle(50)

    def _look(self) -> None:
        """Take the picture of the dialog that waits now, if one does and has been drawn."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and self._asked:
            self.save(self._asked, dialog)
            self._asked = ""
            dialog.reject()


def _end_with(kind: type[BaseException], bug: BaseException, trace: object) -> None:
    sys.__excepthook__(kind, bug, trace)  # type: ignore[arg-type]
    os._exit(1)  # a mistake in a slot would else be passed over
