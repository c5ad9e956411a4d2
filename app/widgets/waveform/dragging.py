"""Where a dragged cue may go: it sticks to what lies near, stops at its neighbours or pushes their edges along."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.widgets.clock import LATEST
from engine.subtitles.document import Cue

Part = Literal["start", "end", "body"]
Manner = Literal["stop", "push", "free"]

_SHORTEST = 100  # ms that a cue keeps, unless it was shorter


@dataclass(frozen=True, slots=True)
class Retimed:
    """A cue by its id, and the times that it shall have, in ms."""

    cue: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grip:
    """What is dragged: a part of a cue between its neighbours, which overlap it not, and the least gap to them."""

    cue: Cue
    part: Part
    before: Cue | None = None
    behind: Cue | None = None
    gap: int = 0


@dataclass(frozen=True, slots=True)
class _Room:
    """The earliest start and the latest end."""

    earliest: int
    latest: int


def dragged(grip: Grip, time: int, manner: Manner, magnets: Iterable[int], reach: float) -> tuple[Retimed, ...]:
    """Return the cue's new times, and behind it the neighbours that it pushed.

    `time` is where its part was drawn to: an edge, or the start of its body. It jumps to the nearest of `magnets` that
    is no further than `reach` ms, unless it is dragged freely.
    """
    cue, room = grip.cue, _room(grip, manner)
    near = () if manner == "free" else tuple(magnets)
    start, end = cue.start, cue.end
    if grip.part == "start":
        start = _between(_drawn(time, near, reach), room.earliest, end - _shortest(cue))
    elif grip.part == "end":
        end = _between(_drawn(time, near, reach), start + _shortest(cue), room.latest)
    else:
        length = cue.end - cue.start
        wanted = _drawn(time, (*near, *(magnet - length for magnet in near)), reach)
        start = _between(wanted, room.earliest, room.latest - length)
        end = start + length
    return (Retimed(cue.id, start, end), *(_pushed(grip, start, end) if manner == "push" else ()))


def _room(grip: Grip, manner: Manner) -> _Room:
    """Return how far the cue may reach; where it is already too close to a neighbour, it may stay."""
    if manner == "free":
        return _Room(min(0, grip.cue.start), max(LATEST, grip.cue.end))
    earliest, latest = 0, LATEST
    if grip.before is not None:
        edge = grip.before.end if manner == "stop" else grip.before.start + _shortest(grip.before)
        earliest = edge + grip.gap
    if grip.behind is not None:
        edge = grip.behind.start if manner == "stop" else grip.behind.end - _shortest(grip.behind)
        latest = edge - grip.gap
    return _Room(min(earliest, grip.cue.start), max(latest, grip.cue.end))


def _pushed(grip: Grip, start: int, end: int) -> list[Retimed]:
    pushed = []
    before, behind = grip.before, grip.behind
    if before is not None and start < grip.cue.start and before.end > start - grip.gap:
        pushed.append(Retimed(before.id, before.start, start - grip.gap))
    if behind is not None and end > grip.cue.end and behind.start < end + grip.gap:
        pushed.append(Retimed(behind.id, end + grip.gap, behind.end))
    return pushed


def _drawn(time: int, magnets: tuple[int, ...], reach: float) -> int:
    nearest = min(magnets, key=lambda magnet: abs(magnet - time), default=time)
    return nearest if abs(nearest - time) <= reach else time


def _between(time: int, earliest: int, latest: int) -> int:
    return max(min(time, latest), earliest)


def _shortest(cue: Cue) -> int:
    return max(min(_SHORTEST, cue.end - cue.start), 1)
