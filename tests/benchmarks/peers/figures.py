"""What the runs come to: medians and spreads, one row for each engine, way and size."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.peers.contenders import OURS
from tests.benchmarks.peers.rounds import Run


@dataclass(frozen=True, slots=True)
class Figure:
    """A median with the lowest and the highest that it stands for."""

    median: float
    low: float
    high: float

    def per(self, other: "Figure") -> float:
        """Return how many times as much this is."""
        return self.median / other.median


def figure(numbers: Sequence[float]) -> Figure:
    return Figure(median(numbers), min(numbers), max(numbers))


@dataclass(frozen=True, slots=True)
class Row:
    """All runs of one engine by one way with one size. `first` None: it delivers nothing before the end.

    Seconds but for `memory` (MiB, the most of all runs) and `tokens` (of one run); the sound has so many `minutes`.
    """

    size: str
    way: str
    name: str
    version: str
    minutes: float
    runs: int
    heard: Figure
    cpu: Figure
    first: Figure | None
    ready: Figure
    memory: float
    tokens: int


@dataclass(frozen=True, slots=True)
class Missing:
    """An engine that was not measured, and why."""

    size: str
    way: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Results:
    """All that was measured of engines side by side."""

    rows: tuple[Row, ...]
    missing: tuple[Missing, ...]

    def row(self, size: str, way: str, name: str) -> Row | None:
        return next((row for row in self.rows if (row.size, row.way, row.name) == (size, way, name)), None)

    def ours(self, row: Row) -> Row | None:
        return self.row(row.size, row.way, OURS)

    def fastest(self, size: str, way: str, family: str) -> Row | None:
        """Return the quickest of the modes of one engine, whose names begin with the family's."""
        rows = [row for row in self.rows if (row.size, row.way) == (size, way) and row.name.startswith(family)]
        return min(rows, key=lambda row: row.heard.median, default=None)


def summed_up(runs: Sequence[Run], minutes: dict[tuple[str, str], float]) -> Results:
    """Join the runs, which stand in the order in which they ran; `minutes` of sound by size and way."""
    groups: dict[tuple[str, str, str], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.size, run.way, run.name), []).append(run)
    measured = {key: [run for run in group if not run.told.missing] for key, group in groups.items()}
    starts = _starts(runs)
    rows = tuple(
        _row(group, minutes[size, way], starts[size, name]) for (size, way, name), group in measured.items() if group
    )
    missing = tuple(Missing(run.size, run.way, run.name, run.told.missing) for run in runs if run.told.missing)
    return Results(rows, missing)


def _starts(runs: Sequence[Run]) -> dict[tuple[str, str], list[float]]:
    """Return the times of all starts but the first, which fills caches, by size and engine; of one if it is all."""
    found: dict[tuple[str, str], list[float]] = {}
    for run in runs:
        if not run.told.missing:
            found.setdefault((run.size, run.name), []).append(run.told.ready)
    return {key: times[1:] or times for key, times in found.items()}


def _row(runs: Sequence[Run], minutes: float, starts: Sequence[float]) -> Row:
    told = [run.told for run in runs]
    firsts = [each.first for each in told if each.first is not None]
    return Row(
        size=runs[0].size,
        way=runs[0].way,
        name=runs[0].name,
        version=told[0].version,
        minutes=minutes,
        runs=len(runs),
        heard=figure([each.heard for each in told]),
        cpu=figure([each.cpu for each in told]),
        first=figure(firsts) if firsts else None,
        ready=figure(starts),
        memory=max(each.memory for each in told),
        tokens=told[-1].tokens,
    )
