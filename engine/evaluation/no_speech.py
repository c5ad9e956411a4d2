"""Silence: where nothing is said, was nothing heard, and was nothing heard only there?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.evaluation.normalise import simplify
from engine.evaluation.reference import Line

WINDOW = 30_000  # ms, as the model listens
_SHORTEST = 5_000  # ms; what is left over at the end is a window of its own from here on
_PAUSE = 3_000  # ms between lines that count as a pause
_TOUCH = 500  # ms of a window that a longer text must cover to be in it

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NoSpeech:
    """Counts of windows, or of whole recordings where the reference has no times.

    `found`: nothing is said, nothing was heard. `invented`: nothing is said, text was heard. `missed`: something is
    said, nothing was heard.
    """

    found: int = 0
    invented: int = 0
    missed: int = 0

    def __add__(self, other: "NoSpeech") -> "NoSpeech":
        return NoSpeech(self.found + other.found, self.invented + other.invented, self.missed + other.missed)

    @property
    def silent(self) -> int:
        """How many there are in which nothing is said."""
        return self.found + self.invented

    @property
    def precision(self) -> float | None:
        """The share of what was heard as silent that is. None where nothing was."""
        return self.found / (self.found + self.missed) if self.found + self.missed else None

    @property
    def recall(self) -> float | None:
        """The share of what is silent that was heard so. None where nothing is."""
        return self.found / self.silent if self.silent else None


@dataclass(frozen=True, slots=True)
class Pauses:
    """How many stretches of 3 s or longer nothing is said in, and how many of them were filled with text."""

    found: int = 0
    filled: int = 0

    def __add__(self, other: "Pauses") -> "Pauses":
        return Pauses(self.found + other.found, self.filled + other.filled)


def judge_pauses(reference: Sequence[Line], heard: Sequence[Line], duration: int) -> Pauses:
    """Look for text that stands at least half in a pause, whatever else is heard there: music, noise, silence.

    A reference without times has no pauses that anybody knows of.
    """
    said = [line for line in reference if simplify(line.text, None)]
    if any(line.start is None for line in said):
        return Pauses()
    told = [*_spans(line for line in heard if simplify(line.text, None))]
    pauses = [*_pauses(sorted(_spans(said)), duration)]
    filled = [any(2 * _overlap(span, pause) >= max(1, span[1] - span[0]) for span in told) for pause in pauses]
    return Pauses(len(pauses), sum(filled))


def _pauses(said: Sequence[Span], duration: int) -> Iterator[Span]:
    end = 0
    for start, stop in (*said, (duration, duration)):
        if start - end >= _PAUSE:
            yield end, start
        end = max(end, stop)


def judge_silence(reference: Sequence[Line], heard: Sequence[Line], duration: int) -> NoSpeech:
    """Compare where texts stand. Windows that a text only touches are not counted: nobody knows what they should be."""
    said = [line for line in reference if simplify(line.text, None)]
    told = [line for line in heard if simplify(line.text, None)]
    if any(line.start is None for line in said):
        return _verdict(speech=True, heard=bool(told))
    verdict = NoSpeech()
    for window in _windows(duration):
        speech = any(_is_in(span, window) for span in _spans(said))
        if speech or not any(_overlap(span, window) > 0 for span in _spans(said)):
            verdict += _verdict(speech=speech, heard=any(_is_in(span, window) for span in _spans(told)))
    return verdict


def _verdict(*, speech: bool, heard: bool) -> NoSpeech:
    if speech:
        return NoSpeech(missed=int(not heard))
    return NoSpeech(found=int(not heard), invented=int(heard))


def _windows(duration: int) -> Iterator[Span]:
    for start in range(0, duration, WINDOW):
        if start == 0 or duration - start >= _SHORTEST:
            yield start, min(start + WINDOW, duration)


def _spans(lines: Iterable[Line]) -> Iterator[Span]:
    return ((line.start, line.end) for line in lines if line.start is not None and line.end is not None)


def _is_in(span: Span, window: Span) -> bool:
    return _overlap(span, window) >= max(1, min(_TOUCH, (span[1] - span[0]) // 2))


def _overlap(span: Span, window: Span) -> int:
    return min(span[1], window[1]) - max(span[0], window[0])
