"""How fast this machine was seen to hear: measured on the way, kept in the cache, and read to tell times beforehand."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from engine.checkpoints.recommend import Measured
from engine.disk import replace_text
from engine.paths import cache_folder
from engine.progress import Cancel, Progress

FILE = "measured.json"  # in the cache
LEAST = 60_000  # ms of sound, of which a slow start is no large part
_VERSION = 1
_FASTEST = 1e6

Item = TypeVar("Item")


def read_measured(cache: Path) -> Measured | None:
    """Return what was measured last; None if nothing was, or its file is damaged."""
    try:
        content = json.loads((cache / FILE).read_text(encoding="utf-8"))
        if content["version"] != _VERSION:
            return None
        name, device, speed = content["name"], content["device"], content["speed"]
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return None
    if not isinstance(name, str) or device not in ("cpu", "gpu") or type(speed) not in (int, float):
        return None
    return Measured(name, device, float(speed)) if 0 < speed < _FASTEST else None


def last_measured() -> Measured | None:
    """Return what this machine measured last; None also where it has no cache: what needs that says so."""
    with suppress(OSError):
        return read_measured(cache_folder())
    return None


def write_measured(measured: Measured, cache: Path) -> None:
    """Keep it, in the place of what was measured before. Raises OSError."""
    replace_text(cache / FILE, json.dumps({"version": _VERSION} | asdict(measured)))


class Watch:
    """Times work that is done step by step: what its user does between two steps doesn't count, nor a rest.

    `heard` is how many ms of sound its Progress said, `worked` the seconds that they took.
    """

    def __init__(self, cancel: Cancel, clock: Callable[[], float] = time.monotonic) -> None:
        self.heard = 0
        self.worked = 0.0
        self._cancel = cancel
        self._clock = clock

    @property
    def speed(self) -> float | None:
        """Return how many times faster than the sound lasts it is heard; None if it was too short to tell."""
        return self.heard / 1000 / self.worked if self.heard >= LEAST and self.worked > 0 else None

    def follow(self, work: Iterator[Item]) -> Iterator[Item]:
        """Hand on what `work` yields."""
        while True:
            began = self._now()
            try:
                step = next(work)
            except StopIteration:
                return
            finally:
                self.worked += self._now() - began
            if isinstance(step, Progress):
                self.heard = max(self.heard, step.done)
            yield step

    def _now(self) -> float:
        return self._clock() - self._cancel.rested
