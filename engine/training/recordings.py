"""A recording to learn from: its sound, and what is said in it, when."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.training.examples import Line
from engine.whisper.mel import SAMPLE_RATE, Samples

SAMPLES_PER_MS = SAMPLE_RATE // 1000
NO_PHONEMES: NDArray[np.int32] = np.zeros((0, 3), np.int32)


@dataclass(frozen=True, slots=True)
class Recording:
    """Sound at 16 kHz and its lines in order; `language` is None where nobody speaks.

    `phonemes` (n, 3) are start and end in ms and the number of the phoneme, for made sound; empty where not known.
    """

    name: str
    sound: Samples
    language: str | None
    lines: tuple[Line, ...]
    phonemes: NDArray[np.int32]

    @property
    def duration(self) -> int:
        return len(self.sound) // SAMPLES_PER_MS
