"""The `name:value` settings of WebVTT cues and regions (W3C WebVTT, 6.2 and 6.4): read, and written again."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from math import isfinite
from typing import Literal, get_args

from engine.subtitles.document import Align, LineAlign, PositionAlign, VttRegion, VttSettings

_WHITESPACE = re.compile(r"[ \t\n\f\r]+")
_PERCENTAGE = re.compile(r"[0-9]{1,2000}(?:\.[0-9]{1,2000})?%")
_LINE_NUMBER = re.compile(r"-?[0-9]{1,2000}(?:\.[0-9]{1,2000})?")
_DIGITS = re.compile(r"[0-9]{1,40}")

_VERTICALS: Mapping[str, Literal["rl", "lr"]] = {"rl": "rl", "lr": "lr"}
_ALIGNS: Mapping[str, Align] = {name: name for name in get_args(Align)}
_LINE_ALIGNS: Mapping[str, LineAlign] = {name: name for name in get_args(LineAlign)}
_POSITION_ALIGNS: Mapping[str, PositionAlign] = {name: name for name in get_args(PositionAlign) if name != "auto"}


def read_settings(text: str, regions: Mapping[str, VttRegion]) -> tuple[VttSettings, bool]:
    """Read what stands behind a cue's times; the bool says whether all of it was understood."""
    settings, understood = VttSettings(), True
    for name, value in _pairs(text):
        read = _SETTINGS.get(name)
        changed = read(settings, value) if read else None
        if changed is None or (name == "region" and value not in regions):
            understood = False
        else:
            settings = changed
    if settings.region is not None and (settings.line is not None or settings.size != 100 or settings.vertical):
        return replace(settings, region=None), False
    return settings, understood


def write_settings(settings: VttSettings) -> str:
    """Write what differs from the default, in the order of the standard."""
    default = VttSettings()
    parts = []
    if settings.vertical:
        parts.append(f"vertical:{settings.vertical}")
    if settings.line is not None:
        align = f",{settings.line_align}" if settings.line_align != default.line_align else ""
        parts.append(f"line:{_number(settings.line)}{'' if settings.snap_to_lines else '%'}{align}")
    if settings.position is not None:
        align = f",{settings.position_align}" if settings.position_align != default.position_align else ""
        parts.append(f"position:{_number(settings.position)}%{align}")
    if settings.size != default.size:
        parts.append(f"size:{_number(settings.size)}%")
    if settings.align != default.align:
        parts.append(f"align:{settings.align}")
    if settings.region is not None:
        parts.append(f"region:{settings.region}")
    return " ".join(parts)


def read_region(text: str) -> tuple[VttRegion, bool]:
    """Read the lines of a REGION block; the bool says whether all of it was understood."""
    region, understood = VttRegion(), True
    for name, value in _pairs(text):
        read = _REGION_SETTINGS.get(name)
        changed = read(region, value) if read else None
        understood = understood and changed is not None
        region = changed or region
    return region, understood


def write_region(region: VttRegion) -> str:
    """Write what differs from the default, a line each."""
    default = VttRegion()
    lines = [f"id:{region.identifier}"]
    if region.width != default.width:
        lines.append(f"width:{_number(region.width)}%")
    if region.lines != default.lines:
        lines.append(f"lines:{region.lines}")
    if region.anchor != default.anchor:
        lines.append(f"regionanchor:{_write_anchor(region.anchor)}")
    if region.viewport_anchor != default.viewport_anchor:
        lines.append(f"viewportanchor:{_write_anchor(region.viewport_anchor)}")
    if region.scroll:
        lines.append(f"scroll:{region.scroll}")
    return "\n".join(lines)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for word in _WHITESPACE.split(text):
        name, _, value = word.partition(":")
        if word:
            yield (name, value) if name and value else ("", word)


def _vertical(settings: VttSettings, value: str) -> VttSettings | None:
    vertical = _VERTICALS.get(value)
    return None if vertical is None else replace(settings, vertical=vertical)


def _line(settings: VttSettings, value: str) -> VttSettings | None:
    place, comma, name = value.partition(",")
    percentage = _percentage(place)
    number = float(place) if _LINE_NUMBER.fullmatch(place) else percentage
    align = _LINE_ALIGNS.get(name) if comma else settings.line_align
    if number is None or not isfinite(number) or align is None:
        return None
    return replace(settings, line=number, snap_to_lines=percentage is None, line_align=align)


def _position(settings: VttSettings, value: str) -> VttSettings | None:
    place, comma, name = value.partition(",")
    percentage = _percentage(place)
    align = _POSITION_ALIGNS.get(name) if comma else settings.position_align
    if percentage is None or align is None:
        return None
    return replace(settings, position=percentage, position_align=align)


def _size(settings: VttSettings, value: str) -> VttSettings | None:
    percentage = _percentage(value)
    return None if percentage is None else replace(settings, size=percentage)


def _align(settings: VttSettings, value: str) -> VttSettings | None:
    align = _ALIGNS.get(value)
    return None if align is None else replace(settings, align=align)


def _region(settings: VttSettings, value: str) -> VttSettings | None:
    return replace(settings, region=value)


def _identifier(region: VttRegion, value: str) -> VttRegion | None:
    return replace(region, identifier=value)


def _width(region: VttRegion, value: str) -> VttRegion | None:
    percentage = _percentage(value)
    return None if percentage is None else replace(region, width=percentage)


def _lines(region: VttRegion, value: str) -> VttRegion | None:
    return replace(region, lines=int(value)) if _DIGITS.fullmatch(value) else None


def _anchor(region: VttRegion, value: str) -> VttRegion | None:
    anchor = _read_anchor(value)
    return None if anchor is None else replace(region, anchor=anchor)


def _viewport_anchor(region: VttRegion, value: str) -> VttRegion | None:
    anchor = _read_anchor(value)
    return None if anchor is None else replace(region, viewport_anchor=anchor)


def _scroll(region: VttRegion, value: str) -> VttRegion | None:
    return replace(region, scroll="up") if value == "up" else None


def _read_anchor(value: str) -> tuple[float, float] | None:
    left, _, right = value.partition(",")
    x, y = _percentage(left), _percentage(right)
    return None if x is None or y is None else (x, y)


def _write_anchor(anchor: tuple[float, float]) -> str:
    return f"{_number(anchor[0])}%,{_number(anchor[1])}%"


def _percentage(text: str) -> float | None:
    if not _PERCENTAGE.fullmatch(text):
        return None
    value = float(text[:-1])
    return value if value <= 100 else None


def _number(value: float) -> str:
    """Write a number without an exponent, and without a fraction if it has none."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")


_SETTINGS: Mapping[str, Callable[[VttSettings, str], VttSettings | None]] = {
    "vertical": _vertical,
    "line": _line,
    "position": _position,
    "size": _size,
    "align": _align,
    "region": _region,
}
_REGION_SETTINGS: Mapping[str, Callable[[VttRegion, str], VttRegion | None]] = {
    "id": _identifier,
    "width": _width,
    "lines": _lines,
    "regionanchor": _anchor,
    "viewportanchor": _viewport_anchor,
    "scroll": _scroll,
}
