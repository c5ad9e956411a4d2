"""Builds the window and everything in it, and hands each part what it needs."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.batch import Batch
from app.behind import Behind
from app.cue_sounds import CueSounds
from app.downloads import Downloads
from app.engine_process import WORKER, EngineProcess
from app.film import Film
from app.garbage import search_all, spare_survivors
from app.kept_order import keep_order
from app.look.language import speak
from app.look.theme import Theme
from app.main_window import MainWindow, Parts
from app.model_files import ModelFiles
from app.player import Player
from app.preferences import Preferences
from app.recovery import Recovery
from app.rehearing import Rehearing
from app.session import Session
from app.sound.loudspeaker import Loudspeaker
from app.timeline import Timeline
from app.transcription import Transcription
from app.translation import Translation
from engine.errors import trace
from engine.paths import profiles_file, settings_file, unsaved_folder


def main(arguments: Sequence[str]) -> int:
    """Open the window with the files that are named, and stay until it is closed; return the exit code."""
    application = make_application([sys.argv[0]])
    preferences = Preferences(settings_file(), profiles_file())
    speak(application, preferences.settings.language)
    theme = Theme(application, preferences.settings.look)
    preferences.changed.connect(lambda _, after: theme.show(after.look))
    window = build(
        preferences,
        unsaved_folder(),
        QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat),
    )
    fit(window)
    sys.excepthook = lambda _, bug, __: report_bug(window, bug)
    window.show()
    window.activateWindow()  # without a window manager it gets no keys until it is clicked
    QTimer.singleShot(0, window, lambda: window.begin(tuple(map(Path, arguments))))
    spare_survivors()
    window.parts.session.opened.connect(search_all)
    return application.exec()


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application. Without graphics hardware pictures are converted without it, too: seven times faster."""
    if not Path("/dev/dri").exists():
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")
    application = QApplication(arguments)
    QCoreApplication.setApplicationName("Sotto")
    QGuiApplication.setDesktopFileName("sotto")
    return application


def fit(window: MainWindow) -> None:
    """Keep a window that nobody has sized yet within its screen: scaled three times, a large one is small."""
    window.resize(window.size().boundedTo(window.screen().availableSize()))


def report_bug(window: MainWindow, bug: BaseException) -> None:
    """Tell of a mistake in the program where somebody sees it; what the log gets holds nothing that was said."""
    sys.stderr.writelines(trace(bug))
    window.status.say(QCoreApplication.translate("Main", "A mistake in the program: please report what the log says."))


def build(preferences: Preferences, unsaved: Path, layout: QSettings, worker: Sequence[str] = WORKER) -> MainWindow:
    """Build the window with all that belongs to it; `worker` is the command of an engine process."""
    session = Session()
    player = Player()
    timeline = Timeline(session)
    cue_sounds = CueSounds(session, timeline, player, Loudspeaker())
    film = Film(player, EngineProcess(worker), preferences.settings.ffmpeg)
    engine = EngineProcess(worker)  # one model is in memory, whatever it is asked for
    transcription = Transcription(session, film, engine)
    rehearing = Rehearing(session, film, engine)
    translation = Translation(session, film, engine)
    recovery = Recovery(session, unsaved, behind=Behind())
    keep_order(transcription, recovery)
    batch = Batch(engine, unsaved, lambda: preferences.profile(""))
    works = (transcription, rehearing, translation)
    for work in works:  # the open document goes first
        work.state_changed.connect(lambda _: batch.hold(any(each.state != "idle" for each in works)))
    files = ModelFiles(EngineProcess(worker))
    downloads = Downloads(EngineProcess(worker), files.clear)
    parts = Parts(
        session, timeline, player, cue_sounds, film, transcription, rehearing, translation, recovery, preferences,
        layout, batch, downloads, files, unsaved,
    )  # fmt: skip
    window = MainWindow(parts)
    owned = (
        session, timeline, player, cue_sounds, film, transcription, rehearing, translation, recovery, preferences,
        batch, downloads, files,
    )  # fmt: skip
    for part in owned:
        part.setParent(window)
    return window
