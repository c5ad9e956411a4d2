"""Makes the spectrogram's tiles between two events of the window: a tile takes a few ms, so nobody waits for them."""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.film_sound import FilmSound


class SpectrogramWork(QObject):
    """Makes what was wanted last, a tile a turn. `made` tells its number and the tile."""

    made = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound: FilmSound | None = None
        self._wanted: deque[int] = deque()
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._make)

    def show(self, sound: FilmSound | None) -> None:
        """Work on another sound from now on."""
        self._sound = sound
        self._wanted.clear()
        self._turn.stop()

    def want(self, numbers: Sequence[int]) -> None:
        """Make these tiles next and forget what was wanted before: the view has moved on."""
        self._wanted = deque(numbers)
        if self._sound is not None and self._sound.pcm is not None and self._wanted:
            self._turn.start(0)

    def _make(self) -> None:
        if not self._wanted or self._sound is None:
            self._turn.stop()
            return
        number = self._wanted.popleft()
        self.made.emit(number, self._sound.tile(number))
