"""Tab-separated values."""

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note
from engine.subtitles.reading import RepairKind
from engine.subtitles.tsv import compose, parse


def test_rows_are_read_and_written() -> None:
    text = "start\tend\ttext\n0\t1500\tHello\n1500\t2000\tworld\n"
    document = Document((Cue(1, 0, 1500, "Hello"), Cue(2, 1500, 2000, "world")))
    assert parse(text).document == document
    assert compose(document) == text


def test_tabs_and_line_breaks_become_spaces() -> None:
    assert compose(Document((Cue(1, 0, 1, " a\tb\nc ", "Ann"),))) == "start\tend\ttext\n0\t1\tAnn: a b c\n"


def test_a_line_that_is_no_row_continues_the_row_above() -> None:
    reading = parse("a title\n0\t1500\tHello\nthere\n")
    assert reading.document == Document((Cue(1, 0, 1500, "Hello\nthere"),), notes=(Note("a title", 0),))
    assert [(each.line, each.kind) for each in reading.repairs] == [(1, RepairKind.OUTSIDE), (3, RepairKind.BLANK_LINE)]


def test_text_without_a_row_is_refused() -> None:
    with pytest.raises(EngineError, match="not a table of cues"):
        parse("hello\n")
