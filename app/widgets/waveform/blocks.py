"""Cues as blocks over the wave: their edges, their text, their number and length, their problems."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.widgets.direction import runs_right_to_left
from app.widgets.marks import draw_advice, draw_warning
from app.widgets.waveform.colours import Colours
from app.widgets.waveform.scene import Level, Scene
from engine.subtitles.document import Cue
from engine.subtitles.markup import said

NARROWEST = 6.0  # pixels of a block; narrower cues are seen by the wave's colour alone
_GRIP = 8.0  # pixels across the grip of a selected edge
_MOST = 600  # blocks at once, however cues overlap
_LONGEST = 400  # characters of a text that may be looked at
_LANES = 3
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_ELIDED = Qt.TextElideMode.ElideRight
_BEFORE = 20_000  # ms left of the view from where on overlaps are counted, so that lanes stay while scrolling


@dataclass(frozen=True, slots=True)
class Block:
    """A cue where it is drawn: `place` in pixels.

    `lane` is the row of its text among cues that overlap it, `lines` how many rows it may have.
    """

    cue: Cue
    number: int
    place: QRectF
    lane: int
    selected: bool
    level: Level | None
    text: str
    lines: int


def blocks_of(scene: Scene, visible: NDArray[np.int64]) -> list[Block]:
    """Return the blocks of the cues in view that are wide enough to be drawn, selected ones last."""
    scale, times = scene.scale, scene.times
    wide = visible[(times.ends[visible] - times.starts[visible]) >= NARROWEST * scale.per_pixel][:_MOST]
    if not len(wide):
        return []
    lanes = _lanes(scene, wide)
    found = [
        _block(scene, times.cues[index], index + 1, lanes.get(index, 0), 1 if index in lanes else 2)
        for index in wide.tolist()
    ]
    return sorted((block for block in found if block.cue.id not in scene.hidden), key=lambda block: block.selected)


def block_at(scene: Scene, number: int, start: int, end: int) -> Block:
    """Return the block of a cue by its number, from 1, as if it were selected and had other times."""
    moved = replace(scene.times.cues[number - 1], start=start, end=end)
    return replace(_block(scene, moved, number, 0, 2), selected=True)


def paint_blocks(painter: QPainter, blocks: list[Block], colours: Colours, view: QRectF) -> None:
    """Paint labels, footers, edges and marks. A selected block has a thick frame with grips, not only a colour."""
    metrics, font = QFontMetricsF(painter.font()), painter.font().toString()
    top, bottom = view.top(), view.bottom()
    edges = [
        QLineF(x, top, x, bottom)
        for block in blocks
        if not block.selected
        for x in (round(block.place.left()) + 0.5, round(block.place.right()) - 0.5)
    ]
    painter.setPen(colours.cue_edge)
    painter.drawLines(edges)
    for block in blocks:
        place = block.place.intersected(view)
        if place.width() > 1.5 * metrics.height():
            _paint_label(painter, block, place, colours, metrics, font)
            _paint_footer(painter, block, place, colours, metrics, font)
        if block.selected:
            _paint_frame(painter, block.place, colours)
        if block.level is not None:
            _paint_mark(painter, block, place, metrics.height(), colours)


def _paint_label(
    painter: QPainter, block: Block, place: QRectF, colours: Colours, metrics: QFontMetricsF, font: str
) -> None:
    left, width, line = place.left() + 6, place.width() - 10, metrics.height()
    top = place.top() + block.lane * (line + 3)
    beside_mark = max(width - (line if block.level else 0), 0)
    room = max(int(place.height() / line) - 1, 1)  # the last line is the footer's
    lines = _lines(block.text, min(block.lines, room), int(beside_mark), int(width), font)
    strip = QRectF(place.left() + 1, top, place.width() - 2, len(lines) * line + 3)
    painter.fillRect(strip, colours.selected_label if block.selected else colours.label)
    painter.setPen(colours.selected_text if block.selected else colours.text)
    for number, (text, to_left) in enumerate(lines):
        row = QRectF(left, top + number * line, width if number else beside_mark, line + 3)
        if to_left:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            painter.drawText(row, _ONE_LINE, text)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        else:  # to a point, which takes half as long
            painter.drawText(QPointF(left, row.top() + 1.5 + metrics.ascent()), text)


@lru_cache(maxsize=2048)
def _lines(text: str, most: int, first: int, width: int, font: str) -> tuple[tuple[str, bool], ...]:
    """Break a text into one or two lines of so many pixels, each with whether it runs from right to left.

    The last one ends with an ellipsis if more follows. `font` is as QFont writes it. What was broken once is
    remembered: scrolling shows the same cues again and again.
    """
    metrics = QFontMetricsF(_font(font))
    if most == 1 or ("\n" not in text and metrics.horizontalAdvance(text) <= first):
        lines = [metrics.elidedText(text.replace("\n", "  "), _ELIDED, first)]
    else:
        words = text.split() or [""]
        taken = 1
        while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= first:
            taken += 1
        lines = [metrics.elidedText(" ".join(words[:taken]), _ELIDED, first)]
        if taken < len(words):
            lines.append(metrics.elidedText(" ".join(words[taken:]), _ELIDED, width))
    to_left = runs_right_to_left(text)  # of the whole: a line may begin with a number or a foreign name
    return tuple((_embedded(line, to_left), to_left) for line in lines)


def _embedded(line: str, to_left: bool) -> str:
    """Return a line that is drawn in its text's direction, whatever it begins with (Unicode UAX 9: RLM)."""
    return f"\u200f{line}\u200f" if to_left else line


def _font(written: str) -> QFont:
    font = QFont()
    font.fromString(written)
    return font


def _paint_footer(
    painter: QPainter, block: Block, place: QRectF, colours: Colours, metrics: QFontMetricsF, font: str
) -> None:
    """Write number and length at the foot, the number alone where there is no room for both."""
    texts = _footers(block.number, block.cue.end - block.cue.start, font)
    text, width = next((each for each in texts if each[1] + 10 <= place.width()), ("", 0.0))
    if not text:
        return
    back = QColor(colours.selected if block.selected else colours.cue)
    back.setAlpha(225)
    line = metrics.height() + 1
    foot = QRectF(place.left() + 2, place.bottom() - 2 - line * (block.lane + 1), width + 8, line)
    painter.fillRect(foot, back)
    painter.setPen(colours.text if block.selected else colours.faint)
    painter.drawText(QPointF(foot.left() + 4, foot.top() + 0.5 + metrics.ascent()), text)


@lru_cache(maxsize=2048)
def _footers(number: int, length: int, font: str) -> tuple[tuple[str, float], ...]:
    """Return what may stand at the foot, the longest first, with how many pixels wide it is."""
    metrics, locale = QFontMetricsF(_font(font)), QLocale()
    short = locale.toString(number)
    texts = (f"{short}   {locale.toString(length / 1000, 'f', 2)} s", short)
    return tuple((text, metrics.horizontalAdvance(text)) for text in texts)


def _paint_frame(painter: QPainter, place: QRectF, colours: Colours) -> None:
    """Paint a thick frame, and a grip with two grooves in the middle of either edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colours.selected_edge, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(place.adjusted(1, 1, -1, -1))
    if place.width() < 4 * _GRIP:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x in (place.left() + 1, place.right() - 1):
        grip = QRectF(x - _GRIP / 2, place.center().y() - 1.8 * _GRIP, _GRIP, 3.6 * _GRIP)
        painter.setPen(QPen(colours.ground, 1.5))
        painter.setBrush(colours.selected_edge)
        painter.drawRoundedRect(grip, 3, 3)
        painter.setPen(QPen(colours.ground, 1))
        for across in (-1.25, 1.25):
            middle = grip.center() + QPointF(across, 0)
            painter.drawLine(middle - QPointF(0, _GRIP * 0.7), middle + QPointF(0, _GRIP * 0.7))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_mark(painter: QPainter, block: Block, place: QRectF, line: float, colours: Colours) -> None:
    size = min(line, max(place.width() - 2, 6))
    wide = place.width() > 1.5 * line
    left = place.right() - size - 3 if wide else place.center().x() - size / 2
    top = place.top() + block.lane * (line + 3) + 1
    colour = colours.selected_text if block.selected and wide else colours.warning
    draw = draw_warning if block.level == "problem" else draw_advice
    draw(painter, QRectF(left, top, size, size), colour)


def _block(scene: Scene, cue: Cue, number: int, lane: int, lines: int) -> Block:
    left, right = scene.scale.x(cue.start), scene.scale.x(cue.end)
    place = QRectF(left, scene.areas.wave.top(), max(right - left, 1), scene.areas.wave.height())
    text = said((cue.translation if scene.translated else cue.text)[:_LONGEST])
    return Block(cue, number, place, lane, cue.id in scene.selected, scene.levels.get(cue.id), text, lines)


def _lanes(scene: Scene, wide: NDArray[np.int64]) -> dict[int, int]:
    """Give each cue that overlaps another a row, as they begin."""
    times, scale = scene.times, scene.scale
    if np.all(times.starts[wide][1:] >= np.maximum.accumulate(times.ends[wide])[:-1]):
        return {}
    near = times.inside(scale.start - _BEFORE, scale.end)[: 4 * _MOST]
    starts, ends = times.starts[near], times.ends[near]
    reach = np.maximum.accumulate(ends)
    overlaps = np.zeros(len(near), bool)
    overlaps[1:] = starts[1:] < reach[:-1]
    overlaps[:-1] |= starts[1:] < ends[:-1]
    free_from = [-1] * _LANES
    lanes = {}
    for index, start, end in zip(*(column[overlaps].tolist() for column in (near, starts, ends)), strict=True):
        lane = next((lane for lane in range(_LANES) if free_from[lane] <= start), _LANES - 1)
        free_from[lane] = max(end, free_from[lane])
        lanes[index] = lane
    return lanes
