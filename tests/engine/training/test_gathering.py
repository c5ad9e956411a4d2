"""Pairs from disk become recordings; what can't is told and left out."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.audio.ffmpeg import find_ffmpeg
from engine.progress import Cancel, Progress
from engine.training.examples import Span
from engine.training.gathering import Gathered, Phonemes, Wave, gather
from engine.training.pairs import Pair
from tests.support.spoken import Tones, lines, write_pair


def gathered(pairs: list[Pair], folder: Path) -> Gathered:
    (folder / "sound").mkdir()
    found: list[Gathered] = []

    def follow() -> Iterator[Progress]:
        found.append((yield from gather(pairs, find_ffmpeg(), folder / "sound", Phonemes(), Cancel())))

    for _ in follow():
        pass
    return found[0]


def test_a_plain_wave_file_is_read_where_it_lies(tmp_path: Path) -> None:
    write_pair(tmp_path, "a", 10)
    (recording,) = gathered([Pair(tmp_path / "a.wav", tmp_path / "a.en.vtt", "en")], tmp_path).recordings
    assert isinstance(recording.sound, Wave)
    assert np.abs(recording.sound.read(100, 5000) - Tones().read(100, 5000)).max() < 1e-4
    assert [(line.start, line.end, line.text) for line in recording.lines] == [
        (line.start, line.end, line.text) for line in lines()
    ]
    assert (recording.start, recording.end) == (0, 10_000)


def test_translation_and_events_join_their_lines(tmp_path: Path) -> None:
    write_pair(tmp_path, "a", 4)
    (tmp_path / "t.vtt").write_text("WEBVTT\n\n00:00.500 --> 00:01.500\nein <i>zwei</i>\n")
    (tmp_path / "e.tsv").write_text(
        "start_ms\tend_ms\tkind\ttext\n500\t900\tword\tone\n900\t1500\tword\ttwo\n500\t700\tphoneme\tw\n"
        "900\t1500\ttranslated\tein\n500\t900\ttranslated\tzwei\n"
    )
    pair = Pair(tmp_path / "a.wav", tmp_path / "a.en.vtt", "no", tmp_path / "t.vtt", tmp_path / "e.tsv")
    (recording,) = gathered([pair], tmp_path).recordings
    assert recording.lines[0].translation == "ein zwei"
    assert recording.lines[0].words == (Span(500, 900, "one"), Span(900, 1500, "two"))
    assert recording.lines[0].translated == (Span(900, 1500, "ein"), Span(500, 900, "zwei"))
    assert recording.lines[1].words == recording.lines[1].translated == ()
    assert recording.phonemes.tolist() == [[500, 700, 1]]


def test_pairs_with_a_fault_are_left_out_with_a_reason(tmp_path: Path) -> None:
    write_pair(tmp_path, "a", 10)
    (tmp_path / "empty.vtt").write_text("WEBVTT\n")
    (tmp_path / "other.srt").write_text("1\n00:10:00,000 --> 00:10:02,000\nof another film\n")
    (tmp_path / "noise.mp4").write_bytes(b"no film at all")
    sound, said = tmp_path / "a.wav", tmp_path / "a.en.vtt"
    pairs = [
        Pair(sound, said, "en"),
        Pair(tmp_path / "missing.mp4", said, "en"),
        Pair(tmp_path / "noise.mp4", said, "en"),
        Pair(sound, tmp_path / "missing.srt", "en"),
        Pair(sound, tmp_path / "empty.vtt", "en"),
        Pair(sound, tmp_path / "other.srt", "en"),
    ]
    found = gathered(pairs, tmp_path)
    assert [recording.name for recording in found.recordings] == [str(sound)]
    assert [refused.pair for refused in found.refused] == pairs[1:]
    assert found.refused[3].reason.endswith("empty.vtt holds no subtitles.")
    assert found.refused[4].reason.endswith("other.srt doesn't fit its sound: lines 1 after the end of the sound.")


@pytest.mark.parametrize("text", ["a\tb\tword\tone\n", "1\t2\n"])
def test_events_that_cannot_be_read_are_told(tmp_path: Path, text: str) -> None:
    write_pair(tmp_path, "a", 4)
    (tmp_path / "e.tsv").write_text("start_ms\tend_ms\tkind\ttext\n" + text)
    pair = Pair(tmp_path / "a.wav", tmp_path / "a.en.vtt", "en", None, tmp_path / "e.tsv")
    (refused,) = gathered([pair], tmp_path).refused
    assert "e.tsv: line 2 is not start_ms, end_ms, kind and text between tabs" in refused.reason
