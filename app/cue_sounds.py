"""Sounds for those who can't see the cues: one where the playhead enters a cue, another where it leaves one."""

from PySide6.QtCore import QObject

from app.player import Player
from app.session import Session
from app.sound.loudspeaker import Loudspeaker
from app.sound.samples import samples_of
from app.sound.tones import begin_tone, end_tone
from app.timeline import Timeline
from engine.subtitles.document import Document


class CueSounds(QObject):
    """Silent until `set_on`. Where a cue begins as another ends, only the beginning is heard."""

    def __init__(
        self,
        session: Session,
        timeline: Timeline,
        player: Player,
        speaker: Loudspeaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline, self._player, self._speaker = timeline, player, speaker
        speaker.setParent(self)
        self._is_on = False
        self._inside: frozenset[int] = frozenset()
        self._volume = 0.0
        self._begin, self._end = begin_tone(), end_tone()
        session.changed.connect(self._on_changed)
        player.moved.connect(self._on_moved)

    @property
    def is_on(self) -> bool:
        return self._is_on

    def set_on(self, on: bool, volume: float) -> None:
        """Let cues be heard, as loud as 0 to 1, or not."""
        self._volume = volume
        if on != self.is_on:
            self._is_on = on
            self._inside = self._cues_at(self._player.position)

    def _on_changed(self, before: Document, after: Document) -> None:
        if self._is_on:
            self._inside = self._cues_at(self._player.position)

    def _on_moved(self, position: int) -> None:
        if not self._is_on:
            return
        before, self._inside = self._inside, self._cues_at(position)
        if self._inside - before:
            self._speaker.play(samples_of(self._begin), self._volume)
        elif before - self._inside:
            self._speaker.play(samples_of(self._end), self._volume)

    def _cues_at(self, position: int) -> frozenset[int]:
        return frozenset(cue.id for cue in self._timeline.times.at(position)) if self._is_on else frozenset()
