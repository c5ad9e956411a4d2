"""What holds for every input: readers raise nothing but their own error, and what a format keeps comes back."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.subtitles import srt, vtt
from engine.subtitles.document import Cue, Document, Note, SrtCue, VttCue, VttFile, VttSettings
from engine.subtitles.format_table import FORMATS, ReadOptions, WriteOptions
from engine.subtitles.formats import read
from engine.subtitles.markup import balanced_tokens, literal, write_tag
from engine.subtitles.reading import Reading
from engine.subtitles.timecode import without_arrows

_UNHURRIED = settings(deadline=None)  # a slow machine is no mistake
_READABLE = {suffix: known.read for suffix, known in FORMATS.items() if known.read and suffix not in (".scc", ".imsc")}
_RATE = Fraction(25)
_PIECES = st.sampled_from(
    [
        *("1", "2", "42", "text", ":", ".", ",", "-->", "->", "<", ">", "&", "&amp;", "&#60;", "&#9999999;"),
        *("\n", "\n\n", "\r\n", "\r\r\n", "\r", "\t", " ", "\0", "\x1a", "\ufeff", "\u2028", "\x85"),
        *("<i>", "</i>", '<font color="#123456">', "</font>", "<v A>", "</v>", "<c.red>", "</c>", "<00:01.000>"),
        *("WEBVTT", "\n\nNOTE", "\n\nSTYLE\n", "\n\nREGION\n", "id:a", "region:a", "line:5%", "position:-1"),
        *("00:00:01,000 --> 00:00:02,000", "00:01.000 --> 00:02.000", "-00:00:01.5", "99:99:99,999", "X1:1 X2:2"),
        *("[Events]\n", "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a{\\i1}b\\N", "Dialogue: x,y", "{\\c&H12&}"),
        *(
            "<tt xmlns='x'><body><div>",
            "<p begin='1s' end='2s'>a<br/>",
            "<span tts:color='red'>",
            "</span>",
            "</p>",
            "</tt>",
        ),
        *("{1}{25}a|b", "{y:i}", "[10][20]/a", "00:00:01:a|b", "[00:01.50]a", "0:00:01.000,0:00:02.000\na", "[br]"),
        *("<SYNC Start=1000><P Class=A>a", "<br>", "&nbsp;", "start,end,text\n", '1,2,"a"', "[00:01.0 --> 00:02.0] a"),
        *("0\t1\ta", '{"segments": [', '{"start": 1, "end": 2, "text": "a"}', "]}"),
    ]
)
_SUBTITLISH = st.lists(_PIECES | st.text(max_size=4), max_size=40).map("".join)
_TIME = st.integers(0, 10**9)
_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&/ibu-\n"), max_size=30)
_LINES = _TEXT.map(lambda text: "\n".join(line for line in text.split("\n") if line.strip()))
_NAME = st.text(st.characters(categories=["L", "P"]), max_size=8)


@pytest.mark.parametrize("suffix", _READABLE)
@settings(deadline=None, max_examples=60)
@given(text=_SUBTITLISH)
def test_readers_raise_nothing_but_their_own_error(suffix: str, text: str) -> None:
    try:
        reading = _READABLE[suffix](text.encode("utf-8", "surrogatepass"), ReadOptions("utf-8", _RATE))
    except EngineError as error:
        assert error.kind == "subtitles"  # noqa: PT017 - both outcomes are right
        return
    identifiers = [cue.id for cue in reading.document.cues]
    assert identifiers == list(range(1, len(identifiers) + 1))
    if all(max(cue.start, cue.end) < 80_000_000 for cue in reading.document.cues):  # EBU STL knows one day
        for written in (".srt", ".vtt", ".ass", ".ttml", ".sub", ".smi", ".lrc", ".stl", ".csv", ".html"):
            FORMATS[written].write(reading.document, WriteOptions())


@pytest.mark.parametrize("suffix", [".srt", ".vtt", ".tsv", ".json"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(data=st.binary(max_size=200) | _SUBTITLISH.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_bytes_of_every_kind_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    try:
        reading = read(path)
    except EngineError as error:
        assert str(path) in str(error)  # noqa: PT017 - both outcomes are right
        return
    assert reading.encoding


@_UNHURRIED
@given(text=_SUBTITLISH)
def test_srt_loses_no_text(text: str) -> None:
    try:
        document = srt.parse(f"00:00:01,000 --> 00:00:02,000\n{text}").document
    except EngineError:
        return
    kept = [*(cue.text for cue in document.cues), *(note.text for note in document.notes)]
    extras = [cue.extra.position for cue in document.cues if isinstance(cue.extra, SrtCue)]
    letters = [character for character in text if character.isalpha()]
    assert letters == [] or sorted(letters) == sorted(c for part in [*kept, *extras] for c in part if c.isalpha())


@_UNHURRIED
@given(cues=st.lists(st.tuples(_TIME, _TIME, _LINES)))
def test_srt_keeps_times_and_texts(cues: list[tuple[int, int, str]]) -> None:
    document = Document(tuple(Cue(number, *cue) for number, cue in enumerate(cues, 1)))
    again = srt.parse(srt.compose(document)).document
    expected = [(start, end, without_arrows(text)) for start, end, text in cues]
    assert [(cue.start, cue.end, cue.text) for cue in again.cues] == expected


@_UNHURRIED
@given(cues=st.lists(st.tuples(_TIME, _TIME, _LINES, _NAME)), language=_NAME, note=_LINES)
def test_vtt_keeps_times_texts_speakers_and_notes(
    cues: list[tuple[int, int, str, str]], language: str, note: str
) -> None:
    notes = (Note(without_arrows(note.strip(" \t")), 0),)
    document = Document(tuple(Cue(number, *cue) for number, cue in enumerate(cues, 1)), language, notes)
    again = vtt.parse(vtt.compose(document)).document
    assert again.notes == notes
    for before, after in zip(document.cues, again.cues, strict=True):
        text = "".join(token if isinstance(token, str) else write_tag(token) for token in balanced_tokens(before.text))
        assert after == replace(before, text=text)


@_UNHURRIED
@given(text=_SUBTITLISH)
def test_a_vtt_file_read_and_written_reads_the_same(text: str) -> None:
    try:
        document = vtt.parse(f"WEBVTT\n\n{text}").document
    except EngineError:
        return
    again = vtt.parse(vtt.compose(document)).document
    assert [_essence(cue) for cue in again.cues] == [_essence(cue) for cue in document.cues]
    assert (again.extra or VttFile()).regions == (document.extra or VttFile()).regions


def _essence(cue: Cue) -> tuple[int, int, str, str, VttSettings]:
    own = cue.extra if isinstance(cue.extra, VttCue) else VttCue()
    return cue.start, cue.end, cue.text, cue.speaker, own.settings


@_UNHURRIED
@given(text=_TEXT)
def test_guarded_text_has_no_markup(text: str) -> None:
    assert all(isinstance(token, str) for token in balanced_tokens(literal(text)))


@pytest.mark.parametrize("parse", [srt.parse, vtt.parse])
@pytest.mark.parametrize(
    "text",
    [
        "x" * 3_000_000,
        "<i>" * 300_000,
        "<" * 300_000,
        "&" * 300_000,
        "1\n" * 300_000,
        "\n" * 300_000,
        " " * 300_000 + "-->",
        "0" * 300_000 + " --> ",
        "X1:1 " * 100_000,
        "00:00:01,000 --> 00:00:02,000 " * 30_000,
        "00:00:01.000 --> 00:00:02.000\n" * 30_000,
    ],
    ids=lambda text: text[:8].strip() or "blank",
)
def test_hostile_input_is_read_in_one_pass(parse: Callable[[str], Reading], text: str) -> None:
    head = "WEBVTT\n\n" if parse is vtt.parse else ""
    document = parse(f"{head}00:00:01.000 --> 00:00:02.000\n{text}").document
    assert len(document.cues) >= 1
