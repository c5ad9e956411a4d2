"""Which lines of a subtitle file are not learned from, and why: a bad pair makes a silently bad model."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.training.examples import WINDOW_MS, Line

_FASTEST = 40.0  # characters a second; hurried speech has 25
_SLOWEST = 1.0
_SHORT_MS = 2000  # a line this short says nothing about its pace
_REPEATS = 3  # so many equal lines in a row are a loop, not speech
_LATE_MS = 500  # a line may end so much after the sound: players round, too
_LEAST_KEPT = 0.5  # of a file's lines


class Fault(StrEnum):
    """Why a line isn't learned from, as a phrase for the person whose file it is."""

    EMPTY = "without text"
    REVERSED = "that end before they begin"
    OVERLAPPING = "that overlap others"
    BEYOND = "after the end of the sound"
    LONG = "longer than 30 s"
    PACE = "with more or less text than can be said in their time"
    REPEATED = "that repeat the one before again and again"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines without a fault between them, and the ms in which nothing else is said."""

    lines: tuple[Line, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sifted:
    stretches: tuple[Stretch, ...]
    dropped: Counter[Fault]

    @property
    def hopeless(self) -> bool:
        """Say whether so many lines are faulty that the others can't be trusted, or none is left."""
        kept = sum(len(stretch.lines) for stretch in self.stretches)
        return kept == 0 or kept < _LEAST_KEPT * (kept + sum(self.dropped.values()))


def sift(lines: Sequence[Line], duration: int) -> Sifted:
    """Part lines, in the order of their starts, at those with a fault; `duration` is the sound's, ms."""
    stretches: list[Stretch] = []
    dropped: Counter[Fault] = Counter()
    kept: list[Line] = []
    start = 0
    for at, line in enumerate(lines):
        fault = _fault(lines, at, duration)
        if fault is None:
            kept.append(line)
            continue
        dropped[fault] += 1
        if fault is Fault.EMPTY:
            continue  # nothing is said there
        stretches.append(Stretch(tuple(kept), start, max(start, min(line.start, duration))))
        start, kept = min(max(start, line.start, line.end), duration), []
    stretches.append(Stretch(tuple(kept), start, duration))
    return Sifted(tuple(stretch for stretch in stretches if stretch.lines), dropped)


def _fault(lines: Sequence[Line], at: int, duration: int) -> Fault | None:
    line = lines[at]
    length = line.end - line.start
    said = " ".join(line.text.split())
    if not any(sign.isalnum() for sign in said):
        return Fault.EMPTY
    if length <= 0 or line.start < 0:
        return Fault.REVERSED
    if line.end > duration + _LATE_MS:
        return Fault.BEYOND
    if length > WINDOW_MS:
        return Fault.LONG
    if any(other.start < line.end and line.start < other.end for other in _neighbours(lines, at)):
        return Fault.OVERLAPPING
    pace = 1000 * len(said) / length
    if pace > _FASTEST or (pace < _SLOWEST and length > _SHORT_MS):
        return Fault.PACE
    if at >= _REPEATS - 1 and all(lines[at - back].text == line.text for back in range(1, _REPEATS)):
        return Fault.REPEATED
    return None


def _neighbours(lines: Sequence[Line], at: int) -> list[Line]:
    around = [*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]
    return [other for other in around if any(sign.isalnum() for sign in other.text)]
