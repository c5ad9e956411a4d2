"""What reference files say."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.evaluation.reference import Line, Text, read_text, read_words


def test_a_subtitle_file_is_its_lines_without_markup(tmp_path: Path) -> None:
    file = tmp_path / "a.srt"
    file.write_text("1\n00:00:01,000 --> 00:00:02,500\n<i>Hello</i>\nthere\n")
    assert read_text(file) == Text((Line("Hello\nthere", 1_000, 2_500),), (), "", 0)


def test_lines_come_in_the_order_of_time(tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    file.write_text("start\tend\ttext\n2000\t3000\tb\n0\t1000\ta\n")
    assert read_text(file).lines == (Line("a", 0, 1_000), Line("b", 2_000, 3_000))


def test_a_plain_text_is_one_line_without_times_in_any_encoding(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("Gr\u00fc\u00dfe\r\naus K\u00f6ln, h\u00f6flich und k\u00fchl".encode("utf-16"))
    assert read_text(file).lines == (Line("Gr\u00fc\u00dfe\naus K\u00f6ln, h\u00f6flich und k\u00fchl"),)


def test_a_transcript_in_json_times_its_words(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    word = '{"word": " Hi", "start": 0.5, "end": 0.9, "probability": 1.0}'
    file.write_text(f'{{"segments": [{{"start": 0.5, "end": 1, "text": " Hi", "words": [{word}]}}], "language": "en"}}')
    read = read_text(file)
    assert (read.words, read.language) == ((Line(" Hi", 500, 900),), "en")


def test_events_are_words_and_phonemes_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "a.events.tsv"
    file.write_text("start_ms\tend_ms\tkind\ttext\n100\t400\tword\tHello\n100\t150\tphoneme\th\n")
    assert read_words(file) == (Line("Hello", 100, 400),)


def test_an_event_that_can_t_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.events.tsv"
    file.write_text("start_ms\tend_ms\tkind\ttext\n0.1\t400\tword\tHello\n")
    with pytest.raises(EngineError, match=r"a\.events\.tsv: line 2 is not"):
        read_words(file)
