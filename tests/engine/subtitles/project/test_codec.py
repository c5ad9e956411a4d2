"""Values come back exactly as they were, and nothing that is not of the type comes in."""

from dataclasses import dataclass
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.document import Cue, Document, SrtCue, VttCue
from engine.subtitles.project.codec import Unreadable, codec, dump, load
from engine.transcript import Word

CUE = codec(Cue)


def test_a_cue_is_written_with_what_is_not_its_default() -> None:
    cue = Cue(7, 1000, 2500, "<i>Ja</i>\n", words=(Word(" Ja", 1000, None, 0.5),), extra=SrtCue("X1:1"))
    assert CUE.dump(cue) == (
        b'{"id":7,"start":1000,"end":2500,"text":"<i>Ja</i>\\n",'
        b'"words":[{"text":" Ja","start":1000,"end":null,"probability":0.5}],"extra":["SrtCue",{"position":"X1:1"}]}'
    )
    assert CUE.load(CUE.dump(cue)) == cue


@pytest.mark.parametrize("text", ["\0\x1a\ufeff", "\ud83d", "\ud83d\ude00", "😀\u2028", "字幕 العربية"], ids=ascii)
def test_every_character_survives(text: str) -> None:
    assert CUE.load(CUE.dump(Cue(1, 0, 0, text))).text == text


def test_whole_and_broken_numbers_stay_what_they_are() -> None:
    words = tuple(Word("", None, None, number) for number in (1, 1.0, -0.0, 0.1 + 0.2, float("inf"), float("nan")))
    cue = Cue(1 << 62, -5, 0, "", words=words)
    assert repr(CUE.load(CUE.dump(cue))) == repr(cue)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"[]",
        b'{"id":1,"start":0,"end":0}',
        b'{"id":1,"start":0,"end":0,"text":"","newer":1}',
        b'{"id":true,"start":0,"end":0,"text":""}',
        b'{"id":1.0,"start":0,"end":0,"text":""}',
        b'{"id":1,"start":null,"end":0,"text":""}',
        b'{"id":1,"start":0,"end":0,"text":[]}',
        b'{"id":1,"start":0,"end":0,"text":"","origin":"guessed"}',
        b'{"id":1,"start":0,"end":0,"text":"","origin":[]}',
        b'{"id":1,"start":0,"end":0,"text":"","words":{}}',
        b'{"id":1,"start":0,"end":0,"text":"","words":[["a",0,0,1]]}',
        b'{"id":1,"start":0,"end":0,"text":"","extra":["Cue",{}]}',
        b'{"id":1,"start":0,"end":0,"text":"","extra":["SrtCue",{"position":1}]}',
        b'{"id":1,"start":0,"end":0,"text":"","extra":{"position":"x"}}',
    ],
    ids=lambda data: data[:80].decode("ascii", "replace"),
)
def test_what_is_no_cue_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        CUE.load(data)


def test_a_value_of_another_type_is_not_written() -> None:
    with pytest.raises(Unreadable):
        CUE.dump(Cue("1", 0, 0, ""))  # type: ignore[arg-type]
    with pytest.raises(Unreadable):
        CUE.dump(Cue(1, 0, 0, "", words=[]))  # type: ignore[arg-type]
    with pytest.raises(Unreadable):
        CUE.dump(Cue(1, 0, 0, "", extra=Word("", 0, 0, 0)))  # type: ignore[arg-type]


def test_a_type_without_an_exact_form_is_a_bug() -> None:
    @dataclass(frozen=True, slots=True)
    class Loose:
        anything: object

    with pytest.raises(TypeError, match="no exact JSON"):
        codec(Loose)


def test_fixed_tuples_and_choices_of_numbers_are_checked() -> None:
    @dataclass(frozen=True, slots=True)
    class Point:
        at: tuple[int, str]
        level: Literal[1, 2] = 1

    point = codec(Point)
    assert point.load(b'{"at":[1,"a"],"level":2}') == Point((1, "a"), 2)
    for wrong in (b'{"at":[1]}', b'{"at":["a",1]}', b'{"at":[1,"a"],"level":true}'):
        with pytest.raises(Unreadable):
            point.load(wrong)


_CUES = st.builds(
    Cue,
    st.integers(-(1 << 63), 1 << 63),
    st.integers(),
    st.integers(),
    st.text(st.characters(), max_size=9),
    st.text(max_size=9),
    words=st.lists(st.builds(Word, st.text(), st.none() | st.integers(), st.none(), st.floats())).map(tuple),
    extra=st.none() | st.builds(SrtCue, st.text()) | st.builds(VttCue, st.text(), payload=st.none() | st.text()),
)


@settings(deadline=None, max_examples=25)
@given(cues=st.lists(_CUES, max_size=4).map(tuple), speakers=st.lists(st.text()).map(tuple))
def test_documents_come_back_as_they_were(cues: tuple[Cue, ...], speakers: tuple[str, ...]) -> None:
    document = Document(cues, speakers=speakers)
    assert repr(codec(Document).load(codec(Document).dump(document))) == repr(document)


def test_plain_mappings_come_back_as_they_were() -> None:
    settings_of_a_run = {"model": "small", "temperature": [0.0, 0.2], "task": None, "beam": {"size": 5, "on": True}}
    assert load(dump(settings_of_a_run)) == settings_of_a_run  # type: ignore[arg-type]
