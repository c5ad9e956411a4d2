"""How a model leaves its folder, and what unfinished ways in and out left behind."""

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.checkpoints.download.staging import HOME, Staging
from engine.checkpoints.download.turn import take
from engine.checkpoints.origin import read_origin
from engine.disk import is_locked

_WAYS = re.compile(r"\.(.+)\.(?:lock|imported|replaced|removed)|([^.].*)")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What lies on the way in or out of the model `name`: `size` bytes.

    `source` is that of its Origin if it was being fetched: who asks for that goes on with what is here. "" is an import
    or a removal that broke off, or a download of which nobody wrote it down. `busy` tells whether a process is at work
    on it now.
    """

    name: str
    source: str
    size: int
    busy: bool


def unfinished(folder: Path) -> tuple[Unfinished, ...]:
    """Return what is on the way in a folder of models, or was when its process ended. Raises OSError."""
    found = []
    for name in left_over(folder):
        busy = is_locked(Staging(folder, name).lock)
        if busy or any(place.exists() for place in _on_the_way(folder, name)):  # else only the lock of one that died
            origin = read_origin(Staging(folder, name).files)
            found.append(Unfinished(name, origin.source if origin else "", size_left_over(folder, name), busy))
    return tuple(found)


def withdraw(folder: Path, name: str) -> bool:
    """Let a model disappear, whole and at once, and then remove it; False if a process is at work on it.

    Raises OSError; what is left of it then is a leftover.
    """
    place = Staging(folder, name)
    end = take(place.lock)
    if end is None:
        return False
    try:
        shutil.rmtree(place.removed, ignore_errors=True)
        if place.target.is_dir() and not place.target.is_symlink():
            place.target.rename(place.removed)
            shutil.rmtree(place.removed)
        else:
            place.target.unlink()
    finally:
        end()
        place.leave()
    return True


def left_over(folder: Path) -> tuple[str, ...]:
    """Return the names of models of which something lies on the way in or out."""
    try:
        found = sorted(path.name for path in (folder / HOME).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    bare = (_WAYS.fullmatch(name) for name in found)
    return tuple(dict.fromkeys(match[1] or match[2] for match in bare if match))


def size_left_over(folder: Path, name: str) -> int:
    """Return the bytes that lie on the way in or out of a model; a process may be at work there."""
    walks = (os.walk(place) for place in _on_the_way(folder, name))
    return sum(_size(Path(inside, file)) for walk in walks for inside, _, files in walk for file in files)


def clear(folder: Path, name: str) -> bool:
    """Remove what lies on the way in or out of a model, or put it back if it is all that there is of it; False if a
    process is at work on it. Raises OSError."""
    end = take(Staging(folder, name).lock)
    if end is None:
        return False
    try:
        Staging(folder, name).restore()
        for place in _on_the_way(folder, name):
            if place.exists():
                shutil.rmtree(place)
    finally:
        end()
        Staging(folder, name).leave()
    return True


def _on_the_way(folder: Path, name: str) -> tuple[Path, ...]:
    fetched, brought = Staging(folder, name), Staging(folder, name, imported=True)
    return fetched.files, brought.files, fetched.replaced, fetched.removed


def _size(file: Path) -> int:
    with suppress(FileNotFoundError):  # it has just got its own name, or its place
        return file.stat().st_size
    return 0
