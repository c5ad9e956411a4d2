"""What every test of the window has: no screen, no graphics, no connection, a Session and documents."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded
os.environ["QT_XCB_GL_INTEGRATION"] = "none"
os.environ["QT_ACCESSIBILITY"] = "1"

import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from app.main import build
from app.main_window import MainWindow
from app.preferences import Preferences
from app.session import Session
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History

FAKE_ENGINE = (sys.executable, "-m", "tests.support.fake_engine")


@pytest.fixture(autouse=True)
def no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever tries to reach another machine, or this one by an address."""

    def refuse(self: socket.socket, address: object, *_: object) -> None:
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"a connection to {address!r} was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a name was looked up"))


@pytest.fixture
def documents() -> Callable[..., Document]:
    """Return a function that makes a document of texts: a cue of a second and a half every two seconds."""

    def made(*texts: str) -> Document:
        return Document(
            tuple(Cue(number, 2000 * number, 2000 * number + 1500, text) for number, text in enumerate(texts, 1))
        )

    return made


@pytest.fixture
def session(documents: Callable[..., Document]) -> Session:
    """A session of three cues with the ids 1, 2 and 3."""
    return Session(History(documents("One.", "Two.", "Three.")))


@pytest.fixture
def make_window(qapp: object, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Return a function that makes the whole window, with a fake engine that does what it is told."""
    assert qapp is not None
    made: list[MainWindow] = []

    def make(*conduct: str) -> MainWindow:
        unsaved = tmp_path / "unsaved"
        unsaved.mkdir(mode=0o700, exist_ok=True)
        preferences = Preferences(tmp_path / "settings.toml", tmp_path / "profiles.toml")
        layout = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = build(preferences, unsaved, layout, (*FAKE_ENGINE, *(conduct or ("count", "3"))))
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.parts.recovery.discard()
        window.parts.recovery.new(Document())
        window.close()
        window.deleteLater()
