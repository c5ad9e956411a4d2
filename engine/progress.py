"""What a long piece of work shares with whoever asked for it: how far it is, and a way to stop it."""

from dataclasses import dataclass, field
from threading import Event
from typing import Literal

from engine.errors import Cancelled

Stage = Literal["remux", "decode", "speech", "load", "transcribe"]


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


@dataclass(frozen=True, slots=True)
class Cancel:
    """A wish to stop: made once from any thread, looked at often by the work."""

    _asked: Event = field(default_factory=Event)

    def ask(self) -> None:
        self._asked.set()

    def check(self) -> None:
        """Raise Cancelled if the wish was made."""
        if self._asked.is_set():
            raise Cancelled
