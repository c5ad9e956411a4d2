"""The calm picture of a sound: its name, and its loudness from beginning to end with what was heard already."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter

_TOP, _BOTTOM = QColor("#262b33"), QColor("#15181d")
_TEXT, _HEARD, _AHEAD = QColor("#dfe3e8"), QColor("#7ea6d8"), QColor("#4a515c")


@dataclass(frozen=True, slots=True)
class Still:
    """A sound's name, how loud it is in equal parts (0 to 1 each), and which share of it was heard."""

    name: str
    loudness: tuple[float, ...] = ()
    heard: float = 0.0


def paint_still(painter: QPainter, place: QRectF, still: Still, font: QFont) -> None:
    """Paint the picture; a name that is too long is cut in the middle."""
    shade = QLinearGradient(place.topLeft(), place.bottomLeft())
    shade.setColorAt(0, _TOP)
    shade.setColorAt(1, _BOTTOM)
    painter.fillRect(place, shade)
    _paint_bars(
        painter,
        QRectF(
            place.left() + place.width() * 0.08,
            place.top() + place.height() * 0.3,
            place.width() * 0.84,
            place.height() * 0.34,
        ),
        still,
    )
    larger = QFont(font)
    larger.setPixelSize(round(min(max(place.height() * 0.06, 12), 28)))
    painter.setFont(larger)
    painter.setPen(_TEXT)
    name = QFontMetricsF(larger).elidedText(still.name, Qt.TextElideMode.ElideMiddle, place.width() * 0.84)
    title = QRectF(place.left(), place.top() + place.height() * 0.1, place.width(), place.height() * 0.16)
    painter.drawText(title, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, name)


def _paint_bars(painter: QPainter, place: QRectF, still: Still) -> None:
    if not still.loudness:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    apart = place.width() / len(still.loudness)
    width, middle = max(apart * 0.6, 1.0), place.center().y()
    heard = still.heard * len(still.loudness)
    for number, loud in enumerate(still.loudness):
        height = max(place.height() * loud, width)
        bar = QRectF(place.left() + number * apart, middle - height / 2, width, height)
        painter.setBrush(_HEARD if number < heard else _AHEAD)
        painter.drawRoundedRect(bar, width / 2, width / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
