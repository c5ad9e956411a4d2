"""The queue on the disk: what a window that was closed or killed has not heard yet is there for the next one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from app.queue.values import Entry, Queue
from engine.disk import Lock
from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.export import reason, write_bytes_whole
from engine.subtitles.project import lock
from engine.subtitles.project.codec import Unreadable, codec

_VERSION = 1
_NAMES = "queue-*.json"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds."""

    version: int
    entries: tuple[Entry, ...] = ()


_CODEC = codec(_Kept)


class QueueFile:
    """The file of one window's queue in a private folder; it is there as long as anything is left to be heard."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None
        self._lock: Lock | None = None

    def write(self, queue: Queue) -> None:
        """Keep what is left of a queue. Raise EngineError("disk")."""
        left = queue.unfinished.entries
        if not any(entry.state != "failed" for entry in left):
            self._remove()
            return
        if self._path is None:
            self._path = self._folder / f"queue-{token_hex(8)}.json"
            self._lock = _taken(self._path)
        write_bytes_whole(_CODEC.dump(_Kept(_VERSION, left)), self._path, overwrite=True)

    def close(self) -> None:
        """Let go of the file; the next window finds what is in it."""
        if self._lock is not None:
            self._lock.release()
        self._lock = self._path = None

    def _remove(self) -> None:
        path = self._path
        if path is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self.close()


def left_behind(folder: Path) -> Queue:
    """Return what windows that are gone have not heard; their files stay. What can't be read stays, too, unseen."""
    return Queue(tuple(entry for path in _paths(folder) if lock.is_free(path) for entry in _entries(path)))


@contextmanager
def taken_over(folder: Path) -> Iterator[Queue]:
    """Lend what windows that are gone have not heard to this one alone, and remove their files afterwards.

    Raise EngineError("disk").
    """
    with ExitStack() as held:
        found = []
        for path in _paths(folder):
            taken = _taken(path)
            if taken is not None:
                held.callback(taken.release)
                found += [(path, entries)] if (entries := _entries(path)) else []
        yield Queue(tuple(entry for _, entries in found for entry in entries))
        for path, _ in found:
            with suppress(OSError):  # it is offered once more
                path.unlink()


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.glob(_NAMES))


def _entries(path: Path) -> tuple[Entry, ...]:
    try:
        kept = _CODEC.load(path.read_bytes())
    except (OSError, Unreadable):
        return ()
    return kept.entries if kept.version == _VERSION else ()


def _taken(path: Path) -> Lock | None:
    try:
        return lock.take(path)
    except OSError as error:
        raise EngineError("disk", f"{shown(path)} cannot be saved: {reason(error)}") from None
