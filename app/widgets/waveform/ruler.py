"""The time ruler: where its ticks stand and what is written at them."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from app.widgets.clock import short_clock
from app.widgets.waveform.colours import Colours
from app.widgets.waveform.scale import Scale

_SECOND, _MINUTE, _HOUR = 1_000, 60_000, 3_600_000
_STEPS = (  # ms between two labels, and into how many parts they are divided
    *((1, 1), (2, 2), (5, 5), (10, 5), (20, 4), (50, 5), (100, 5), (200, 4), (500, 5)),
    *((_SECOND, 5), (2 * _SECOND, 4), (5 * _SECOND, 5), (10 * _SECOND, 5), (15 * _SECOND, 3), (30 * _SECOND, 3)),
    *((_MINUTE, 6), (2 * _MINUTE, 4), (5 * _MINUTE, 5), (10 * _MINUTE, 5), (15 * _MINUTE, 3), (30 * _MINUTE, 3)),
    *((_HOUR, 6), (2 * _HOUR, 4), (5 * _HOUR, 5), (10 * _HOUR, 5), (50 * _HOUR, 5)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the ruler at a time in ms; only the long ones have a label."""

    time: int
    label: str


def ticks(scale: Scale, apart: float) -> list[Tick]:
    """Return the ticks in view; labels stand at least `apart` pixels from each other."""
    least = apart * scale.per_pixel
    step, parts = next((each for each in _STEPS if each[0] >= least), _STEPS[-1])
    fine = step // parts
    digits = 0 if step >= _SECOND else 1 if step >= 100 else 2 if step >= 10 else 3
    first = max(int(scale.start // fine) * fine, 0)
    return [
        Tick(time, "" if time % step else short_clock(time, digits)) for time in range(first, int(scale.end) + 1, fine)
    ]


def paint_ruler(painter: QPainter, place: QRectF, scale: Scale, colours: Colours) -> None:
    """Paint the ruler into its place; labels stand right of their ticks."""
    painter.fillRect(place, colours.ruler)
    metrics = QFontMetricsF(painter.font())
    height = place.height()
    baseline = place.top() + (height + metrics.ascent() - metrics.descent()) / 2
    foot, long, short = place.bottom(), place.bottom() - height * 0.5, place.bottom() - height * 0.2
    lines = []
    painter.setPen(colours.text)
    for tick in ticks(scale, metrics.horizontalAdvance("0:00:00,000") * 1.25):
        x = round(scale.x(tick.time)) + 0.5
        lines.append(QLineF(x, long if tick.label else short, x, foot))
        if tick.label:
            painter.drawText(QPointF(x + 4, baseline), tick.label)
    painter.setPen(colours.faint)
    painter.drawLines(lines)
