"""The request loop with works of the test's own: who is told what, and that only the protocol is on the pipe."""

import os
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

import pytest

from engine import server
from engine.errors import EngineError
from engine.progress import Cancel as Wish
from engine.protocol import (
    VERSION,
    Cancel,
    Cancelled,
    Event,
    Failed,
    Finished,
    Heartbeat,
    InspectModel,
    LanguageDetected,
    Lines,
    Malformed,
    Pause,
    Prepare,
    Ready,
    Request,
    Resume,
    decode_event,
    encode,
)
from engine.server import Pipe, Server, Work
from tests.support.engine_child import PROJECT

READY = Ready(0, VERSION, 1, 2, 3, ())
STRAY = """
import ctypes, os, sys
from engine.server import take_pipe
pipe = take_pipe()
print("printed")
os.write(1, b"written\\n")
ctypes.CDLL(None).puts(b"put")
ctypes.CDLL(None).fflush(None)
os.system("echo echoed")
assert sys.stdin.read() == ""
os.write(pipe.events, os.read(pipe.requests, 100))
"""


@dataclass(slots=True)
class Window:
    """The other end of the pipe."""

    requests: int
    events: int
    log: list[str] = field(default_factory=list)
    _lines: Lines[Event] = field(default_factory=lambda: Lines(decode_event))
    _read: list[Event | Malformed] = field(default_factory=list)

    def send(self, *requests: Request) -> None:
        for request in requests:
            os.write(self.requests, encode(request))

    def next(self) -> Event | Malformed:
        while not self._read:
            self._read += self._lines.feed(os.read(self.events, 1 << 16))
        return self._read.pop(0)

    def told(self) -> Event | Malformed:
        """Return the next event that is no heartbeat."""
        while isinstance(event := self.next(), Heartbeat):
            pass
        return event

    def beats_until(self, event: Event) -> None:
        while self.next() != event:
            pass


def told_in_order(request: Prepare, _: Wish) -> Generator[Event]:
    """Say a language for each letter of the media's name."""
    for letter in request.media:
        yield LanguageDetected(request.job, letter, 0.5)


def waits(request: Prepare, wish: Wish) -> Generator[Event]:
    yield LanguageDetected(request.job, "no", 0.5)
    while True:
        wish.check()


def falls(request: InspectModel, _: Wish) -> Generator[Event]:
    raise {
        "engine": EngineError("model", "It is damaged: fetch it again."),
        "memory": MemoryError(),
        "mapped": OSError(12, "Cannot allocate memory"),
        "bug": ValueError("what was said in confidence"),
    }[request.model]
    yield


@pytest.fixture
def serve() -> Iterator[list[Window]]:
    """Windows whose pipes are closed at the end."""
    windows: list[Window] = []
    yield windows
    for window in windows:
        os.close(window.requests)
        os.close(window.events)


def open_window(windows: list[Window], works: dict[type, Work]) -> tuple[Window, threading.Thread]:
    """Start a server in a thread; its own ends of the pipe stay open as long as the test's process."""
    requests, window_writes = os.pipe()
    window_reads, events = os.pipe()
    window = Window(window_writes, window_reads)
    running = Server(Pipe(requests, events), works, window.log.append, lambda: None)
    thread = threading.Thread(target=running.run, args=(READY,), daemon=True)
    thread.start()
    windows.append(window)
    assert window.told() == READY
    return window, thread


def test_events_come_in_order_and_the_end_last(serve: list[Window]) -> None:
    window, _ = open_window(serve, {Prepare: told_in_order})
    window.send(Prepare(1, "ab"), Prepare(2, ""))
    assert [window.told() for _ in range(4)] == [
        LanguageDetected(1, "a", 0.5),
        LanguageDetected(1, "b", 0.5),
        Finished(1),
        Finished(2),
    ]


def test_a_cancel_reaches_the_job_at_work_and_those_that_wait(serve: list[Window]) -> None:
    window, _ = open_window(serve, {Prepare: waits})
    window.send(Prepare(1, "a"))
    assert window.told() == LanguageDetected(1, "no", 0.5)
    window.send(Prepare(2, "b"), Cancel(2), Cancel(2), Cancel(9))
    assert window.told() == Cancelled(2)
    window.send(Cancel(1))
    assert window.told() == Cancelled(1)


def test_a_job_rests_and_the_heartbeat_says_so(serve: list[Window], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "HEARTBEAT_SECONDS", 0.01)
    window, _ = open_window(serve, {Prepare: waits})
    window.send(Prepare(1, "a"), Pause(1))
    window.beats_until(Heartbeat(1, resting=True))
    window.send(Resume(1))
    window.beats_until(Heartbeat(1, resting=False))
    window.send(Pause(1), Cancel(1))
    window.beats_until(Cancelled(1))
    window.beats_until(Heartbeat(0, resting=False))


@pytest.mark.parametrize(
    ("model", "kind", "message"),
    [
        ("engine", "model", "It is damaged: fetch it again."),
        ("memory", "memory", "There is not enough memory: close other programs, or choose a smaller model."),
        ("mapped", "memory", "There is not enough memory: close other programs, or choose a smaller model."),
        ("bug", "bug", "A mistake in the program (ValueError) ended the work: please report its log."),
    ],
)
def test_what_falls_is_told_by_its_kind_and_the_next_job_goes_on(
    serve: list[Window], model: str, kind: str, message: str
) -> None:
    window, _ = open_window(serve, {Prepare: told_in_order, InspectModel: falls})
    window.send(InspectModel(1, model), Prepare(2, ""))
    failed = window.told()
    assert isinstance(failed, Failed)
    assert (failed.job, failed.kind, failed.message) == (1, kind, message)
    assert window.told() == Finished(2)


def test_a_bug_is_logged_without_what_it_says(serve: list[Window]) -> None:
    window, _ = open_window(serve, {InspectModel: falls})
    window.send(InspectModel(1, "bug"))
    window.told()
    log = "".join(window.log)
    assert "in falls" in log
    assert "ValueError" in log
    assert "confidence" not in log


def test_a_work_that_is_not_offered_is_refused(serve: list[Window]) -> None:
    window, _ = open_window(serve, {Prepare: told_in_order})
    window.send(InspectModel(3, "small"))
    assert window.told() == Failed(3, "request", "InspectModel can't be done under this number.")


def test_the_loop_ends_when_the_window_closes_its_end(serve: list[Window]) -> None:
    window, thread = open_window(serve, {Prepare: waits})
    window.send(Prepare(1, "a"), Prepare(2, "b"))
    window.told()
    os.close(window.requests)
    window.requests = os.open(os.devnull, os.O_WRONLY)
    thread.join(30)
    assert not thread.is_alive()


def test_the_loop_ends_when_nobody_reads_any_more(serve: list[Window]) -> None:
    window, thread = open_window(serve, {Prepare: told_in_order})
    os.close(window.events)
    window.events = os.open(os.devnull, os.O_RDONLY)
    window.send(Prepare(1, "a"))
    thread.join(30)
    assert not thread.is_alive()


def test_a_process_that_cannot_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE_SECONDS", 0.1)
    given_up, stuck = threading.Event(), threading.Event()

    def sticks(request: Prepare, _: Wish) -> Generator[Event]:
        stuck.wait(30)
        yield LanguageDetected(request.job, "no", 0.5)

    requests, window_writes = os.pipe()
    window_reads, events = os.pipe()
    running = Server(Pipe(requests, events), {Prepare: sticks}, lambda _: None, given_up.set)
    thread = threading.Thread(target=running.run, args=(READY,), daemon=True)
    thread.start()
    os.write(window_writes, encode(Prepare(1, "a")))
    os.close(window_writes)
    assert given_up.wait(30)
    stuck.set()
    thread.join(30)
    os.close(window_reads)


def test_nothing_that_others_print_reaches_the_pipe() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", STRAY], input=b"request\n", capture_output=True, check=True, cwd=PROJECT
    )
    assert ran.stdout == b"request\n"
    assert sorted(ran.stderr.split()) == [b"echoed", b"printed", b"put", b"written"]
