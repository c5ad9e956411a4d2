"""From text to lines."""

from engine.subtitles.reading import Repair, RepairKind, split_lines


def test_every_line_end_is_one_and_other_separators_are_text() -> None:
    lines, repairs = split_lines("a\nb\r\nc\rd\r\r\ne\u2028f\x85g\x0bh\x0ci\x1a")
    assert lines == ["a", "b", "c", "d", "e\u2028f\x85g\x0bh\x0ci"]
    assert repairs == (Repair(0, RepairKind.LINE_ENDS), Repair(0, RepairKind.CONTROL))
