"""A loudspeaker without a machine: it takes what a sound card would, and keeps it."""

from app.sound.loudspeaker import Loudspeaker
from app.sound.samples import Samples

_MOST = 96_000  # bytes of what would never end: three seconds


class FakeSpeaker(Loudspeaker):
    """`heard` are the samples of each run as bytes, `volume` how loud it is, `stopped` how often it was silenced."""

    def __init__(self, *, is_there: bool = True) -> None:
        super().__init__()
        self._there = is_there
        self.heard: list[bytes] = []
        self.volume = 0.0
        self.stopped = 0

    @property
    def is_there(self) -> bool:
        return self._there

    def play(self, samples: Samples, volume: float) -> bool:
        self.heard.append(bytes(samples.read(_MOST).data()))
        self.volume = volume
        samples.close()
        return True

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def stop(self) -> None:
        self.stopped += 1
