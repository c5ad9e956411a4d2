"""The rooms joined: from a media file to events in the order of time."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine import load_model
from engine.checkpoints.catalogue import sha256
from engine.checkpoints.measured import read_measured
from engine.checkpoints.origin import KnownFile, Origin, write_origin
from engine.errors import Cancelled, EngineError
from engine.paths import resources
from engine.pipeline import Heard, in_bounds, in_order
from engine.progress import Cancel, MediaReady, Progress
from engine.transcript import DetectedLanguage, Segment, Word
from engine.whisper.options import Options
from tests.support.clips import ffmpeg, film, tone
from tests.support.synthetic import synthetic_copy

SAMPLE = resources() / "sample" / "interview.mp4"
QUICK = Options(temperature=(0.0,), sample_len=12, no_speech_threshold=None)


def segment(start: int, channel: int) -> Segment:
    return Segment(start, start + 100, "a", (), (), "en", 0, 0.0, 0.0, 0.0, 0.0, channel)


def at(done: int) -> Progress:
    return Progress("transcribe", done, 60_000)


def test_channels_are_merged_in_the_order_of_time() -> None:
    language = DetectedLanguage("en", 0.9)
    left: list[Heard] = [at(0), language, segment(1_000, 0), segment(20_000, 0), at(30_000), at(60_000)]
    right: list[Heard] = [at(0), segment(500, 1), segment(25_000, 1), at(30_000), segment(40_000, 1), at(60_000)]
    assert list(in_order([iter(left), iter(right)])) == [
        at(0), language, at(0), segment(500, 1), segment(1_000, 0), segment(20_000, 0), segment(25_000, 1),
        at(30_000), at(30_000), segment(40_000, 1), at(60_000), at(60_000),
    ]  # fmt: skip


def test_channels_are_heard_side_by_side() -> None:
    turns: list[str] = []

    def channel(name: str) -> Iterator[Heard]:
        for window in range(3):
            turns.append(f"{name}{window}")
            yield at(window * 30_000)

    list(in_order([channel("left"), channel("right")]))
    assert turns == ["left0", "right0", "left1", "right1", "left2", "right2"]


def kept(*segments: Segment, duration: int) -> list[Segment]:
    return [event for event in in_bounds(iter(segments), duration) if isinstance(event, Segment)]


def test_times_end_with_the_sound() -> None:
    words = (Word(" a", 7_000, 7_500, 0.5), Word(" b", 8_500, 9_000, 0.5), Word(" c", None, None, 0.5))
    (heard,) = kept(replace(segment(7_000, 0), end=29_000, words=words), duration=8_000)
    assert (heard.start, heard.end) == (7_000, 8_000)
    assert [(word.start, word.end) for word in heard.words] == [(7_000, 7_500), (7_980, 8_000), (None, None)]


def test_what_is_heard_after_the_end_is_kept() -> None:
    (heard,) = kept(replace(segment(9_000, 0), end=10_000), duration=8_000)
    assert (heard.start, heard.end, heard.text) == (7_980, 8_000, "a")


def test_times_never_go_back() -> None:
    first = replace(segment(5_000, 0), end=9_000, words=(Word(" a", 6_000, 7_000, 0.5),))
    second = replace(segment(4_000, 0), end=8_000, words=(Word(" b", 3_000, 5_000, 0.5), Word(" c", 6_500, 8_000, 0.5)))
    _, heard = kept(first, second, duration=10_000)
    assert (heard.start, heard.end) == (6_000, 8_000)
    assert [(word.start, word.end) for word in heard.words] == [(6_000, 6_000), (6_500, 8_000)]


def test_the_three_lines_of_the_library_work(byte_model: Path, tmp_path: Path) -> None:
    film(tmp_path / "interview.mp4")
    model = load_model(str(byte_model))
    segments = list(model.transcribe(str(tmp_path / "interview.mp4"), QUICK))
    assert all(0 <= segment.start <= segment.end <= 30_000 for segment in segments)
    assert all(segment.channel is None for segment in segments)


def test_a_model_that_changed_since_it_came_is_not_loaded(
    byte_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = Path(shutil.copytree(byte_model, tmp_path / "mini"))
    weights = folder / "model.safetensors"
    write_origin(
        folder, Origin("someone/mini", "5" * 40, (KnownFile(weights.name, weights.stat().st_size, sha256(weights)),))
    )
    load_model(folder)
    with weights.open("r+b") as stream:
        stream.seek(-1, 2)
        stream.write(b"\x00")
    with pytest.raises(
        EngineError, match=r"model\.safetensors isn't what it was as it came, and is not loaded: fetch the"
    ):
        load_model(folder)


def test_events_say_how_far_the_work_is_and_leave_no_sound_behind(
    byte_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    model = load_model(byte_model)
    events = list(model.events(tone(tmp_path / "a.wav", 3), QUICK))
    kinds = [type(event) for event in events]
    assert kinds.index(MediaReady) < kinds.index(DetectedLanguage)
    assert MediaReady(3_000, 0) in events
    assert events[-1] == Progress("transcribe", 3_000, 3_000)
    assert [path.name for path in (tmp_path / "cache").rglob("*.*")] == []


def test_windows_heard_together_are_those_where_somebody_speaks(byte_model: Path, tmp_path: Path) -> None:
    """A tone is no speech, and of the sample some stretches are."""
    model = load_model(byte_model)
    options = replace(QUICK, language="en", batch_size=4, clip_timestamps="0,20")
    assert list(model.transcribe(tone(tmp_path / "a.wav", 31), options)) == []
    segments = list(model.transcribe(SAMPLE, options))
    assert segments
    assert all(0 < segment.start <= segment.end <= 20_500 for segment in segments)


def test_a_minute_of_hearing_measures_the_machine_and_less_or_synthetic_speech_does_not(
    byte_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    short, minute = tone(tmp_path / "short.flac", 31), tone(tmp_path / "minute.flac", 61)
    list(load_model(byte_model).transcribe(short, QUICK))
    list(load_model(synthetic_copy(byte_model, tmp_path / "toy")).transcribe(minute, QUICK))
    list(load_model(byte_model).transcribe(minute, replace(QUICK, clip_timestamps="60,61")))
    assert read_measured(tmp_path / "sotto") is None
    list(load_model(byte_model).transcribe(minute, QUICK))
    found = read_measured(tmp_path / "sotto")
    assert found is not None
    assert (found.name, found.device, found.speed > 0) == ("byte", "cpu", True)


def test_each_channel_is_heard_by_itself(byte_model: Path, tmp_path: Path) -> None:
    clip = tmp_path / "two.wav"
    sounds = "sine=440:d=2:r=16000[a];anoisesrc=d=2:r=16000:a=0.5[b];[a][b]join=inputs=2:channel_layout=stereo"
    ffmpeg("-filter_complex", sounds, clip)
    model = load_model(byte_model)
    both = [segment.channel for segment in model.transcribe(clip, QUICK, channels="each")]
    second = [segment.channel for segment in model.transcribe(clip, QUICK, channels=1)]
    assert set(both) <= {0, 1}
    assert both.count(1) == len(second)
    assert set(second) <= {1}


def test_a_cancel_ends_the_work_and_removes_the_sound(
    byte_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cancel = Cancel()
    events = load_model(byte_model).events(tone(tmp_path / "a.wav"), QUICK, cancel=cancel)
    next(event for event in events if isinstance(event, MediaReady))
    cancel.ask()
    with pytest.raises(Cancelled):
        list(events)
    assert not any(path.is_dir() for path in (tmp_path / "cache").rglob("sound/*"))


def test_a_file_that_is_no_recording_is_refused(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.mp4").write_text("milk")
    with pytest.raises(EngineError, match="is not a media file") as refused:
        list(load_model(byte_model).transcribe(tmp_path / "notes.mp4"))
    assert refused.value.kind == "media"
