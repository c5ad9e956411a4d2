"""Sound in memory for tests, with a record of what was read of it."""

import numpy as np
from numpy.typing import NDArray


class ArraySamples:
    """Samples at 16 kHz that remember every (start, stop) that was read, and refuse what lies outside."""

    def __init__(self, samples: NDArray[np.float32]) -> None:
        self._samples = samples
        self.reads: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self._samples)

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        assert 0 <= start <= stop <= len(self), f"{start} to {stop} lies outside of {len(self)} samples"
        self.reads.append((start, stop))
        return self._samples[start:stop]

    @property
    def longest_read(self) -> int:
        return max(stop - start for start, stop in self.reads)
