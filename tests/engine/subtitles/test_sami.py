"""SAMI, SubViewer and SBV: times of their own kind above lines of text."""

import pysubs2
import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, RawFile
from engine.subtitles.sami import compose, parse
from engine.subtitles.subviewer import compose as compose_subviewer
from engine.subtitles.subviewer import compose_sbv, parse_sbv
from engine.subtitles.subviewer import parse as parse_subviewer

_TWO = Document((Cue(1, 1000, 2000, "<i>a</i> & <b>\nb", "Ann"), Cue(2, 3000, 4500, "c")), "en")
_RULES = ".ENCC {Name:English; lang:en-US;}\n.DECC {Name:German; lang:de-DE;}"
_HEAD = f"<SAMI><HEAD><STYLE><!--\n{_RULES}\n--></STYLE></HEAD><BODY>\n"


def test_sami_is_written_and_read() -> None:
    written = compose(_TWO)
    assert written.endswith(
        "<SYNC Start=1000><P Class=TEXTCC>Ann: <i>a</i> &amp; <b><br>b</b>\n<SYNC Start=2000><P Class=TEXTCC>&nbsp;\n"
        "<SYNC Start=3000><P Class=TEXTCC>c\n<SYNC Start=4500><P Class=TEXTCC>&nbsp;\n</BODY>\n</SAMI>\n"
    )
    assert parse(written).document == Document(
        (Cue(1, 1000, 2000, "Ann: <i>a</i> & <b>\nb</b>"), Cue(2, 3000, 4500, "c")), "en"
    )


def test_a_second_class_is_the_translation() -> None:
    text = (
        f"{_HEAD}<SYNC Start=1000><P Class=ENCC>one\n<P Class=DECC>eins\n<SYNC Start=2000><P Class=ENCC>&nbsp;"
        "<P Class=DECC>&nbsp;<SYNC Start=3000><P Class=DECC>nur deutsch</BODY></SAMI>"
    )
    document = parse(text).document
    assert (document.language, document.translation_language) == ("en-US", "de-DE")
    assert document.cues == (
        Cue(1, 1000, 2000, "one", translation="eins"),
        Cue(2, 3000, 9000, "", translation="nur deutsch"),
    )
    assert document.extra == RawFile("sami", (("head", _HEAD),))
    assert parse(compose(document)).document.cues == document.cues


def test_sami_that_is_badly_written_gives_what_it_has() -> None:
    reading = parse(
        "<SAMI><SYNC Start=1000>no paragraph &amp; <SYNC>x<SYNC Start='5000'><P>a<br/>b<FONT COLOR=red>c</SAMI>"
    )
    assert [(cue.start, cue.text) for cue in reading.document.cues] == [
        (1000, "no paragraph &"),
        (1000, "x"),
        (5000, 'a\nb<font color="red">c'),
    ]
    assert [repair.kind.name for repair in reading.repairs] == ["BROKEN_TIME"]


def test_sami_opens_in_a_reader_that_is_not_ours() -> None:
    events = pysubs2.SSAFile.from_string(compose(_TWO), format_="sami")
    assert [(event.start, event.plaintext) for event in events if event.plaintext] == [
        (1000, "Ann: a & \nb"),
        (3000, "c"),
    ]


def test_subviewer_is_written_and_read() -> None:
    written = compose_subviewer(_TWO)
    assert written == (
        "[INFORMATION]\n[END INFORMATION]\n[SUBTITLE]\n[COLF]&HFFFFFF,[STYLE]no,[SIZE]18,[FONT]Arial\n"
        "00:00:01.00,00:00:02.00\nAnn: <i>a</i> & <b>[br]b\n\n00:00:03.00,00:00:04.50\nc\n\n"
    )
    assert parse_subviewer(written).document.cues == (
        Cue(1, 1000, 2000, "Ann: <i>a</i> & <b>\nb"),
        Cue(2, 3000, 4500, "c"),
    )


def test_subviewer_keeps_its_header_and_what_stands_outside() -> None:
    header = "[INFORMATION]\n[TITLE]x\n[SUBTITLE]"
    reading = parse_subviewer(f"{header}\n00:00:01.00,00:00:02.00\na\n\nb\n")
    assert reading.document == Document(
        (Cue(1, 1000, 2000, "a\n\nb"),), extra=RawFile("subviewer", (("header", header),))
    )
    assert [(repair.line, repair.kind.name) for repair in reading.repairs] == [(6, "BLANK_LINE")]
    stray = parse_subviewer("stray\n0:0:2,0:0:1\nx\n")
    assert (stray.document.notes, stray.document.cues) == ((Note("stray", 0),), (Cue(1, 2000, 1000, "x"),))
    assert [repair.kind.name for repair in stray.repairs] == ["OUTSIDE", "REVERSED"]


def test_sbv_has_no_markup() -> None:
    written = compose_sbv(_TWO)
    assert written == "0:00:01.000,0:00:02.000\nAnn: a & \nb\n\n0:00:03.000,0:00:04.500\nc\n\n"
    literal = parse_sbv("0:00:01.000,0:00:02.000\n<i>x\n").document
    assert literal.cues[0].text == "<\u2060i>x"
    assert compose_sbv(literal) == "0:00:01.000,0:00:02.000\n<i>x\n\n"


@pytest.mark.parametrize(("parse", "name"), [(parse, "SAMI"), (parse_sbv, "SBV"), (parse_subviewer, "SubViewer")])
def test_what_is_something_else_is_refused_without_quoting_it(parse: object, name: str) -> None:
    with pytest.raises(EngineError, match=name) as refusal:
        parse("secret")  # type: ignore[operator]
    assert "secret" not in str(refusal.value)
