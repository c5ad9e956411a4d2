"""Finds where in a sound somebody speaks: by Silero's detector, or by loudness where that isn't installed."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.audio.pcm import SAMPLES_PER_MS, Pcm, Stretch, cut_out
from engine.audio.spans import Span
from engine.audio.voice import PIECE_MS, Detector, Listening, find_weights, load_detector
from engine.progress import Cancel, Progress

_SURE, _UNSURE = 0.5, 0.35  # speech begins above the one and ends below the other
_LONGEST_BREAK = 100  # ms without speech that a span goes through
_SHORTEST = 250  # ms; less is a cough or a click
_LEAD = 320  # pieces, 10 s: after them a detector that began there says what one says that heard all before
_MARGIN = 30  # ms around what was found, where words begin and end softly

_AT_ONCE = 250  # pieces, 8 s: less at a time takes longer

_GATE_SECONDS = 60
_ABOVE_NOISE_DB = 12.0
_SILENCE_DB = -55.0  # of full scale: whatever the noise, nothing below is speech


def find_speech(pcm: Pcm, cancel: Cancel) -> Generator[Progress, None, tuple[Span, ...]]:
    """Return the spans of speech in the order of time. Raises Cancelled."""
    found: list[NDArray[np.float32]] = []
    done = 0
    yield Progress("speech", 0, pcm.duration)
    for likely in _likely(pcm, cancel):
        found.append(likely)
        done += len(likely) * PIECE_MS
        yield Progress("speech", min(done, pcm.duration), pcm.duration)
    return spans_of(np.concatenate([np.zeros(0, np.float32), *found]), pcm.duration)


def follow_speech(sound: Pcm | Stretch, start: int, end: int, cancel: Cancel) -> Iterator[Span]:
    """Yield the speech between two times (ms) as soon as nothing behind it can change it any more. Raises Cancelled.

    What lies before a stretch is listened to for a moment, too, in the same pieces: so wherever one begins, the spans
    in it are those of the whole.
    """
    stretch = cut_out(sound, start, end)
    wider = _with_lead(stretch)
    begun = start - (stretch.first - wider.first) // SAMPLES_PER_MS
    return _followed(_likely(wider, cancel), begun, start, start + stretch.duration)


class SpeechAhead:
    """Finds the speech of a sound while it is still written."""

    def __init__(self, cancel: Cancel) -> None:
        detector = _detector()
        self._listening = None if detector is None else Listening(detector)
        self._found: list[NDArray[np.float32]] = []
        self._cancel = cancel

    def listen(self, pcm: Pcm) -> None:
        """Hear what is there of it, if that is worth while. Raises Cancelled."""
        if self._listening and pcm.duration - self._listening.heard * PIECE_MS >= _AT_ONCE * PIECE_MS:
            self._found += self._listening.go_on(pcm, self._cancel, whole=False)

    def follow(self, pcm: Pcm, start: int, end: int) -> Iterator[Span]:
        """Do as `follow_speech` with the sound, which is whole now: what was heard already isn't heard again."""
        if self._listening is None:
            return follow_speech(pcm, start, end, self._cancel)
        return _followed(self._pieces(pcm, self._listening), 0, start, min(end, pcm.duration))

    def _pieces(self, pcm: Pcm, listening: Listening) -> Iterator[NDArray[np.float32]]:
        yield from tuple(self._found)
        for likely in listening.go_on(pcm, self._cancel):
            self._found.append(likely)
            yield likely


def known_speech(spans: Iterable[Span], first: int, start: int, end: int) -> Iterator[Span]:
    """Yield the speech between two times of a stretch that begins at `first`, out of that of the whole sound (ms)."""
    return _between(spans, -first, start, end)


def _likely(sound: Pcm | Stretch, cancel: Cancel) -> Iterator[NDArray[np.float32]]:
    """Yield how likely each piece is speech, some of them at a time."""
    detector = _detector()
    return _loud(sound, cancel) if detector is None else detector.probabilities(sound, cancel)


def _detector() -> Detector | None:
    """Return Silero's, if it is installed."""
    weights = find_weights()
    return None if weights is None else load_detector(weights)


def _followed(pieces: Iterable[NDArray[np.float32]], done: int, start: int, stop: int) -> Iterator[Span]:
    """Yield the speech between two times (ms) out of how likely each piece is speech, from the time `done` on."""
    left = np.zeros(0, np.float32)  # from `done` on
    for likely in pieces:
        left = np.concatenate([left, likely])
        if sure := _last_silence(left):
            yield from _between(spans_of(left[:sure], sure * PIECE_MS), done, start, stop)
            left, done = left[sure:], done + sure * PIECE_MS
            if done >= stop:
                return
    yield from _between(spans_of(left, stop - done), done, start, stop)


def _with_lead(stretch: Stretch) -> Stretch:
    """Begin a stretch some pieces sooner, where a piece of the whole sound begins."""
    piece = PIECE_MS * SAMPLES_PER_MS
    first = max(stretch.first // piece - _LEAD, 0) * piece
    return Stretch(stretch.pcm, first, stretch.first - first + stretch.samples)


def _between(spans: Iterable[Span], shift: int, start: int, stop: int) -> Iterator[Span]:
    moved = (Span(max(span.start + shift, start), min(span.end + shift, stop)) for span in spans)
    return (span for span in moved if span.start < span.end)


def _last_silence(likely: NDArray[np.float32]) -> int:
    """Return the last piece that has so much silence on both sides that speech there knows nothing of each other."""
    about = (_LONGEST_BREAK + 2 * _MARGIN) // PIECE_MS + 1
    silent = np.concatenate([[0], np.cumsum(likely < _UNSURE)])
    places = np.flatnonzero(silent[2 * about :] - silent[: -2 * about] == 2 * about)
    return int(places[-1]) + about if len(places) else 0


def spans_of(likely: NDArray[np.float32], duration: int) -> tuple[Span, ...]:
    """Turn how likely each PIECE_MS is speech into spans: begun when sure, gone on with while not too unsure."""
    joined: list[_Run] = []
    for run in _runs(likely):
        if joined and (run.first - joined[-1].stop) * PIECE_MS <= _LONGEST_BREAK:
            joined[-1] = _Run(joined[-1].first, run.stop)
        else:
            joined.append(run)
    return tuple(
        Span(max(run.first * PIECE_MS - _MARGIN, 0), min(run.stop * PIECE_MS + _MARGIN, duration))
        for run in joined
        if (run.stop - run.first) * PIECE_MS >= _SHORTEST
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces in a row, from `first` up to `stop`."""

    first: int
    stop: int


def _runs(likely: NDArray[np.float32]) -> Iterator[_Run]:
    """Yield the runs of pieces above the lower bound, each from its first piece above the higher one."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], likely >= _UNSURE, [False]]).astype(np.int8)))
    for first, stop in edges.reshape(-1, 2).tolist():
        sure = np.flatnonzero(likely[first:stop] >= _SURE)
        if len(sure):
            yield _Run(first + int(sure[0]), stop)


def _loud(pcm: Pcm | Stretch, cancel: Cancel) -> Iterator[NDArray[np.float32]]:
    """Take for speech what is well above the quietest tenth of its minute."""
    piece = PIECE_MS * SAMPLES_PER_MS
    minute = _GATE_SECONDS * 1000 // PIECE_MS * piece
    for start in range(0, pcm.samples, minute):
        cancel.check()
        samples = pcm.read(start, start + minute)
        samples = np.pad(samples, (0, -len(samples) % piece)).reshape(-1, piece)
        loudness = 10 * np.log10(np.maximum((samples**2).mean(axis=1), 1e-12))
        gate = max(float(np.quantile(loudness, 0.1)) + _ABOVE_NOISE_DB, _SILENCE_DB)
        yield (loudness >= gate).astype(np.float32)
