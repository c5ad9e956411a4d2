"""The wave itself: pairs of lowest and highest samples become a picture, all pixels at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from app.widgets.cue_times import CueTimes
from app.widgets.waveform.scale import Scale

OUTSIDE, IN_CUE, IN_SELECTED = 1, 2, 3


def wave_image(
    pairs: NDArray[np.int16], height: int, gain: float, classes: NDArray[np.uint8], colours: Sequence[int]
) -> QImage:
    """Draw a column for each of `pairs` (columns, 2), in the colour (QRgb) of its class; elsewhere in colour 0.

    `height` is in device pixels; `gain` 1 lets full scale reach the edges. A silent column is one pixel high.
    """
    half = height / 2
    reach = half * gain / 32768
    tops = np.clip(half - pairs[:, 1] * reach, 0, half - 0.5).astype(np.int16)
    bottoms = np.clip(half - pairs[:, 0] * reach, half + 0.5, height).astype(np.int16)
    rows = np.arange(height, dtype=np.int16)[:, None]
    inside = (rows >= tops) & (rows < np.maximum(bottoms, tops + 1))  # (height, columns)
    return coloured_image(inside * classes, colours)


def coloured_image(numbers: NDArray[np.uint8], colours: Sequence[int]) -> QImage:
    """Return a picture of its own memory from (height, width) numbers of colours: QRgb that are opaque, or 0.

    It has 32 bits a pixel, as what it is painted upon: a picture with a table of colours takes Qt a millisecond more.
    """
    pixels = np.take(np.array(colours, np.uint32), numbers, mode="clip")
    height, width = numbers.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def column_classes(
    scale: Scale, columns: int, times: CueTimes, visible: NDArray[np.int64], selected: frozenset[int]
) -> NDArray[np.uint8]:
    """Say of each of so many columns of the view whether it lies in a cue, in a selected cue, or in none."""
    classes = np.full(columns, OUTSIDE, np.uint8)
    classes[covered(scale, columns, times.starts[visible], times.ends[visible])] = IN_CUE
    if selected:
        chosen = visible[np.isin(times.ids[visible], list(selected))]
        classes[covered(scale, columns, times.starts[chosen], times.ends[chosen])] = IN_SELECTED
    return classes


def covered(scale: Scale, columns: int, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say of each of so many columns of the view whether one of the stretches of time has a part in it."""
    per_column = scale.span / columns
    first = np.clip((starts - scale.start) / per_column, 0, columns).astype(np.int64)
    last = np.clip(np.ceil((ends - scale.start) / per_column), 0, columns).astype(np.int64)
    begun = np.bincount(first, minlength=columns + 1) - np.bincount(np.maximum(last, first), minlength=columns + 1)
    return np.cumsum(begun[:columns]) > 0
