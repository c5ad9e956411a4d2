"""Samples as a device that a sound card reads from: a stretch of decoded sound, or a few that lie in memory."""

import io
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QIODevice

from engine.audio.pcm import SAMPLE, SAMPLES_PER_MS

BYTES_PER_MS = SAMPLES_PER_MS * SAMPLE.itemsize


class Samples(QIODevice):
    """16-bit samples of 16 kHz, one channel: the bytes from `begin` up to `end`, again and again if it `loops`."""

    def __init__(self, source: BinaryIO, begin: int, end: int, *, loops: bool = False) -> None:
        super().__init__()
        self._source = source
        self._begin, self._end, self._at = begin, max(end, begin), begin
        self._loops = loops and self._end > begin
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    @property
    def left(self) -> int:
        """How many bytes are still to be read before the end, or before they begin again."""
        return self._end - self._at

    def isSequential(self) -> bool:  # noqa: N802 (Qt's name)
        return True

    def bytesAvailable(self) -> int:  # noqa: N802 (Qt's name)
        return self._end - self._begin if self._loops else self.left

    def atEnd(self) -> bool:  # noqa: N802 (Qt's name)
        return not self._loops and self.left == 0

    def readData(self, most: int) -> bytes:  # noqa: N802 (Qt's name)
        """Return up to `most` bytes; none at the end."""
        parts: list[bytes] = []
        while most > 0 and not self.atEnd():
            if self.left == 0:
                self._at = self._begin
            self._source.seek(self._at)
            part = self._source.read(min(most, self.left))
            if not part:  # somebody cut the file off
                self._end, self._loops = self._at, False
                break
            self._at += len(part)
            most -= len(part)
            parts.append(part)
        return b"".join(parts)

    def close(self) -> None:
        super().close()
        self._source.close()


def stretch_of(file: Path, start: int, end: int, *, loops: bool = False) -> Samples:
    """Return what is heard from `start` up to `end` ms in a file of decoded sound. Raises OSError."""
    whole = file.stat().st_size // SAMPLE.itemsize * SAMPLE.itemsize
    begin, stop = (min(max(time, 0) * BYTES_PER_MS, whole) for time in (start, end))
    return Samples(file.open("rb"), begin, stop, loops=loops)


def samples_of(data: bytes) -> Samples:
    """Return samples that lie in memory."""
    return Samples(io.BytesIO(data), 0, len(data))
