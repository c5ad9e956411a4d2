"""The goals of speed and memory, and what was found beside each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.peers.contenders import OURS
from tests.benchmarks.peers.figures import Results, Row
from tests.benchmarks.peers.layers import Bound

_MEMORY = {"tiny": 400, "small": 900}  # MiB of the whole process
_READY = ("small", 1.0)  # s from the first import to the loaded model, not for the first time
_AHEAD = (  # family, ways, times as fast
    ("faster-whisper", ("greedy", "beam 5"), 2.0),
    ("faster-whisper", ("batched",), 1.6),
    ("whisper.cpp", ("greedy", "beam 5"), 1.5),
    ("openai-whisper", ("greedy", "beam 5"), 4.0),
)
_ENCODER, _BATCHED_DECODER = 1.5, 2.0  # times the physical bound


@dataclass(frozen=True, slots=True)
class Goal:
    """`found` is held against `goal`: it has to be at least so much, or at most."""

    what: str
    goal: float
    found: float
    unit: str
    at_least: bool

    @property
    def reached(self) -> bool:
        return self.found >= self.goal if self.at_least else self.found <= self.goal


def goals(sizes: Sequence[str], results: Results, bounds: Sequence[Bound]) -> Iterator[Goal]:
    """Yield the goals of which something was measured."""
    for family, ways, times in _AHEAD:
        for size in sizes:
            for way in ways:
                yield from _ahead(results, size, way, family, times)
    for bound in bounds:
        if bound.what == "encoder":
            yield Goal(f"{bound.size}: encoder against its bound", _ENCODER, bound.times, "x", at_least=False)
        elif bound.batch > 1:
            what = f"{bound.size}: decoder, {bound.batch} windows, against its bound"
            yield Goal(what, _BATCHED_DECODER, bound.times, "x", at_least=False)
    for row in results.rows:
        if row.name == OURS:
            yield from _own(row)


def _ahead(results: Results, size: str, way: str, family: str, times: float) -> Iterator[Goal]:
    ours, theirs = results.row(size, way, OURS), results.fastest(size, way, family)
    if ours is not None and theirs is not None:
        what = f"{size}, {way}: against {theirs.name}"
        yield Goal(what, times, theirs.heard.per(ours.heard), "x", at_least=True)


def _own(row: Row) -> Iterator[Goal]:
    if row.size in _MEMORY:
        yield Goal(f"{row.size}, {row.way}: peak memory", _MEMORY[row.size], row.memory, "MiB", at_least=False)
    size, seconds = _READY
    if row.size == size and row.way == "greedy":
        yield Goal(f"{size}: import to ready, not the first time", seconds, row.ready.median, "s", at_least=False)
