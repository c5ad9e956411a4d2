"""Speech between two times, as a detector would find it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MsSpan:
    """From `start` up to `end`, in ms."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KnownSpeech:
    """Finds what it was told."""

    spans: tuple[MsSpan, ...]

    def __call__(self, start: int, end: int) -> Iterable[MsSpan]:
        return [MsSpan(max(s.start, start), min(s.end, end)) for s in self.spans if s.start < end and s.end > start]


def speech(*bounds: tuple[int, int]) -> KnownSpeech:
    return KnownSpeech(tuple(MsSpan(*each) for each in bounds))
