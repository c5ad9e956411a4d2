"""The private folder that holds decoded sound for as long as it is heard."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import EngineError


@contextmanager
def sound_folder(cache: Path) -> Iterator[Path]:
    """Lend an empty folder (0700) under `cache` and remove it at the end, whatever the end.

    What a killed run left there is removed first: its lock died with it. Raises EngineError("disk").
    """
    home = cache / "sound"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(home / "lock"):  # nobody looks for leftovers between a folder and its lock
            _remove_leftovers(home)
            folder = Path(tempfile.mkdtemp(dir=home))
            lock = _lock(folder / "lock", fcntl.LOCK_EX)
    except OSError as error:
        raise EngineError(
            "disk", f"Sound can't be kept in {home} ({error.strerror}): make room there, or set XDG_CACHE_HOME."
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _remove_leftovers(home: Path) -> None:
    for folder in home.iterdir():
        if folder.is_dir() and not _in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _in_use(folder: Path) -> bool:
    try:
        lock = _lock(folder / "lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    os.close(lock)
    return False


@contextmanager
def _locked(file: Path) -> Iterator[None]:
    lock = _lock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(lock)


def _lock(file: Path, how: int) -> int:
    """Return a descriptor whose closing, or whose process's end, opens the lock."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, how)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
