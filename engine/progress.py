"""What a long piece of work shares with whoever asked for it: how far it is, and ways to stop it and let it rest."""

import time
from dataclasses import dataclass
from threading import Event
from typing import Literal

from engine.errors import Cancelled

Stage = Literal["remux", "decode", "speech", "load", "transcribe", "translate"]  # the last is the window's own


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` milliseconds of sound are through `stage`; `total` is None where nobody can know."""

    stage: Stage
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class MediaReady:
    """The sound of a file is decoded: `duration` ms of it are there, `missing` ms are declared but not in the file."""

    duration: int
    missing: int


class Cancel:
    """Wishes to stop, to rest and to go on: made from any thread, looked at often by the work."""

    __slots__ = ("_asked", "_going", "_rested")

    def __init__(self) -> None:
        self._asked = Event()
        self._going = Event()
        self._going.set()
        self._rested = 0.0

    @property
    def resting(self) -> bool:
        return not self._going.is_set()

    @property
    def rested(self) -> float:
        """Return for how many seconds the work has rested so far."""
        return self._rested

    def ask(self) -> None:
        """Wish the end of the work, also where it rests."""
        self._asked.set()
        self._going.set()

    def pause(self) -> None:
        """Wish that the work rests until it may go on; one that is to stop doesn't rest any more."""
        if not self._asked.is_set():
            self._going.clear()

    def resume(self) -> None:
        """Let the work go on."""
        self._going.set()

    def wait(self, seconds: float) -> None:
        """Let time pass. Raise Cancelled at once if the end is wished."""
        self._asked.wait(seconds)
        self.check()

    def check(self) -> None:
        """Rest for as long as that is wished. Raise Cancelled if the end is."""
        if self.resting:
            began = time.monotonic()
            self._going.wait()
            self._rested += time.monotonic() - began
        if self._asked.is_set():
            raise Cancelled
