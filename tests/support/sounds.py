"""Sound in memory, as the engine reads it, with nothing but numpy needed to make it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE = 16_000


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """16 kHz, one channel; what engine.whisper calls Samples."""

    samples: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.samples)

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return self.samples[start:stop]


def sixteen_bit(samples: NDArray[np.float64]) -> NDArray[np.float32]:
    """Round to what 16 bits hold, as decoded files are."""
    return np.clip(np.round(samples * 32768), -32768, 32767).astype(np.float32) / np.float32(32768)


def warble(seconds: float, seed: int = 0) -> Sound:
    """A voice-like tone that wanders and pauses, over faint noise, with a stretch of silence in the middle."""
    stream = np.random.Generator(np.random.PCG64(seed))
    time = np.arange(round(seconds * RATE)) / RATE
    pitch = 180 + 40 * seed + 90 * np.sin(1.1 * time)
    tone = 0.2 * np.sin(2 * np.pi * pitch * time) * (np.sin(2 * np.pi * time / 3) > 0)
    samples = tone + 0.01 * stream.standard_normal(len(time))
    middle = len(time) // 2
    samples[middle : middle + len(time) // 20] = 0
    return Sound(sixteen_bit(samples))
