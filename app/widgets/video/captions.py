"""Captions as a player draws them over the picture: outlined, centred in the safe area, with their common markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QTextCharFormat, QTextLayout, QTextOption

from engine.subtitles.markup import Run, hex_colour, lines_of_runs

VOICES = ("#ffffff", "#ffff00", "#00ffff", "#00ff00")  # white, yellow, cyan, green: BBC Subtitle Guidelines, colours

_SAFE_ACROSS, _SAFE_DOWN = 0.05, 0.06  # of the picture, left free at each side, above and below
_SIZE = 0.055  # of a letter, in heights of the picture: some 15 lines fill it
_SIZE_ACROSS = 0.043  # the same in widths, so that 42 letters fit into a narrow picture
_SMALLEST = 9.0  # pixels
_OUTLINE = 0.19  # of the size of a letter
_LONGEST = 2_000  # characters of a cue that are drawn
_MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Caption:
    """A cue's text with its markup, the colour of its voice, and where it stands."""

    text: str
    colour: str = VOICES[0]
    top: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter


class CaptionLayer:
    """Draws captions into a picture of their own, and keeps it until they or the place change."""

    def __init__(self) -> None:
        self._drawn: tuple[object, ...] = ()
        self._pixmap = QPixmap()

    def paint(self, painter: QPainter, place: QRectF, captions: Sequence[Caption], family: QFont, ratio: float) -> None:
        """Draw captions into the picture's place; the first stands lowest, or highest at the top."""
        if not captions or place.isEmpty():
            return
        key = (tuple(captions), place.width(), place.height(), family.family(), ratio)
        if key != self._drawn:
            self._pixmap = _drawn(captions, place, family, ratio)
            self._drawn = key
        painter.drawPixmap(place.topLeft(), self._pixmap)


def _drawn(captions: Sequence[Caption], place: QRectF, family: QFont, ratio: float) -> QPixmap:
    pixmap = QPixmap(ceil(place.width() * ratio), ceil(place.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(family)
    font.setPixelSize(round(letter_size(place.width(), place.height())))
    safe = safe_area(QRectF(0, 0, place.width(), place.height()))
    top, bottom = safe.top(), safe.bottom()
    for caption in captions:
        lines = _laid_out(caption, font, safe.width())
        height = sum(line.boundingRect().height() for line, _ in lines)
        _draw_lines(painter, lines, QPointF(safe.left(), top if caption.top else bottom - height))
        if caption.top:
            top += height
        else:
            bottom -= height
    painter.end()
    return pixmap


def safe_area(picture: QRectF) -> QRectF:
    """Return the part of a picture in which captions stand."""
    across, down = picture.width() * _SAFE_ACROSS, picture.height() * _SAFE_DOWN
    return picture.adjusted(across, down, -across, -down)


def letter_size(width: float, height: float) -> float:
    """Return how many pixels high letters are in a picture of so many."""
    return max(min(height * _SIZE, width * _SIZE_ACROSS), _SMALLEST)


def _laid_out(caption: Caption, font: QFont, width: float) -> list[tuple[QTextLayout, QTextLayout]]:
    """Lay out each line twice, as its outline and as itself; one that is too long is wrapped."""
    lines = lines_of_runs(caption.text[:_LONGEST])[:_MOST_LINES]
    return [(_line(runs, caption, font, width, True), _line(runs, caption, font, width, False)) for runs in lines]


def _line(runs: list[Run], caption: Caption, font: QFont, width: float, outline: bool) -> QTextLayout:
    layout = QTextLayout("".join(run.text for run in runs), font)
    option = QTextOption(caption.align)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # by the text, not by the window's language
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(runs, caption, font, outline))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _formats(runs: list[Run], caption: Caption, font: QFont, outline: bool) -> list[QTextLayout.FormatRange]:
    ranges, start = [], 0
    for run in runs:
        style = QTextCharFormat()
        style.setFontItalic("i" in run.styles)
        style.setFontWeight(QFont.Weight.Bold if "b" in run.styles else QFont.Weight.Medium)
        style.setFontUnderline("u" in run.styles)
        colour = QColor("black") if outline else QColor(hex_colour(run.colour) or caption.colour)
        style.setForeground(colour)
        if outline:
            pen = QPen(colour, font.pixelSize() * _OUTLINE)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            style.setTextOutline(pen)
        formatted = QTextLayout.FormatRange()
        formatted.start, formatted.length, formatted.format = start, len(run.text.encode("utf-16-le")) // 2, style
        start += formatted.length
        ranges.append(formatted)
    return ranges


def _draw_lines(painter: QPainter, lines: list[tuple[QTextLayout, QTextLayout]], corner: QPointF) -> None:
    """Draw all outlines before all letters, so that no outline covers a neighbour."""
    for which in (0, 1):
        down = corner
        for line in lines:
            line[which].draw(painter, down)
            down = down + QPointF(0, line[which].boundingRect().height())
