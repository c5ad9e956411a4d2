"""The timeline: which cues of a session's document stand at a time, kept up once for everybody who asks."""

from PySide6.QtCore import QObject

from app.session import Session
from app.widgets.cue_times import CueTimes
from engine.subtitles.document import Document


class Timeline(QObject):
    """Made before those who ask: who is told first of a change knows what has changed, and need not compare."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._times = CueTimes.of(session.document)
        session.changed.connect(self._on_changed)

    @property
    def times(self) -> CueTimes:
        """The times of the session's document, as it is this moment."""
        if self._times.document is not self._session.document:
            self._times = self._times.after(self._session.document)
        return self._times

    def _on_changed(self, before: Document, after: Document) -> None:
        if self._times.document is before:
            self._times = self._times.after(after, self._session.change)
