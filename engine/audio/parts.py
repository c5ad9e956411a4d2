"""Private files in the making: seen by nobody else, renamed when whole, gone if the work ends early."""

import errno
import os
import tempfile
from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from engine.audio.pcm import SAMPLE, Pcm
from engine.errors import EngineError
from engine.paths import shown


@dataclass(frozen=True, slots=True)
class Part:
    """PCM that is being written under a temporary name."""

    path: Path
    _file: FileIO

    def write(self, silence: int, samples: bytes) -> None:
        """Append `silence` samples (a hole in the file, which takes no room) and then `samples`."""
        with _told(self.path.parent):
            if silence:
                self._file.truncate(self._file.seek(silence * SAMPLE.itemsize, os.SEEK_END))
            rest = memoryview(samples)
            while rest:
                rest = rest[self._file.write(rest) :]

    def keep(self, samples: int) -> Pcm:
        """Give the file its final name."""
        whole = self.path.with_suffix(".pcm")
        with _told(self.path.parent):
            self._file.close()
            self.path.replace(whole)
        return Pcm(whole, samples)


@contextmanager
def private_parts(folder: Path, count: int) -> Generator[tuple[Part, ...]]:
    """Make `count` files (0600) in `folder` (made 0700 if it is not there); an exception removes them, whole or not."""
    with ExitStack() as undo:
        with _told(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            parts = tuple(_part(folder, undo) for _ in range(count))
        yield parts
        undo.pop_all()


def _part(folder: Path, undo: ExitStack) -> Part:
    handle, name = tempfile.mkstemp(prefix="sound-", suffix=".part", dir=folder)  # O_EXCL, 0600, a name none can guess
    part = Part(Path(name), FileIO(handle, "wb"))
    undo.callback(_remove, part)
    return part


def _remove(part: Part) -> None:
    with suppress(OSError):
        part._file.close()
    for path in (part.path, part.path.with_suffix(".pcm")):
        path.unlink(missing_ok=True)


def make_private(path: Path) -> None:
    """Make an empty file (0600) for another program to write to. Raises EngineError("disk")."""
    with _told(path.parent):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_private(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file (0600) that has its name only when it is whole. Raises EngineError("disk")."""
    with ExitStack() as undo, _told(path.parent):
        handle, name = tempfile.mkstemp(suffix=".part", dir=path.parent)
        undo.callback(Path(name).unlink, missing_ok=True)
        with FileIO(handle, "wb") as file:
            for piece in pieces:
                rest = memoryview(piece)
                while rest:
                    rest = rest[file.write(rest) :]
        Path(name).replace(path)


@contextmanager
def _told(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        remedy = "make room there" if full else "choose a folder that you may write to"
        raise EngineError(
            "disk",
            f"The decoded sound could not be written to {shown(folder)} ({error.strerror}): {remedy}, an hour of sound "
            "takes 115 MB for each channel.",
        ) from error
