"""What moves over the waveform's ground: the playhead, a marked time, cues that are being dragged."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.widgets.clock import short_clock
from app.widgets.waveform.blocks import block_at, paint_blocks
from app.widgets.waveform.colours import Colours
from app.widgets.waveform.dragging import Retimed
from app.widgets.waveform.scene import Over, Scene, Stretch


def paint_over(painter: QPainter, scene: Scene, over: Over, colours: Colours, label: str) -> None:
    """Paint what lies over the ground; `label` is written into the marked time, its length in the place of {0}."""
    if scene.sound is None and over.message:
        _paint_message(painter, scene.areas.wave, colours, over.message)
    if over.stretch is not None:
        _paint_stretch(painter, scene, colours, over.stretch, label)
    for each in over.dragged:
        _paint_dragged(painter, scene, colours, each)
    _paint_playhead(painter, scene, colours, over.playhead)


def _paint_dragged(painter: QPainter, scene: Scene, colours: Colours, times: Retimed) -> None:
    index = scene.times.index_of(times.cue)
    if index is None:
        return
    block = block_at(scene, index + 1, times.start, times.end)
    painter.setOpacity(0.8)
    painter.fillRect(block.place.intersected(scene.areas.wave), colours.selected)
    painter.setOpacity(1)
    paint_blocks(painter, [block], colours, scene.areas.wave)


def _paint_stretch(painter: QPainter, scene: Scene, colours: Colours, stretch: Stretch, label: str) -> None:
    """Paint the stretch that was drawn over empty ground: dashed, with its length, and what Enter would do."""
    wave = scene.areas.wave
    length = short_clock(stretch.end - stretch.start, 3)
    left, right = scene.scale.x(stretch.start), scene.scale.x(stretch.end)
    place = QRectF(left, wave.top(), right - left, wave.height())
    fill = QColor(colours.stretch)
    fill.setAlpha(40)
    painter.fillRect(place, fill)
    painter.setPen(QPen(colours.stretch, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -1.5))
    for text in (label.format(length), length):
        width = painter.fontMetrics().horizontalAdvance(text)
        if width + 12 > place.width():
            continue
        line = painter.fontMetrics().height()
        sign = QRectF(place.center().x() - width / 2 - 6, place.center().y() - line / 2 - 2, width + 12, line + 4)
        painter.fillRect(sign, colours.ground)
        painter.setPen(colours.text)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, text)
        return


def _paint_playhead(painter: QPainter, scene: Scene, colours: Colours, time: int) -> None:
    """Paint a line with a head in the ruler, edged by the ground so that it is seen over everything."""
    x = round(scene.scale.x(time)) + 0.5
    ruler, wave = scene.areas.ruler, scene.areas.wave
    if not -8 <= x <= wave.width() + 8:
        return
    edge = QColor(colours.ground)
    edge.setAlpha(150)
    painter.fillRect(QRectF(x - 1.5, ruler.bottom(), 3, wave.bottom() - ruler.bottom()), edge)
    painter.fillRect(QRectF(x - 0.75, ruler.top() + 6, 1.5, wave.bottom() - ruler.top() - 6), colours.playhead)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.playhead)
    top = ruler.bottom() - 9
    corners = [(-5.5, top - 5), (5.5, top - 5), (5.5, top + 2), (0, top + 8), (-5.5, top + 2)]
    painter.drawPolygon(QPolygonF([QPointF(x + across, down) for across, down in corners]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_message(painter: QPainter, place: QRectF, colours: Colours, text: str) -> None:
    """Write in the middle what there is to know where there is no sound."""
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    needed = painter.boundingRect(place.adjusted(20, 0, -20, 0), flags, text).adjusted(-10, -4, 10, 4)
    painter.fillRect(needed, colours.ground)
    painter.setPen(colours.faint)
    painter.drawText(needed, flags, text)
