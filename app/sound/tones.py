"""Two short tones of our own, made by code: a cue begins, a cue ends."""

from array import array
from math import pi, sin

from engine.audio.pcm import SAMPLE_RATE

_LENGTH = SAMPLE_RATE * 70 // 1000  # samples of a tone: heard, and over before the first syllable is
_SLOPE = SAMPLE_RATE * 8 // 1000  # samples in which it swells and fades, so that it doesn't click
_LOUD = 16_000
_BEGINS, _ENDS = (660.0, 990.0), (660.0, 440.0)  # Hz, from which to which: up where a cue begins, down where it ends


def begin_tone() -> bytes:
    """Return the samples that say that a cue begins: 16 kHz, 16 bits, one channel."""
    return _glide(*_BEGINS)


def end_tone() -> bytes:
    """Return the samples that say that a cue ends."""
    return _glide(*_ENDS)


def _glide(first: float, last: float) -> bytes:
    samples, phase = array("h"), 0.0
    for at in range(_LENGTH):
        phase += 2 * pi * (first + (last - first) * at / _LENGTH) / SAMPLE_RATE
        swell = min(1.0, at / _SLOPE, (_LENGTH - 1 - at) / _SLOPE)
        samples.append(round(_LOUD * swell * sin(phase)))
    return samples.tobytes()
