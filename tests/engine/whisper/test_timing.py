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
    begin_with_speech,
    go_on_from_words,
    median_filter,
    merge_punctuation,
    place_words,
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
    table = np.full((tokens + 1, frames + 1), np.inf)
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
        ((" Well", ",", " yes", "."), [" Well,", " yes."]),
        ((' "', "Yes", '"', " he", " said", "."), [' "Yes"', " he", " said."]),
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

    assert [text for text in found if text] == merged


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


WINDOW = Window(seek=1000, size=3000)  # 10 s to 40 s
Times = list[tuple[str, float, float]]


def _place(timed: Times, *, last_speech: float, start: float = 10.0, end: float = 40.0, append: str = APPEND) -> Draft:
    """Deal words of one token each, in seconds from 10 s on, to one draft."""
    words = [WordTiming(text, [65], begun, ended, 0.9) for text, begun, ended in timed]
    draft = Draft(start, end, (B, *[65] * len(words), B), (0.0,) * (len(words) + 2))
    place_words(words, [draft], WINDOW, Options(append_punctuations=append), EOT, last_speech)
    return draft


def _times(draft: Draft) -> Times:
    return [(word.text, round(word.start, 3), round(word.end, 3)) for word in draft.words]


def test_a_mark_that_ends_a_sentence_does_not_last_through_the_pause() -> None:
    draft = _place([(" a", 0, 0.4), (".", 0.4, 3.0), (" b", 3.0, 3.4)], last_speech=10.0, append="")

    assert _times(draft) == [(" a", 10.0, 10.4), (".", 10.4, 11.2), (" b", 13.0, 13.4)]  # twice the median, 0.4


def test_a_word_after_a_sentence_does_not_begin_with_the_pause() -> None:
    draft = _place([(" a", 0, 0.4), (".", 0.4, 0.5), (" b", 0.5, 3.0), (" c", 3.0, 3.4)], last_speech=10.0)

    assert _times(draft) == [(" a.", 10.0, 10.4), (" b", 12.2, 13.0), (" c", 13.0, 13.4)]


def test_a_first_word_does_not_begin_with_the_pause_before_it() -> None:
    draft = _place([(" a", 0, 3.0), (" b", 3.0, 3.4), (" c", 3.4, 3.8)], last_speech=0.0)

    assert _times(draft) == [(" a", 12.2, 13.0), (" b", 13.0, 13.4), (" c", 13.4, 13.8)]
    assert (draft.start, draft.end) == (12.2, 13.8)


def test_a_second_word_does_not_hold_the_pause_either() -> None:
    # median 0.7: the second lasts more than 1.4, the two together more than 2.8
    draft = _place([(" a", 0, 1.0), (" b", 1.0, 3.0), (" c", 3.0, 3.4), (" d", 3.4, 3.8)], last_speech=0.0)

    assert _times(draft)[:2] == [(" a", 10.2, 11.6), (" b", 11.6, 13.0)]


def test_the_end_of_a_draft_is_where_the_pause_before_the_next_begins() -> None:
    timed = [(" a", 0, 0.4), (" b", 0.4, 0.8), (" c", 0.8, 1.8), (" d", 1.8, 2.2)]
    words = [WordTiming(text, [65], begun, ended, 0.9) for text, begun, ended in timed]
    drafts = [Draft(10.0, 10.8, (65, 65), (0.0,) * 2), Draft(10.8, 12.2, (65, 65), (0.0,) * 2)]

    place_words(words, drafts, WINDOW, Options(), EOT, last_speech=0.0)

    assert _times(drafts[1]) == [(" c", 10.8, 11.8), (" d", 11.8, 12.2)]


@pytest.mark.parametrize(
    ("speech", "start"),
    [
        ([(10.5, 12.0)], 10.5),  # the word was spread over the pause before it
        ([(9.0, 9.9), (10.5, 12.0)], 10.5),
        ([(10.15, 12.0)], 10.15),
        ([(10.1, 12.0)], 10.0),  # a trifle
        ([(9.5, 10.1), (10.5, 12.0)], 10.0),  # somebody speaks where it begins
        ([(11.0, 12.0)], 10.0),  # nobody speaks in it: it may have been too soft
        ([(8.0, 9.0)], 10.0),
        ([], 10.0),
    ],
)
def test_a_first_word_begins_with_the_speech_in_it(speech: list[tuple[float, float]], start: float) -> None:
    first, second = Draft(10.0, 12.0, (), (), _words((" a", 10.0, 11.0), (" b", 11.0, 12.0))), Draft(10.0, 12.0, (), ())
    begin_with_speech([first, second], speech)

    assert (first.start, first.end) == (start, 12.0)
    assert _bounds(first.words) == [(start, 11.0), (11.0, 12.0)]
    assert (second.start, second.end) == (10.0, 12.0)  # without words nobody knows better


def test_a_draft_that_begins_later_than_its_first_word_stays() -> None:
    draft = Draft(10.8, 12.0, (), (), _words((" a", 10.0, 11.0)))
    begin_with_speech([draft], [(10.5, 12.0)])

    assert (draft.start, draft.words[0].start) == (10.8, 10.5)


def test_a_first_word_alone_is_cut_too() -> None:
    assert _times(_place([(" a", 0, 9.0)], last_speech=0.0)) == [(" a", 17.6, 19.0)]  # the median is 0.7 at most


def test_words_without_a_pause_before_them_stay() -> None:
    timed = [(" a", 0, 1.2), (" b", 1.2, 1.6), (" c", 1.6, 2.0)]

    assert _times(_place(timed, last_speech=9.6)) == [(" a", 10.0, 11.2), (" b", 11.2, 11.6), (" c", 11.6, 12.0)]


@pytest.mark.parametrize(
    ("start", "word_start", "draft_start"),
    [
        (10.6, 10.6, 10.6),  # the timestamp wins by more than half a second
        (11.0, 10.8, 11.0),  # but leaves the word its median, 0.4
        (10.5, 10.0, 10.0),
        (11.2, 10.0, 10.0),  # no timestamp within the word
    ],
)
def test_a_draft_begins_with_its_first_word_or_cuts_it(start: float, word_start: float, draft_start: float) -> None:
    draft = _place([(" a", 0, 1.2), (" b", 1.2, 1.6), (" c", 1.6, 2.0)], last_speech=10.0, start=start)

    assert (_times(draft)[0], draft.start) == ((" a", word_start, 11.2), draft_start)


@pytest.mark.parametrize(
    ("end", "word_end", "draft_end"),
    [
        (11.4, 11.4, 11.4),
        (11.0, 11.2, 11.0),
        (11.5, 12.0, 12.0),
        (10.8, 12.0, 12.0),
    ],
)
def test_a_draft_ends_with_its_last_word_or_cuts_it(end: float, word_end: float, draft_end: float) -> None:
    draft = _place([(" a", 0, 0.4), (" b", 0.4, 0.8), (" c", 0.8, 2.0)], last_speech=10.0, end=end)

    assert (_times(draft)[-1], draft.end) == ((" c", 10.8, word_end), draft_end)


def test_words_without_duration_are_not_cut() -> None:
    draft = _place([(" a", 1.0, 1.0), (".", 1.0, 1.0)], last_speech=10.0)

    assert _times(draft) == [(" a.", 11.0, 11.0)]


def test_every_draft_gets_the_words_of_its_own_tokens() -> None:
    words = [WordTiming(" a", [65, 66], 0, 0.4, 0.9), WordTiming(" b", [67], 0.4, 0.8, 0.9)]
    words += [WordTiming(" c", [68, 69], 1.0, 1.4, 0.9)]
    drafts = [
        Draft(10.0, 10.8, (B, 65, 66, 67, B + 40), (0.0,) * 5),
        Draft(10.8, 10.8, (B + 40, B + 40), (0.0,) * 2),
        Draft(11.0, 11.4, (B + 50, 68, 69, B + 70), (0.0,) * 4),
    ]

    place_words(words, drafts, WINDOW, Options(), EOT, last_speech=10.0)

    assert [_times(draft) for draft in drafts] == [
        [(" a", 10.0, 10.4), (" b", 10.4, 10.8)],
        [],
        [(" c", 11.0, 11.4)],
    ]


def test_drafts_whose_words_could_not_be_timed_keep_their_bounds() -> None:
    draft = Draft(10.0, 12.0, (B, 65, B + 100), (0.0,) * 3)

    place_words([], [draft], WINDOW, Options(), EOT, last_speech=0.0)

    assert draft == Draft(10.0, 12.0, (B, 65, B + 100), (0.0,) * 3)


# --- words without times


def test_untimed_words_carry_the_mean_probability_of_their_tokens(tokenizer: Tokenizer) -> None:
    tokens = (B, *tokenizer.encode(" ab cd"), B + 50)  # " a" is one token, "b" one, " c": 32 and 99, "d" one
    logprobs = np.log([1.0, *[0.5, 0.25, 0.1, 0.2, 0.6], 1.0])
    draft = Draft(0, 1, tokens, tuple(logprobs.tolist()))

    words = untimed_words(draft, tokenizer, "en")

    assert [word.text for word in words] == [" ab", " cd"]
    assert [word.probability for word in words] == pytest.approx([0.375, 0.3])


def test_a_draft_without_text_has_no_words(tokenizer: Tokenizer) -> None:
    assert untimed_words(Draft(0, 1, (B, B + 50), (0.0, 0.0)), tokenizer, "en") == []


# --- where words end, and the next window begins


def _with_word(start: float, end: float, word_end: float) -> Draft:
    return Draft(start, end, (65,), (0.0,), [WordTiming(" a", [65], start, word_end, 0.9)])


def test_the_last_word_tells_where_words_end() -> None:
    assert words_end([_with_word(1, 2, 1.5), Draft(2, 3, (), ())]) == 1.5
    assert words_end([Draft(2, 3, (), ())]) == 3
    assert words_end([]) is None


@pytest.mark.parametrize(
    ("found", "threshold", "seek"),
    [
        (Cut([_with_word(12, 14, 13.456)], 1400, False), None, 1346),
        (Cut([_with_word(12, 14, 13.456)], 1400, True), None, 1400),  # nothing follows
        (Cut([], 1400, False), None, 1400),
        (Cut([_with_word(9, 14, 10.0)], 1400, False), None, 1400),  # that would be this window again
        (Cut([_with_word(12, 14, 13.456)], 1400, False), 2.0, 1346),
        (Cut([_with_word(36, 39, 38.0)], 3900, False), 2.0, 4000),  # the rest is silent
        (Cut([_with_word(36, 39, 37.9)], 3900, False), 2.0, 3790),
    ],
)
def test_the_next_window_begins_where_the_last_word_ends(found: Cut, threshold: float | None, seek: int) -> None:
    assert go_on_from_words(found, WINDOW, threshold) == Cut(found.drafts, seek, found.complete)


# --- the network's part


@pytest.fixture(scope="module")
def features(model: Model) -> torch.Tensor:
    return encode(model, torch.randn(80, 3000, generator=torch.Generator().manual_seed(3)) * 0.3)


def test_words_are_aligned_in_order_and_inside_the_window(model: Model, features: torch.Tensor) -> None:
    text = model.tokenizer.encode(" the man and you are in the house.")

    words = align(model, features, Window(500, 700), text, Options(), "en")

    assert [word.text for word in words] == [" the", " man", " and", " you", " are", " in", " the", " house", "."]
    assert [token for word in words for token in word.tokens] == text
    assert all(before.end == word.start for before, word in pairwise(words))
    assert words[0].start == 0
    assert words[-1].end <= 7.0
    assert all(word.start <= word.end and 0 <= word.probability <= 1 for word in words)


def test_probabilities_are_of_text_tokens_given_those_before(model: Model, features: torch.Tensor) -> None:
    tokenizer, decoder = model.tokenizer, model.network.decoder
    text = tokenizer.encode(" a!")
    start = [tokenizer.sot, tokenizer.language_token("en"), tokenizer.translate, tokenizer.no_timestamps]
    states = decoder(torch.tensor([[*start, *text]]), decoder.listen(features))[0]
    expected = decoder.logits(states[3:-1])[:, :EOT].softmax(dim=1)[range(2), text]

    words = align(model, features, Window(0, 3000), text, Options(task="translate"), "en")

    assert [(word.text, word.tokens) for word in words] == [(" a", text[:1]), ("!", text[1:])]
    assert [word.probability for word in words] == pytest.approx(expected.tolist(), rel=1e-4)


def test_word_times_are_where_the_path_enters_their_first_token(model: Model, features: torch.Tensor) -> None:
    tokenizer, decoder = model.tokenizer, model.network.decoder
    text = tokenizer.encode(" the man and you")
    start = [*tokenizer.start_sequence("en", "transcribe"), tokenizer.no_timestamps]
    scores: list[torch.Tensor] = []
    decoder(torch.tensor([[*start, *text, EOT]]), decoder.listen(features), scores)
    weights = torch.stack([scores[1][0, head, :, :400] for head in (0, 1)]).softmax(dim=2).double()
    standard = (weights - weights.mean(dim=1, keepdim=True)) / weights.std(dim=1, keepdim=True, correction=0)
    heard = median_filter(standard, 7).mean(dim=0)[3:-1].numpy()
    entered = dict(reversed(_slow_warp(-heard)))

    words = align(model, features, Window(0, 800), text, Options(), "en")

    firsts = np.cumsum([0] + [len(word.tokens) for word in words]).tolist()
    assert [word.start for word in words] == pytest.approx([entered[first] * 0.02 for first in firsts[:-1]])
    assert [word.end for word in words] == pytest.approx([entered[first] * 0.02 for first in firsts[1:]])


@pytest.mark.parametrize(("window", "letters"), [(Window(0, 1), 3), (Window(0, 3000), 0), (Window(0, 3000), 450)])
def test_what_cannot_be_aligned_has_no_words(
    model: Model, features: torch.Tensor, window: Window, letters: int
) -> None:
    """No sound, no text, or more text than the decoder's context holds."""
    assert align(model, features, window, [65] * letters, Options(), "en") == []


def test_without_known_heads_the_upper_half_of_the_decoder_is_asked(model: Model, features: torch.Tensor) -> None:
    text, window = model.tokenizer.encode(" the man and you"), Window(0, 3000)
    unknown = Model(model.name, model.network, model.tokenizer, model.abilities, None)

    # of two layers with two heads the upper half is what the checkpoint names, too
    assert align(unknown, features, window, text, Options(), "en") == align(
        model, features, window, text, Options(), "en"
    )


def test_sound_without_any_difference_is_aligned_too(model: Model) -> None:
    """Every token hears all frames alike where there is one: 0 / 0 would lose the path."""
    same = torch.zeros(1, 1500, 64)

    words = align(model, same, Window(0, 2), model.tokenizer.encode(" the man"), Options(), "en")

    assert [(word.text, word.start, word.end) for word in words] == [(" the", 0.0, 0.0), (" man", 0.0, 0.0)]


def test_drafts_are_given_their_words(model: Model, features: torch.Tensor) -> None:
    text = model.tokenizer.encode(" the man and you.")
    draft = Draft(0.0, 30.0, (B, *text, B + 1500), (0.0,) * (len(text) + 2))

    time_words(model, features, Window(0, 3000), [draft], Options(), "en", last_speech=0.0)

    assert [word.text for word in draft.words] == [" the", " man", " and", " you."]
    assert (draft.start, draft.end) == (draft.words[0].start, draft.words[-1].end)
