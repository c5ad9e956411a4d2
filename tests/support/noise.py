"""Noise that a model of random weights is asked about, and what it tells of it."""

from collections.abc import Iterable

import numpy as np

from engine.transcript import Segment
from engine.whisper.options import Options
from engine.whisper.transcribe import Heard
from tests.support.sound import ArraySamples

SECOND = 16_000
EOT, TIMESTAMPS = 292, range(399, 1900)  # of the byte vocabulary
# No timestamp and no end, so that every window is one segment of 8 text tokens.
PLAIN = Options(
    language="en",
    temperature=(0.0,),
    no_speech_threshold=None,
    sample_len=8,
    without_timestamps=True,
    suppress_tokens=(-1, EOT, *TIMESTAMPS),
)


def noise(seconds: float, seed: int = 0) -> ArraySamples:
    """Noise that swells and fades."""
    at = np.arange(round(seconds * SECOND)) / SECOND
    drawn = np.random.default_rng(seed).standard_normal(len(at)) * 0.1
    return ArraySamples((drawn * np.sin(3 * at)).astype(np.float32))


def segments_of(events: Iterable[Heard]) -> list[Segment]:
    return [event for event in events if isinstance(event, Segment)]
