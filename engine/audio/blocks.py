"""Reads back the PCM blocks and their times from the Matroska that our own ffmpeg writes, chunk by chunk.

Only what that writer makes is understood (EBML, RFC 8794; Matroska, RFC 9559 section 10): blocks of one track, no
lacing, times in milliseconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

_SEGMENT = 0x18538067
_CLUSTER = 0x1F43B675
_CLUSTER_TIME = 0xE7
_BLOCK_GROUP = 0xA0
_BLOCK = 0xA1
_SIMPLE_BLOCK = 0xA3
_ENTERED = (_SEGMENT, _CLUSTER, _BLOCK_GROUP)
_BLOCK_HEADER_BYTES = 4  # track number, 16-bit time relative to the cluster's, flags


@dataclass(slots=True)
class BlockReader:
    """Holds what came in and is not yet a whole element: a block at most."""

    _rest: bytearray = field(default_factory=bytearray)
    _cluster_time: int = 0

    def feed(self, chunk: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield (time in ms, PCM bytes) of each block that `chunk` completes."""
        self._rest += chunk
        position = 0
        while (element := _element(self._rest, position)) is not None:
            name, body, size = element
            if name in _ENTERED:
                position = body
                continue
            if body + size > len(self._rest):
                break
            payload = bytes(self._rest[body : body + size])
            position = body + size
            if name == _CLUSTER_TIME:
                self._cluster_time = int.from_bytes(payload)
            elif name in (_BLOCK, _SIMPLE_BLOCK):
                relative = int.from_bytes(payload[1:3], signed=True)
                yield self._cluster_time + relative, payload[_BLOCK_HEADER_BYTES:]
        del self._rest[:position]


def _element(data: bytearray, position: int) -> tuple[int, int, int] | None:
    """Return the element's name, where its body begins and the body's size; None if its head is not all there."""
    if position >= len(data):
        return None
    size_at = position + _width(data[position])
    if size_at >= len(data):
        return None
    body = size_at + _width(data[size_at])
    if body > len(data):
        return None
    size = int.from_bytes(data[size_at:body]) & ((1 << 7 * (body - size_at)) - 1)
    return int.from_bytes(data[position:size_at]), body, size


def _width(first_byte: int) -> int:
    """Return the bytes of a variable-size integer: one more than its leading zero bits (RFC 8794 section 4)."""
    return 9 - first_byte.bit_length()
