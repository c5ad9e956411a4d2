"""Starts a real engine process and talks to it, and sees what of it is left on the machine."""

import os
import select
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from engine.protocol import (
    Cancelled,
    Event,
    Failed,
    Finished,
    Heartbeat,
    Lines,
    MediaReady,
    Request,
    SegmentFound,
    decode_event,
    encode,
)
from engine.transcript import Segment

PROJECT = Path(__file__).parent.parent.parent
WORKER = ("-m", "engine.worker")
PATIENCE = 300  # seconds for a message, on a busy machine
_MARK = "SOTTO_TEST_MARK"


@dataclass(slots=True)
class Child:
    """An engine process; `mark` names it and all that it starts."""

    process: "subprocess.Popen[bytes]"
    mark: str
    cache: Path
    _lines: Lines[Event] = field(default_factory=lambda: Lines(decode_event))
    _read: list[Event] = field(default_factory=list)

    def send(self, *requests: Request | bytes) -> None:
        assert self.process.stdin is not None
        for request in requests:
            self.process.stdin.write(request if isinstance(request, bytes) else encode(request))
        self.process.stdin.flush()

    def next(self) -> Event:
        """Return the next event; AssertionError if none comes, or what comes is none."""
        assert self.process.stdout is not None
        until = time.monotonic() + PATIENCE
        while not self._read:
            assert select.select([self.process.stdout], [], [], max(until - time.monotonic(), 0))[0], "nothing is told"
            chunk = os.read(self.process.stdout.fileno(), 1 << 16)
            assert chunk, "the process is gone"
            for event in self._lines.feed(chunk):
                assert not isinstance(event, ValueError), event
                self._read.append(event)
        return self._read.pop(0)

    def told(self) -> Event:
        """Return the next event that is no heartbeat."""
        while isinstance(event := self.next(), Heartbeat):
            pass
        return event

    def until_end(self, job: int) -> list[Event]:
        """Return all that is told until `job` ends, without heartbeats; its end is the last."""
        events = [self.told()]
        while not is_end(events[-1], job):
            events.append(self.told())
        return events

    def do(self, request: Request) -> list[Event]:
        self.send(request)
        return self.until_end(request.job)

    def close(self) -> None:
        """Close the window's end of the pipe, and wait for the process."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(PATIENCE)

    def processes(self) -> list[str]:
        """Return the programs that run for this child, its own and those it started."""
        return programs(self.mark)

    def files(self) -> list[Path]:
        """Return the files that it keeps, without locks."""
        return [path for path in (self.cache / "sotto").rglob("*") if path.is_file() and path.name != "lock"]


def is_end(event: Event, job: int) -> bool:
    return isinstance(event, Finished | Cancelled | Failed) and event.job == job


def segments(events: list[Event]) -> list[Segment]:
    return [event.segment for event in events if isinstance(event, SegmentFound)]


def media(events: list[Event]) -> list[MediaReady]:
    return [event for event in events if isinstance(event, MediaReady)]


def programs(mark: str) -> list[str]:
    """Return the names of all living processes that inherited `mark`."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit() or int(folder.name) == os.getpid():
            continue
        try:
            marked = f"{_MARK}={mark}".encode() in (folder / "environ").read_bytes()
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            if marked and state != "Z":
                found.append((folder / "comm").read_text().strip())
        except OSError:
            continue  # it ended while we looked
    return sorted(found)


def gone(mark: str, seconds: float = 20) -> bool:
    """Wait until no process has `mark`; False if one stays."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not programs(mark):
            return True
        time.sleep(0.02)
    return False


def environment(cache: Path, mark: str) -> dict[str, str]:
    own = {"XDG_CACHE_HOME": str(cache), "OMP_NUM_THREADS": "1", "PYTHONPATH": str(PROJECT), _MARK: mark}
    return os.environ | own


@contextmanager
def engine_child(cache: Path, *program: str, limit_bytes: int | None = None) -> Iterator[Child]:
    """Start `python -m engine.worker`, or another `program`, with `cache` for its private files; end it in any case."""
    mark = uuid.uuid4().hex
    with (cache / "log").open("wb") as log:
        process = subprocess.Popen(
            [*_limited(limit_bytes), sys.executable, *(program or WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=PROJECT,
            env=environment(cache, mark),
        )
    try:
        yield Child(process, mark, cache)
    finally:
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            with _ignoring_broken_pipes():
                pipe.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()


def _limited(limit_bytes: int | None) -> list[str]:
    return [] if limit_bytes is None else ["prlimit", f"--as={limit_bytes}"]


@contextmanager
def _ignoring_broken_pipes() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        return
