"""What whole jobs have: no screen, folders of their own, and the window as it is built for a person."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded
os.environ["QT_XCB_GL_INTEGRATION"] = "none"

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.engine_process import WORKER
from app.main import build
from app.main_window import MainWindow
from app.preferences import Preferences
from engine.paths import profiles_file, settings_file, unsaved_folder
from engine.subtitles.document import Document
from tests.support.window_child import own_folders

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let settings, caches and what is not saved yet lie in a folder of the test's own."""
    for name, folder in own_folders(tmp_path).items():
        monkeypatch.setenv(name, folder)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")  # threads that wait for each other are slow on a busy machine
    return tmp_path


@pytest.fixture
def make_window(qapp: QApplication, home: Path) -> Iterator[MakeWindow]:
    """Return a function that opens the window as main.py does, with the real engine or another `worker`."""
    made: list[MainWindow] = []
    assert settings_file().is_relative_to(home)
    qapp.setApplicationName("Sotto")

    def make(worker: Sequence[str] = WORKER) -> MainWindow:
        layout = QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat)
        window = build(Preferences(settings_file(), profiles_file()), unsaved_folder(), layout, worker)
        made.append(window)
        window.show()
        assert QTest.qWaitForWindowActive(window, 60_000)
        return window

    yield make
    for window in made:
        window.parts.recovery.discard()
        window.parts.recovery.new(Document())
        window.close()
        window.deleteLater()
