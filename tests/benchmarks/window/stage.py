"""The whole window with folders of its own, and what the benchmark does with it: wait, see it paint, ask for memory."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from app.garbage import search_all, search_as_usual, spare_survivors
from app.look.theme import Theme
from app.main import build, make_application
from app.main_window import MainWindow
from app.preferences import Preferences
from engine.subtitles.document import Document
from tests.benchmarks.window.figures import Taken

_PATIENCE = 120  # s for anything that is waited for


class Painted(QObject):
    """Knows when a widget of a window was painted, to the end: Qt paints all that is stale of a window at once."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._window = widget, widget.window()
        self._seen = self._done = False
        self._ended = 0.0, 0.0
        for watched in (widget, self._window):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if watched is self._widget and event.type() == QEvent.Type.Paint:
            self._seen = True
        if watched is not self._window or event.type() != QEvent.Type.UpdateRequest or self._done:
            return False
        self._window.event(event)
        self._done = self._seen
        self._ended = time.perf_counter(), time.thread_time()
        return True

    def after(self, work: Callable[[], object]) -> Taken:
        """Do something, let the window work until the widget is painted, and return what it took until then.

        What the window does afterwards, before it waits for the next event, is `rest` of that.
        """
        until, self._seen, self._done = time.monotonic() + _PATIENCE, False, False
        began = time.perf_counter(), time.thread_time()
        work()
        while not self._done:
            QCoreApplication.processEvents()
            assert time.monotonic() < until, "it was never painted"
        QCoreApplication.processEvents()
        clock, cpu = (1000 * (end - begin) for end, begin in zip(self._ended, began, strict=True))
        return Taken(clock, cpu, 1000 * (time.perf_counter() - self._ended[0]))


@contextmanager
def window_of_its_own() -> Iterator[tuple[MainWindow, Path]]:
    """Lend the window as main.py builds it, and the folder in which all that it keeps lies."""
    application = QApplication.instance() or make_application([sys.argv[0]])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder)
        (own / "unsaved").mkdir(mode=0o700)
        preferences = Preferences(own / "settings.toml", own / "profiles.toml")
        Theme(application, preferences.settings.look)
        layout = QSettings(str(own / "window.ini"), QSettings.Format.IniFormat)
        window = build(preferences, own / "unsaved", layout)
        window.show()
        spare_survivors()  # as main.py does
        window.parts.session.opened.connect(search_all)
        yield window, own
        search_as_usual()
        window.parts.recovery.discard()
        window.parts.recovery.new(Document())
        window.close()


def let_work(until: Callable[[], bool], patience: float = _PATIENCE) -> None:
    """Let the window work until something is so."""
    latest = time.monotonic() + patience
    while not until():
        QCoreApplication.processEvents(
            QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50
        )
        assert time.monotonic() < latest, "it never came"


def let_rest(window: MainWindow, ms: int = 600) -> None:
    """Let the window work until it does nothing by itself any more: no checks, nothing that is prepared."""
    checks, end = window.panels.problems.checks, time.monotonic() + ms / 1000
    recovery = window.parts.recovery
    let_work(lambda: time.monotonic() > end and not (checks.busy or recovery.preparing or recovery.writing))


def memory(what: str) -> float:
    """Return a line of /proc/self/status in MB: "VmRSS" is what the process has now, "VmHWM" the most it ever had."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(what)).split()[1]) / 1024
