"""Who has a project open: a file beside it that is locked as long as its process lives."""

import fcntl
import os
import re
import time
from contextlib import suppress
from pathlib import Path

_TIME = re.compile(rb"[0-2][0-9]:[0-5][0-9]")


class Lock:
    """The right to write to a project, until `release` or the end of the process."""

    def __init__(self, file: Path, descriptor: int) -> None:
        self._file = file
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the right back and remove the file. Once only."""
        with suppress(OSError):  # as long as it is locked nobody else can have taken it over
            self._file.unlink()
        os.close(self._descriptor)


def lock_file(project: Path) -> Path:
    return project.with_name(f".{project.name}.lock")


def take(project: Path) -> Lock | None:
    """Take the lock, or that of a process that died; None if another has it. Raise OSError if none can be made."""
    file = lock_file(project)
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(file, descriptor):
                with suppress(OSError):  # a full disk is told at the first commit
                    os.pwrite(descriptor, time.strftime("%H:%M").encode(), 0)
                return Lock(file, descriptor)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its owner removed it between our two calls


def is_free(project: Path) -> bool:
    """Tell whether nobody has the project open. Where no lock can be made nobody can."""
    if not lock_file(project).exists():
        return True
    try:
        held = take(project)
    except OSError:
        return True
    if held is not None:
        held.release()
    return held is not None


def taken_at(project: Path) -> str:
    """Return since when ("14:02") another has the project open, "" if it can't be told."""
    try:
        told = lock_file(project).read_bytes()[:5]
    except OSError:
        return ""
    return told.decode("ascii") if _TIME.fullmatch(told) else ""


def _is_still(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
