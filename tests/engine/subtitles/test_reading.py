"""From bytes to lines."""

import logging

import pytest

from engine.errors import EngineError
from engine.subtitles.reading import Repair, RepairKind, decode, decode_as, split_lines

_TEXT = "1\n00:00:01,000 --> 00:00:02,000\nПривет, как дела? Всё хорошо.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (_TEXT.encode(), "utf-8"),
        (_TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xef\xbb\xbf" + _TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + _TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + _TEXT.encode("utf-16-be"), "utf-16-be"),
        (_TEXT.encode("utf-16-le"), "utf-16-le"),
        (_TEXT.encode("utf-16-be"), "utf-16-be"),
        (_TEXT.encode("utf-32"), "utf-32-le"),
    ],
)
def test_unicode_is_told_apart(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.repairs) == (_TEXT, encoding, ())


def test_a_code_page_is_guessed_and_said_to_be() -> None:
    decoded = decode((_TEXT * 8).encode("cp1251"))
    assert (decoded.text, decoded.encoding) == (_TEXT * 8, "cp1251")
    assert decoded.repairs == (Repair(0, RepairKind.GUESS),)


def test_one_bad_byte_in_utf8_stays_one_bad_character() -> None:
    decoded = decode(_TEXT.encode() + b"\xff")
    assert (decoded.text, decoded.encoding) == (_TEXT + "\ufffd", "utf-8")
    assert decoded.repairs == (Repair(0, RepairKind.ENCODING),)


def test_a_file_of_zeros_is_said_to_be_damaged() -> None:
    with pytest.raises(EngineError, match="only zero bytes"):
        decode(bytes(4096))


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(EngineError, match="unknown encoding 'klingon'"):
        decode_as(b"", "klingon")


def test_guessing_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.NOTSET):
        decode((_TEXT * 8).encode("cp1251"))
    assert caplog.records == []


def test_every_line_end_is_one_and_other_separators_are_text() -> None:
    lines, repairs = split_lines("a\nb\r\nc\rd\r\r\ne\u2028f\x85g\x0bh\x0ci\x1a")
    assert lines == ["a", "b", "c", "d", "e\u2028f\x85g\x0bh\x0ci"]
    assert repairs == (Repair(0, RepairKind.LINE_ENDS), Repair(0, RepairKind.CONTROL))
