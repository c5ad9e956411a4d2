"""The time expressions of TTML (W3C TTML2, 12.3.1) with the rates that the root element declares."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from engine.subtitles.frames import find_rate

_CLOCK = re.compile(r"([0-9]{2,6}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,9})|:([0-9]{2,4})(?:\.[0-9]{1,4})?)?")
_OFFSET = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,9})?)(h|ms|m|s|f|t)")
_MS = {"h": Fraction(3_600_000), "m": Fraction(60_000), "s": Fraction(1000), "ms": Fraction(1)}


@dataclass(frozen=True, slots=True)
class Rates:
    """Frames and ticks a second."""

    frame: Fraction = Fraction(30)
    tick: Fraction = Fraction(1)


def read_rates(attributes: Mapping[str, str]) -> Rates:
    """Read the rates of a root element by the local names of its attributes (TTML2, 7.2)."""
    base = find_rate(attributes.get("frameRate", "30")) or Fraction(30)
    numbers = re.fullmatch(r"\s*([1-9][0-9]{0,8})[\s:]+([1-9][0-9]{0,8})\s*", attributes.get("frameRateMultiplier", ""))
    frame = base * Fraction(int(numbers[1]), int(numbers[2])) if numbers else base
    said = attributes.get("tickRate", "")
    if re.fullmatch(r"[1-9][0-9]{0,11}", said):
        return Rates(frame, Fraction(said))
    return Rates(frame, frame if "frameRate" in attributes else Fraction(1))


def read_time(text: str, rates: Rates) -> int | None:
    """Return a time in ms, None for what is no time expression."""
    expression = text.strip()
    clock = _CLOCK.fullmatch(expression)
    if clock:
        seconds = (int(clock[1]) * 60 + int(clock[2])) * 60 + int(clock[3])
        part = Fraction(int(clock[4]), 10 ** len(clock[4])) if clock[4] else Fraction(int(clock[5] or 0)) / rates.frame
        return round((seconds + part) * 1000)
    offset = _OFFSET.fullmatch(expression)
    if offset is None:
        return None
    units = {**_MS, "f": 1000 / rates.frame, "t": 1000 / rates.tick}
    return round(Fraction(offset[1]) * units[offset[2]])
