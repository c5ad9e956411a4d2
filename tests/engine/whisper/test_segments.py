import pytest

from engine.whisper.decoding import DecodingResult
from engine.whisper.segments import Cut, Window, clips_of, cut, cut_all
from engine.whisper.tokenizer import Tokenizer

B = 399  # <|0.00|> of the byte vocabulary; a step is 0.02 s, 50 are a second
WINDOW = Window(seek=1000, size=3000)


def _cut(tokenizer: Tokenizer, *tokens: int, window: Window = WINDOW) -> Cut:
    logprobs = tuple(-0.1 * at for at in range(len(tokens)))
    return cut(DecodingResult(tokens, logprobs, "", -0.5, 0.1, 0.0, 1.0), window, tokenizer)


def _bounds(found: Cut) -> list[tuple[float, float, tuple[int, ...]]]:
    return [(round(draft.start, 6), round(draft.end, 6), draft.tokens) for draft in found.drafts]


def test_a_window_knows_its_seconds() -> None:
    assert (WINDOW.start, WINDOW.end) == (10.0, 40.0)
    assert Window(1000, 500).end == 40.0  # of the window, where the sound ends before


def test_pairs_of_timestamps_part_segments_and_a_last_single_one_ends_the_window(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B, 65, 66, B + 100, B + 150, 67, B + 500)

    assert _bounds(found) == [(10.0, 12.0, (B, 65, 66, B + 100)), (13.0, 20.0, (B + 150, 67, B + 500))]
    assert (found.seek, found.complete) == (4000, True)
    assert found.drafts[1].logprobs == pytest.approx((-0.4, -0.5, -0.6))


def test_what_follows_the_last_pair_is_heard_again(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B, 65, B + 100, B + 150, 67, B + 500, B + 500, 68)

    assert _bounds(found) == [(10.0, 12.0, (B, 65, B + 100)), (13.0, 20.0, (B + 150, 67, B + 500))]
    assert (found.seek, found.complete) == (1000 + 1000, False)


def test_a_pair_at_the_end_promises_more(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B, 65, B + 100, B + 150)

    assert _bounds(found) == [(10.0, 12.0, (B, 65, B + 100))]
    assert (found.seek, found.complete) == (1000 + 200, False)


def test_one_segment_with_its_end_takes_the_whole_window(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B, 65, B + 100)

    assert _bounds(found) == [(10.0, 12.0, (B, 65, B + 100))]
    assert (found.seek, found.complete) == (4000, True)


def test_one_segment_that_begins_late_is_taken_to_begin_with_the_window(tokenizer: Tokenizer) -> None:
    assert _bounds(_cut(tokenizer, B + 50, 65, B + 100)) == [(10.0, 12.0, (B + 50, 65, B + 100))]


def test_text_without_an_end_lasts_until_its_only_timestamp(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B + 50, 65, 66)

    assert _bounds(found) == [(10.0, 11.0, (B + 50, 65, 66))]
    assert (found.seek, found.complete) == (4000, False)


def test_text_behind_the_timestamp_zero_lasts_as_long_as_the_sound(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B, 65, 66, window=Window(1000, 750))

    assert _bounds(found) == [(10.0, 17.5, (B, 65, 66))]
    assert (found.seek, found.complete) == (1750, False)


@pytest.mark.parametrize("tokens", [(65, 66), ()])
def test_text_without_timestamps_lasts_as_long_as_the_sound(tokenizer: Tokenizer, tokens: tuple[int, ...]) -> None:
    found = _cut(tokenizer, *tokens, window=Window(1000, 750))

    assert _bounds(found) == [(10.0, 17.5, tokens)]
    assert (found.seek, found.complete) == (1750, False)


def test_a_timestamp_alone_is_an_empty_segment_not_an_end(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B + 50)

    assert _bounds(found) == [(10.0, 11.0, (B + 50,))]
    assert (found.seek, found.complete) == (4000, False)


def test_three_timestamps_in_a_row_leave_an_empty_segment(tokenizer: Tokenizer) -> None:
    found = _cut(tokenizer, B, 65, B + 50, B + 60, B + 70)

    assert _bounds(found) == [(10.0, 11.0, (B, 65, B + 50)), (11.2, 11.2, (B + 60,))]
    assert found.seek == 1000 + 120


def test_the_window_need_not_go_on(tokenizer: Tokenizer) -> None:
    """A pair of zeros asks for the same window again: who slides it must step over."""
    assert _cut(tokenizer, B, B, 65).seek == 1000


# --- windows that end in a silence

SPEECH = Window(seek=1000, size=2000)  # 10 to 30 s


def _cut_all(tokenizer: Tokenizer, *tokens: int, longest: int = 100) -> Cut:
    logprobs = tuple(-0.1 * at for at in range(len(tokens)))
    return cut_all(DecodingResult(tokens, logprobs, "", -0.5, 0.1, 0.0, 1.0), SPEECH, tokenizer, longest)


@pytest.mark.parametrize(
    ("tokens", "bounds", "seek"),
    [
        ((B, 65, B + 100, B + 150, 67, B + 900), [(10.0, 12.0, 3), (13.0, 28.0, 3)], 3000),
        # without an end of its own the last segment ends with the window
        ((B, 65, B + 100, B + 150, 67), [(10.0, 12.0, 3), (13.0, 30.0, 2)], 3000),
        ((B + 50, 65, 66), [(11.0, 30.0, 3)], 3000),
        ((65, 66), [(10.0, 30.0, 2)], 3000),
        ((), [(10.0, 30.0, 0)], 3000),
        # one segment begins where it says
        ((B + 50, 65, B + 100), [(11.0, 12.0, 3)], 3000),
        # a pair at the end promises more
        ((B, 65, B + 100, B + 150), [(10.0, 12.0, 3)], 1200),
        # nothing lies beyond the window
        ((B, 65, B + 1_200), [(10.0, 30.0, 3)], 3000),
        ((B + 1_100, 65, B + 1_200), [(29.98, 30.0, 3)], 3000),
        ((B, 65, B + 1_200, B + 1_200), [(10.0, 30.0, 3)], 3000),
        ((B + 50,), [(11.0, 11.0, 1)], 3000),
    ],
)
def test_a_window_that_ends_in_a_silence_is_told_to_its_end(
    tokenizer: Tokenizer, tokens: tuple[int, ...], bounds: list[tuple[float, float, int]], seek: int
) -> None:
    found = _cut_all(tokenizer, *tokens)

    assert [(round(d.start, 6), round(d.end, 6), len(d.tokens)) for d in found.drafts] == bounds
    assert (found.seek, found.complete) == (seek, seek == 3000)


def test_what_was_broken_off_is_heard_again(tokenizer: Tokenizer) -> None:
    tokens = (B, 65, B + 100, B + 150, 67, 68)

    assert [len(draft.tokens) for draft in _cut_all(tokenizer, *tokens, longest=7).drafts] == [3, 3]
    broken = _cut_all(tokenizer, *tokens, longest=6)
    assert ([len(draft.tokens) for draft in broken.drafts], broken.seek) == ([3], 1200)


def test_the_last_segment_keeps_its_probabilities(tokenizer: Tokenizer) -> None:
    found = _cut_all(tokenizer, B, 65, B + 100, B + 150, 67)

    assert found.drafts[1].logprobs == pytest.approx((-0.3, -0.4))


# --- clips


@pytest.mark.parametrize(
    ("seconds", "clips"),
    [
        ((0.0,), [(0, 5000)]),
        ((1.0, 2.5), [(100, 250)]),
        ((1.0, 2.5, 40.0), [(100, 250), (4000, 5000)]),
        ((-5.0, 90.0), [(0, 5000)]),
        ((20.0, 10.0), [(2000, 1000)]),
    ],
)
def test_clips_are_pairs_of_frames_inside_of_the_sound(
    seconds: tuple[float, ...], clips: list[tuple[int, int]]
) -> None:
    assert clips_of(seconds, 5000) == clips
