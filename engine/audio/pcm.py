"""Sound as the model hears it: 16 kHz mono 16-bit PCM in a file, read by position."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
SAMPLES_PER_MS = SAMPLE_RATE // 1000
SAMPLE = np.dtype("<i2")


@dataclass(frozen=True, slots=True)
class Pcm:
    """`samples` 16-bit samples in the file `path`, which has no header; sample 0 is the picture's zero."""

    path: Path
    samples: int

    @property
    def duration(self) -> int:
        return self.samples // SAMPLES_PER_MS

    def __len__(self) -> int:
        return self.samples

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the samples from `start` up to `stop`, in [-1, 1); what lies outside the file is left out."""
        start, stop = max(start, 0), min(stop, self.samples)
        if start >= stop:
            return np.zeros(0, np.float32)
        mapped = np.memmap(self.path, SAMPLE, mode="r", shape=(self.samples,))
        return np.asarray(mapped[start:stop], np.float32) / np.float32(32768)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The `samples` samples of `pcm` from its sample `first` on, as a sound of its own."""

    pcm: Pcm
    first: int
    samples: int

    @property
    def duration(self) -> int:
        return self.samples // SAMPLES_PER_MS

    def __len__(self) -> int:
        return self.samples

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the samples from `start` up to `stop`, counted from its own first."""
        return self.pcm.read(self.first + max(start, 0), self.first + min(stop, self.samples))


def cut_out(sound: Pcm | Stretch, start: int, end: int | None) -> Stretch:
    """Return what is heard from `start` up to `end` ms, None: the end of the sound; nothing of it lies outside."""
    first = min(start * SAMPLES_PER_MS, sound.samples)
    last = sound.samples if end is None else min(end * SAMPLES_PER_MS, sound.samples)
    if isinstance(sound, Stretch):
        return Stretch(sound.pcm, sound.first + first, max(last - first, 0))
    return Stretch(sound, first, max(last - first, 0))


def open_pcm(path: Path) -> Pcm:
    """Return the sound of a whole PCM file. Raises FileNotFoundError and its kin."""
    return Pcm(path, path.stat().st_size // SAMPLE.itemsize)
