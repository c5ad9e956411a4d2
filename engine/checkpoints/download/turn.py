"""Whose turn it is to fetch a model: a file that is locked for as long as its process lives."""

import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def take(file: Path) -> Callable[[], None] | None:
    """Take the turn, also after a process that died; return what ends it, or None if another has it. Raises OSError."""
    while True:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except FileNotFoundError:
            continue  # whose turn it was has just removed the empty folder
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(file, descriptor):
                return lambda: _end(file, descriptor)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # removed between our two calls: the next is another file


def _end(file: Path, descriptor: int) -> None:
    with suppress(OSError):  # while it is locked nobody else can have taken it over
        file.unlink()
    os.close(descriptor)


def _is_still(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
