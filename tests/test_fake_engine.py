"""The fake engine does what it is told to, so that the window's tests can rely on it."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.protocol import (
    VERSION,
    Cancel,
    Cancelled,
    ClearDownload,
    Event,
    Failed,
    FetchModel,
    Finished,
    Heartbeat,
    ImportModel,
    ModelBrought,
    ModelProgress,
    ModelVerified,
    Pause,
    Prepare,
    Ready,
    RemoveModel,
    Resume,
    Transcribe,
    VerifyModel,
)
from engine.protocol.messages import ModelRequest
from tests.support.engine_child import Child, engine_child, media, segments
from tests.support.fake_engine import JUNK, segment
from tests.support.fake_models import PROBLEMS, TROUBLE

FAKE = ("-m", "tests.support.fake_engine")
HEAR = Transcribe(1, "film.mp4", "small")


def test_it_counts_heeds_a_pause_and_a_cancel(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "count", "3") as child:
        assert isinstance(child.next(), Ready)
        events = child.do(HEAR)
        assert segments(events) == [segment(number).segment for number in range(3)]
        assert events[-1] == Finished(1)
        child.send(Pause(2), Transcribe(2, "film.mp4", "small"))
        while child.next() != Heartbeat(2, resting=True):
            pass
        child.send(Resume(2))
        assert child.until_end(2)[-1] == Finished(2)
        child.send(Cancel(3), Transcribe(3, "film.mp4", "small"))
        assert child.until_end(3)[-1] == Cancelled(3)
        assert media(child.do(Prepare(4, "film.mp4")))[0].duration == 60_000


@pytest.mark.parametrize(("conduct", "status"), [("crash", -signal.SIGKILL), ("exit", 3)])
def test_it_dies_after_so_many_segments(tmp_path: Path, conduct: str, status: int) -> None:
    with engine_child(tmp_path, *FAKE, conduct, "2") as child:
        child.next()
        child.send(HEAR)
        assert child.process.wait(30) == status
        assert child.process.stdout is not None
        assert child.process.stdout.read().count(b'"type":"SegmentFound"') == 2


def test_it_fails_as_told(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "fail", "memory") as child:
        child.next()
        assert child.do(HEAR)[-1] == Failed(1, "memory", "As it was told to.")


def test_it_says_another_version(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "wrong-version") as child:
        ready = child.next()
        assert isinstance(ready, Ready)
        assert ready.version == VERSION + 1


def raw(child: Child, enough: Callable[[bytes], bool]) -> bytes:
    assert child.process.stdout is not None
    read = b""
    while not enough(read):
        chunk = os.read(child.process.stdout.fileno(), 1 << 16)
        assert chunk, "the process is gone"
        read += chunk
    return read


def test_it_prints_junk(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "junk", "1") as child:
        child.next()
        child.send(HEAR)
        whole = b"".join(JUNK)
        assert whole in raw(child, lambda read: whole in read)


def test_it_writes_a_line_without_an_end(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "endless") as child:
        child.next()
        child.send(HEAR)
        assert b"x" * (2 << 20) in raw(child, lambda read: len(read) > 3 << 20)


def test_it_lies_in_well_formed_messages(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "lie", "8") as child:
        child.next()
        found = segments(child.do(HEAR))
        assert len(found) == 8
        assert found[0].start > found[0].end
        assert any(word.start is None for each in found for word in each.words)


def test_it_falls_silent(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "stop", "1") as child:
        child.next()
        child.send(HEAR)
        stat = Path(f"/proc/{child.process.pid}/stat")
        while stat.read_text().rpartition(")")[2].split()[0] != "T":
            pass
        child.process.kill()


def of_models(tmp_path: Path, conduct: str, kind: str, request: ModelRequest) -> list[Event]:
    with engine_child(tmp_path, *FAKE, conduct, kind) as child:
        child.next()
        return child.do(request)


def test_it_fetches_imports_verifies_and_removes_models(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "count", "1") as child:
        child.next()
        events = child.do(FetchModel(1, "someone/mini", "/models"))
        assert [event.done for event in events if isinstance(event, ModelProgress)] == [
            *(0, 250_000, 500_000, 750_000, 1_000_000),
        ]
        assert events[-2:] == [ModelBrought(1, "/models/mini"), Finished(1)]
        assert child.do(ImportModel(2, "/home/own.pt", "/models")) == [ModelBrought(2, "/models/own"), Finished(2)]
        assert child.do(VerifyModel(3, "/models/mini")) == [ModelVerified(3, 5, ()), Finished(3)]
        assert child.do(RemoveModel(4, "/models/mini", ("/models",))) == [Finished(4)]
        assert child.do(ClearDownload(5, "/models", "mini")) == [Finished(5)]


def test_a_download_without_an_end_heeds_a_pause_and_a_cancel(tmp_path: Path) -> None:
    with engine_child(tmp_path, *FAKE, "fetch-endless") as child:
        child.next()
        child.send(FetchModel(1, "mini", "/models"), Pause(1))
        while child.next() != Heartbeat(1, resting=True):
            pass
        child.send(Resume(1))
        assert isinstance(child.told(), ModelProgress)
        child.send(Cancel(1))
        assert child.until_end(1)[-1] == Cancelled(1)


def test_it_fails_at_what_it_is_told_to(tmp_path: Path) -> None:
    events = of_models(tmp_path, "fetch-fail", "network", FetchModel(1, "mini", "/models"))
    assert isinstance(events[-2], ModelProgress)
    assert events[-1] == Failed(1, "network", "As it was told to.")
    request = ImportModel(1, "own.pt", "/models")
    assert of_models(tmp_path, "untrusted", "", request) == [Failed(1, "untrusted", "As it was told to.")]
    assert of_models(tmp_path, "refuse", "disk", RemoveModel(1, "/m", ())) == [Failed(1, "disk", "As it was told to.")]
    assert of_models(tmp_path, "differs", "", VerifyModel(1, "/m"))[0] == ModelVerified(1, 5, PROBLEMS)


def test_it_stumbles_and_goes_on(tmp_path: Path) -> None:
    events = of_models(tmp_path, "stumble", "", FetchModel(1, "mini", "/models"))
    told = [(event.activity, event.trouble) for event in events if isinstance(event, ModelProgress)]
    assert told[:3] == [("waiting", ""), ("retrying", TROUBLE), ("checking", "")]
    assert isinstance(events[-2], ModelBrought)
