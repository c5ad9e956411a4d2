"""Time errors: how far from their true places the starts and ends of segments and the starts of words were heard."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.evaluation.normalise import simplify
from engine.evaluation.rates import align_words
from engine.evaluation.reference import Line


@dataclass(frozen=True, slots=True)
class TimeErrors:
    """Distances in ms, without sign, of what could be matched; `asked` counts what there was to match."""

    distances: tuple[int, ...] = ()
    asked: int = 0

    def __add__(self, other: "TimeErrors") -> "TimeErrors":
        return TimeErrors(self.distances + other.distances, self.asked + other.asked)

    @property
    def median(self) -> float | None:
        return statistics.median(self.distances) if self.distances else None

    @property
    def p90(self) -> float | None:
        """The distance that nine of ten don't exceed."""
        if len(self.distances) < 2:
            return self.median
        return statistics.quantiles(self.distances, n=10, method="inclusive")[8]


@dataclass(frozen=True, slots=True)
class SegmentErrors:
    """Time errors of the starts and of the ends of segments."""

    starts: TimeErrors
    ends: TimeErrors


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words of several lines in one row, each with the number of its line."""

    texts: tuple[str, ...]
    lines: tuple[int, ...]

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    def begins(self, place: int) -> bool:
        return place == 0 or self.lines[place - 1] != self.lines[place]

    def ends(self, place: int) -> bool:
        return place == len(self.lines) - 1 or self.lines[place + 1] != self.lines[place]


def pieces(lines: Iterable[Line], language: str | None) -> Pieces:
    """Cut lines into words by the basic rules, which are the same for each word alone."""
    cut = [(piece, number) for number, line in enumerate(lines) for piece in simplify(line.text, language).split()]
    return Pieces(tuple(piece for piece, _ in cut), tuple(number for _, number in cut))


def segment_errors(reference: Sequence[Line], heard: Sequence[Line], language: str | None) -> SegmentErrors:
    """Compare the times of segments where both begin, or both end, with the same rightly heard word.

    Lines without times or text are no segments.
    """
    timed = [line for line in reference if line.start is not None]
    true, told = pieces(timed, language), pieces(heard, language)
    starts, ends = [], []
    for place, match in align_words(true.text, told.text).matches().items():
        line, segment = timed[true.lines[place]], heard[told.lines[match]]
        if true.begins(place) and told.begins(match):
            starts.append(_distance(line.start, segment.start))
        if true.ends(place) and told.ends(match):
            ends.append(_distance(line.end, segment.end))
    asked = len({*true.lines})
    return SegmentErrors(TimeErrors(tuple(starts), asked), TimeErrors(tuple(ends), asked))


def word_errors(reference: Sequence[Line], heard: Sequence[Line], language: str | None) -> TimeErrors:
    """Compare the starts of the words that were heard right."""
    true, told = pieces(reference, language), pieces(heard, language)
    starts = [
        _distance(reference[true.lines[place]].start, heard[told.lines[match]].start)
        for place, match in align_words(true.text, told.text).matches().items()
        if true.begins(place) and told.begins(match)
    ]
    return TimeErrors(tuple(starts), len({*true.lines}))


def _distance(true: int | None, heard: int | None) -> int:
    assert true is not None, "only timed lines are compared"
    assert heard is not None, "only timed lines are compared"
    return abs(heard - true)
