"""References heard by the pipeline, with a small checkpoint of random weights."""

from pathlib import Path

import pytest

from engine import load_model
from engine.errors import Cancelled
from engine.evaluation.candidate import Note, Problem
from engine.evaluation.listen import Event, Plan, Position, listen
from engine.evaluation.measure import Measured
from engine.evaluation.reference import Line, Reference
from engine.progress import Cancel
from engine.whisper.options import Options
from tests.support.clips import tone

QUICK = Plan(Options(temperature=(0.0,), sample_len=12, no_speech_threshold=None))


def reference(
    media: Path, *, language: str = "no", translated: bool = False, timed: bool = False, end: int = 2_000
) -> Reference:
    lines = (Line("hello there", 0, end),)
    words = (Line("hello", 0, 500),) if timed else ()
    return Reference(media, lines, language, "clean", lines if translated else None, words)


def events(byte_model: Path, plan: Plan, *references: Reference) -> list[Event]:
    return list(listen(references, load_model(byte_model), plan, Cancel()))


def test_each_reference_comes_to_figures(byte_model: Path, tmp_path: Path) -> None:
    told = events(byte_model, QUICK, reference(tone(tmp_path / "a.wav", 2), translated=True))
    shares = [event.share for event in told if isinstance(event, Position)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    figures = told[-1]
    assert isinstance(figures, Measured)
    assert (figures.scores.words.length, figures.scores.duration) == (2, 2_000)
    assert figures.scores.translation.length == 2
    assert figures.language_right is not None


def test_english_is_not_translated(byte_model: Path, tmp_path: Path) -> None:
    english = reference(tone(tmp_path / "a.wav", 2), language="en", translated=True)
    figures = events(byte_model, QUICK, english)[-1]
    assert isinstance(figures, Measured)
    assert figures.scores.translation.length == 0


def test_a_language_that_is_told_is_not_detected(byte_model: Path, tmp_path: Path) -> None:
    figures = events(byte_model, Plan(QUICK.options, tell_language=True), reference(tone(tmp_path / "a.wav", 2)))[-1]
    assert isinstance(figures, Measured)
    assert (figures.detected, figures.language_right, figures.scores.translation.length) == (None, None, 0)


def test_words_are_timed_where_the_reference_knows_their_times(byte_model: Path, tmp_path: Path) -> None:
    figures = events(byte_model, QUICK, reference(tone(tmp_path / "a.wav", 2), timed=True))[-1]
    assert isinstance(figures, Measured)
    assert figures.scores.word_starts.asked == 1


def test_a_recording_that_can_t_be_heard_stops_no_other(byte_model: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.wav").write_text("no sound")
    told = events(byte_model, QUICK, reference(tmp_path / "bad.wav"), reference(tone(tmp_path / "a.wav", 2)))
    assert isinstance(told[0], Problem)
    assert told[0].kind == "media"
    assert isinstance(told[-1], Measured)


def test_subtitles_that_go_on_after_the_sound_are_doubted(byte_model: Path, tmp_path: Path) -> None:
    told = events(byte_model, QUICK, reference(tone(tmp_path / "a.wav", 2), end=9_000))
    (note,) = [event for event in told if isinstance(event, Note)]
    assert note.message.endswith("a.wav ends 7000 ms before its subtitles: do they belong together?")


def test_a_cancel_ends_the_run(byte_model: Path, tmp_path: Path) -> None:
    cancel = Cancel()
    run = listen([reference(tone(tmp_path / "a.wav", 2))], load_model(byte_model), QUICK, cancel)
    next(run)
    cancel.ask()
    with pytest.raises(Cancelled):
        list(run)
