"""Where a stretch of sound is quietest: the place to cut speech that goes on without a pause."""

import numpy as np

from engine.whisper.mel import HOP_SAMPLES, Samples

_WIDTH = 10  # frames that are listened to together: a cut is to lie in a quiet moment, not between two periods


def quietest(sound: Samples, first: int, stop: int) -> int:
    """Return the frame from `first` up to `stop` (10 ms each) about which the sound is quietest, the latest of several.

    What lies outside of the sound counts as silent.
    """
    begin, end = (first - _WIDTH // 2) * HOP_SAMPLES, (stop + _WIDTH // 2) * HOP_SAMPLES
    samples = np.zeros(end - begin, np.float32)
    low, high = max(begin, 0), min(end, len(sound))
    if low < high:
        samples[low - begin : high - begin] = sound.read(low, high)
    energy = (samples.reshape(-1, HOP_SAMPLES).astype(np.float64) ** 2).sum(axis=1)  # (stop - first + width,)
    sums = np.concatenate([[0.0], energy.cumsum()])
    about = (sums[_WIDTH:] - sums[:-_WIDTH])[: stop - first]  # (stop - first,)
    # sums of many numbers differ in their last digits also where the sound is as quiet
    quiet = np.flatnonzero(about <= about.min() + 1e-9)
    return first + int(quiet[-1])
