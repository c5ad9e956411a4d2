"""Lets work that may block for long be stopped at any moment."""

from collections.abc import Generator, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Generic, TypeVar

from engine.progress import Cancel

Item = TypeVar("Item")

_LOOK = 0.1  # seconds between two looks at what is wished
_AHEAD = 2


class _End:
    """Nothing more comes, or what went wrong."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error


def attentive(work: Iterator[Item], cancel: Cancel) -> Generator[Item, None, None]:
    """Yield what `work` does, whose steps may wait for a server, and look meanwhile at what is wished.

    The work runs in a thread, for nothing else interrupts the search for a name or a silent connection; after a
    cancel the thread is left to its own time limits. Raises Cancelled, and whatever the work raises.
    """
    behind = _Behind(work)
    try:
        while True:
            cancel.check()
            try:
                item = behind.items.get(timeout=_LOOK)
            except Empty:
                continue
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            yield item
    finally:
        behind.over.set()


class _Behind(Generic[Item]):
    """The thread, and the few items that wait to be taken."""

    def __init__(self, work: Iterator[Item]) -> None:
        self.items: Queue[Item | _End] = Queue(_AHEAD)
        self.over = Event()
        self._work = work
        Thread(target=self._run, daemon=True).start()  # a program's end doesn't wait for a server

    def _run(self) -> None:
        error = None
        try:
            for item in self._work:
                if not self._hand_on(item):
                    break
        except Exception as raised:  # noqa: BLE001 - is raised again where the items are taken
            error = raised
        self._hand_on(_End(error))

    def _hand_on(self, item: Item | _End) -> bool:
        while not self.over.is_set():
            try:
                self.items.put(item, timeout=_LOOK)
            except Full:
                continue
            return True
        return False
