"""How a model leaves its folder, and what unfinished ways in and out left behind."""

import re
import shutil
from pathlib import Path

from engine.checkpoints.download.staging import HOME, Staging
from engine.checkpoints.download.turn import take

_WAYS = re.compile(r"\.(.+)\.(?:lock|imported|replaced|removed)|([^.].*)")


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
    found = sorted(path.name for path in (folder / HOME).glob("*")) if (folder / HOME).is_dir() else []
    bare = (_WAYS.fullmatch(name) for name in found)
    return tuple(dict.fromkeys(match[1] or match[2] for match in bare if match))


def size_left_over(folder: Path, name: str) -> int:
    """Return the bytes that lie on the way in or out of a model."""
    places = _on_the_way(folder, name)
    return sum(path.stat().st_size for place in places for path in place.rglob("*") if path.is_file())


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
