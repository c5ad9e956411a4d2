"""Runs the checks when nobody types: a moment after the last change, a few milliseconds at a time."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.session import Session
from engine.subtitles.checking import Checking, begun
from engine.subtitles.document import Document
from engine.subtitles.profiles import Profile

_REST = 250  # ms after the last change
_BUDGET = 0.006  # s of the event loop's time at once


class BackgroundChecks(QObject):
    """`checked` tells the problems of the session's document as it is, `progressed` how far they are (0 to 1)."""

    checked = Signal(object, tuple)
    progressed = Signal(float)

    def __init__(self, session: Session, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._checking: Checking = begun(session.document, profile)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._begin)
        self._work = QTimer(self, interval=0)
        self._work.timeout.connect(self._go_on)
        session.changed.connect(self._on_changed)
        self._work.start()

    @property
    def busy(self) -> bool:
        """Whether what was told is not what holds for the document now."""
        return self._rest.isActive() or self._work.isActive()

    def set_profile(self, profile: Profile) -> None:
        """Check by other rules."""
        self._checking = begun(self._session.document, profile)
        self._work.start()

    def _on_changed(self, before: Document, after: Document) -> None:
        self._work.stop()
        self._rest.start()

    def _begin(self) -> None:
        self._checking = self._checking.after(self._session.document)
        self._work.start()

    def _go_on(self) -> None:
        end = time.monotonic() + _BUDGET
        while not self._checking.done:
            self._checking = self._checking.step()
            if time.monotonic() > end:
                parts = self._checking.parts
                self.progressed.emit(sum(part.around is not None for part in parts) / len(parts))
                return
        self._work.stop()
        self.checked.emit(self._checking.document, self._checking.problems)
