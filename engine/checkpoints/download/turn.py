"""Whose turn it is to fetch a model: a file that is locked for as long as its process lives."""

from collections.abc import Callable
from pathlib import Path

from engine.disk import lock


def take(file: Path) -> Callable[[], None] | None:
    """Take the turn, also after a process that died; return what ends it, or None if another has it. Raises OSError."""
    while True:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            held = lock(file)
        except FileNotFoundError:
            continue  # whose turn it was has just removed the empty folder
        return None if held is None else held.release
