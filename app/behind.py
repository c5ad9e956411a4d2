"""What the window doesn't wait for: writes to the disk, in a thread, and work that is done ahead of being needed."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.errors import EngineError
from engine.subtitles.project.file import Stage

_BUDGET = 0.004  # s of the event loop's time at once


class Behind(QObject):
    """Does writes one after the other, each as soon as the window has painted what there is to paint.

    `ended` tells each with what was written, and the EngineError by which it failed, or None. A write that waits is
    left out where a later one comes, which must hold all that was in it. Other errors are raised: they are bugs.
    """

    ended = Signal(object, object)
    _woken = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "disk")
        self._waiting: tuple[object, Callable[[], object]] | None = None
        self._under_way: tuple[object, Future[object]] | None = None
        self._number = 0  # of the write that is under way, or was last
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._go_on)
        self._woken.connect(self._on_woken, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is being written, or waits for that."""
        return self._under_way is not None or self._waiting is not None

    def write(self, what: object, work: Callable[[], object]) -> None:
        """Let something be written by `work`."""
        self._waiting = what, work
        if self._under_way is None:
            self._soon.start()

    def settle(self) -> None:
        """Wait until everything is written, or was told as failed."""
        self._soon.stop()
        self._collect()
        self._go_on()
        self._collect()

    def _go_on(self) -> None:
        if self._under_way is None and self._waiting is not None:
            (what, work), self._waiting = self._waiting, None
            self._number += 1
            self._under_way = what, self._pool.submit(self._do, work, self._number)

    def _do(self, work: Callable[[], object], number: int) -> None:
        """Work, and tell the window's thread before that can see the end: whoever waited for it may remove this."""
        try:
            work()
        finally:
            with suppress(RuntimeError):  # the window may be gone meanwhile
                self._woken.emit(number)

    def _on_woken(self, number: int) -> None:
        if number == self._number:
            self._collect()
        if self._under_way is None and self._waiting is not None:
            self._soon.start()

    def _collect(self) -> None:
        """Wait for what is under way, and tell how it ended."""
        if self._under_way is None:
            return
        (what, done), self._under_way = self._under_way, None
        try:
            done.result()
        except EngineError as error:
            self.ended.emit(what, error)
            return
        self.ended.emit(what, None)


class Ahead(QObject):
    """Does a piece of work bit by bit while the window has nothing else to do; its waits for the disk in the thread."""

    def __init__(self, behind: Behind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._behind = behind
        self._bit: Callable[[], Stage] | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._go_on)
        behind.ended.connect(self._on_ended)

    @property
    def busy(self) -> bool:
        """Whether there is still something to do."""
        return self._bit is not None

    def begin(self, bit: Callable[[], Stage]) -> None:
        """Call `bit` until all is "there", where it says that the "disk" comes next in the thread."""
        self._bit = bit
        self._idle.start()

    def end(self) -> None:
        """Do no more of it."""
        self._bit = None
        self._idle.stop()

    def _go_on(self) -> None:
        end = time.monotonic() + _BUDGET
        while self._bit is not None and time.monotonic() < end:
            stage = self._bit()
            if stage == "there":
                self.end()
            elif stage == "disk":
                self._idle.stop()
                self._behind.write(self, self._bit)
                return

    def _on_ended(self, what: object, _: object) -> None:
        if what is self and self._bit is not None:
            self._idle.start()
