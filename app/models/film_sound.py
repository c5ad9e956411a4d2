"""The film's sound as the waveform and the calm picture see it, read from the files that the engine prepared."""

from dataclasses import dataclass
from pathlib import Path

from engine.audio.pcm import Pcm, open_pcm
from engine.audio.peaks import BASE_MS, Pairs, Peaks, fine_columns, open_peaks
from engine.audio.spans import read_spans
from engine.protocol import MediaReady

_FULL = 32768
_LOUD_SHARE = 0.98  # of the parts of a film that shall fit into the view
_PARTS = 2_000
_HIGHEST = 0.75  # of the view, that the loud parts reach
_MOST_GAIN = 12.0


@dataclass(frozen=True, slots=True)
class FilmSound:
    """Peaks of the whole sound, and its samples where they are there, for views finer than the peaks."""

    peaks: Peaks
    pcm: Pcm | None

    @property
    def duration(self) -> int:
        return self.peaks.duration

    def columns(self, start: float, end: float, count: int) -> Pairs:
        """Return (count, 2): the lowest and highest sample in each part of [start, end) ms."""
        if self.pcm is not None and (end - start) / count < BASE_MS:
            return fine_columns(self.pcm, start, end, count)
        return self.peaks.columns(start, end, count)

    def loudness(self, count: int) -> tuple[float, ...]:
        """Return the highest sample in each of `count` equal parts, 0 to 1."""
        if not self.duration:
            return ()
        pairs = self.peaks.columns(0, self.duration, count).astype("int32")
        return tuple((abs(pairs).max(axis=1) / _FULL).tolist())

    def gain(self) -> float:
        """Return how much higher the wave may be drawn so that quiet films are seen, too."""
        loud = sorted(self.loudness(_PARTS))
        peak = loud[int(len(loud) * _LOUD_SHARE)] if loud else 0.0
        return min(max(_HIGHEST / peak, 1.0), _MOST_GAIN) if peak else 1.0


def sound_of(ready: MediaReady | None) -> FilmSound | None:
    """Open what is there of a film's sound, None as long as there are no peaks, or where they were cleared away."""
    if ready is None or not ready.peaks:
        return None
    try:
        return FilmSound(open_peaks(Path(ready.peaks)), open_pcm(Path(ready.pcm)) if ready.pcm else None)
    except (OSError, ValueError):
        return None


def speech_of(ready: MediaReady | None) -> tuple[tuple[int, int], ...]:
    """Return where somebody speaks, (start, end) in ms; nothing as long as nobody knows."""
    if ready is None or not ready.speech:
        return ()
    try:
        return tuple((span.start, span.end) for span in read_spans(Path(ready.speech)))
    except (OSError, ValueError):
        return ()
