"""What the waveform shows at a moment, as a value: the parts from which painting and pointing start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from app.widgets.cue_times import CueTimes
from app.widgets.waveform.dragging import Retimed
from app.widgets.waveform.scale import Scale

Level = Literal["problem", "advice"]


class Sound(Protocol):
    """A sound that can be seen: its length in ms, and its lowest and highest samples in equal parts of a time."""

    @property
    def duration(self) -> int: ...

    def columns(self, start: float, end: float, count: int) -> NDArray[np.int16]:
        """Return (count, 2): the lowest and highest sample in each part of [start, end) ms, 0 outside the sound."""


@dataclass(frozen=True, slots=True)
class Areas:
    """The view from top to bottom: ruler, band of speech, and the wave with the cues over it."""

    ruler: QRectF
    speech: QRectF
    wave: QRectF

    @classmethod
    def of(cls, width: int, height: int, line: float) -> "Areas":
        """Divide a view whose text is `line` pixels high."""
        ruler, band = round(line * 1.35), max(round(line * 0.5), 6)
        return cls(
            QRectF(0, 0, width, ruler),
            QRectF(0, ruler, width, band),
            QRectF(0, ruler + band, width, max(height - ruler - band, 1)),
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time that is marked, in ms."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What stays while the playhead moves.

    `speech` holds the spans' starts and ends (2, spans); `levels` the worst problem of a cue by its id. `hidden` are
    cues that are being dragged, which are drawn elsewhere. `gain` is how many times too high the wave is drawn.
    """

    scale: Scale
    areas: Areas
    times: CueTimes
    sound: Sound | None = None
    speech: NDArray[np.int64] = field(default_factory=lambda: np.zeros((2, 0), np.int64))
    selected: frozenset[int] = frozenset()
    levels: Mapping[int, Level] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    gain: float = 1.0
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Over:
    """What lies over the scene: the playhead (ms), a marked time, cues that are dragged, why there is no sound."""

    playhead: int = 0
    stretch: Stretch | None = None
    dragged: tuple[Retimed, ...] = ()
    message: str = ""
