"""From bytes to text."""

import logging

import pytest

from engine.errors import EngineError
from engine.subtitles.charset import decode, decode_as, encode_like, ranked_encodings
from engine.subtitles.reading import Repair, RepairKind

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


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ça va très bien, où êtes-vous allé à midi?\n", "cp1252"),
        ("Grüße aus Köln, schöne Straße\n", "cp1252"),
        ("El niño comió mañana\n", "cp1252"),
        ("Dzień dobry, czy możesz mi pomóc? Źdźbło\n", "cp1250"),
        ("Привет, как дела? Всё хорошо.\n", "cp1251"),
        ("Günaydın, nasılsınız? Şimdi ağaç\n", "cp1254"),
        ("Καλημέρα σας, τι κάνετε σήμερα;\n", "cp1253"),
        ("你好吗我很好谢谢\n", "gb18030"),
        ("こんにちは、元気ですか。今日は。\n", "cp932"),
        ("안녕하세요 반갑습니다\n", "cp949"),
    ],
)
def test_eight_lines_are_enough_for_the_first_guess_to_be_right(text: str, encoding: str) -> None:
    assert ranked_encodings((text * 8).encode(encoding))[0] == encoding


def test_whoever_sees_a_wrong_guess_can_choose_among_all_that_read_the_bytes() -> None:
    decoded = decode("Grüße aus Köln\n".encode("cp1252") * 8)
    assert decoded.encodings[0] == decoded.encoding == "cp1252"
    assert {"cp1250", "cp1251", "cp1253", "cp1254", "koi8_r"} <= set(decoded.encodings)
    assert "utf-8" not in decoded.encodings
    assert "cp1255" in ranked_encodings("שלום מה שלומך היום\n".encode("cp1255"))


@pytest.mark.parametrize(
    ("data", "encoding", "written"),
    [
        (b"a\r\nb\r\n", "utf-8", b"x\r\ny"),
        (b"a\rb\r", "utf-8", b"x\ry"),
        (b"\xef\xbb\xbfa\n", "utf-8", b"\xef\xbb\xbfx\ny"),
        ("\ufeffa\r\n".encode("utf-16-le"), "utf-16-le", "\ufeffx\r\ny".encode("utf-16-le")),
        ("ä\n".encode("cp1252"), "cp1252", b"x\ny"),
    ],
)
def test_a_changed_text_is_encoded_as_its_file_was(data: bytes, encoding: str, written: bytes) -> None:
    assert encode_like("x\ny", data, encoding) == written
