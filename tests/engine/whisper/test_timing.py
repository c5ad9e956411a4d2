from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from engine.whisper.checkpoint import Model
from engine.whisper.decoding import encode
from engine.whisper.options import Options
from engine.whisper.segments import Cut, Draft, Window, WordTiming
from engine.whisper.timing import (
    align,
    go_on_from_words,
    median_filter,
    merge_punctuation,
    time_words,
    untimed_words,
    warp,
    words_end,
)
from engine.whisper.tokenizer import Tokenizer

B, EOT = 399, 292  # <|0.00|> and <|endoftext|> of the byte vocabulary
PREPEND, APPEND = Options().prepend_punctuations, Options().append_punctuations


# --- dynamic time warping


def _slow_warp(cost: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Fill the table cell by cell, then walk back along the moves that were chosen."""
    tokens, frames = cost.shape
    table = np.full((tokens + 1, frames + 1), np.inf, np.float32)
    table[0, 0] = 0
    came = {}
    for token in range(1, tokens + 1):
        for frame in range(1, frames + 1):
            both, up, left = table[token - 1, frame - 1], table[token - 1, frame], table[token, frame - 1]
            if both < up and both < left:
                came[token, frame] = (token - 1, frame - 1)
            elif up < both and up < left:
                came[token, frame] = (token - 1, frame)
            else:
                came[token, frame] = (token, frame - 1)
            table[token, frame] = cost[token - 1, frame - 1] + table[came[token, frame]]
    path, at = [], (tokens, frames)
    while at[0] and at[1]:
        path.append((at[0] - 1, at[1] - 1))
        at = came[at]
    return path[::-1]


_SHAPES = st.tuples(st.integers(1, 9), st.integers(1, 12))


@settings(max_examples=200, deadline=None)
@given(cost=arrays(np.float64, _SHAPES, elements=st.integers(-2, 2).map(float)))
def test_the_path_is_the_slow_ones_also_where_sums_are_equal(cost: NDArray[np.float64]) -> None:
    tokens, frames = warp(cost)

    assert list(zip(tokens.tolist(), frames.tolist(), strict=True)) == _slow_warp(cost)


@settings(max_examples=100, deadline=None)
@given(cost=arrays(np.float64, _SHAPES, elements=st.floats(-3, 3)))
def test_the_path_is_the_slow_ones_for_any_numbers(cost: NDArray[np.float64]) -> None:
    tokens, frames = warp(cost)

    assert list(zip(tokens.tolist(), frames.tolist(), strict=True)) == _slow_warp(cost)


def test_the_path_follows_the_cheap_cells() -> None:
    cost = np.ones((3, 5))
    for cell in ((0, 0), (0, 1), (1, 2), (2, 3), (2, 4)):
        cost[cell] = 0

    tokens, frames = warp(cost)

    assert (tokens.tolist(), frames.tolist()) == ([0, 0, 1, 2, 2], [0, 1, 2, 3, 4])


# --- median filter


def test_the_median_is_of_the_frames_about_it_mirrored_at_the_ends() -> None:
    x = torch.tensor([[[5.0, 1.0, 9.0, 2.0, 3.0]]])

    assert median_filter(x, 3).tolist() == [[[1.0, 5.0, 2.0, 3.0, 2.0]]]  # 1 5 1, 5 1 9, 1 9 2, 9 2 3, 2 3 2


@pytest.mark.parametrize("frames", [1, 2, 3])
def test_what_is_too_short_to_mirror_stays(frames: int) -> None:
    x = torch.tensor([[[3.0, 1.0, 2.0][:frames]]])

    assert torch.equal(median_filter(x, 7), x)


@given(st.lists(st.integers(0, 9), min_size=4, max_size=20))
def test_the_median_filter_is_the_sorted_middle(values: list[int]) -> None:
    mirrored = [*values[3:0:-1], *values, *values[-2:-5:-1]]

    filtered = median_filter(torch.tensor([[values]], dtype=torch.float32), 7)

    assert filtered[0, 0].tolist() == [sorted(mirrored[at : at + 7])[3] for at in range(len(values))]


# --- punctuation


def _merged(*texts: str, prepend: str = PREPEND, append: str = APPEND) -> tuple[list[str], list[list[int]]]:
    words = [WordTiming(text, [at], 0.0, 0.0, 0.5) for at, text in enumerate(texts)]
    merge_punctuation(words, prepend, append)
    return [word.text for word in words], [word.tokens for word in words]


@pytest.mark.parametrize(
    ("texts", "merged"),
    [
        ((" Well", ",", " yes", "."), [" Well,", "", " yes.", ""]),
        ((' "', "Yes", '"', " he", " said", "."), [' "Yes"', "", " he", " said.", ""]),  # see below for where
        ((" (", " [", "a"), [" ( [a"]),
        ((" What", "?", "!", '"'), [' What?!"']),
        ((" a ", "."), [" a ", "."]),  # a word that ends with a space takes no mark
        (("(", "a"), ["(", "a"]),  # an opening mark without a space before it isn't one
        ((" it's",), [" it's"]),
        ((), []),
    ],
)
def test_marks_join_their_word(texts: tuple[str, ...], merged: list[str]) -> None:
    found, _ = _merged(*texts)

    assert [text for text in found if text] == [text for text in merged if text]


def test_a_word_takes_the_tokens_of_its_marks_in_order() -> None:
    texts, tokens = _merged(" (", "yes", ",", ")")

    assert texts == ["", " (yes,)", "", ""]
    assert tokens == [[], [0, 1, 2, 3], [], []]


def test_the_marks_are_the_callers() -> None:
    assert _merged(" ~", "a", "/", ".", prepend="~", append="/")[0] == ["", " ~a/", "", "."]


@given(st.lists(st.sampled_from([" a", "b", ",", ".", " (", ' "', ")", " "]), max_size=12))
def test_merging_loses_no_character_and_no_token(texts: list[str]) -> None:
    merged, tokens = _merged(*texts)

    assert "".join(merged) == "".join(texts)
    assert [token for word in tokens for token in word] == list(range(len(texts)))


# --- rules for words that are too long


def _words(*timed: tuple[str, float, float]) -> list[WordTiming]:
    return [WordTiming(text, [65], start, end, 0.9) for text, start, end in timed]


def _bounds(words: list[WordTiming]) -> list[tuple[float, float]]:
    return [(round(word.start, 3), round(word.end, 3)) for word in words]


