"""Pictures a second: their rates by name, and times as numbers of frames."""

import re
from fractions import Fraction

from engine.errors import EngineError

_EXACT = {  # what is written as 23.976 is 24000/1001 pictures a second, and so on (SMPTE ST 12-1, 5.2)
    "23.976": Fraction(24000, 1001),
    "23.98": Fraction(24000, 1001),
    "29.97": Fraction(30000, 1001),
    "47.952": Fraction(48000, 1001),
    "59.94": Fraction(60000, 1001),
}
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,9})?|[0-9]{1,6}/[0-9]{1,6}")


def read_rate(text: str) -> Fraction:
    """Read a rate such as 25, 23.976 or 30000/1001. Raise EngineError("options") for what is none."""
    rate = find_rate(text)
    if rate is None:
        raise EngineError("options", f"{text!r} is no frame rate: use pictures a second, from 1 to 1000, such as 25")
    return rate


def find_rate(text: str) -> Fraction | None:
    """Return the rate that `text` is, None if it is none."""
    name = text.strip().replace(",", ".")
    if not _NUMBER.fullmatch(name) or name.endswith("/0"):
        return None
    rate = _EXACT.get(name.rstrip("0") if "." in name else name) or _fraction(name)
    return rate if rate is not None and 1 <= rate <= 1000 else None


def _fraction(name: str) -> Fraction | None:
    try:
        return Fraction(name)
    except ZeroDivisionError:
        return None


def to_frame(time: int, rate: Fraction) -> int:
    """Return the frame whose start is nearest to `time` (ms)."""
    return round(time * rate / 1000)


def from_frame(frame: int, rate: Fraction) -> int:
    """Return the time (ms) at which a frame starts."""
    return round(frame * 1000 / rate)


def write_rate(rate: Fraction) -> str:
    """Write a rate as files do: 25, 23.976."""
    return f"{float(rate):.3f}".rstrip("0").rstrip(".")
