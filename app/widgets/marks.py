"""Small marks that widgets draw themselves: a triangle for a problem, a disc for an advice. Shape tells, not colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPolygonF


def is_dark(palette: QPalette) -> bool:
    """Say whether a palette has light text on a dark ground."""
    return palette.color(QPalette.ColorRole.Base).lightness() < palette.color(QPalette.ColorRole.Text).lightness()


def warning_colour(palette: QPalette) -> QColor:
    """Return an orange that can be read on the palette's ground (4.5:1 and more)."""
    return QColor("#ffb35c") if is_dark(palette) else QColor("#b3420a")


def warning_icon(size: int, ratio: float, colour: QColor) -> QIcon:
    """Draw a triangle with an exclamation mark, `size` pixels at a device pixel ratio of `ratio`."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_warning(painter, QRectF(0, 0, size, size), colour)
    painter.end()
    return QIcon(pixmap)


def draw_warning(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Fill a triangle and put an exclamation mark into it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    size, middle = place.width(), place.center().x()
    foot = place.top() + size * 0.92
    corners = [QPointF(middle, place.top() + size * 0.06), QPointF(place.right(), foot), QPointF(place.left(), foot)]
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(_upon(colour))
    width = max(size * 0.11, 1.2)
    painter.drawRect(QRectF(middle - width / 2, place.top() + size * 0.36, width, size * 0.28))
    painter.drawRect(QRectF(middle - width / 2, place.top() + size * 0.72, width, width))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def draw_advice(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Draw a ring with a dot in it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = place.width() * 0.14
    painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(place.center(), place.width() * 0.12, place.width() * 0.12)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _upon(colour: QColor) -> QColor:
    return QColor("white") if colour.lightness() < 130 else QColor("black")
