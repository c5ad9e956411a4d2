"""The spectrogram's tiles that were computed so far, and the picture of those in view."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from app.widgets.waveform.scale import Scale
from app.widgets.waveform.wave import coloured_image

FRAME_MS = 10  # ms a column of a tile
TILE_MS = 10_000
LONGEST = 300_000  # ms in view up to which a spectrogram is worth its time: 30 tiles

_POOL = 4  # columns of one level that make a column of the next
_MOST = 96  # tiles that are kept, 32 MB

Tile = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Levels:
    """A tile at 10, 40 and 160 ms a column, each the loudest of the finer one."""

    levels: tuple[Tile, ...]


class Tiles:
    """Keeps the tiles that were looked at last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, _Levels] = OrderedDict()

    def put(self, number: int, tile: Tile) -> None:
        """Keep a tile (bands, frames), highest band first."""
        levels = [tile]
        while len(levels) < 3:
            levels.append(_pooled(levels[-1]))
        self._kept[number] = _Levels(tuple(levels))
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        self._kept.clear()

    def missing(self, scale: Scale, duration: int) -> tuple[int, ...]:
        """Return the numbers of the tiles in view that aren't there, those in the middle first."""
        if scale.span > LONGEST:
            return ()
        first, last = int(max(scale.start, 0) // TILE_MS), int(min(scale.end, max(duration - 1, 0)) // TILE_MS)
        middle = (first + last) / 2
        wanted = sorted(range(first, last + 1), key=lambda number: abs(number - middle))
        return tuple(number for number in wanted if number not in self._kept)

    def image(self, scale: Scale, columns: int, height: int, colours: Sequence[int]) -> QImage:
        """Draw what is there of the view; 256 colours (QRgb) from silent to loud."""
        step = scale.span / columns
        level = 0 if step < FRAME_MS * _POOL else 1 if step < FRAME_MS * _POOL**2 else 2
        frame = FRAME_MS * _POOL**level
        moments = scale.start + step * (np.arange(columns) + 0.5)
        numbers = np.floor(moments / TILE_MS).astype(np.int64)
        strip, width = self._strip(int(numbers[0]), int(numbers[-1]), level), -(-TILE_MS // frame)
        frames = (numbers - numbers[0]) * width + ((moments - numbers * TILE_MS) / frame).astype(np.int64)
        bands = np.arange(height) * len(strip) // height
        return coloured_image(np.take(strip[bands], frames, axis=1), colours)  # whole rows first: quickest

    def _strip(self, first: int, last: int, level: int) -> Tile:
        """Join tiles from `first` to `last` of one level; what is not there is silent."""
        width = -(-TILE_MS // (FRAME_MS * _POOL**level))
        held = {number: self._kept[number].levels[level] for number in range(first, last + 1) if number in self._kept}
        bands = max((len(tile) for tile in held.values()), default=1)
        strip = np.zeros((bands, (last + 1 - first) * width), np.uint8)
        for number, tile in held.items():
            self._kept.move_to_end(number)
            begin = (number - first) * width
            strip[:, begin : begin + tile.shape[1]] = tile
        return strip


def _pooled(tile: Tile) -> Tile:
    return np.maximum.reduceat(tile, np.arange(0, tile.shape[1], _POOL), axis=1) if tile.shape[1] else tile
