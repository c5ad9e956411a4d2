"""SubRip: everything that people and programs have written under its name."""

import io
from contextlib import redirect_stderr
from dataclasses import replace

import pysrt
import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, SrtCue
from engine.subtitles.reading import RepairKind
from engine.subtitles.srt import compose, parse

_A = Cue(1, 1000, 2000, "Hello")
_B = Cue(2, 3000, 4000, "world")
_BY_THE_BOOK = "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nworld\n\n"


def _repairs(text: str) -> list[tuple[int, str]]:
    return [(repair.line, repair.kind.name) for repair in parse(text).repairs]


def test_a_file_by_the_book_needs_no_repair() -> None:
    reading = parse(_BY_THE_BOOK)
    assert (reading.document, reading.repairs) == (Document((_A, _B)), ())


def test_what_was_read_is_written_the_same() -> None:
    assert compose(parse(_BY_THE_BOOK).document) == _BY_THE_BOOK


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        (_BY_THE_BOOK.replace("\n", "\r\n"), []),
        (_BY_THE_BOOK.replace("\n", "\r"), []),
        (_BY_THE_BOOK.replace("\n", "\r\r\n"), [(0, "LINE_ENDS")]),
        ("\ufeff" + _BY_THE_BOOK, []),
        (_BY_THE_BOOK + "\x1a", [(0, "CONTROL")]),
        (_BY_THE_BOOK.replace("Hello", "Hel\0lo"), [(0, "CONTROL")]),
        (_BY_THE_BOOK.replace("1\n00", "00").replace("2\n00", "00"), []),
        (_BY_THE_BOOK.replace("\n\n", "\n"), [(4, "BLANK_LINE")]),
        (_BY_THE_BOOK.replace("2\n00", "1\n00"), [(6, "NUMBER")]),
        (_BY_THE_BOOK.replace("2\n00", "00"), [(5, "NUMBER")]),
        (_BY_THE_BOOK.replace("2\n00", "2\n\n00"), [(5, "BLANK_LINE")]),
        (_BY_THE_BOOK.replace(",", "."), [(2, "TIME"), (6, "TIME")]),
        (_BY_THE_BOOK.replace("00:00:0", "0:00:0"), [(2, "TIME"), (6, "TIME")]),
        (_BY_THE_BOOK.replace("00:00:0", "00:0"), [(2, "TIME"), (6, "TIME")]),
        (_BY_THE_BOOK.replace(",000", ""), [(2, "TIME"), (6, "TIME")]),
        (_BY_THE_BOOK.replace(",000", ",0"), [(2, "TIME"), (6, "TIME")]),
        (_BY_THE_BOOK.replace("-->", "->"), [(2, "TIME"), (6, "TIME")]),
        (_BY_THE_BOOK.replace("-->", "-- >"), [(2, "TIME"), (6, "TIME")]),
        (_BY_THE_BOOK.replace(",000\nworld", ",000 world"), [(6, "TIMING_TEXT")]),
        ("1 " + _BY_THE_BOOK.removeprefix("1\n"), []),
        (_BY_THE_BOOK + "3\n", [(9, "TRUNCATED")]),
    ],
)
def test_two_cues_are_found_however_they_are_written(text: str, repairs: list[tuple[int, str]]) -> None:
    assert parse(text).document == Document((_A, _B))
    assert _repairs(text) == repairs


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:03,000 --> 00:00:04,000\n7\n", ["42", "7"]),
        ("00:00:01,000 --> 00:00:02,000\n42\n00:00:03,000 --> 00:00:04,000\n7\n", ["42", "7"]),
        ("1\n00:00:01,000 --> 00:00:02,000\n42\n2\n00:00:03,000 --> 00:00:04,000\n7\n", ["42", "7"]),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\n7\n", ["", "7"]),
        ("1\n00:00:01,000 --> 00:00:02,000\nin\n7\n\n2\n00:00:03,000 --> 00:00:04,000\nx", ["in\n7", "x"]),
    ],
)
def test_numbers_can_be_text(text: str, cues: list[str]) -> None:
    assert [cue.text for cue in parse(text).document.cues] == cues


def test_an_empty_line_inside_a_cue_stays_and_is_reported() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nabove\n\nbelow\n\n2\n00:00:03,000 --> 00:00:04,000\nworld\n"
    assert parse(text).document.cues == (Cue(1, 1000, 2000, "above\n\nbelow"), _B)
    assert _repairs(text) == [(4, "BLANK_LINE")]


def test_coordinates_are_kept_and_written_again() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000 X1:10 X2:20 Y1:30 Y2:40\nHello\n\n"
    assert parse(text).document.cues[0].extra == SrtCue("X1:10 X2:20 Y1:30 Y2:40")
    assert compose(parse(text).document) == text


def test_negative_and_reversed_times_are_kept_and_reported() -> None:
    text = "1\n-00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:04,000 --> 00:00:03,000\nb\n"
    assert [(cue.start, cue.end) for cue in parse(text).document.cues] == [(-1000, 2000), (4000, 3000)]
    assert _repairs(text) == [(2, "TIME"), (2, "NEGATIVE"), (6, "REVERSED")]


def test_text_before_the_first_cue_becomes_a_note() -> None:
    reading = parse("A title\nof two lines\n\n" + _BY_THE_BOOK)
    assert reading.document == Document((_A, _B), notes=(Note("A title\nof two lines", 0),))
    assert [(repair.line, repair.kind) for repair in reading.repairs] == [(1, RepairKind.OUTSIDE)]


def test_times_of_day_in_the_text_are_text() -> None:
    text = _BY_THE_BOOK.replace("Hello", "10:30 -> 11:00 lunch\n12:15 --> back")
    assert parse(text).document.cues == (replace(_A, text="10:30 -> 11:00 lunch\n12:15 --> back"), _B)


def test_times_that_break_off_still_make_a_cue() -> None:
    text = _BY_THE_BOOK + "3\n00:00:05,000 --> 0"
    assert parse(text).document.cues[2] == Cue(3, 5000, 5000, "")
    assert _repairs(text) == [(10, "BROKEN_TIME")]


def test_separators_that_are_no_line_ends_stay_in_the_text() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\na\u2028b\x85c\x0bd\x0ce <b>{\\an8}\u202e\n\n"
    assert parse(text).document.cues[0].text == "a\u2028b\x85c\x0bd\x0ce <b>{\\an8}\u202e"
    assert compose(parse(text).document) == text


def test_an_empty_file_has_no_cues() -> None:
    assert parse("").document == Document()


def test_text_without_times_is_refused_without_quoting_it() -> None:
    with pytest.raises(EngineError) as refusal:
        parse("secret words\n\nmore of them --> none\n")
    assert refusal.value.kind == "subtitles"
    assert "secret" not in str(refusal.value)


def test_a_speaker_stands_before_the_text() -> None:
    assert compose(Document((Cue(1, 0, 1000, "Yes.", "Ann"),))) == "1\n00:00:00,000 --> 00:00:01,000\nAnn: Yes.\n\n"


def test_what_subrip_cannot_write_never_breaks_the_file() -> None:
    cue = Cue(1, -5, 1000, "a\n\n \r\nb ---> c\r\n")
    assert compose(Document((cue,))) == "1\n00:00:00,000 --> 00:00:01,000\na\nb -> c\n\n"


def test_text_that_looks_like_times_stays_text() -> None:
    text = "from\n2\n00:00:01,000 --> 00:00:02,000"
    again = parse(compose(Document((Cue(1, 0, 1000, text),)))).document
    assert [cue.text for cue in again.cues] == ["from\n2\n\u206000:00:01,000 -> 00:00:02,000"]


def test_cues_are_written_as_pysrt_writes_them() -> None:
    cues = (_A, Cue(12, 3_661_001, 360_000_000, "two\n<i>lines</i>", extra=SrtCue("X1:1 X2:2")), Cue(3, 5, 1, ""))
    times = [(pysrt.SubRipTime(milliseconds=cue.start), pysrt.SubRipTime(milliseconds=cue.end)) for cue in cues]
    items = [
        pysrt.SubRipItem(number, *times[number - 1], cue.text, cue.extra.position if cue.extra else "")
        for number, cue in enumerate(cues, 1)
    ]
    assert compose(Document(cues)) == "".join(f"{item}\n" for item in items)


def test_written_files_open_in_pysrt() -> None:
    cues = (_A, Cue(2, 3000, 4000, "two\n\nlines\n"), Cue(3, 360_000_000, 360_001_000, "<i>late</i>"))
    with redirect_stderr(io.StringIO()) as errors:
        items = pysrt.from_string(compose(Document(cues)), error_handling=pysrt.ERROR_RAISE)
    assert [(item.start.ordinal, item.end.ordinal, item.text) for item in items] == [
        (1000, 2000, "Hello"),
        (3000, 4000, "two\nlines"),
        (360_000_000, 360_001_000, "<i>late</i>"),
    ]
    assert errors.getvalue() == ""
