"""ASS and SSA: what they hold stays, what is broken in them is mended."""

import pysubs2
import pytest

from engine.errors import EngineError
from engine.subtitles.ass import compose, compose_ssa, parse, parse_ssa
from engine.subtitles.document import Cue, Document, Note, RawCue, RawFile

_FILE = """[Script Info]
; a comment
Title: x
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Top,Arial,40

[Fonts]
fontname: a_0.ttf
M1234

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 1,0:00:01.00,0:00:02.50,Top,Ann,10,0,0,,{\\an8}Hello, {\\i1}world{\\i0}\\Nagain
Comment: 0,0:00:00.00,0:00:00.00,Default,,0,0,0,,a note
Comment: 2,0:00:03.00,0:00:04.00,Default,,0,0,0,,timed
Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\\c&H0088FF&}colour{\\r} plain
"""


def test_a_file_is_read_with_all_that_it_holds() -> None:
    reading = parse(_FILE)
    assert reading.repairs == ()
    assert reading.document == Document(
        (
            Cue(
                1,
                1000,
                2500,
                "Hello, <i>world</i>\nagain",
                "Ann",
                extra=RawCue(
                    "ass",
                    (("Layer", "1"), ("Style", "Top"), ("MarginL", "10")),
                    "{\\an8}Hello, {\\i1}world{\\i0}\\Nagain",
                ),
            ),
            Cue(
                2,
                5000,
                6000,
                '<font color="#ff8800">colour</font> plain',
                extra=RawCue("ass", (), "{\\c&H0088FF&}colour{\\r} plain"),
            ),
        ),
        notes=(Note("a note", 1), Note("Comment: 2,0:00:03.00,0:00:04.00,Default,,0,0,0,,timed", 1)),
        extra=RawFile(
            "ass",
            (
                ("Script Info", "; a comment\nTitle: x\nScriptType: v4.00+"),
                ("V4+ Styles", "Format: Name, Fontname, Fontsize\nStyle: Top,Arial,40"),
                ("Fonts", "fontname: a_0.ttf\nM1234"),
            ),
        ),
    )


def test_a_file_by_the_book_is_written_as_it_was() -> None:
    assert compose(parse(_FILE).document) == _FILE


def test_an_edited_cue_keeps_its_style_and_loses_only_its_codes() -> None:
    cue = Cue(1, 0, 1000, "<b>new</b>", extra=RawCue("ass", (("Style", "Top"),), "{\\an8}old"))
    assert compose(Document((cue,))).splitlines()[-1] == (
        "Dialogue: 0,0:00:00.00,0:00:01.00,Top,,0,0,0,,{\\b1}new{\\b0}"
    )


@pytest.mark.parametrize(
    ("event", "cue", "repairs"),
    [
        ("0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a,b", Cue(1, 1000, 2000, "a,b"), []),
        ("0,0:00:01.5,0:00:02,Default,,0,0,0,,a", Cue(1, 1500, 2000, "a"), []),
        ("0,oops,0:00:02.00,Default,,0,0,0,,a", Cue(1, 0, 2000, "a"), ["BROKEN_TIME"]),
        ("0,0:00:01.00,oops,Default,,0,0,0,,a", Cue(1, 1000, 1000, "a"), ["BROKEN_TIME"]),
        ("0,0:00:03.00,0:00:02.00,Default,,0,0,0,,a", Cue(1, 3000, 2000, "a"), ["REVERSED"]),
        ("0,0:00:01.00,0:00:02.00,short", Cue(1, 1000, 2000, "short"), ["TRUNCATED"]),
        ("all of it is text", Cue(1, 0, 0, "all of it is text"), ["TRUNCATED", "BROKEN_TIME"]),
    ],
)
def test_no_event_is_lost_for_its_mistakes(event: str, cue: Cue, repairs: list[str]) -> None:
    reading = parse(f"[Events]\nDialogue: {event}\n")
    assert reading.document.cues == (cue,)
    assert [repair.kind.name for repair in reading.repairs] == repairs


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("a\\Nb\\nc\\hd", "a\nb c\u00a0d"),
        ("{\\b700}a{\\b0}{\\u1}b", "<b>a</b><u>b</u>"),
        ("{\\1c&HFF&}red{\\c}", '<font color="#ff0000">red</font>'),
        ("{\\p1}m 0 0 l 9 9{\\p0}shown", "shown"),
        ("\\{a\\}", "{a}"),
        ("open { brace", "open { brace"),
        ("<i>literal</i>", "<\u2060i>literal<\u2060/i>"),
        ("{\\blur3\\bord2\\iclip(1)}a", "a"),
    ],
)
def test_codes_become_markup_and_what_they_show(payload: str, text: str) -> None:
    assert (
        parse(f"[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{payload}\n").document.cues[0].text == text
    )


def test_a_format_line_says_which_field_is_which() -> None:
    text = "[Events]\nFormat: Start, End, Actor, Text\nDialogue: 0:00:01.00,0:00:02.00,Ann,a\nFormat: Start\n"
    reading = parse(text)
    assert reading.document.cues == (Cue(1, 1000, 2000, "a", "Ann"),)
    assert [repair.kind.name for repair in reading.repairs] == ["SETTING"]


def test_lines_that_are_no_events_are_kept_as_notes() -> None:
    reading = parse("stray\n[Script Info]\n[Events]\nodd\n; fine\n")
    assert reading.document.notes == (Note("stray", 0), Note("odd", 0), Note("; fine", 0))
    assert [(repair.line, repair.kind.name) for repair in reading.repairs] == [(1, "OUTSIDE"), (4, "OUTSIDE")]


def test_what_is_no_ass_is_refused_without_quoting_it() -> None:
    with pytest.raises(EngineError, match="not ASS") as refusal:
        parse("[secret")
    assert "secret" not in str(refusal.value)


def test_written_files_open_in_a_reader_that_is_not_ours() -> None:
    document = Document((Cue(1, 1000, 2500, "<i>a</i>\nb", "Ann"), Cue(2, 36_000_000, 36_001_000, "late")))
    for text, name in ((compose(document), "ass"), (compose_ssa(document), "ssa")):
        events = pysubs2.SSAFile.from_string(text, format_=name)
        assert [(event.start, event.end, event.name, event.text) for event in events] == [
            (1000, 2500, "Ann", "{\\i1}a{\\i0}\\Nb"),
            (36_000_000, 36_001_000, "", "late"),
        ]
    assert parse_ssa(compose_ssa(document)).document == document


def test_pysubs2_loses_what_we_mend() -> None:
    good = "Dialogue: 0,0:00:03.00,0:00:04.00,b\n"
    text = f"[Events]\nFormat: Layer, Start, End, Text\nDialogue: 0,oops,0:00:02.00,a\n{good}"
    with pytest.raises(ValueError, match="timestamp"):
        pysubs2.SSAFile.from_string(text, format_="ass")
    assert [cue.text for cue in parse(text).document.cues] == ["a", "b"]
