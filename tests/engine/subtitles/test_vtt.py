"""WebVTT by the W3C's algorithm, and files that other parsers can read."""

from pathlib import Path
from typing import Any

import pytest
import webvtt

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, VttCue, VttFile, VttRegion, VttSettings
from engine.subtitles.reading import RepairKind
from engine.subtitles.vtt import compose, parse, parse_by_the_standard
from tests.support.webvtt_conformance import cases, cases_file, passes

_CASES = cases(cases_file())
_ALL_SORTS = """WEBVTT - A title
Language: de

NOTE for the editors

STYLE
::cue(.loud) { color: red; }

REGION
id:top
width:40%
lines:2
regionanchor:0%,0%
viewportanchor:10%,10.5%
scroll:up

first
00:01.000 --> 00:02.000 line:0 position:20%,line-left align:start
<v Ann>Hello, <i>world</i> &amp; all

NOTE
two
lines

00:03.000 --> 01:00:00.000 region:top
<v.loud Bob Smith>Say <c.loud>this</c>, <00:04.000>then&nbsp;that</v>

"""


@pytest.mark.skipif(not _CASES, reason="SOTTO_TEST_DATA names no folder with webvtt/wpt_cases.json")
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["id"])
def test_the_web_platform_tests_pass(case: dict[str, Any]) -> None:
    assert passes(case)


def test_a_file_of_all_sorts_is_read() -> None:
    reading = parse(_ALL_SORTS)
    assert reading.repairs == ()
    assert reading.document == Document(
        (
            Cue(
                1,
                1000,
                2000,
                "Hello, <i>world</i> & all",
                "Ann",
                extra=VttCue(
                    "first", VttSettings(line=0, position=20, position_align="line-left", align="start"), None
                ),
            ),
            Cue(
                2,
                3000,
                3_600_000,
                "Say this, then\u00a0that",
                "Bob Smith",
                extra=VttCue(
                    "",
                    VttSettings(region="top"),
                    "<v.loud Bob Smith>Say <c.loud>this</c>, <00:04.000>then&nbsp;that</v>",
                ),
            ),
        ),
        "de",
        (Note("for the editors", 0), Note("two\nlines", 1)),
        VttFile(
            " - A title\nLanguage: de",
            ("::cue(.loud) { color: red; }",),
            (VttRegion("top", 40, 2, (0, 0), (10, 10.5), "up"),),
        ),
    )


def test_what_was_read_is_written_with_all_that_it_held() -> None:
    again = parse(compose(parse(_ALL_SORTS).document)).document
    assert again == parse(_ALL_SORTS).document


def test_an_edited_cue_drops_what_its_payload_said() -> None:
    cue = Cue(1, 0, 1000, "new", extra=VttCue("", VttSettings(), "<c.loud>old</c>"))
    assert compose(Document((cue,))) == "WEBVTT\n\n00:00.000 --> 00:01.000\nnew\n\n"


def test_text_and_speakers_are_escaped() -> None:
    cue = Cue(1, 0, 1000, "a & b < c --> d &amp; <script>", "A > B")
    assert compose(Document((cue,))) == (
        "WEBVTT\n\n00:00.000 --> 00:01.000\n<v A &gt; B>a &amp; b &lt; c --&gt; d &amp;amp; &lt;script&gt;\n\n"
    )
    assert parse(compose(Document((cue,)))).document.cues == (cue,)


def test_a_literal_tag_comes_back_as_a_literal_tag() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:01.000\n&lt;i&gt;not italic&lt;/i&gt; <i>italic</i>\n\n"
    cue = parse(text).document.cues[0]
    assert cue == Cue(1, 0, 1000, "<\u2060i>not italic<\u2060/i> <i>italic</i>")
    assert compose(Document((cue,))) == text


def test_colours_become_classes_with_their_rules_and_colours_again() -> None:
    cue = Cue(1, 0, 1000, '<font color="yellow">a</font> <font color="#ff8800">b</font>')
    written = compose(Document((cue,)))
    assert written == (
        "WEBVTT\n\nSTYLE\n::cue(.colorff8800) { color: #ff8800; }\n\n"
        "00:00.000 --> 00:01.000\n<c.yellow>a</c> <c.colorff8800>b</c>\n\n"
    )
    assert parse(written).document.cues == (cue,)
    assert compose(parse(written).document) == written


def test_what_is_no_cue_is_kept_as_a_note_and_reported() -> None:
    reading = parse("WEBVTT\n\nstray words\n\n00:00 --> 00:01\nwith short times\n")
    assert reading.document.notes == (Note("stray words", 0), Note("00:00 --> 00:01\nwith short times", 0))
    assert [(repair.line, repair.kind) for repair in reading.repairs] == [
        (3, RepairKind.OUTSIDE),
        (5, RepairKind.OUTSIDE),
    ]


def test_commas_in_times_make_a_cue_where_a_browser_drops_it() -> None:
    text = "WEBVTT\n\n00:00:00,000 --> 00:01,500 align:start\nwith, commas 1,234\n"
    reading = parse(text)
    assert [(cue.start, cue.end, cue.text) for cue in reading.document.cues] == [(0, 1500, "with, commas 1,234")]
    assert [(repair.line, repair.kind) for repair in reading.repairs] == [(3, RepairKind.TIME)]
    assert parse_by_the_standard(text).document.cues == ()


def test_unknown_settings_second_speakers_and_reversed_times_are_reported() -> None:
    reading = parse("WEBVTT\n\n00:02.000 --> 00:01.000 top:5 size:101%\n<v A>x</v>\n<v B>y</v>\n")
    assert [repair.kind for repair in reading.repairs] == [
        RepairKind.SETTING,
        RepairKind.REVERSED,
        RepairKind.VOICE,
    ]


def test_an_empty_line_or_an_arrow_never_ends_a_block_early() -> None:
    document = Document(
        (Cue(1, 0, 1000, "a\n\nb\r\n\r\nc", extra=VttCue("id-->")),),
        notes=(Note("\nx\n\ny ---> z", 0),),
        extra=VttFile("title\n\nmore -->", ("a {\n\n}",)),
    )
    written = compose(document)
    assert written == (
        "WEBVTT title\nmore ->\n\nSTYLE\na {\n}\n\nNOTE\nx\ny -> z\n\n00:00.000 --> 00:01.000\na\nb\nc\n\n"
    )


def test_written_files_open_in_a_parser_that_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_text(compose(parse(_ALL_SORTS).document), encoding="utf-8")
    captions = webvtt.read(str(path)).captions
    assert [(caption.start_in_seconds, caption.identifier, caption.voice) for caption in captions] == [
        (1, "first", "Ann"),
        (3, None, "Bob Smith"),
    ]


@pytest.mark.parametrize("text", ["", "WEBVT", "WEBVTTX\n", " WEBVTT\n", "1\n00:00:01,000 --> 00:00:02,000\nsecret"])
def test_what_is_not_webvtt_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(EngineError, match="first line has to begin with the word WEBVTT") as refusal:
        parse(text)
    assert "secret" not in str(refusal.value)
