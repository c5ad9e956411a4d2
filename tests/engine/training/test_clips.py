"""Clips: which part of a recording they hold, and at which times things are said in them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.training.clips import in_turn, pauses, silent, speaking
from engine.training.examples import IGNORED, Line
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import read_hugging_face
from tests.support.spoken import recording


@pytest.fixture(scope="module")
def tokenizer(byte_model: Path) -> Tokenizer:
    return read_hugging_face(byte_model)


def test_a_clip_holds_whole_lines_at_their_own_times() -> None:
    clip = speaking(recording(), 1, 3500, 0.0, np.random.default_rng(3), respeak=False)
    assert clip is not None
    (first, *others) = clip.example.lines
    lead = 2500 - clip.start
    assert 0 <= lead <= 1000
    assert abs(first.start - lead) < 1
    assert first.end - first.start == 1000
    assert first.words[1].start == first.start + 500
    assert all(line.end <= 3500 for line in (first, *others))


def test_a_line_longer_than_the_window_makes_no_clip() -> None:
    assert speaking(recording(), 0, 900, 0.0, np.random.default_rng(0), respeak=False) is None


def test_a_faster_clip_tells_earlier_times() -> None:
    rng = np.random.default_rng(0)
    clips = [clip for _ in range(40) if (clip := speaking(recording(), 0, 3500, 0.0, rng))]
    for clip in clips:
        line = clip.example.lines[0]
        assert abs((line.end - line.start) * clip.speed - 1000) <= 1
    assert {clip.speed for clip in clips} > {1.0}


def test_the_sound_of_a_clip_is_that_of_the_recording_and_silent_beside_it() -> None:
    whole = recording()
    clip = speaking(whole, 1, 3500, 0.0, np.random.default_rng(3), respeak=False)
    assert clip is not None
    sound = clip.sound(0, 0)
    first, stop = (round((at - clip.start) * 16) for at in clip.heard)
    place = round(clip.heard[0] * 16)
    assert len(sound) == 3500 * 16
    assert np.array_equal(sound[max(first, 0) : stop], whole.sound.read(place, place + stop - max(first, 0)))
    assert not sound[stop:].any()
    assert not sound[: max(first, 0)].any()


def test_a_cut_clip_ends_in_a_line_of_which_only_the_start_is_told() -> None:
    clip = speaking(recording(), 0, 2900, 1.0, np.random.default_rng(1), respeak=False)
    assert clip is not None
    assert clip.example.cut is not None
    assert abs(clip.example.cut - (2500 - clip.start)) <= 1
    assert [line.text for line in clip.example.lines] == ["one two"]


def test_pauses_are_silent_clips() -> None:
    found = pauses(recording(), 900)
    assert [(pause.start, pause.end) for pause in found] == [(1500, 2500), (3500, 4500), (5500, 6500), (7500, 8500)]
    clip = silent(found[0], 3000, np.random.default_rng(0))
    assert (clip.example.language, clip.heard) == (None, (1500, 2500))
    assert set(clip.phonemes()) == {0}


def test_phonemes_lie_where_they_are_heard() -> None:
    spoken = np.array([(500, 600, 3), (600, 700, 4)], np.int32)
    clip = speaking(replace(recording(), phonemes=spoken), 0, 2000, 0.0, np.random.default_rng(0), respeak=False)
    assert clip is not None
    frames = clip.phonemes()
    begun = round((500 - clip.start) / 20)
    assert list(frames[begun : begun + 10]) == [3] * 5 + [4] * 5
    assert not frames[begun + 10 :].any()


def test_phonemes_that_nobody_knows_are_ignored() -> None:
    clip = speaking(recording(), 0, 2000, 0.0, np.random.default_rng(0))
    assert clip is not None
    assert set(clip.phonemes()) == {IGNORED}


def test_windows_in_turn_hold_every_line_once() -> None:
    clips = in_turn(recording(seconds=70))
    assert [(clip.start, clip.heard, clip.ended) for clip in clips] == [
        (0, (0, 30_000), False),
        (30_000, (30_000, 60_000), False),
        (60_000, (60_000, 70_000), True),
    ]
    assert sum(len(clip.example.lines) for clip in clips) == len(recording(seconds=70).lines)
    assert clips[1].example.lines[0].start == 500


def test_a_window_in_turn_is_silent_where_a_line_goes_on_after_it() -> None:
    going_on = Line(29_000, 31_000, "goes on")
    clips = in_turn(replace(recording(seconds=40), lines=(Line(1000, 2000, "one"), going_on)))
    assert [(clip.start, clip.heard) for clip in clips] == [
        (0, (0, 29_000)),
        (2000, (2000, 32_000)),
        (32_000, (32_000, 40_000)),
    ]
    assert [line.text for clip in clips for line in clip.example.lines] == ["one", "goes on"]


def test_tokens_are_told_where_their_words_are_heard(tokenizer: Tokenizer) -> None:
    clip = speaking(recording(), 0, 2900, 1.0, np.random.default_rng(1), respeak=False)
    assert clip is not None
    assert clip.example.cut is not None
    frames = clip.spelling(tokenizer)
    (line,) = clip.example.lines
    for word in line.words:
        told = frames[round(word.start / 20) : round(word.end / 20)]
        assert set(told) <= {*tokenizer.encode(" " + word.text), tokenizer.eot}
        assert told[0] != tokenizer.eot
    assert set(frames[line.end // 20 + 1 : clip.example.cut // 20]) == {tokenizer.eot}
    assert set(frames[clip.example.cut // 20 :]) == {IGNORED}  # of a line that goes on nobody knows the words


def test_tokens_are_told_only_where_the_words_of_all_lines_are_known(tokenizer: Tokenizer) -> None:
    known = recording()
    first = replace(known.lines[0], words=())
    clip = speaking(replace(known, lines=(first, *known.lines[1:])), 0, 3500, 0.0, np.random.default_rng(0))
    assert clip is not None
    assert set(clip.spelling(tokenizer)) == {IGNORED}
    assert set(silent(None, 3000, np.random.default_rng(0)).spelling(tokenizer)) == {tokenizer.eot}
