"""Tables and transcripts: CSV, timed text, web page, Word; and which languages they show."""

import io
import sys
import zipfile

import docx
import pytest

from engine.errors import EngineError
from engine.subtitles import csv_table, docx_transcript, html_transcript, txt
from engine.subtitles.bilingual import choose_languages
from engine.subtitles.document import Cue, Document, Note

_TALK = Document(
    (
        Cue(1, 1000, 2000, "<i>Hello</i>,", "Ann"),
        Cue(2, 2100, 3000, "world & <all>.", "Ann"),
        Cue(3, 3100, 4000, "Yes.", "Bob"),
        Cue(4, 9000, 9900, "Later.", "Bob"),
    ),
    "en",
)


def test_csv_guards_what_a_spreadsheet_would_run() -> None:
    document = Document((Cue(1, -1500, 2000, '=1+1\n- x, "y"', "@Ann", "ü"),))
    written = csv_table.compose(document)
    assert written == (
        'start,end,speaker,text,translation\n\u2060-00:00:01.500,00:00:02.000,\u2060@Ann,"\u2060=1+1\n- x, ""y""",ü\n'
    )
    assert csv_table.parse(written).document == document


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("start,end,text\n0,1000,a\n", (Cue(1, 0, 1000, "a"),)),
        ("start;end;text\n0.5;1.5;a, b\n", (Cue(1, 500, 1500, "a, b"),)),
        ("Text,Start\na,00:01\n\nb,00:05\n", (Cue(1, 1000, 5000, "a"), Cue(2, 5000, 11_000, "b"))),
        ("0,1000,no header\n", (Cue(1, 0, 1000, "no header"),)),
    ],
)
def test_tables_of_others_are_read(text: str, cues: tuple[Cue, ...]) -> None:
    assert csv_table.parse(text).document.cues == cues


def test_a_row_without_a_time_is_kept_and_reported() -> None:
    reading = csv_table.parse("start,end,text\n0,1000,a\n?,2000,b\n")
    assert reading.document.cues[1] == Cue(2, 1000, 2000, "b")
    assert [(repair.line, repair.kind.name) for repair in reading.repairs] == [(3, "BROKEN_TIME")]


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(EngineError, match="a quotation mark too many"):
        csv_table.parse('start,end,text\n0,1,"' + "x" * 200_000)


def test_timed_text_is_read_as_whisper_prints_it() -> None:
    reading = txt.parse("title\n[00:01.000 --> 00:02.500] a\n[01:00:00.000 --> 01:00:01.000] <i>\nmore\n")
    assert reading.document == Document(
        (Cue(1, 1000, 2500, "a"), Cue(2, 3_600_000, 3_601_000, "<\u2060i>\nmore")), notes=(Note("title", 0),)
    )


def test_a_web_page_has_a_time_and_a_speaker_a_paragraph_and_no_tag_of_the_text() -> None:
    page = html_transcript.compose(_TALK)
    assert page.split("<body>\n")[1] == (
        '<p dir="auto"><time datetime="PT1.000S">0:00:01</time><b>Ann:</b> <i>Hello</i>, world &amp; &lt;all&gt;.</p>\n'
        '<p dir="auto"><time datetime="PT3.100S">0:00:03</time><b>Bob:</b> Yes.</p>\n'
        '<p dir="auto"><time datetime="PT9.000S">0:00:09</time><b>Bob:</b> Later.</p>\n</body>\n</html>\n'
    )
    assert '<html lang="en">' in page
    assert "http" not in page


def test_a_word_document_has_the_same_paragraphs_and_names_nobody() -> None:
    data = docx_transcript.compose(Document((*_TALK.cues, Cue(5, 20_000, 21_000, "\x00\ufffe odd", ""))))
    written = docx.Document(io.BytesIO(data))
    assert [paragraph.text for paragraph in written.paragraphs] == [
        "[0:00:01] Ann: Hello, world & <all>.",
        "[0:00:03] Bob: Yes.",
        "[0:00:09] Bob: Later.",
        "[0:00:20] \ufffd\ufffd odd",
    ]
    assert written.paragraphs[0].runs[2].italic
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"python-docx" not in package.read("docProps/core.xml")


def test_without_python_docx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(EngineError, match="install Sotto with its extra docx"):
        docx_transcript.compose(_TALK)


def test_a_long_speech_breaks_at_the_ends_of_sentences() -> None:
    cues = tuple(Cue(n, 1000 * n, 1000 * n + 900, "A sentence of some forty characters here.") for n in range(1, 41))
    assert html_transcript.compose(Document(cues)).count("<p ") == 3


_BOTH = Document(
    (Cue(1, 0, 1000, "Hello", translation="Hallo"), Cue(2, 2000, 3000, "world")), "en", translation_language="de"
)


def test_the_translation_stands_alone_or_below_the_original() -> None:
    assert choose_languages(_BOTH, "original") is _BOTH
    alone, both = choose_languages(_BOTH, "translation"), choose_languages(_BOTH, "both")
    assert ([cue.text for cue in alone.cues], alone.language) == (["Hallo", "world"], "de")
    assert ([cue.text for cue in both.cues], both.language) == (["Hello\nHallo", "world"], "en")


def test_a_translation_that_nobody_made_is_refused() -> None:
    with pytest.raises(EngineError, match="no cue has a translation"):
        choose_languages(_TALK, "both")
