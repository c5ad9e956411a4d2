"""Reads ffmpeg's list of packets (its framecrc format), line by line as it comes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

_NO_TIME = -(1 << 63)


@dataclass(frozen=True, slots=True)
class Packet:
    """`stream` counts the streams in the order they were asked for; times are the file's own, in ms."""

    stream: int
    start: int
    end: int


def packets(chunks: Iterable[bytes]) -> Iterator[Packet]:
    """Yield the packets of `#tb stream: unit` and `stream, dts, pts, duration, size, checksum` lines."""
    units: dict[int, Fraction] = {}
    for line in _lines(chunks):
        if line.startswith("#tb "):
            stream, unit = line.removeprefix("#tb ").split(":")
            units[int(stream)] = Fraction(unit.strip()) * 1000
        elif not line.startswith("#"):
            stream, _, start, duration, *_ = line.split(",")
            unit_ms = units[int(stream)]
            if int(start) == _NO_TIME:
                continue
            yield Packet(int(stream), round(int(start) * unit_ms), round((int(start) + int(duration)) * unit_ms))


def _lines(chunks: Iterable[bytes]) -> Iterator[str]:
    rest = b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if text := line.decode("ascii").strip():
                yield text
