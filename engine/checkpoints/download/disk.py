"""What the disk refuses, in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown

_GOES_ON = "get the model again, which goes on where it stopped"
_DENIED = "you may not write there: choose another folder for models"
_REASONS = {
    errno.ENOSPC: "the disk is full: make room, and {again}",
    errno.EDQUOT: "your quota on this disk is used up: make room, and {again}",
    errno.EFBIG: "the file would be bigger than this disk or system allows: choose another folder for models",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: "that disk is read-only: choose another folder for models",
    errno.ENOTDIR: "a part of the path is a file, not a folder: choose another folder for models",
    errno.EIO: "the disk reports an error: choose a folder on another one",
}


@contextmanager
def in_words(path: Path, again: str = _GOES_ON) -> Iterator[None]:
    """Turn what the system refuses inside into EngineError("disk") with the remedy; `again` is what to do once there is
    room."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise  # no refusal of the system's
        reason = _REASONS.get(error.errno or 0, f"the system says {error.strerror!r}: choose another folder for models")
        told = reason.replace("{again}", again)
        raise EngineError("disk", f"{shown(path)} can't be written: {told}.") from error
