"""What was measured as Markdown: goals beside the numbers, engines side by side, layers beside their bounds."""

from collections.abc import Iterator, Sequence

from tests.benchmarks.peers.contenders import OURS
from tests.benchmarks.peers.figures import Figure, Missing, Results, Row
from tests.benchmarks.peers.goals import Goal
from tests.benchmarks.peers.layers import Bound

_DASH = "-"
_COLUMNS = (
    "| engine | heard in, s | times ours | of the processor, s | first segment, s | ready, s | MiB | tokens | runs |"
)


def goal_lines(goals: Sequence[Goal]) -> Iterator[str]:
    missed = [goal for goal in goals if not goal.reached]
    yield from ("| what | goal | found | |", "|---|---|---|---|")
    for goal in goals:
        sign, verdict = (">=" if goal.at_least else "<="), ("reached" if goal.reached else "**MISSED**")
        yield f"| {goal.what} | {sign} {goal.goal:g} {goal.unit} | {_number(goal.found, goal.unit)} | {verdict} |"
    yield ""
    yield f"{len(goals) - len(missed)} of {len(goals)} reached."


def engine_lines(results: Results) -> Iterator[str]:
    """Yield a table for each size and way, ours first, and a line for everybody who is missing."""
    for size, way in dict.fromkeys((row.size, row.way) for row in results.rows):
        rows = [row for row in results.rows if (row.size, row.way) == (size, way)]
        yield from (f"### {size}, {way}: {rows[0].minutes:g} minutes of sound", "")
        yield _COLUMNS
        yield "|---" * 9 + "|"
        yield from (_engine(row, results.ours(row)) for row in rows)
        yield ""
    yield from (_missing(missing) for missing in results.missing)


def _engine(row: Row, ours: Row | None) -> str:
    times = f"{row.heard.per(ours.heard):.2f}" if ours is not None and row.name != OURS else _DASH
    first = "at the end" if row.first is None else _spread(row.first)
    return (
        f"| {row.name} | {_spread(row.heard)} | {times} | {row.cpu.median:.2f} | {first} | {_spread(row.ready)} "
        f"| {row.memory:,.0f} | {row.tokens} | {row.runs} |"
    )


def _missing(missing: Missing) -> str:
    return f"- {missing.size}, {missing.way}: {missing.name} was not measured: {missing.why}"


def layer_lines(bounds: Sequence[Bound]) -> Iterator[str]:
    yield "The bound is the work at the best rate that was measured just before it."
    for bound in bounds:
        unit = "a window" if bound.what == "encoder" else f"a token of {bound.batch} window{'s' * (bound.batch > 1)}"
        yield from ("", f"### {bound.size}: {bound.what}, {unit}", "", bound.work, "")
        yield from ("| part | ms | at least, ms | times |", "|---|---|---|---|")
        for part in bound.parts:
            least = _DASH if part.least is None else f"{part.least:.2f}"
            times = f"{part.taken / part.least:.2f}" if part.least else _DASH
            yield f"| {part.name} | {part.taken:.2f} | {least} | {times} |"
        yield f"| all | {bound.taken:.2f} | {bound.least:.2f} | {bound.times:.2f} |"


def _spread(figure: Figure) -> str:
    return f"{figure.median:.2f} ({figure.low:.2f} to {figure.high:.2f})"


def _number(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}" if unit == "MiB" else f"{value:.2f} {unit}"
