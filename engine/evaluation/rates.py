"""Word and character error rates: what is right, wrong, left out and invented, and how sure the figure is."""

import random
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, cast

import jiwer

RESAMPLES = 1000
SEED = 20221206

Kind = Literal["equal", "substitute", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the words, or characters, of a reference. Counts of several texts add up."""

    hits: int = 0
    substitutions: int = 0
    deletions: int = 0
    insertions: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits + other.hits,
            self.substitutions + other.substitutions,
            self.deletions + other.deletions,
            self.insertions + other.insertions,
        )

    @property
    def length(self) -> int:
        """How many there are in the reference."""
        return self.hits + self.substitutions + self.deletions

    @property
    def errors(self) -> int:
        return self.substitutions + self.deletions + self.insertions

    @property
    def rate(self) -> float | None:
        """Errors a word of the reference: 0 is perfect, more than 1 is possible. None without a reference."""
        return self.errors / self.length if self.length else None


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a reference and what a hypothesis has in its place; ends are exclusive, one side may be empty."""

    kind: Kind
    start: int
    end: int
    heard_start: int
    heard_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The shortest way from a reference to a hypothesis (Levenshtein 1966)."""

    counts: Counts
    steps: tuple[Step, ...]

    def matches(self) -> dict[int, int]:
        """Return the places of the reference that were heard right, each with its place in the hypothesis."""
        equal = (step for step in self.steps if step.kind == "equal")
        return {place: step.heard_start + place - step.start for step in equal for place in range(step.start, step.end)}

    def within(self, start: int, end: int) -> Counts:
        """Count what became of the places `start` to `end` and what was put in between them."""
        counts = Counts()
        for step in takewhile(lambda step: step.start < end, self._from(start)):
            shared = min(step.end, end) - max(step.start, start)
            if step.kind == "insert" and start < step.start < end:
                counts += Counts(insertions=step.heard_end - step.heard_start)
            elif shared > 0:
                counts += _counts(step.kind, shared)
        return counts

    def heard(self, place: int) -> int:
        """Return where in the hypothesis `place` of the reference stands, or would stand; the end is a place, too."""
        for step in self._from(place):
            return min(step.heard_start + place - step.start, step.heard_end)
        return self.steps[-1].heard_end if self.steps else 0

    def _from(self, place: int) -> Iterator[Step]:
        """Yield the steps that end after `place`."""
        first = bisect_right(self.steps, place, key=lambda step: step.end)
        return (self.steps[number] for number in range(first, len(self.steps)))


def align_words(reference: str, heard: str) -> Alignment:
    """Align texts whose words stand between single spaces."""
    return _alignment(jiwer.process_words(reference, heard))


def align_characters(reference: str, heard: str) -> Alignment:
    """Align texts by character; the spaces count."""
    return _alignment(jiwer.process_characters(reference, heard))


def interval(counts: Sequence[Counts], seed: int = SEED) -> tuple[float, float] | None:
    """Return the bounds of the rate that 95 of 100 samples of such texts would have (Bisani and Ney 2004).

    The texts of `counts` are drawn again at random, each as a whole; a single one tells nothing: None. What was
    invented where nothing is said counts in every sample.
    """
    pairs = [(count.errors, count.length) for count in counts if count.length]
    if len(pairs) < 2:
        return None
    invented = sum(count.errors for count in counts if not count.length)
    dice = random.Random(seed)
    rates = sorted(_rate(dice.choices(pairs, k=len(pairs)), invented) for _ in range(RESAMPLES))
    return rates[round(RESAMPLES * 0.025)], rates[round(RESAMPLES * 0.975) - 1]


def _rate(pairs: Sequence[tuple[int, int]], invented: int) -> float:
    return (invented + sum(errors for errors, _ in pairs)) / sum(length for _, length in pairs)


def _alignment(result: jiwer.WordOutput | jiwer.CharacterOutput) -> Alignment:
    counts = Counts(result.hits, result.substitutions, result.deletions, result.insertions)
    return Alignment(counts, tuple(_step(chunk) for chunk in result.alignments[0]))


def _step(chunk: jiwer.AlignmentChunk) -> Step:
    kind = cast(Kind, chunk.type)
    return Step(kind, chunk.ref_start_idx, chunk.ref_end_idx, chunk.hyp_start_idx, chunk.hyp_end_idx)


def _counts(kind: Kind, places: int) -> Counts:
    if kind == "equal":
        return Counts(hits=places)
    return Counts(substitutions=places) if kind == "substitute" else Counts(deletions=places)
