"""What every room that writes needs of the disk: names that outlive a power cut, and files that one process has."""

import errno
import fcntl
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def sync(path: Path, flags: int = os.O_RDONLY) -> None:
    """Make what is in a file durable. Raises OSError."""
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can (Windows and some network shares can't)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        sync(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def replace_text(file: Path, text: str) -> None:
    """Write a file in one step: whoever reads it sees what was there before, or all of it. Raises OSError."""
    with NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as stream:
        try:
            stream.write(text)
            stream.close()
            Path(stream.name).replace(file)
        except OSError:
            Path(stream.name).unlink(missing_ok=True)
            raise


class Lock:
    """A file that nobody else can lock until `release`, or the end of the process."""

    def __init__(self, file: Path, descriptor: int) -> None:
        self._file = file
        self._descriptor = descriptor

    def note(self, text: bytes) -> None:
        """Write into the file, for others to read. Raises OSError."""
        os.pwrite(self._descriptor, text, 0)

    def release(self) -> None:
        """Unlock the file and remove it. Once only."""
        with suppress(OSError):  # as long as it is locked nobody else can have taken it over
            self._file.unlink()
        os.close(self._descriptor)


def lock(file: Path) -> Lock | None:
    """Lock a file, or take over that of a process that died; None if another has it. Raises OSError."""
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(file, descriptor):
                return Lock(file, descriptor)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its owner removed it between our two calls: the next is another file


def is_locked(file: Path) -> bool:
    """Tell whether a process has a file locked; asking makes no file and removes none. Raises OSError."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _is_still(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
