"""The request loop of an engine process: requests in, events out, one job after another, and an end with the window's.

One thread reads, so that Cancel, Pause and Resume reach a job at work; one says every second that the process lives;
the jobs run in the thread that called `run`. The module loads neither torch nor numpy.
"""

import errno
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from engine import errors
from engine.progress import Cancel as Wish
from engine.protocol import (
    Cancel,
    Cancelled,
    End,
    Event,
    Failed,
    Finished,
    Heartbeat,
    Lines,
    Malformed,
    Pause,
    Ready,
    Request,
    Resume,
    decode_request,
    encode,
)

Work = Callable[[Any, Wish], Generator[Event]]
HEARTBEAT_SECONDS = 1.0
PATIENCE_SECONDS = 2.0  # that a job has to end by itself once the window is gone
_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Pipe:
    """File descriptors: requests are read from the one, events written to the other."""

    requests: int
    events: int


def take_pipe() -> Pipe:
    """Take stdin and stdout for the protocol alone: others have nothing to read, and what they print goes to stderr."""
    sys.stdout.flush()
    pipe = Pipe(os.dup(0), os.dup(1))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return pipe


class _Desk:
    """The jobs that wait and the one at work, seen by all threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[Any] = deque()
        self._wishes: dict[int, Wish] = {}
        self._open = True
        self.current = 0

    def add(self, request: Any) -> bool:
        """Let a job wait for its turn; False if its number is that of another which isn't over."""
        with self._changed:
            if request.job in self._wishes:
                return False
            self._wishes[request.job] = Wish()
            self._waiting.append(request)
            self._changed.notify()
            return True

    def withdraw(self, job: int) -> bool:
        """Take back a job that has not begun; False if there is none of that number."""
        with self._changed:
            waiting = [request for request in self._waiting if request.job == job]
            for request in waiting:
                self._waiting.remove(request)
                del self._wishes[job]
            return bool(waiting)

    def wish(self, job: int) -> Wish | None:
        with self._changed:
            return self._wishes.get(job)

    def next(self) -> tuple[Any, Wish] | None:
        """Wait for the next job; None once the desk is closed."""
        with self._changed:
            while self._open and not self._waiting:
                self._changed.wait()
            if not self._open:
                return None
            request = self._waiting.popleft()
            self.current = request.job
            return request, self._wishes[request.job]

    def end(self) -> None:
        """Forget the job at work."""
        with self._changed:
            del self._wishes[self.current]
            self.current = 0

    def close(self) -> None:
        """Let the job at work stop and none begin any more."""
        with self._changed:
            self._open = False
            for wish in self._wishes.values():
                wish.ask()
            self._changed.notify()


class Server:
    """Does the works of a table, by the class of the request; `give_up` is called if a job can't be ended in time."""

    def __init__(
        self,
        pipe: Pipe,
        works: Mapping[type, Work],
        log: Callable[[str], None],
        give_up: Callable[[], None],
    ) -> None:
        self._pipe = pipe
        self._works = works
        self._log = log
        self._give_up = give_up
        self._desk = _Desk()
        self._writing = threading.Lock()

    def run(self, ready: Ready) -> None:
        """Say that we are ready, and work until the window's end of the pipe is closed."""
        self._send(ready)
        for thread in (self._listen, self._beat):
            threading.Thread(target=self._watched, args=(thread,), daemon=True).start()
        while (turn := self._desk.next()) is not None:
            request, wish = turn
            began = time.monotonic()
            end = self._do(request, wish)
            self._desk.end()
            self._log(f"{_label(request)} {type(end).__name__} after {time.monotonic() - began:.1f} s")
            self._send(end)

    def _do(self, request: Any, wish: Wish) -> End:
        job = request.job
        try:
            wish.check()
            with closing(self._works[type(request)](request, wish)) as events:
                for event in events:
                    wish.check()
                    self._send(event)
        except errors.Cancelled:
            return Cancelled(job)
        except errors.EngineError as error:
            return Failed(job, error.kind, str(error))
        except Exception as bug:  # noqa: BLE001 - told, not hidden
            return self._fallen(job, bug)
        return Finished(job)

    def _fallen(self, job: int, bug: Exception) -> Failed:
        if isinstance(bug, MemoryError) or (isinstance(bug, OSError) and bug.errno == errno.ENOMEM):
            return Failed(job, "memory", "There is not enough memory: close other programs, or choose a smaller model.")
        self._log("".join(errors.trace(bug)))
        name = type(bug).__name__
        return Failed(job, "bug", f"A mistake in the program ({name}) ended the work: please report its log.")

    def _watched(self, work: Callable[[], None]) -> None:
        """Do the work of a thread that the process can't be without."""
        try:
            work()
        except Exception as bug:  # noqa: BLE001 - the window sees the process end
            self._log("".join(errors.trace(bug)))
            self._give_up()

    def _listen(self) -> None:
        lines = Lines(decode_request)
        while chunk := os.read(self._pipe.requests, _CHUNK_BYTES):
            for message in lines.feed(chunk):
                self._take(message)
        self._desk.close()
        time.sleep(PATIENCE_SECONDS)  # a daemon thread: where the process ends by itself, nothing follows
        self._give_up()

    def _take(self, message: Request | Malformed) -> None:
        match message:
            case Malformed():
                self._refuse(message.job, f"A request can't be read: {message}.")
            case Pause(job=job):
                if wish := self._desk.wish(job):
                    wish.pause()
            case Resume(job=job):
                if wish := self._desk.wish(job):
                    wish.resume()
            case Cancel(job=job):
                if self._desk.withdraw(job):
                    self._send(Cancelled(job))
                elif wish := self._desk.wish(job):
                    wish.ask()
            case _ if message.job == 0 or type(message) not in self._works:
                self._refuse(message.job, f"{type(message).__name__} can't be done under this number.")
            case _ if not self._desk.add(message):
                self._refuse(message.job, f"{type(message).__name__} has the number of a job that isn't over.")

    def _refuse(self, job: int, reason: str) -> None:
        """Say why, as the end of the job unless one of that number is under way."""
        self._log(reason)
        self._send(Failed(0 if self._desk.wish(job) else job, "request", reason))

    def _beat(self) -> None:
        while True:
            time.sleep(HEARTBEAT_SECONDS)
            wish = self._desk.wish(self._desk.current)
            self._send(Heartbeat(self._desk.current, wish is not None and wish.resting))

    def _send(self, event: Event) -> None:
        rest = memoryview(encode(event))
        try:
            with self._writing:
                while rest:
                    rest = rest[os.write(self._pipe.events, rest) :]
        except OSError:  # nobody is there any more to be told
            self._desk.close()


def _label(request: Any) -> str:
    return f"job {request.job}: {type(request).__name__}"
