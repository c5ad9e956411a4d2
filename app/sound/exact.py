"""A stretch of a film as it is heard exactly: its samples, and by the clock how far they are."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer

from app.sound.loudspeaker import Loudspeaker
from app.sound.samples import stretch_of


class ExactSound:
    """Plays stretches of a film's decoded sound. `file` is that sound, None while it isn't whole."""

    def __init__(self, speaker: Loudspeaker) -> None:
        self.file: Path | None = None
        self._speaker = speaker
        self._clock = QElapsedTimer()
        self._start, self._end, self._loops = 0, 0, False
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether a stretch is heard now."""
        return self._is_on

    @property
    def position(self) -> int:
        """Where it is, in ms of the film."""
        heard = self._clock.elapsed()
        return self._start + (heard % self._length if self._loops else min(heard, self._length))

    @property
    def left(self) -> int:
        """How many ms are left to the end, or to where it begins again."""
        return self._end - self.position + 1  # a timer that is a moment early would find it here again

    def begin(self, start: int, end: int, volume: float, *, loops: bool) -> bool:
        """Play from `start` up to `end` (ms), again and again if it `loops`; False if it can't be done."""
        self.stop()
        if self.file is None or not self._speaker.is_there:
            return False
        try:
            samples = stretch_of(self.file, start, end, loops=loops)
        except OSError:  # the folder was cleared away
            return False
        self._start, self._end, self._loops = start, end, loops
        self._is_on = self._speaker.play(samples, volume)
        self._clock.start()
        return self._is_on

    def set_volume(self, volume: float) -> None:
        self._speaker.set_volume(volume)

    def let_end(self) -> None:
        """Let what the card still has be heard: the samples end by themselves."""
        self._is_on = False

    def stop(self) -> None:
        """Be silent at once."""
        self._is_on = False
        self._speaker.stop()

    @property
    def _length(self) -> int:
        return max(self._end - self._start, 1)
