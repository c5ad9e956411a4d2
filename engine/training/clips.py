"""Windows drawn at random: whole lines of a recording and what is around them, sometimes faster or slower."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.training.examples import IGNORED, TIMESTAMP_MS, WINDOW_MS, Example, Line, Span, cut_windows, spelled
from engine.training.recordings import SAMPLES_PER_MS, Recording
from engine.whisper.tokenizer import Tokenizer

_LEAD = 300  # ms before the first line, on average
_JITTER = 30  # ms, standard deviation of where a line is taken to end
_FROM_THE_LAST, _FROM_ANYWHERE = 0.55, 0.75  # shares of the clips, the second with the first
_LEAST_CUT = 300  # ms of a line that goes on after the window that must be heard, or its start couldn't be told
_SPEEDS = (0.9, 1.1)
_RESPEAKED = 0.3  # share of the windows that are made faster or slower
_FEW, _MANY = 4, 24  # lines that the prompt may hold
_BRIEFLY = 0.3  # share of the prompts that hold a few
_ENDED = 0.2  # share of the windows whose sound ends with its last line


@dataclass(frozen=True, slots=True)
class Clip:
    """`length` ms of a recording from `start` ms on, played `speed` times as fast; silent outside `heard` (ms).

    `example` is told in the clip's own time. With `ended` the file itself ends where `heard` does.
    """

    recording: Recording | None
    start: float
    length: int
    speed: float
    heard: tuple[float, float]
    ended: bool
    example: Example

    def sound(self, before: int, around: int) -> NDArray[np.float32]:
        """Return the clip's samples from `before` samples before it, `around` more than its length in all."""
        samples = self.length * SAMPLES_PER_MS + around
        sound = np.zeros(samples, np.float32)
        if self.recording is None:
            return sound
        scale = SAMPLES_PER_MS
        first, stop = (min(max(round(at * scale), 0), len(self.recording.sound)) for at in self.heard)
        begin = self.start * scale - before * self.speed  # where the first sample lies in the recording
        piece = self.recording.sound.read(first, stop)
        if self.speed == 1.0:
            at = first - round(begin)
            piece, at = piece[max(-at, 0) :], max(at, 0)
            sound[at : at + len(piece)] = piece[: samples - at]
            return sound
        places = begin + np.arange(samples) * self.speed - first
        return np.interp(places, np.arange(len(piece)), piece, 0, 0).astype(np.float32) if len(piece) else sound

    def phonemes(self) -> NDArray[np.int64]:
        """Return what is spoken in each 20 ms of the clip: numbers of phonemes, 0 for none, IGNORED where unknown."""
        frames = np.full(self.length // TIMESTAMP_MS, IGNORED, np.int64)
        if self.recording is None or self.example.language is None:
            frames[:] = 0
            return frames
        known = self.recording.phonemes
        if not len(known):
            return frames
        frames[:] = 0
        near = known[np.searchsorted(known[:, 1], self.heard[0]) : np.searchsorted(known[:, 0], self.heard[1])]
        edges = np.round((near[:, :2] - self.start) / self.speed / TIMESTAMP_MS).astype(np.int64)
        for (first, after), kind in zip(np.clip(edges, 0, len(frames)), near[:, 2], strict=True):
            frames[first:after] = kind
        return frames

    def spelling(self, tokenizer: Tokenizer) -> NDArray[np.int64]:
        """Return the token that is spoken in each 20 ms of the clip: <|endoftext|> for none, IGNORED where unknown."""
        frames = np.full(self.length // TIMESTAMP_MS, IGNORED, np.int64)
        lines = self.example.lines
        if any([word.text for word in line.words] != line.text.split() for line in lines):
            return frames
        if self.example.language is None or lines:
            known = self.length if self.example.cut is None else self.example.cut
            frames[: known // TIMESTAMP_MS] = tokenizer.eot
        for word in (word for line in lines for word in line.words):
            for token, start, end in spelled(word, tokenizer):
                frames[max(start // TIMESTAMP_MS, 0) : max(end // TIMESTAMP_MS, 0)] = token
        return frames


def speaking(
    recording: Recording, first: int, length: int, cuts: float, rng: np.random.Generator, *, respeak: bool = True
) -> Clip | None:
    """Draw a clip of `length` ms whose first line is `first` and that holds as many lines as fit; None if it is longer.

    With the chance `cuts` the line after them is heard as far as it goes; only its start is told then.
    """
    lines = recording.lines
    speed = float(rng.uniform(*_SPEEDS)) if respeak and rng.random() < _RESPEAKED else 1.0
    room = length * speed
    spare = room - (lines[first].end - lines[first].start)
    if spare < 0:
        return None
    before = lines[first - 1].end if first else recording.start
    start = lines[first].start - min(_lead(lines[first].start - before, rng), spare)
    last = first
    while last + 1 < len(lines) and lines[last + 1].end - start <= room:
        last += 1
    after = lines[last + 1].start if last + 1 < len(lines) else recording.end
    stop, cut = start + room, None
    if after < stop - _LEAST_CUT and last + 1 < len(lines) and rng.random() < cuts:
        heard, cut = (max(start, before), stop), after
    else:
        heard = (max(start, before), min(stop, float(rng.uniform(lines[last].end, after))))
    example = Example(
        0,
        length,
        recording.language,
        tuple(_moved(line, start, speed) for line in lines[first : last + 1]),
        None if cut is None else round((cut - start) / speed),
        _told_before(lines, first, rng),
    )
    return Clip(recording, start, length, speed, heard, cut is None and rng.random() < _ENDED, example)


def _lead(pause: int, rng: np.random.Generator) -> float:
    """Choose how many ms before its first line a clip begins: mostly where the line before ended, as a window does in
    decoding, at times anywhere in the pause between them, or shortly before the line."""
    chance = rng.random()
    if chance < _FROM_THE_LAST:
        return max(0.0, pause + float(rng.normal(0, _JITTER)))
    return float(rng.uniform(0, pause) if chance < _FROM_ANYWHERE else rng.exponential(_LEAD))


def in_turn(recording: Recording) -> list[Clip]:
    """Return the windows of a recording as decoding slides over it, silent where a line goes on after the window."""
    clips = []
    for found in cut_windows(recording.lines, recording.language, recording.start, recording.end):
        heard = (found.start, min(found.end if found.cut is None else found.cut, recording.end))
        lines = tuple(_moved(line, found.start, 1.0) for line in found.lines)
        example = Example(0, WINDOW_MS, found.language if lines else None, lines)
        clips.append(Clip(recording, found.start, WINDOW_MS, 1.0, heard, found.end > recording.end, example))
    return clips


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of a recording, ms, in which nobody speaks."""

    recording: Recording
    start: int
    end: int


def pauses(recording: Recording, shortest: int) -> list[Pause]:
    """Return the stretches before, between and after the lines that last `shortest` ms or longer."""
    starts = [recording.start, *(line.end for line in recording.lines)]
    ends = [*(line.start for line in recording.lines), recording.end]
    return [Pause(recording, a, b) for a, b in zip(starts, ends, strict=True) if b - a >= shortest]


def silent(pause: Pause | None, length: int, rng: np.random.Generator) -> Clip:
    """Draw a clip in which nobody speaks: of a pause, silent around it, or of nothing."""
    example = Example(0, length, None, ())
    if pause is None:
        return Clip(None, 0, length, 1.0, (0, 0), False, example)
    spare = pause.end - pause.start - length
    start = pause.start + float(rng.uniform(min(spare, 0), max(spare, 0)))
    heard = (max(start, pause.start), min(start + length, pause.end))
    return Clip(pause.recording, start, length, 1.0, heard, False, example)


def _told_before(lines: Sequence[Line], first: int, rng: np.random.Generator) -> tuple[Line, ...]:
    """Return a few lines before a line, or so many that they fill the prompt: decoding tells all that there is."""
    most = _FEW if rng.random() < _BRIEFLY else _MANY
    return tuple(lines[max(first - int(rng.integers(1, most, endpoint=True)), 0) : first])


def _moved(line: Line, start: float, speed: float) -> Line:
    def at(ms: int) -> int:
        return round((ms - start) / speed)

    def all_at(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(at(span.start), at(span.end), span.text) for span in spans)

    return Line(at(line.start), at(line.end), line.text, line.translation, all_at(line.words), all_at(line.translated))
