"""TTML and IMSC, of all ages and in all states."""

import xml.etree.ElementTree as ET

import pytest
from ttconv.imsc import reader as imsc
from ttconv.srt import writer as srt_writer

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, RawCue
from engine.subtitles.ttml import compose, parse
from engine.subtitles.ttml_times import Rates, read_rates, read_time

_OLD = (
    '<tt xmlns="http://www.w3.org/2006/10/ttaf1" xmlns:s="http://www.w3.org/2006/10/ttaf1#styling" xml:lang="de">\n'
    '<head><styling><style xml:id="s1" s:fontStyle="italic"/></styling></head>\n'
    '<body region="r"><div begin="10s"><p begin="1s" dur="2s" style="s1" xml:id="q">\n Hallo <br/> Welt </p>\n'
    '<p begin="5.5s" end="7s">a <span s:color="red" s:fontWeight="bold">b</span></p></div></body></tt>'
)


def _body(paragraphs: str, root: str = "") -> str:
    return f'<tt xmlns="http://www.w3.org/ns/ttml" {root}><body><div>{paragraphs}</div></body></tt>'


def _cues(text: str) -> list[tuple[int, int, str]]:
    return [(cue.start, cue.end, cue.text) for cue in parse(text).document.cues]


def test_an_old_file_is_read_with_nested_times_and_styles() -> None:
    reading = parse(_OLD)
    assert reading.repairs == ()
    assert reading.document.language == "de"
    assert _cues(_OLD) == [
        (11_000, 13_000, "<i>Hallo\nWelt</i>"),
        (15_500, 17_000, 'a <font color="#ff0000"><b>b</b></font>'),
    ]
    first = reading.document.cues[0].extra
    assert isinstance(first, RawCue)
    assert first.fields == (("style", "s1"), ("xml:id", "q"), ("region", "r"))


def test_what_was_read_is_written_with_its_head_and_reads_the_same() -> None:
    document = parse(_OLD).document
    written = compose(document)
    assert '<style xml:id="s1" s:fontStyle="italic"/>' in written
    assert ' style="s1" xml:id="q" region="r"' in written
    assert parse(written).document == document


def test_written_files_are_imsc_that_another_reader_reads() -> None:
    document = Document((Cue(1, 1000, 2500, "<i>a</i> & x\nb", "Ann"), Cue(2, 3000, 4000, "c  d")), "en")
    model = imsc.to_model(ET.ElementTree(ET.fromstring(compose(document))))
    assert srt_writer.from_model(model) == (
        "1\n00:00:01,000 --> 00:00:02,500\n<i>a</i> & x\nb\n\n2\n00:00:03,000 --> 00:00:04,000\nc  d\n"
    )
    assert model.get_lang() == "en"


@pytest.mark.parametrize(
    ("expression", "time"),
    [
        ("00:00:01.5", 1500),
        ("01:02:03", 3_723_000),
        ("00:00:01:10", 1400),
        ("1.5s", 1500),
        ("250ms", 250),
        ("2m", 120_000),
        ("0.5h", 1_800_000),
        ("50f", 2000),
        ("5000t", 500),
        ("x", None),
        ("-1s", None),
        ("", None),
    ],
)
def test_time_expressions_are_read(expression: str, time: int | None) -> None:
    assert read_time(expression, read_rates({"frameRate": "25", "tickRate": "10000"})) == time


def test_rates_are_those_of_the_root() -> None:
    assert read_rates({"frameRate": "30", "frameRateMultiplier": "1000 1001"}).frame * 1001 == 30_000
    assert read_rates({}) == Rates()


@pytest.mark.parametrize(
    ("text", "cues", "repairs"),
    [
        (_body('<p begin="1s" end="2s">a'), [(1000, 2000, "a")], ["TRUNCATED"]),
        (_body('<p begin="1s" end="2s">a</p><p begin="3s" end="4s">b & c &nbsp;d</p>'),
         [(1000, 2000, "a"), (3000, 4000, "b & c \u00a0d")], ["SETTING"]),
        (_body('<p begin="x" end="2s">a</p>'), [(0, 2000, "a")], ["BROKEN_TIME"]),
        (_body('<p begin="3s" end="2s">a</p>'), [(3000, 2000, "a")], ["REVERSED"]),
        (_body('<p begin="1s">a</p><p begin="3s">b</p>'), [(1000, 3000, "a"), (3000, 9000, "b")], []),
        (_body('<p><span begin="1s" end="2s">a</span></p>'), [(1000, 2000, "a")], []),
        (_body('<p begin="1s" end="2s" q:z="1">a\x01</p>'), [(1000, 2000, "a\ufffd")], ["CONTROL", "SETTING"]),
        ('<tt><body><div><p begin="1s" end="2s">bare</p></div></body></tt>', [(1000, 2000, "bare")], []),
    ],
)  # fmt: skip
def test_broken_files_give_what_they_have(text: str, cues: list[tuple[int, int, str]], repairs: list[str]) -> None:
    if "TRUNCATED" in repairs:
        text = text.replace("</div></body></tt>", "</p>")
    assert _cues(text) == cues
    assert [repair.kind.name for repair in parse(text).repairs] == repairs


def test_speakers_are_agents_and_notes_are_comments() -> None:
    document = Document((Cue(1, 0, 1000, "a", "Ann & Bob"), Cue(2, 2000, 3000, "b")), notes=(Note("one -- two", 1),))
    written = compose(document)
    assert '<ttm:name type="full">Ann &amp; Bob</ttm:name>' in written
    assert parse(written).document == document


def test_a_new_speaker_finds_a_place_in_the_file_s_own_head() -> None:
    document = parse(_OLD).document
    named = Document((Cue(1, 0, 1000, "a", "Ann"),), "de", extra=document.extra)
    assert [cue.speaker for cue in parse(compose(named)).document.cues] == ["Ann"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("secret", "not TTML"),
        ("<html><p>secret</p></html>", "its first element is not <tt>"),
        ('<!DOCTYPE tt [<!ENTITY a "secret"><!ENTITY b "&a;&a;">]><tt>&b;</tt>', "brings a document type"),
    ],
)
def test_what_is_no_ttml_is_refused_without_quoting_it(text: str, complaint: str) -> None:
    with pytest.raises(EngineError, match=complaint) as refusal:
        parse(text)
    assert "secret" not in str(refusal.value)


def test_elements_nested_without_end_are_read_in_one_pass() -> None:
    deep = _body('<p begin="1s" end="2s">' + "<span>" * 5000 + "x" + "</span>" * 5000 + "</p>")
    assert _cues(deep) == [(1000, 2000, "x")]
