"""Faulty lines part what can be learned from."""

import pytest

from engine.training.examples import Line
from engine.training.sifting import Fault, Stretch, sift

GOOD = (Line(1000, 3000, "one good line"), Line(4000, 6000, "two good lines"))


def test_good_lines_are_one_stretch() -> None:
    assert sift(GOOD, 10_000).stretches == (Stretch(GOOD, 0, 10_000),)


@pytest.mark.parametrize(
    ("lines", "fault", "number"),
    [
        ((Line(3100, 3500, "♪"),), Fault.EMPTY, 1),
        ((Line(3500, 3500, "never"),), Fault.REVERSED, 1),
        ((Line(3100, 3900, "one"), Line(3300, 3800, "two")), Fault.OVERLAPPING, 2),
        ((Line(9000, 12_000, "after the end"),), Fault.BEYOND, 1),
        ((Line(10_600, 10_700, "after the end"),), Fault.BEYOND, 1),
        ((Line(3100, 3200, "far too much text for so short a time"),), Fault.PACE, 1),
        ((Line(6100, 9900, "no"),), Fault.PACE, 1),
        (tuple(Line(7000 + at, 7200 + at, "again") for at in (0, 300, 600, 900)), Fault.REPEATED, 2),
    ],
)
def test_a_fault_is_counted(lines: tuple[Line, ...], fault: Fault, number: int) -> None:
    sifted = sift(sorted((*GOOD, *lines), key=lambda line: line.start), 10_000)
    assert sifted.dropped == {fault: number}


def test_a_line_longer_than_a_window_is_a_fault() -> None:
    long = Line(10_000, 41_000, "word " * 100)
    sifted = sift((*GOOD, long), 60_000)
    assert sifted.dropped == {Fault.LONG: 1}
    assert sifted.stretches == (Stretch(GOOD, 0, 10_000),)


def test_what_is_said_in_a_faulty_line_belongs_to_no_stretch() -> None:
    sifted = sift((GOOD[0], Line(3100, 3200, "far too much text for so short a time"), GOOD[1]), 10_000)
    assert sifted.stretches == (Stretch(GOOD[:1], 0, 3100), Stretch(GOOD[1:], 3200, 10_000))


def test_a_file_with_more_faults_than_lines_is_hopeless() -> None:
    late = tuple(Line(20_000 + at, 20_500 + at, "late") for at in (0, 1000, 2000))
    assert sift((*GOOD, *late), 10_000).hopeless
    assert sift((), 10_000).hopeless
    assert not sift((*GOOD, *late[:1]), 10_000).hopeless
