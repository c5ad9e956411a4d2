"""Puts decoded blocks of sound at their places on the picture's time: pauses filled, overlaps cut, resets joined."""

from dataclasses import dataclass

from engine.audio.pcm import SAMPLES_PER_MS

# Containers whose files say when a packet is to be heard. In all others (.aac, .mp3, .wav ...) sound follows on sound,
# and ffmpeg's times are reckoned from an assumed bit or sample rate.
TIMED_CONTAINERS = frozenset(
    [
        "mov",
        "matroska",
        "mpegts",
        "mpeg",
        "avi",
        "asf",
        "flv",
        "live_flv",
        "ogg",
        "mxf",
        "gxf",
        "rm",
        "nut",
        "wtv",
        "dv",
    ]
)

_SLACK = 30 * SAMPLES_PER_MS  # smaller slips are jitter of the times: sound is left whole, and still within 50 ms
_STALLED = 100 * SAMPLES_PER_MS
_BEYOND_END = 10_000 * SAMPLES_PER_MS
_LONGEST_PAUSE = 3_600_000 * SAMPLES_PER_MS  # where no duration is declared


@dataclass(frozen=True, slots=True)
class Place:
    """Write `silence` samples, then the block without its first `skipped` ones."""

    silence: int
    skipped: int


@dataclass(slots=True)
class Timeline:
    """`duration` is the declared one in ms; `written` counts samples. `timed` False joins block to block."""

    duration: int | None
    timed: bool
    written: int = 0
    _last_time: int | None = None
    _stalled: int = 0
    _shift: int = 0

    def place(self, time: int, samples: int) -> Place:
        """Return where a block of `samples` that is heard at `time` (ms from the picture's zero) belongs.

        Times never run backwards here: ffmpeg lets them stand still where a file's clock starts again, as in
        recordings joined by `cat`. What comes then is joined to what was.
        """
        begun, advances = self._last_time is not None, self._last_time is None or time > self._last_time
        self._last_time = time
        self._stalled = 0 if advances else self._stalled + samples
        slip = time * SAMPLES_PER_MS + self._shift - self.written if self.timed else 0
        if self._stalled > _STALLED or slip > self._longest_pause():
            self._shift -= slip
            slip = 0
        if begun and abs(slip) <= _SLACK:
            slip = 0
        place = Place(silence=max(slip, 0), skipped=min(max(-slip, 0), samples))
        self.written += place.silence + samples - place.skipped
        return place

    def _longest_pause(self) -> int:
        if self.duration is None:
            return _LONGEST_PAUSE
        return max(self.duration * SAMPLES_PER_MS - self.written, 0) + _BEYOND_END
