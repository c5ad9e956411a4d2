"""Times of SubRip and WebVTT."""

import pytest

from engine.subtitles.timecode import find_srt, find_vtt, format_clock, format_signed, format_vtt


@pytest.mark.parametrize(
    ("time", "clock", "vtt"),
    [
        (0, "00:00:00.000", "00:00.000"),
        (3_599_999, "00:59:59.999", "59:59.999"),
        (3_600_000, "01:00:00.000", "01:00:00.000"),
        (360_000_001, "100:00:00.001", "100:00:00.001"),
        (-5, "00:00:00.000", "00:00.000"),
    ],
)
def test_times_are_written_as_the_formats_demand(time: int, clock: str, vtt: str) -> None:
    assert (format_clock(time), format_vtt(time)) == (clock, vtt)


def test_a_coarser_clock_rounds_and_carries() -> None:
    assert format_clock(3_599_994, hour_digits=1, digits=2) == "0:59:59.99"
    assert format_clock(3_599_995, hour_digits=1, digits=2) == "1:00:00.00"
    assert format_clock(59_500, digits=0) == "00:01:00"
    assert format_clock(-5000, digits=2) == "00:00:00.00"


def test_a_signed_clock_goes_below_zero() -> None:
    assert (format_signed(-61_001), format_signed(1)) == ("-00:01:01.001", "00:00:00.001")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("00:00:01,500", 1500),
        ("0:00:01.5", 1500),
        ("00:01,25", 1250),
        ("1:02:03", 3_723_000),
        ("00:00:01:007", 1007),
        ("00:00:01,1234", 1123),
        ("-00:00:01,000", -1000),
        ("00 : 00 : 02 , 000", 2000),
        ("123:00:00,000", 442_800_000),
    ],
)
def test_srt_times_are_read_as_people_write_them(text: str, time: int) -> None:
    found = find_srt(text)
    assert found is not None
    assert found.time == time


@pytest.mark.parametrize("text", ["", "1.5", "abc", ":00:01", "0x:00:01"])
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    assert find_srt(text) is None


@pytest.mark.parametrize("text", ["0:01.000", "00:60:00.000", "00:00:60.000", "00:00:01,000", "00:00:01.0000"])
def test_webvtt_times_are_read_by_the_book(text: str) -> None:
    assert find_vtt(text) is None
