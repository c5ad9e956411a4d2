"""Times as files write them, to and from milliseconds: SubRip's HH:MM:SS,mmm, WebVTT's [HH:]MM:SS.mmm, and the like."""

import re
from dataclasses import dataclass

_TIME_AS_FOUND = re.compile(
    r"(?P<sign>[-−])?\s*(?:(?P<hours>\d{1,9})\s?:\s?)?(?P<minutes>\d{1,9})\s?:\s?(?P<seconds>\d{1,9})"
    r"(?:\s?[,.:;]\s?(?P<fraction>\d{1,9}))?"
)
_SRT_TIME = re.compile(r"[0-9]{2,}:[0-5][0-9]:[0-5][0-9],[0-9]{3}")
_ARROWS = re.compile(r"-{2,}>")
_VTT_TIME = re.compile(r"(?:([0-9]{1,9}):)?([0-9]{2}):([0-9]{2})\.([0-9]{3})(?![0-9])")


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time, where it ends in its line, and whether it is written by the book."""

    time: int
    stop: int
    strict: bool


def time_parts(time: int) -> tuple[int, int, int, int]:
    """Return hours, minutes, seconds and milliseconds; of a negative time zero."""
    time = max(time, 0)
    seconds = time // 1000
    return seconds // 3600, seconds // 60 % 60, seconds % 60, time % 1000


def format_vtt(time: int) -> str:
    """Write hours only if there are any; a negative time, which WebVTT can't write, becomes zero."""
    hours, minutes, seconds, milliseconds = time_parts(time)
    return f"{f'{hours:02d}:' if hours else ''}{minutes:02d}:{seconds:02d}.{milliseconds:03d}"


def format_clock(time: int, *, hour_digits: int = 2, digits: int = 3) -> str:
    """Write hours always, and 0 to 3 digits of the seconds' fraction, rounded; a negative time becomes zero."""
    unit = 10 ** (3 - digits)
    hours, minutes, seconds, milliseconds = time_parts(time + unit // 2)
    fraction = f".{milliseconds // unit:0{digits}d}" if digits else ""
    return f"{hours:0{hour_digits}d}:{minutes:02d}:{seconds:02d}{fraction}"


def format_signed(time: int) -> str:
    """Write hh:mm:ss.mmm, with a minus sign where it is negative."""
    return f"-{format_clock(-time)}" if time < 0 else format_clock(time)


def find_srt(line: str, position: int = 0) -> FoundTime | None:
    """Read the time that begins at `position`, as people and programs have written it.

    Hours or the fraction may be missing, the fraction has any number of digits after `,` `.` or `:` and counts as one
    (`.5` is half a second), the sign may be negative.
    """
    found = _TIME_AS_FOUND.match(line, position)
    if found is None:
        return None
    seconds = int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60 + int(found["seconds"])
    time = seconds * 1000 + int((found["fraction"] or "0")[:3].ljust(3, "0"))
    strict = _SRT_TIME.fullmatch(found[0]) is not None
    return FoundTime(-time if found["sign"] else time, found.end(), strict)


def find_vtt(line: str, position: int = 0) -> FoundTime | None:
    """Read the time that begins at `position` by the W3C's rules (WebVTT, 6.3, "collect a WebVTT timestamp")."""
    found = _VTT_TIME.match(line, position)
    if found is None:
        return None
    hours, minutes, seconds, milliseconds = (int(part or 0) for part in found.groups())
    if minutes > 59 or seconds > 59:
        return None
    return FoundTime(((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds, found.end(), strict=True)


def without_arrows(text: str) -> str:
    """Shorten every arrow that could be taken for the one between two times: `-->` becomes `->`."""
    return _ARROWS.sub("->", text)
