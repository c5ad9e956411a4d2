"""The files of a benchmark: bench.md with the table, bench.svg with the chart, profile.md with the operators."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.benchmarks.peers.chart import chart
from tests.benchmarks.peers.figures import Results
from tests.benchmarks.peers.goals import Goal
from tests.benchmarks.peers.layers import Bound
from tests.benchmarks.peers.machine import described
from tests.benchmarks.peers.operators import Profile, written
from tests.benchmarks.peers.table import engine_lines, goal_lines, layer_lines

_FLAT = (
    "Whether memory is flat from 10 minutes to 3 hours is measured by `python -m tests.benchmarks.memory`, "
    "part by part single precision against the fast mode by `python -m tests.benchmarks.modes`."
)
_COLUMNS = (
    "Medians, with the lowest and the highest. Heard: from the file to the last segment, the model being ready. Of the",
    "processor: all threads meanwhile, which other work beside it changes less than the clock's time. Ready: from the",
    "first import to the loaded model, without the first start. MiB: the most that the process itself held at once,",
    "without an ffmpeg that it starts. Tokens: of all segments, timestamps among them.",
)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one call of the benchmark found; parts that weren't asked for are empty."""

    settings: str
    threads: int
    goals: tuple[Goal, ...]
    results: Results
    bounds: tuple[Bound, ...]
    profiles: tuple[Profile, ...]


def write(folder: Path, report: Report) -> str:
    """Write the files of what was measured into a folder, and return the Markdown of the table."""
    folder.mkdir(parents=True, exist_ok=True)
    text = "\n".join(_lines(report)) + "\n"
    (folder / "bench.md").write_text(text, encoding="utf-8")
    if report.results.rows:
        (folder / "bench.svg").write_text(chart(report.results), encoding="utf-8")
    if report.profiles:
        (folder / "profile.md").write_text(written(report.profiles), encoding="utf-8")
    return text


def _lines(report: Report) -> Iterator[str]:
    yield from (
        "# Speed and memory beside the peers",
        "",
        f"Measured on {date.today().isoformat()} by `make bench`:",
        "",
    )
    yield from (f"- {line}" for line in described(report.threads))
    yield f"- {report.settings}, {os.getloadavg()[0]:.1f} after: with other work beside it, only ratios tell"
    versions = sorted({(row.name.split()[0], row.version) for row in report.results.rows if row.version})
    yield from (f"- {name} {version}" for name, version in versions)
    if report.goals:
        yield from ("", "## Goals", "", *goal_lines(report.goals))
        if report.profiles and not all(goal.reached for goal in report.goals):
            yield "Where the time of what is missed goes: [profile.md](profile.md)."
        yield from ("", _FLAT)
    if report.results.rows or report.results.missing:
        yield from ("", "## Side by side", "", *_side_by_side(report.results))
    if report.bounds:
        yield from ("", "## Layers against the bound", "", *layer_lines(report.bounds))


def _side_by_side(results: Results) -> Iterator[str]:
    if results.rows:
        yield from ("![Seconds for a minute of sound](bench.svg)", "")
    yield from _COLUMNS
    yield ""
    yield from engine_lines(results)
