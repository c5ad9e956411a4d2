"""The engines side by side as an SVG: how long each takes for a minute of sound, drawn without a library."""

from collections.abc import Sequence
from html import escape

from tests.benchmarks.peers.contenders import OURS
from tests.benchmarks.peers.figures import Results, Row

_WIDTH, _BAR, _GAP, _HEAD = 760, 16, 5, 30
_LEFT, _RIGHT = 190, 130
_OURS, _THEIRS, _INK = "#2a6fb0", "#9aa5b1", "#1f2933"


def chart(results: Results) -> str:
    """Draw a group of bars for each size and way, each to a scale of its own; shorter is quicker."""
    parts: list[str] = []
    top = 2 * _HEAD
    for size, way in dict.fromkeys((row.size, row.way) for row in results.rows):
        rows = [row for row in results.rows if (row.size, row.way) == (size, way)]
        parts.append(f'<text x="10" y="{top}" font-weight="bold">{escape(size)}, {escape(way)}</text>')
        parts += _bars(rows, results.ours(rows[0]), top + 8)
        top += _HEAD + 8 + len(rows) * (_BAR + _GAP)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" font-family="sans-serif"',
            f'font-size="12" fill="{_INK}">',
            f'<rect width="{_WIDTH}" height="{top}" fill="white"/>',
            '<text x="10" y="22" font-size="14">Seconds for a minute of sound, and how many times ours</text>',
            *parts,
            "</svg>\n",
        )
    )


def _bars(rows: Sequence[Row], ours: Row | None, top: float) -> list[str]:
    longest = max(_seconds(row) for row in rows)
    drawn = []
    for number, row in enumerate(rows):
        y = top + number * (_BAR + _GAP)
        width = max((_WIDTH - _LEFT - _RIGHT) * _seconds(row) / longest, 1)
        colour = _OURS if row.name == OURS else _THEIRS
        times = f", {row.heard.per(ours.heard):.1f}x" if ours is not None and row.name != OURS else ""
        drawn += [
            f'<text x="{_LEFT - 6}" y="{y + 12:g}" text-anchor="end">{escape(row.name)}</text>',
            f'<rect x="{_LEFT}" y="{y:g}" width="{width:.1f}" height="{_BAR}" fill="{colour}"/>',
            f'<text x="{_LEFT + width + 6:.1f}" y="{y + 12:g}">{_seconds(row):.2f} s{times}</text>',
        ]
    return drawn


def _seconds(row: Row) -> float:
    return row.heard.median / row.minutes
