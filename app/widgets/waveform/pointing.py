"""What a hand does on the waveform between pressing a button and letting it go, told as values."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.widgets.waveform.dragging import Grip, Manner, Part, Retimed, dragged
from app.widgets.waveform.scene import Scene
from engine.subtitles.document import Cue

EDGE_REACH = 6.0  # pixels around an edge in which it is taken hold of
_STARTS_AT = 4.0  # pixels after which a click has become a drag
_SNAP_REACH = 7.0  # pixels

Where = Literal["ruler", "start", "end", "body", "ground"]


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer."""

    where: Where
    index: int = -1


@dataclass(frozen=True, slots=True)
class Clicked:
    """Pressed and let go at a time, on the cue of an id, None for none."""

    time: int
    cue: int | None


@dataclass(frozen=True, slots=True)
class Sought:
    """The ruler was drawn to a time."""

    time: int


@dataclass(frozen=True, slots=True)
class Dragged:
    """A cue was drawn: itself and then those that it pushed; `done` when it was let go."""

    part: Part
    times: tuple[Retimed, ...]
    done: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stretch was drawn over empty ground."""

    start: int
    end: int
    done: bool


@dataclass(frozen=True, slots=True)
class Panned:
    """The sound was drawn along by so many pixels."""

    pixels: float


Outcome = Clicked | Sought | Dragged | Drawn | Panned


def hit(scene: Scene, x: float, y: float) -> Hit:
    """Return what lies at a place; edges of selected cues go before those of others, and these before bodies."""
    if y < scene.areas.ruler.bottom():
        return Hit("ruler")
    scale, times = scene.scale, scene.times
    reach = EDGE_REACH * scale.per_pixel
    time = scale.start + x * scale.per_pixel
    near = times.inside(time - reach, time + reach)
    if not len(near):
        return Hit("ground")
    chosen = np.isin(times.ids[near], list(scene.selected))
    for group in (near[chosen], near):
        found = _edge(scene, group, time, reach)
        if found is not None:
            return found
    under = [index for index in near.tolist() if times.starts[index] <= time < times.ends[index]]
    preferred = [index for index in under if int(times.ids[index]) in scene.selected]
    return Hit("body", (preferred or under)[-1]) if under else Hit("ground")


def _edge(scene: Scene, group: NDArray[np.int64], time: float, reach: float) -> Hit | None:
    """Return the nearest edge within reach. Narrow cues keep half of their width for moving them."""
    best: tuple[float, Hit] | None = None
    for index in group.tolist():
        start, end = int(scene.times.starts[index]), int(scene.times.ends[index])
        inner = min(reach, (end - start) / 4)
        edges: tuple[tuple[Where, float, bool], ...] = (
            ("start", time - start, start - reach <= time <= start + inner),
            ("end", end - time, end - inner <= time <= end + reach),
        )
        for where, inside_by, near in edges:
            away = abs(inside_by) + (0 if inside_by >= 0 else reach / 100)  # touching cues: the side decides
            if near and (best is None or away < best[0]):
                best = (away, Hit(where, index))
    return best[1] if best else None


class Pointer:
    """Follows one press. The view tells it what happens and acts on what comes back, if anything does."""

    def __init__(self, scene: Scene, x: float, y: float, *, pans: bool, gap: int) -> None:
        self._hit = Hit("ground") if pans else hit(scene, x, y)
        self._pans = pans
        self._begin = self._last = x
        self._time = scene.scale.time(x)
        self._moving = pans or self._hit.where == "ruler"
        self._grip = _grip(scene, self._hit, gap)

    @property
    def where(self) -> Where:
        return self._hit.where

    @property
    def moving(self) -> bool:
        """Whether this is more than a click."""
        return self._moving

    def move(self, scene: Scene, x: float, manner: Manner, playhead: int) -> Outcome | None:
        """Tell where the pointer is now."""
        if not self._moving and abs(x - self._begin) < _STARTS_AT:
            return None
        self._moving = True
        if self._pans:
            moved, self._last = x - self._last, x
            return Panned(-moved)
        time = scene.scale.time(x)
        if self._hit.where == "ruler":
            return Sought(max(time, 0))
        return self._dragged(scene, time, manner, playhead, done=False)

    def release(self, scene: Scene, x: float, manner: Manner, playhead: int) -> Outcome | None:
        """Tell where the button was let go."""
        if self._pans:
            return None
        time = scene.scale.time(x)
        if self._hit.where == "ruler":
            return Sought(max(time, 0))
        if not self._moving:
            return Clicked(max(time, 0), None if self._grip is None else self._grip.cue.id)
        return self._dragged(scene, time, manner, playhead, done=True)

    def _dragged(self, scene: Scene, time: int, manner: Manner, playhead: int, *, done: bool) -> Outcome:
        reach = _SNAP_REACH * scene.scale.per_pixel
        grip = self._grip
        if grip is None:
            return self._drawn(scene, time, manner, playhead, done=done)
        moved = time - self._time
        wanted = moved + (grip.cue.end if grip.part == "end" else grip.cue.start)
        ends = (wanted, wanted + grip.cue.end - grip.cue.start) if grip.part == "body" else (wanted,)
        near = [magnet for end in ends for magnet in magnets(scene, end, reach, playhead, grip.cue)]
        return Dragged(grip.part, dragged(grip, wanted, manner, near, reach), done)

    def _drawn(self, scene: Scene, time: int, manner: Manner, playhead: int, *, done: bool) -> Outcome:
        """Let the stretch stick to what is near, and not reach over the cues around it unless it is free."""
        reach = _SNAP_REACH * scene.scale.per_pixel
        start, end = sorted((max(self._time, 0), max(time, 0)))
        if manner == "free":
            return Drawn(start, end, done)
        start, end = (_stuck(edge, magnets(scene, edge, reach, playhead, None), reach) for edge in (start, end))
        inside = scene.times.inside(self._time, self._time + 1)
        for index in scene.times.inside(start, end).tolist() if not len(inside) else ():
            cue_start, cue_end = int(scene.times.starts[index]), int(scene.times.ends[index])
            if cue_end <= self._time:
                start = max(start, cue_end)
            elif cue_start >= self._time:
                end = min(end, cue_start)
        return Drawn(start, max(start, end), done)


def magnets(scene: Scene, time: int, reach: float, playhead: int, without: Cue | None) -> list[int]:
    """Return the times near `time` that edges stick to: the playhead, edges of speech, edges of other cues."""
    found = [playhead]
    for edges in scene.speech:
        first, last = np.searchsorted(edges, time - reach, "left"), np.searchsorted(edges, time + reach, "right")
        found += edges[first:last].tolist()
    for index in scene.times.inside(time - reach, time + reach + 1)[:50].tolist():
        cue = scene.times.cues[index]
        if without is None or cue.id != without.id:
            found += [cue.start, cue.end]
    return [each for each in found if abs(each - time) <= reach]


def _grip(scene: Scene, found: Hit, gap: int) -> Grip | None:
    if found.where in ("ruler", "ground"):
        return None
    before, behind = scene.times.neighbours(found.index)
    part: Part = "start" if found.where == "start" else "end" if found.where == "end" else "body"
    return Grip(scene.times.cues[found.index], part, before, behind, gap)


def _stuck(time: int, near: list[int], reach: float) -> int:
    nearest = min(near, key=lambda magnet: abs(magnet - time), default=time)
    return nearest if abs(nearest - time) <= reach else time
