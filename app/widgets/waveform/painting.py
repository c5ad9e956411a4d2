"""Paints the waveform's ground: ruler, speech, wave or spectrogram, and the cues. What moves is painted over it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter

from app.widgets.waveform.blocks import blocks_of, paint_blocks
from app.widgets.waveform.colours import Colours
from app.widgets.waveform.ruler import paint_ruler
from app.widgets.waveform.scene import Scene
from app.widgets.waveform.tiles import Tiles
from app.widgets.waveform.wave import coloured_image, column_classes, covered, wave_image

_SLACK = 350  # ms around a cue in which speech counts as covered: words begin and end softly


def paint_ground(painter: QPainter, scene: Scene, colours: Colours, ratio: float, tiles: Tiles | None) -> None:
    """Paint what stays while the playhead moves; `tiles` is the spectrogram where that is shown instead of the wave."""
    areas, scale = scene.areas, scene.scale
    visible = scene.times.inside(scale.start, scale.end)
    painter.fillRect(areas.wave, colours.ground)
    blocks = blocks_of(scene, visible)
    for block in blocks:
        painter.fillRect(block.place.intersected(areas.wave), colours.selected if block.selected else colours.cue)
    columns = max(round(areas.wave.width() * ratio), 1)
    height = max(round(areas.wave.height() * ratio), 1)
    if tiles is not None:
        painter.drawImage(areas.wave, tiles.image(scale, columns, height, colours.heat))
    elif scene.sound is not None:
        classes = column_classes(scale, columns, scene.times, visible, scene.selected)
        pairs = scene.sound.columns(scale.start, scale.end, columns)
        inks = (0, colours.wave.rgba(), colours.wave_in_cue.rgba(), colours.wave_selected.rgba())
        painter.drawImage(areas.wave, wave_image(pairs, height, scene.gain, classes, inks))
    _paint_speech(painter, scene, colours, columns, visible)
    paint_blocks(painter, blocks, colours, areas.wave)
    paint_ruler(painter, areas.ruler, scale, colours)
    painter.setPen(colours.cue_edge)
    painter.drawLine(QLineF(areas.ruler.bottomLeft(), areas.ruler.bottomRight()))


def _paint_speech(painter: QPainter, scene: Scene, colours: Colours, columns: int, visible: NDArray[np.int64]) -> None:
    """Paint the band of speech: low where a cue stands over it, full and of another colour where none does."""
    place, scale, times = scene.areas.speech, scene.scale, scene.times
    painter.fillRect(place, colours.ruler)
    starts, ends = scene.speech
    if not len(starts):
        return
    first, last = np.searchsorted(ends, scale.start, "right"), np.searchsorted(starts, scale.end, "left")
    spoken = covered(scale, columns, starts[first:last], ends[first:last])
    shown = covered(scale, columns, times.starts[visible] - _SLACK, times.ends[visible] + _SLACK)
    rows = np.zeros((4, columns), np.uint8)
    rows[:] = np.where(spoken, np.where(shown, 1, 2), 0)
    rows[0, rows[0] == 1] = 0
    rows[3, rows[3] == 1] = 0
    inks = (0, colours.speech.rgba(), colours.uncovered.rgba())
    painter.drawImage(place.adjusted(0, 1, 0, -1), coloured_image(rows, inks))
