"""Times are written with all their parts, and read as people type them."""

import pytest

from app.widgets.clock import Typed, clock, read_clock, short_clock


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (0, "0:00:00,000"),
        (62_345, "0:01:02,345"),
        (359_999_999, "99:59:59,999"),
        (-1_500, "-0:00:01,500"),
    ],
)
def test_a_time_is_written_with_hours_and_milliseconds(time: int, text: str) -> None:
    assert clock(time) == text
    assert read_clock(text) == Typed(time)


@pytest.mark.parametrize(
    ("time", "digits", "text"),
    [
        (62_345, 0, "1:02"),
        (3_662_345, 0, "1:01:02"),
        (62_345, 1, "1:02,3"),
        (999, 3, "0:00,999"),
        (-62_999, 2, "-1:02,99"),
    ],
)
def test_a_short_time_leaves_out_what_is_not_needed(time: int, digits: int, text: str) -> None:
    assert short_clock(time, digits) == text


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("1:02:03,450", 3_723_450),
        ("2:03.4", 123_400),
        (" 75 ", 75_000),
        ("90:00", 5_400_000),
        ("0,5", 500),
        ("1:2:3", 3_723_000),
        ("0:00:01,23456", 1_234),
        ("−1", -1_000),
    ],
)
def test_parts_may_be_missing(text: str, time: int) -> None:
    assert read_clock(text) == Typed(time)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("ten", "form"),
        ("1:2:3:4", "form"),
        ("1:60", "seconds"),
        ("1:60:00", "minutes"),
        ("100:00:00", "late"),
    ],
)
def test_what_is_no_time_says_why(text: str, problem: str) -> None:
    assert read_clock(text).problem == problem
