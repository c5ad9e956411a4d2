"""A figure beside its goal: how long a piece of work took by the clock and of the processor, and a profile if too long.

A child of the benchmark tells each figure as one JSON object a line; `row` makes it a line of the table.
"""

import cProfile
import io
import json
import pstats
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median, quantiles

_ROWS = 9  # of a profile


@dataclass(frozen=True, slots=True)
class Figure:
    """`clock` and `cpu` are what is held against `goal`; `usual` says more, `profile` where the time goes if missed.

    `cpu` None: the figure is no time, and `clock` is it.
    """

    what: str
    goal: float | None
    unit: str
    clock: float
    cpu: float | None = None
    usual: str = ""
    profile: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        if self.goal is None:
            return ""
        if self.clock < self.goal:
            return "reached"
        if self.cpu is not None and self.cpu < self.goal:
            return "reached by the processor, late by the clock"
        return "MISSED"


def tell(figure: Figure) -> None:
    """Hand a figure over to the benchmark's parent."""
    print(json.dumps(asdict(figure)), flush=True)


def told(line: str) -> Figure:
    """Read what `tell` wrote."""
    found = json.loads(line)
    return Figure(**{**found, "profile": tuple(found["profile"])})


def row(figure: Figure) -> str:
    """Return a figure as a row of the table."""
    goal = "" if figure.goal is None else f"< {figure.goal:g} {figure.unit}"
    cpu = "" if figure.cpu is None else _number(figure.cpu, figure.unit)
    return (
        f"| {figure.what} | {goal} | {_number(figure.clock, figure.unit)} | {cpu} | {figure.usual} | {figure.verdict} |"
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """What something took in ms: by the clock, of the processor, and by the clock what followed from it afterwards."""

    clock: float
    cpu: float
    rest: float = 0.0


def timed(work: Callable[[], object]) -> Callable[[], Taken]:
    """Return what does `work` and tells what it took."""

    def taking() -> Taken:
        began, cpu = time.perf_counter(), time.thread_time()
        work()
        return Taken(1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - cpu))

    return taking


def measure(
    what: str, goal: float | None, work: Callable[[], Taken], times: int, *, before: Callable[[], object] = lambda: None
) -> None:
    """Do something so often, `before` unmeasured ahead of each, and tell the 95th of 100 in ms (the worst of a few)."""
    taken = []
    for _ in range(times):
        before()
        taken.append(work())
    clocks, cpus, rests = ([getattr(each, name) for each in taken] for name in ("clock", "cpu", "rest"))
    usual = "once" if times == 1 else f"median {median(clocks):.1f} ({median(cpus):.1f}) of {times}"
    usual += f"; afterwards {late(rests):.1f}" if any(rests) else ""
    figure = Figure(what, goal, "ms", late(clocks), late(cpus), usual)
    if figure.verdict == "MISSED" and times > 1:
        figure = replace(figure, profile=profiled(work, min(times, 20), before))
    tell(figure)


def late(taken: Sequence[float]) -> float:
    """Return what 95 of 100 stay below, of a few the longest."""
    return max(taken) if len(taken) < 20 else quantiles(taken, n=20)[-1]


def profiled(work: Callable[[], object], times: int, before: Callable[[], object] = lambda: None) -> tuple[str, ...]:
    """Return where a piece of work spends its time: the functions with the most of their own, in ms each time."""
    profile = cProfile.Profile()
    for _ in range(times):
        before()
        profile.enable()
        work()
        profile.disable()
    return heaviest(profile, times)


def heaviest(profile: cProfile.Profile, times: int) -> tuple[str, ...]:
    found = pstats.Stats(profile, stream=io.StringIO())
    rows = sorted(found.stats.items(), key=lambda item: -item[1][2])[:_ROWS]  # type: ignore[attr-defined]
    return tuple(
        f"{1000 * own / times:8.2f} ms own, {1000 * whole / times:8.2f} with what it calls, "
        f"{calls / times:9.1f} calls: {_place(where)}"
        for where, (_, calls, own, whole, _) in rows
    )


def _place(where: tuple[str, int, str]) -> str:
    file, line, name = where
    return name if file == "~" else f"{'/'.join(file.split('/')[-3:])}:{line} {name}"


def _number(value: float, unit: str) -> str:
    return f"{value:,.2f}" if unit == "s" else f"{value:,.1f}"
