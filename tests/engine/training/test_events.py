"""Tables of events: what is heard when."""

from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.training.events import Event, read_events


def test_rows_are_read_with_and_without_titles(tmp_path: Path) -> None:
    rows = "0\t120\tphoneme\th\n\n0\t400\tword\tHello\n"
    for name, text in (("titled.tsv", "start_ms\tend_ms\tkind\ttext\n" + rows), ("bare.tsv", rows)):
        (tmp_path / name).write_text(text)
        found = list(read_events(tmp_path / name))
        assert found == [Event(0, 120, "phoneme", "h"), Event(0, 400, "word", "Hello")]


@pytest.mark.parametrize("row", ["100\t200\tword", "-1\t200\tword\tHello", "a\tb\tword\tHello"])
def test_a_row_that_is_none_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "odd.tsv").write_text(f"start_ms\tend_ms\tkind\ttext\n{row}\n")
    with pytest.raises(EngineError, match=r"odd\.tsv: line 2 is not start_ms"):
        list(read_events(tmp_path / "odd.tsv"))
