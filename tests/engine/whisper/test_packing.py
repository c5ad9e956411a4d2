"""Windows of speech, in frames of 10 ms: literal spans in, literal windows out."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.whisper.packing import Packed, Speech, in_frames, pack
from engine.whisper.segments import Window
from tests.support.spans import MsSpan


def _middle(first: int, stop: int) -> int:
    return (first + stop) // 2


def _windows(*speech: tuple[int, int], clip: tuple[int, int] = (0, 100_000)) -> list[tuple[int, int]]:
    """Bounds of the windows that spans are packed into; a quietest place is in the middle."""
    found = pack([Speech(*span) for span in speech], Speech(*clip), _middle)
    return [(packed.window.seek, packed.window.seek + packed.window.size) for packed in found]


def test_no_speech_makes_no_window() -> None:
    assert _windows() == []


def test_a_window_goes_a_little_beyond_its_speech() -> None:
    assert _windows((100, 200)) == [(60, 240)]


def test_a_window_stays_inside_of_the_clip() -> None:
    assert _windows((110, 190), clip=(100, 200)) == [(100, 200)]


def test_speech_with_pauses_is_one_window_while_it_fits() -> None:
    assert _windows((100, 500), (900, 1_500), (2_900, 3_000)) == [(60, 3_040)]


def test_a_window_is_never_longer_than_half_a_minute() -> None:
    assert _windows((40, 1_000), (1_020, 3_000)) == [(0, 3_000)]
    assert _windows((40, 1_000), (1_020, 3_001)) == [(0, 1_010), (1_010, 3_041)]


def test_a_window_ends_in_the_longest_silence_of_its_last_third() -> None:
    spans = (40, 900), (1_000, 2_100), (2_140, 2_600), (2_620, 2_900), (2_905, 3_500)
    assert _windows(*spans) == [(0, 2_120), (2_120, 3_540)]


def test_of_silences_of_a_second_or_more_the_last_is_taken() -> None:
    spans = (40, 2_100), (2_400, 2_600), (2_700, 2_800), (2_810, 3_500)
    assert _windows(*spans) == [(0, 2_640), (2_660, 3_540)]


def test_a_silence_before_the_last_third_is_taken_where_no_other_is() -> None:
    assert _windows((40, 500), (600, 700), (710, 3_300)) == [(0, 705), (705, 3_340)]


def test_speech_without_a_pause_is_cut_at_the_quietest_place_of_the_last_third() -> None:
    assert _windows((40, 8_100)) == [(0, 2_500), (2_500, 5_000), (5_000, 7_500), (7_500, 8_140)]


def test_long_silence_is_in_no_window() -> None:
    assert _windows((100, 200), (50_000, 50_100)) == [(60, 240), (49_960, 50_140)]


def test_a_window_holds_its_speech() -> None:
    assert list(pack([Speech(40, 1_000), Speech(1_020, 4_100)], Speech(0, 9_000), _middle)) == [
        Packed(Window(0, 1_010), (Speech(40, 1_000),)),
        Packed(Window(1_010, 2_500), (Speech(1_020, 3_510),)),
        Packed(Window(3_510, 630), (Speech(3_510, 4_100),)),
    ]


def test_no_more_speech_is_asked_for_than_the_next_window_needs() -> None:
    asked: list[int] = []

    def speech() -> Iterator[Speech]:
        for start in range(0, 100_000, 1_000):
            asked.append(start)
            yield Speech(start, start + 900)

    windows = pack(speech(), Speech(0, 100_000), _middle)
    assert next(windows).window == Window(0, 2_940)
    assert asked == [0, 1_000, 2_000, 3_000]


@given(st.lists(st.tuples(st.integers(11, 4_000), st.integers(25, 7_000)), max_size=30))
def test_every_moment_of_speech_is_in_exactly_one_window(lengths: list[tuple[int, int]]) -> None:
    speech, at = [], 0
    for pause, spoken in lengths:
        speech.append(Speech(at + pause, at + pause + spoken))
        at += pause + spoken
    found = list(pack(speech, Speech(0, at + 5), _middle))
    bounds = [(packed.window.seek, packed.window.seek + packed.window.size) for packed in found]

    assert all(0 < stop - start <= 3_000 for start, stop in bounds)
    assert all(before[1] <= after[0] for before, after in pairwise(bounds))
    held = [(packed.window, span) for packed in found for span in packed.speech]
    assert all(window.seek <= span.start < span.stop <= window.seek + window.size for window, span in held)
    assert sum(span.stop - span.start for _, span in held) == sum(spoken for _, spoken in lengths)


@given(st.lists(st.tuples(st.integers(11, 4_000), st.integers(25, 7_000)), max_size=12), st.data())
def test_who_begins_with_a_window_gets_the_same_windows_from_there_on(
    lengths: list[tuple[int, int]], data: st.DataObject
) -> None:
    """So an interrupted transcription goes on as if it had never stopped."""
    speech, at = [], 0
    for pause, spoken in lengths:
        speech.append(Speech(at + pause, at + pause + spoken))
        at += pause + spoken
    found = list(pack(speech, Speech(0, at + 5), _middle))
    begun = data.draw(st.integers(0, len(found)))
    clip = Speech(found[begun].window.seek if begun < len(found) else at + 5, at + 5)

    left = [Speech(max(span.start, clip.start), span.stop) for span in speech if span.stop > clip.start]
    assert list(pack(left, clip, _middle)) == found[begun:]


# --- what is left of a window


@pytest.mark.parametrize(
    ("seek", "left"),
    [
        (1_300, Packed(Window(1_300, 1_700), (Speech(1_500, 1_600), Speech(2_000, 2_900)))),
        (2_500, Packed(Window(2_500, 500), (Speech(2_500, 2_900),))),
        (2_861, None),  # 390 ms
        (2_860, Packed(Window(2_860, 140), (Speech(2_860, 2_900),))),
        (3_000, None),
        (9_000, None),
        (1_000, None),  # that is all of it again
    ],
)  # fmt: skip
def test_the_rest_of_a_window_begins_where_it_is_said_to_if_somebody_speaks_there(
    seek: int, left: Packed | None
) -> None:
    packed = Packed(Window(1_000, 2_000), (Speech(1_040, 1_200), Speech(1_500, 1_600), Speech(2_000, 2_900)))

    assert packed.rest(seek) == left


# --- spans in ms


def test_spans_become_frames_that_hold_them_inside_of_the_clip() -> None:
    spans = MsSpan(0, 95), MsSpan(101, 109), MsSpan(995, 1_005), MsSpan(2_000, 3_000)

    assert list(in_frames(spans, Speech(5, 100))) == [Speech(5, 10), Speech(10, 11), Speech(99, 100)]
