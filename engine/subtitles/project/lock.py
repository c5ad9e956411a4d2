"""Who has a project open: a file beside it that is locked as long as its process lives."""

import re
import time
from contextlib import suppress
from pathlib import Path

from engine.disk import Lock, lock

_TIME = re.compile(rb"[0-2][0-9]:[0-5][0-9]")


def lock_file(project: Path) -> Path:
    return project.with_name(f".{project.name}.lock")


def take(project: Path) -> Lock | None:
    """Take the lock, or that of a process that died; None if another has it. Raise OSError if none can be made."""
    held = lock(lock_file(project))
    if held is not None:
        with suppress(OSError):  # a full disk is told at the first commit
            held.note(time.strftime("%H:%M").encode())
    return held


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
