"""Windows in which nothing is said."""

import pytest

from engine.evaluation.no_speech import NoSpeech, Pauses, judge_pauses, judge_silence
from engine.evaluation.reference import Line

SAID = (Line("Hello there", 1_000, 3_000), Line("[music]", 40_000, 50_000), Line("Good night", 62_000, 64_000))


def test_a_silent_window_is_found_where_nothing_is_heard() -> None:
    assert judge_silence(SAID, SAID, 90_000) == NoSpeech(found=1)


def test_text_over_music_is_invented() -> None:
    heard = (Line("Hello", 1_000, 3_000), Line("Thank you.", 45_000, 45_200), Line("Good night", 62_000, 64_000))
    assert judge_silence(SAID, heard, 90_000) == NoSpeech(invented=1)


def test_speech_that_nobody_heard_is_missed() -> None:
    assert judge_silence(SAID, (), 90_000) == NoSpeech(found=1, missed=2)


def test_what_only_touches_a_window_decides_nothing() -> None:
    heard = (Line("Hello there", 28_000, 30_200),)
    assert judge_silence(heard, heard, 60_000) == NoSpeech()
    assert judge_silence((Line("Hello there", 28_000, 30_000),), heard, 60_000) == NoSpeech(found=1)


def test_a_rest_of_a_window_is_no_window() -> None:
    assert judge_silence((), (), 34_000) == NoSpeech(found=1)
    assert judge_silence((), (), 36_000) == NoSpeech(found=2)
    assert judge_silence((), (), 3_000) == NoSpeech(found=1)


def test_a_reference_without_times_is_judged_as_a_whole() -> None:
    assert judge_silence((Line("Hello"),), (), 90_000) == NoSpeech(missed=1)
    assert judge_silence((Line("Hello"),), (Line("a", 0, 900),), 90_000) == NoSpeech()
    assert judge_silence((Line(""),), (Line("a", 0, 900),), 20_000) == NoSpeech(invented=1)


def test_text_in_a_pause_is_told_and_text_that_reaches_into_it_is_not() -> None:
    heard = (Line("Hello there", 1_000, 4_500), Line("Thank you.", 45_000, 45_200), Line("Good night", 62_000, 64_000))
    assert judge_pauses(SAID, heard, 65_000) == Pauses(found=1, filled=1)
    assert judge_pauses(SAID, heard[:1] + heard[2:], 67_000) == Pauses(found=2)


def test_pauses_begin_before_the_first_line_and_last_three_seconds() -> None:
    assert judge_pauses((), (Line("a", 900, 1_000),), 3_000) == Pauses(found=1, filled=1)
    assert judge_pauses((), (), 2_999) == Pauses()
    assert judge_pauses((Line("b", 3_000, 9_000), Line("c", 4_000, 5_000)), (), 9_000) == Pauses(found=1)
    assert judge_pauses((Line("Hello"),), (), 90_000) == Pauses()


def test_precision_and_recall() -> None:
    verdict = NoSpeech(found=6, invented=2, missed=4)
    assert verdict.precision == pytest.approx(0.6)
    assert verdict.recall == pytest.approx(0.75)
    assert (NoSpeech().precision, NoSpeech().recall) == (None, None)
