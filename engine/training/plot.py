"""The curve of a training as an SVG: losses and word errors over the steps, drawn without a library."""

from collections.abc import Sequence
from html import escape

from engine.training.state import Point

_WIDTH, _HEIGHT = 720, 360
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 60, 30, 40
_LOSS, _WER = "#2a6fb0", "#c0392b"


def plot(points: Sequence[Point], title: str) -> str:
    """Draw the mean loss (blue, left scale) and the word error rate (red, right scale in percent)."""
    last = max((point.step for point in points), default=1) or 1
    losses = [(point.step, point.loss) for point in points if point.loss == point.loss]
    errors = [(point.step, 100 * point.wer) for point in points if point.wer is not None]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"',
        'font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
        f'<text x="{_LEFT}" y="18">{escape(title)}</text>',
        f'<text x="{_WIDTH / 2:g}" y="{_HEIGHT - 8}" text-anchor="middle">steps (of {last})</text>',
        *_axis(losses, last, "loss", _LOSS, _LEFT, "end"),
        *_axis(errors, last, "WER %", _WER, _WIDTH - _RIGHT, "start"),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _axis(values: Sequence[tuple[int, float]], last: int, name: str, colour: str, edge: int, anchor: str) -> list[str]:
    top = max((value for _, value in values), default=1.0) or 1.0
    height = _HEIGHT - _TOP - _BOTTOM
    beside = edge - 6 if anchor == "end" else edge + 6
    drawn = [f'<line x1="{edge}" y1="{_TOP}" x2="{edge}" y2="{_HEIGHT - _BOTTOM}" stroke="{colour}"/>']
    for part in range(5):
        y = _HEIGHT - _BOTTOM - height * part / 4
        text = f"{top * part / 4:.3g}" + (f" {name}" if part == 4 else "")
        drawn.append(f'<text x="{beside}" y="{y + 4:g}" fill="{colour}" text-anchor="{anchor}">{text}</text>')
    places = [
        f"{_LEFT + (_WIDTH - _LEFT - _RIGHT) * step / last:.1f},{_HEIGHT - _BOTTOM - height * value / top:.1f}"
        for step, value in values
    ]
    if places:
        drawn.append(f'<polyline points="{" ".join(places)}" fill="none" stroke="{colour}" stroke-width="2"/>')
    return drawn
