"""Times as the window shows and reads them: h:mm:ss,mmm, to and from milliseconds."""

import re
from dataclasses import dataclass
from typing import Literal

LATEST = 359_999_999  # ms, 99:59:59,999: the last time that every format can write

Unreadable = Literal["empty", "form", "minutes", "seconds", "late"]

_TYPED = re.compile(r"\s*([-−])?\s*(?:(\d{1,9}):)?(?:(\d{1,9}):)?(\d{1,9})(?:[.,](\d{1,9}))?\s*")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed as a time: the time in ms, or why it is none."""

    time: int = 0
    problem: Unreadable | None = None


def clock(time: int) -> str:
    """Write a time with all its parts, such as 0:01:02,345."""
    seconds, milliseconds = divmod(abs(time), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{'-' if time < 0 else ''}{hours}:{minutes:02d}:{seconds:02d},{milliseconds:03d}"


def short_clock(time: int, digits: int = 0) -> str:
    """Write a time without hours if it has none, with so many digits behind the seconds, cut and not rounded."""
    seconds, milliseconds = divmod(abs(time), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    whole = f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
    fraction = f",{milliseconds:03d}"[: digits + 1] if digits else ""
    return f"{'-' if time < 0 else ''}{whole}{fraction}"


def read_clock(text: str) -> Typed:
    """Read what a person types: 1:02:03,450, 2:03.4, 75 (seconds). Only the first part may go beyond 59."""
    if not text.strip():
        return Typed(problem="empty")
    found = _TYPED.fullmatch(text)
    if found is None:
        return Typed(problem="form")
    hours, minutes = (found[2], found[3]) if found[3] else (None, found[2])
    if minutes is not None and int(found[4]) > 59:
        return Typed(problem="seconds")
    if hours is not None and int(minutes) > 59:
        return Typed(problem="minutes")
    seconds = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(found[4])
    time = seconds * 1000 + int((found[5] or "0")[:3].ljust(3, "0"))
    if time > LATEST:
        return Typed(problem="late")
    return Typed(-time if found[1] else time)
