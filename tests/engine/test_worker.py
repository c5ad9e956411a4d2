"""The engine process as the window has it: the real program, the embedded model, the sample film."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.audio.peaks import open_peaks
from engine.audio.spans import read_spans
from engine.paths import resources
from engine.protocol import (
    VERSION,
    Cancel,
    Cancelled,
    Discard,
    Event,
    Failed,
    Finished,
    Heartbeat,
    InspectModel,
    LanguageDetected,
    ModelInspected,
    Pause,
    Prepare,
    Progress,
    Ready,
    Resume,
    SegmentFound,
    Transcribe,
    Wishes,
)
from tests.support.clips import tone
from tests.support.engine_child import PROJECT, Child, engine_child, environment, gone, is_end, media, segments
from tests.support.media import plain, run_ffmpeg
from tests.support.synthetic import needs_embedded

SAMPLE = str(resources() / "sample" / "interview.mp4")
MODEL = str(resources() / "models" / "sotto-mini")
WINDOW = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-m", "engine.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(child.stdout.readline().decode()[:15], flush=True)
time.sleep(3600)
"""
QUICK = Wishes(temperature=(0.0,))


@pytest.fixture
def child(tmp_path: Path) -> Iterator[Child]:
    with engine_child(tmp_path) as child:
        assert isinstance(child.next(), Ready)
        yield child


@pytest.fixture(scope="module")
def shared_child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Child]:
    """A process for the tests that leave it as it was, with its model loaded."""
    with engine_child(tmp_path_factory.mktemp("cache")) as child:
        assert isinstance(child.next(), Ready)
        yield child


def hear(job: int, start: int = 0, end: int | None = 29_000) -> Transcribe:
    return Transcribe(job, SAMPLE, MODEL, start=start, end=end, language="en", wishes=QUICK)


def test_it_is_ready_before_it_has_loaded_anything(tmp_path: Path) -> None:
    with engine_child(tmp_path) as child:
        ready = child.next()
        assert isinstance(ready, Ready)
        assert (ready.job, ready.version, ready.process) == (0, VERSION, child.process.pid)
        assert ready.cores >= 1
        assert ready.memory > 1 << 30
        assert ready.devices[0].kind == "cpu"
        mapped = Path(f"/proc/{ready.process}/maps").read_text()
        assert "libtorch" not in mapped
        assert os.getpriority(os.PRIO_PROCESS, ready.process) >= 10


def test_a_film_is_shown_before_it_is_heard_and_its_files_are_private(child: Child) -> None:
    events = child.do(Prepare(1, SAMPLE))
    first, heard, last = media(events)
    assert (first.duration, first.pcm, first.peaks, first.speech, first.remux) == (60_000, "", "", "", "")
    assert first.picture is not None
    assert (first.picture.codec, first.picture.width, first.picture.frame_rate) == ("h264", 640, 10.0)
    assert [(track.index, track.codec, track.channels) for track in first.tracks] == [(0, "aac", 1)]
    assert heard.pcm
    assert heard.peaks
    assert last.speech
    assert (last.duration, last.missing, last.remux) == (60_032, 0, "")
    assert open_peaks(Path(last.peaks)).duration == last.duration
    assert read_spans(Path(last.speech))
    assert {event.stage for event in events if isinstance(event, Progress)} == {"decode", "speech"}
    assert events[-1] == Finished(1)
    assert {stat.S_IMODE(file.stat().st_mode) for file in child.files()} == {0o600}
    folders = [path for path in (child.cache / "sotto").rglob("*") if path.is_dir()]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_discarded_files_are_gone_and_those_of_another_film_stay(child: Child) -> None:
    (kept,) = {ready.pcm for ready in media(child.do(Prepare(1, SAMPLE))) if ready.pcm}
    (dropped,) = {ready.pcm for ready in media(child.do(Prepare(2, SAMPLE))) if ready.pcm}
    assert child.do(Discard(3, 2)) == [Finished(3)]
    assert (Path(kept).exists(), Path(dropped).exists()) == (True, False)
    assert child.do(Discard(4, 99)) == [Finished(4)]


def test_a_transport_stream_comes_with_a_copy_to_play(child: Child, tmp_path: Path) -> None:
    events = child.do(Prepare(1, str(plain(tmp_path / "film.ts").path)))
    assert [bool(ready.remux) for ready in media(events)] == [False, True, True, True]
    assert Path(media(events)[-1].remux).is_file()


def test_a_film_without_sound_is_shown_and_then_said_to_have_none(child: Child, tmp_path: Path) -> None:
    silent = tmp_path / "silent.mp4"
    run_ffmpeg("-i", SAMPLE, "-an", "-c", "copy", silent)
    shown, failed = child.do(Prepare(1, str(silent)))
    assert media([shown])[0].picture is not None
    assert isinstance(failed, Failed)
    assert failed.kind == "media"
    assert "has no audio track" in failed.message


def test_what_is_no_film_fails_and_the_next_job_goes_on(child: Child, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir")
    (failed,) = child.do(Prepare(1, str(tmp_path / "letter.txt")))
    assert isinstance(failed, Failed)
    assert failed.kind == "media"
    assert child.do(Prepare(2, SAMPLE))[-1] == Finished(2)


@needs_embedded
def test_segments_come_with_their_words_and_end_with_one_end(shared_child: Child) -> None:
    events = shared_child.do(Transcribe(1, SAMPLE, MODEL, end=29_000, wishes=QUICK))
    found = segments(events)
    assert len(found) >= 5
    assert all(word.start is not None and 0 <= word.probability <= 1 for each in found for word in each.words)
    assert [each.start for each in found] == sorted(each.start for each in found)
    (language,) = [event for event in events if isinstance(event, LanguageDetected)]
    assert language.language == "en"
    last = [event for event in events if isinstance(event, Progress)][-1]
    assert (last.stage, last.done, last.total, last.time_left) == ("transcribe", 29_000, 29_000, 0)
    assert sum(is_end(event, 1) for event in events) == 1


@needs_embedded
def test_a_stretch_has_the_times_of_the_whole(shared_child: Child) -> None:
    found = segments(shared_child.do(hear(2, start=16_000, end=23_000)))
    assert found
    assert all(16_000 <= each.start <= each.end <= 23_000 for each in found)
    assert all(16_000 <= (word.start or 0) <= (word.end or 0) <= 23_000 for each in found for word in each.words)


@needs_embedded
def test_prepared_sound_is_heard_without_decoding(child: Child) -> None:
    pcm = media(child.do(Prepare(1, SAMPLE)))[-1].pcm
    request = Transcribe(2, "/nowhere/film.mp4", MODEL, sound=pcm, end=8_000, language="en", wishes=QUICK)
    events = child.do(request)
    assert events[-1] == Finished(2)
    assert {event.stage for event in events if isinstance(event, Progress)} == {"load", "transcribe"}


@needs_embedded
def test_what_one_process_prepared_another_hears_to_the_end(child: Child, shared_child: Child) -> None:
    pcm = media(child.do(Prepare(1, SAMPLE)))[-1].pcm
    request = Transcribe(70, "/nowhere/film.mp4", MODEL, sound=pcm, end=20_000, language="en", wishes=QUICK)
    shared_child.send(request)
    while not (isinstance(event := shared_child.told(), Progress) and event.stage == "load"):
        pass
    child.do(Discard(2, 1))
    assert not Path(pcm).exists()
    assert shared_child.until_end(70)[-1] == Finished(70)


@needs_embedded
def test_sound_that_is_gone_is_decoded_again(shared_child: Child) -> None:
    request = Transcribe(3, SAMPLE, MODEL, sound="/nowhere/sound.pcm", end=8_000, language="en", wishes=QUICK)
    assert shared_child.do(request)[-1] == Finished(3)


@needs_embedded
def test_german_is_translated(shared_child: Child) -> None:
    request = Transcribe(
        4, SAMPLE, MODEL, task="translate", language="de", start=32_000, end=36_000, word_timestamps=False, wishes=QUICK
    )
    found = segments(shared_child.do(request))
    assert found
    assert all(word.start is None for each in found for word in each.words)


@needs_embedded
def test_channels_are_heard_one_by_one(shared_child: Child, tmp_path: Path) -> None:
    stereo = tmp_path / "two-mics.wav"
    run_ffmpeg("-ss", "3", "-t", "7", "-i", SAMPLE, "-filter_complex", "pan=stereo|c0=c0|c1=0*c0", stereo)
    each = segments(shared_child.do(Transcribe(5, str(stereo), MODEL, channels="each", language="en", wishes=QUICK)))
    assert 0 in {segment.channel for segment in each}
    alone = segments(shared_child.do(Transcribe(6, str(stereo), MODEL, channel=0, language="en", wishes=QUICK)))
    assert {segment.channel for segment in alone} == {0}


@needs_embedded
def test_what_the_model_cannot_do_is_refused_before_the_film_is_read(shared_child: Child) -> None:
    (failed,) = shared_child.do(Transcribe(7, "/nowhere/film.mp4", MODEL, language="ja"))
    assert isinstance(failed, Failed)
    assert failed.kind == "options"
    (failed,) = shared_child.do(Transcribe(8, SAMPLE, MODEL, wishes=Wishes(patience=1.0)))
    assert isinstance(failed, Failed)
    assert "patience needs beam_size" in failed.message
    (failed,) = shared_child.do(Transcribe(9, SAMPLE, "no-such-model"))
    assert isinstance(failed, Failed)
    assert failed.kind == "model"


@needs_embedded
def test_a_stretch_after_the_end_is_refused(shared_child: Child) -> None:
    failed = shared_child.do(hear(10, start=70_000, end=80_000))[-1]
    assert isinstance(failed, Failed)
    assert failed.kind == "options"


@needs_embedded
def test_a_model_tells_what_it_can_do(child: Child) -> None:
    inspected, end = child.do(InspectModel(1, MODEL))
    assert isinstance(inspected, ModelInspected)
    assert inspected.name == "sotto-mini"
    assert inspected.abilities.languages == ("en", "de", "es", "no")
    assert inspected.abilities.translates
    assert inspected.abilities.synthetic_only
    assert end == Finished(1)
    assert "libtorch" not in Path(f"/proc/{child.process.pid}/maps").read_text()


@needs_embedded
def test_jobs_are_done_in_the_order_that_they_came_in(shared_child: Child) -> None:
    shared_child.send(hear(20, end=8_000), Prepare(21, SAMPLE), InspectModel(22, MODEL))
    events = [event for job in (20, 21, 22) for event in shared_child.until_end(job)]
    assert [event.job for event in events] == sorted(event.job for event in events)
    assert [event for event in events if isinstance(event, Finished)] == [Finished(20), Finished(21), Finished(22)]


@needs_embedded
def test_a_job_that_waits_is_cancelled_at_once(shared_child: Child) -> None:
    shared_child.send(hear(30), Prepare(31, SAMPLE), Cancel(31))
    events = shared_child.until_end(30)
    assert events.index(Cancelled(31)) < events.index(Finished(30))


@needs_embedded
def test_a_number_that_is_in_use_is_refused_and_its_job_goes_on(shared_child: Child) -> None:
    shared_child.send(hear(40, end=8_000), Prepare(40, SAMPLE))
    events = shared_child.until_end(40)
    assert [event.kind for event in events if isinstance(event, Failed) and event.job == 0] == ["request"]
    assert events[-1] == Finished(40)


def cancelled_after(child: Child, request: Prepare | Transcribe, messages: int) -> list[Event]:
    """Return what is told after the cancel, which is sent after that many messages, and sent twice."""
    child.send(request)
    for _ in range(messages):
        if is_end(child.told(), request.job):
            return [Cancelled(request.job)]  # it was done before
    child.send(Cancel(request.job), Cancel(request.job))
    return child.until_end(request.job)


@needs_embedded
@pytest.mark.parametrize("messages", range(8))
def test_a_cancel_after_any_message_ends_the_job_once(shared_child: Child, messages: int) -> None:
    for job, request in ((100 + messages, hear(100 + messages)), (200 + messages, Prepare(200 + messages, SAMPLE))):
        events = cancelled_after(shared_child, request, messages)
        assert events[-1] in (Cancelled(job), Finished(job))
        assert sum(is_end(event, job) for event in events) == 1
        assert shared_child.do(Discard(300 + job, job)) == [Finished(300 + job)]  # nothing is told after the end
        assert "ffmpeg" not in shared_child.processes()


@needs_embedded
def test_a_job_rests_until_it_may_go_on_and_loses_nothing(shared_child: Child) -> None:
    whole = segments(shared_child.do(hear(50, end=59_000)))
    shared_child.send(hear(51, end=59_000))
    events = [shared_child.told()]
    while not isinstance(events[-1], SegmentFound):
        events.append(shared_child.told())
    shared_child.send(Pause(51))
    while (event := shared_child.next()) != Heartbeat(51, resting=True):
        events.append(event)
    assert [shared_child.next() for _ in range(2)] == [Heartbeat(51, resting=True)] * 2
    shared_child.send(Resume(51))
    events += shared_child.until_end(51)
    assert segments(events) == whole


@needs_embedded
def test_a_job_that_rests_can_be_cancelled(shared_child: Child) -> None:
    shared_child.send(Pause(60), hear(60), Pause(60))
    while shared_child.next() != Heartbeat(60, resting=True):
        pass
    shared_child.send(Cancel(60))
    assert shared_child.until_end(60)[-1] == Cancelled(60)


def test_garbage_is_answered_and_does_no_harm(child: Child) -> None:
    child.send(
        b"hello\n", b"\xff\xfe\n", b'{"type":"Prepare","job":7}\n', b"x" * 3_000_000 + b"\n", b"[" * 99_999 + b"\n"
    )
    refused = [child.told() for _ in range(5)]
    assert [(event.job, event.kind) for event in refused if isinstance(event, Failed)] == [
        (0, "request"), (0, "request"), (7, "request"), (0, "request"), (0, "request"),
    ]  # fmt: skip
    child.send(Cancel(99), Pause(99), Resume(99), Prepare(0, SAMPLE))
    refused = [child.told()]
    assert [(event.job, event.kind) for event in refused if isinstance(event, Failed)] == [(0, "request")]
    assert child.do(Prepare(1, SAMPLE))[-1] == Finished(1)


def resting_in_ffmpeg(child: Child, film: Path) -> None:
    """Let the process rest while its ffmpeg has more to say than the pipe between them holds."""
    child.send(Prepare(1, str(film)))
    while not isinstance(child.told(), Progress):
        pass
    child.send(Pause(1))
    while child.next() != Heartbeat(1, resting=True):
        pass
    assert "ffmpeg" in child.processes()


@pytest.fixture(scope="module")
def long_sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An hour of sound: 115 MB when decoded."""
    return tone(tmp_path_factory.mktemp("media") / "hour.flac", seconds=3_600)


@pytest.mark.parametrize("end", ["stdin closed", "kill -9", "terminated"])
def test_neither_process_nor_ffmpeg_survives(child: Child, long_sound: Path, end: str) -> None:
    resting_in_ffmpeg(child, long_sound)
    if end == "stdin closed":
        child.close()
        assert child.process.returncode == 0
        assert child.files() == []
    else:
        child.process.send_signal(signal.SIGKILL if end == "kill -9" else signal.SIGTERM)
    assert gone(child.mark)


def test_what_a_killed_process_left_is_wiped_by_the_next(child: Child, tmp_path: Path) -> None:
    child.do(Prepare(1, SAMPLE))
    child.process.send_signal(signal.SIGKILL)
    child.process.wait()
    assert child.files()
    with engine_child(tmp_path) as after:
        after.next()
        assert after.files() == []


def test_a_process_whose_window_was_killed_ends(tmp_path: Path) -> None:
    started = subprocess.Popen(
        [sys.executable, "-c", WINDOW], stdout=subprocess.PIPE, cwd=PROJECT, env=environment(tmp_path, "killed-window")
    )
    with started:
        assert started.stdout is not None
        assert started.stdout.readline() == b'{"type":"Ready"\n'
        started.kill()
    assert gone("killed-window", seconds=5)


@needs_embedded
def test_the_log_holds_no_word_of_what_was_said(child: Child) -> None:
    found = segments(child.do(hear(1)))
    child.close()
    log = (child.cache / "log").read_text()
    assert "job 1: Transcribe Finished" in log
    assert not [word.text for each in found for word in each.words if len(word.text) > 4 and word.text.strip() in log]


@needs_embedded
def test_too_little_memory_is_said_and_the_process_goes_on(tmp_path: Path) -> None:
    with engine_child(tmp_path, limit_bytes=600_000_000) as child:
        assert isinstance(child.next(), Ready)
        failed = child.do(hear(1))[-1]
        assert isinstance(failed, Failed)
        assert failed.kind == "memory"
        assert child.do(Prepare(2, SAMPLE))[-1] == Finished(2)
