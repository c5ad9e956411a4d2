"""The queue as a frozen value, and every change of it as a function from one queue to the next."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from engine.abilities import Task
from engine.protocol import Wishes

State = Literal["waiting", "hearing", "left", "failed", "done"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a film is heard; names and meaning are those of engine.protocol.Transcribe."""

    model: str
    task: Task = "transcribe"
    language: str | None = None
    channels: Literal["mix", "each"] = "mix"
    prompt: str | None = None
    wishes: Wishes = field(default=Wishes())


@dataclass(frozen=True, slots=True)
class Entry:
    """A film and the project that it becomes, by their paths; `srt` is written, too, "" for none.

    `replaces` says that files of these names may be replaced, `begun` that the project may be there by us. "left" is
    what was stopped on its way. `message` tells what went wrong, with the remedy; `cues` were heard.
    """

    key: str
    film: str
    project: str
    manner: Manner
    srt: str = ""
    replaces: bool = False
    begun: bool = False
    state: State = "waiting"
    message: str = ""
    cues: int = 0


@dataclass(frozen=True, slots=True)
class Queue:
    """Entries in the order in which they are heard."""

    entries: tuple[Entry, ...] = ()

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key, None if there is none."""
        return next((entry for entry in self.entries if entry.key == key), None)

    @property
    def next(self) -> Entry | None:
        """The one that is heard next, None if nothing waits."""
        return next((entry for entry in self.entries if entry.state == "waiting"), None)

    @property
    def unfinished(self) -> "Queue":
        """What is worth being offered again after a restart: all but what is done; what was being heard waits."""
        left = (entry for entry in self.entries if entry.state != "done")
        return Queue(tuple(replace(each, state="waiting") if each.state == "hearing" else each for each in left))

    @property
    def waits(self) -> bool:
        """Whether anything is still to be heard."""
        return any(entry.state in ("waiting", "hearing") for entry in self.entries)


def added(queue: Queue, entries: Iterable[Entry]) -> Queue:
    """Put entries behind all others."""
    return Queue((*queue.entries, *entries))


def without(queue: Queue, key: str) -> Queue:
    """Take an entry out."""
    return Queue(tuple(entry for entry in queue.entries if entry.key != key))


def can_move(queue: Queue, key: str, by: Literal[-1, 1]) -> bool:
    """Say whether a waiting entry has another waiting one before it (-1) or behind it (1)."""
    return _neighbour(queue, key, by) is not None


def moved(queue: Queue, key: str, by: Literal[-1, 1]) -> Queue:
    """Let a waiting entry change places with the waiting one before it (-1) or behind it (1), if there is one."""
    other = _neighbour(queue, key, by)
    if other is None:
        return queue
    at = next(at for at, entry in enumerate(queue.entries) if entry.key == key)
    entries = list(queue.entries)
    entries[at], entries[other] = entries[other], entries[at]
    return Queue(tuple(entries))


def begun(queue: Queue, key: str) -> Queue:
    """Note that an entry is being heard."""
    return _changed(queue, key, "hearing", begun=True)


def put_back(queue: Queue, key: str) -> Queue:
    """Let an entry wait for its turn again, in its place."""
    return _changed(queue, key, "waiting")


def left(queue: Queue, key: str, cues: int) -> Queue:
    """Note that an entry was stopped on its way, on request."""
    return _changed(queue, key, "left", cues=cues)


def failed(queue: Queue, key: str, message: str, cues: int) -> Queue:
    """Note what went wrong with an entry; the others go on."""
    return _changed(queue, key, "failed", message, cues)


def done(queue: Queue, key: str, cues: int, message: str = "") -> Queue:
    """Note that an entry was heard to its end; `message` tells what did not work all the same."""
    return _changed(queue, key, "done", message, cues)


def _changed(queue: Queue, key: str, state: State, message: str = "", cues: int = 0, *, begun: bool = False) -> Queue:
    def changed(entry: Entry) -> Entry:
        return replace(entry, state=state, message=message, cues=cues, begun=begun or entry.begun)

    return Queue(tuple(changed(entry) if entry.key == key else entry for entry in queue.entries))


def _neighbour(queue: Queue, key: str, by: Literal[-1, 1]) -> int | None:
    """Return the index of the waiting entry next to a waiting one, whatever else stands between them."""
    waiting = [at for at, entry in enumerate(queue.entries) if entry.state == "waiting"]
    place = next((place for place, at in enumerate(waiting) if queue.entries[at].key == key), None)
    if place is None or not 0 <= place + by < len(waiting):
        return None
    return waiting[place + by]
