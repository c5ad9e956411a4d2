"""read(write(d)) is the part of d that the format's row says it keeps; what it can't keep is in the writer's list."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.document import Cue, Document, Note
from engine.subtitles.format_table import FORMATS, ReadOptions, WriteOptions
from engine.subtitles.formats import compose
from engine.subtitles.losses import Feature
from engine.subtitles.markup import literal, plain_text
from tests.support.kept import found, kept, readable

_RATE = Fraction(25)
_SUFFIXES = [
    suffix for suffix in readable().values() if suffix not in (".txt", ".scc")
]  # these have tests of their own
_PLAIN = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="\u2060")
    | st.sampled_from("  <>&/|{}\\[]=-:,'\"ibu1"),
    max_size=12,
).map(literal)
_STYLED = st.tuples(_PLAIN, st.sampled_from(["i", "b", "u", 'font color="#ff8800"', 'font color="red"'])).map(
    lambda styled: f"<{styled[1]}>{styled[0]}x</{styled[1].split()[0]}>"
)
_LINE = st.lists(_PLAIN | _STYLED, min_size=1, max_size=3).map("".join)
_TEXT = st.lists(_LINE, max_size=3).map("\n".join)
_NAME = st.text(st.characters(categories=["L"]) | st.sampled_from(" ,.'&<"), max_size=8).map(
    lambda name: " ".join(name.split())
)


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    """Documents as people have them: cues in order, each of a frame at least, up to 23 hours."""
    cues = []
    time = draw(st.integers(0, 60_000))
    for number in range(1, draw(st.integers(0, 4)) + 1):
        end = time + draw(st.integers(1000, 60_000))
        cues.append(Cue(number, time, end, draw(_TEXT), draw(_NAME), draw(st.just("") | _TEXT)))
        time = end + draw(st.integers(1000, 20_000_000))
    return Document(tuple(cues), draw(st.sampled_from(["", "en", "de"])))


@pytest.mark.parametrize("suffix", _SUFFIXES)
@settings(deadline=None, max_examples=60)
@given(document=_documents())
def test_what_a_row_says_is_kept_comes_back(suffix: str, document: Document) -> None:
    known = FORMATS[suffix]
    assert known.read is not None
    data, _ = compose(document, Path(f"a{suffix}"))
    again = known.read(data, ReadOptions("utf-8", _RATE)).document
    if known.keeps.strangers is None or not known.keeps.strangers(document):
        assert found(again, known.keeps) == kept(document, known.keeps, _RATE)
    if Feature.LANGUAGE in known.keeps.features:
        assert again.language == document.language


@pytest.mark.parametrize("suffix", _SUFFIXES)
@settings(deadline=None, max_examples=30)
@given(document=_documents())
def test_where_nothing_is_reported_lost_nothing_is(suffix: str, document: Document) -> None:
    known = FORMATS[suffix]
    data, lost = compose(document, Path(f"a{suffix}"))
    assert known.read is not None
    again = known.read(data, ReadOptions("utf-8", _RATE)).document
    told = {loss.feature for loss in lost}
    for before, after in zip(document.cues, again.cues, strict=bool(Feature.EMPTY not in told)):
        if not told - {Feature.LANGUAGE, Feature.PROJECT}:
            assert (after.start, after.end, plain_text(after.text)) == (
                before.start,
                before.end,
                plain_text(before.text),
            )
            assert (after.speaker, after.translation) == (before.speaker, before.translation)


def test_every_loss_is_named_with_the_number_of_its_cues() -> None:
    document = Document(
        (Cue(1, -5, 1004, "<i>a</i>|\nb", "Ann", "x", origin="machine"), Cue(2, 2000, 3000, "plain")),
        "en",
        (Note("n", 0),),
    )
    _, lost = compose(document, Path("a.tmp"))
    assert [(loss.feature.name, loss.cues) for loss in lost] == [
        ("END", 2), ("EXACT", 1), ("NEGATIVE", 1), ("ITALIC", 1), ("CHARACTERS", 1), ("SPEAKER", 1), ("TRANSLATION", 1),
        ("NOTES", 0), ("LANGUAGE", 0), ("PROJECT", 1),
    ]  # fmt: skip


def test_a_file_with_all_that_its_format_has_loses_nothing() -> None:
    document = Document((Cue(1, 0, 1000, "<i>a</i>\n\nb", "Ann"),), notes=(Note("n", 0),))
    assert compose(document, Path("a.ass"))[1] == ()
    assert compose(document, Path("a.ttml"))[1] == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_empty_document_is_written_and_read(suffix: str) -> None:
    known = FORMATS[suffix]
    data = known.write(Document(), WriteOptions())
    if known.read is not None and suffix != ".txt":
        assert known.read(data, ReadOptions()).document == Document()
