"""What a command tells about a file of subtitles: what was mended, what was left out. Nothing of its text."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from engine.commands.screen import on_one_line
from engine.subtitles.losses import Loss
from engine.subtitles.reading import Repair


@dataclass(frozen=True, slots=True)
class Mended:
    """A kind of repair: how often, and where first (0: the whole file)."""

    what: str
    times: int
    line: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A kind of loss, and of how many cues (0: of the file)."""

    what: str
    cues: int


def mended(repairs: Iterable[Repair]) -> tuple[Mended, ...]:
    """Count repairs by kind, in the order in which they were met."""
    listed = list(repairs)
    counts = Counter(repair.kind for repair in listed)
    first: dict[str, int] = {}
    for repair in listed:
        first.setdefault(repair.kind, repair.line)
    return tuple(Mended(kind.value, times, first[kind]) for kind, times in counts.items())


def left_out(losses: Iterable[Loss]) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(loss.feature.value, loss.cues) for loss in losses)


def lines_of(repairs: Iterable[Mended], losses: Iterable[LeftOut] = ()) -> Iterator[str]:
    """Yield one indented line for each kind of repair and of loss."""
    for repair in repairs:
        where = f" (line {repair.line})" if repair.line else ""
        often = f" ({repair.times} times, first in line {repair.line})" if repair.times > 1 else where
        yield f"  mended: {repair.what}{often}"
    for loss in losses:
        cues = "" if not loss.cues else " (1 cue)" if loss.cues == 1 else f" ({loss.cues:,} cues)"
        yield f"  not kept: {loss.what}{cues}"


def print_lines(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{on_one_line(line)}\n" for line in lines)


def print_object(value: object) -> None:
    """Print a dataclass as one JSON object on a line."""
    sys.stdout.write(f"{json.dumps(asdict(value))}\n")  # type: ignore[call-overload]
    sys.stdout.flush()
