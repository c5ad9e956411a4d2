import pytest
import torch
from torch import Tensor

from engine.errors import EngineError
from engine.whisper.logits import (
    NoBlankStart,
    NoRepeatedNgrams,
    RepetitionPenalty,
    Suppress,
    Timestamps,
    rules_for,
    suppressed_tokens,
)
from engine.whisper.options import Options
from engine.whisper.tokenizer import Tokenizer

INF = float("inf")
NONE = torch.empty(1, 0, dtype=torch.long)

EOT, NO_TIMESTAMPS, BEGIN = 292, 398, 399  # of the byte vocabulary, which has 1900 tokens


def _allowed(logits: Tensor) -> list[int]:
    return (logits[0] > -INF).nonzero().flatten().tolist()


# --- which rules


def test_the_options_choose_the_rules(tokenizer: Tokenizer) -> None:
    def names(options: Options) -> list[str]:
        return [type(rule).__name__ for rule in rules_for(options, tokenizer)]

    assert names(Options()) == ["NoBlankStart", "Suppress", "Timestamps"]
    assert names(Options(without_timestamps=True, suppress_blank=False, suppress_tokens="")) == []
    assert names(Options(suppress_tokens=None)) == ["NoBlankStart", "Timestamps"]
    assert names(Options(repetition_penalty=1.1, no_repeat_ngram_size=3, without_timestamps=True)) == [
        "RepetitionPenalty",
        "NoRepeatedNgrams",
        "NoBlankStart",
        "Suppress",
    ]


@pytest.mark.parametrize(("latest", "steps"), [(1.0, 50), (0.5, 25), (0.0, None), (None, None)])
def test_the_latest_first_timestamp_is_given_in_steps(
    tokenizer: Tokenizer, latest: float | None, steps: int | None
) -> None:
    options = Options(max_initial_timestamp=latest, suppress_tokens=None, suppress_blank=False)

    assert rules_for(options, tokenizer) == [Timestamps(tokenizer, steps)]


def test_blank_is_a_space_or_the_end(tokenizer: Tokenizer) -> None:
    options = Options(suppress_tokens=None, without_timestamps=True)

    assert rules_for(options, tokenizer) == [NoBlankStart((32, EOT))]


# --- suppressed tokens


def test_tokens_that_steer_the_model_are_always_suppressed(tokenizer: Tokenizer) -> None:
    steering = (293, 393, 394, 395, 396, 397)

    assert suppressed_tokens((11,), tokenizer) == (11, *steering)
    assert suppressed_tokens((13, 11), tokenizer) == (11, 13, *steering)


def test_minus_one_stands_for_the_non_speech_symbols(tokenizer: Tokenizer) -> None:
    alone, joined = suppressed_tokens((-1,), tokenizer), suppressed_tokens((-1, 65), tokenizer)

    assert set(tokenizer.non_speech_tokens) < set(alone)
    assert set(joined) - set(alone) == {65}
    assert -1 not in alone


def test_tokens_that_a_checkpoint_forbids_join_the_non_speech_symbols(tokenizer: Tokenizer) -> None:
    assert 200 in suppressed_tokens((-1,), tokenizer, forbidden=(200,))
    assert 200 not in suppressed_tokens((65,), tokenizer, forbidden=(200,))


@pytest.mark.parametrize(("wish", "beyond"), [((1900,), "1900"), ((-2,), "-2")])
def test_tokens_that_the_model_has_not_are_refused(tokenizer: Tokenizer, wish: tuple[int, ...], beyond: str) -> None:
    with pytest.raises(EngineError, match=f"names {beyond}, but the model's tokens end at 1899"):
        suppressed_tokens(wish, tokenizer)


# --- suppress, blank


def test_suppressed_tokens_never_come() -> None:
    logits = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])

    Suppress((0, 2))(logits, torch.tensor([[1], [1]]))

    assert logits.tolist() == [[-INF, 2.0, -INF], [-INF, 5.0, -INF]]


def test_blank_is_forbidden_only_at_the_beginning() -> None:
    first, later = torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([[1.0, 2.0, 3.0]])

    NoBlankStart((0, 2))(first, NONE)
    NoBlankStart((0, 2))(later, torch.tensor([[1]]))

    assert (first.tolist(), later.tolist()) == ([[-INF, 2.0, -INF]], [[1.0, 2.0, 3.0]])


# --- timestamps


def _apply(tokenizer: Tokenizer, sampled: list[int], *, latest: int | None = None, loud: int | None = 65) -> list[int]:
    """The tokens left, where text token `loud` outweighs all timestamps."""
    logits = torch.zeros(1, tokenizer.size)
    if loud is not None:
        logits[0, loud] = 50.0
    Timestamps(tokenizer, latest)(logits, torch.tensor([sampled], dtype=torch.long))
    return _allowed(logits)


def test_a_window_begins_with_a_timestamp(tokenizer: Tokenizer) -> None:
    assert _apply(tokenizer, []) == list(range(BEGIN, 1900))


def test_a_window_begins_with_a_timestamp_that_is_early_enough(tokenizer: Tokenizer) -> None:
    assert _apply(tokenizer, [], latest=50) == list(range(BEGIN, BEGIN + 51))


def test_after_the_first_timestamp_comes_text(tokenizer: Tokenizer) -> None:
    assert _apply(tokenizer, [BEGIN + 7]) == list(range(NO_TIMESTAMPS))


def test_after_a_timestamp_behind_text_comes_its_pair_or_the_end(tokenizer: Tokenizer) -> None:
    # from the same timestamp on: the next segment may begin where this one ends
    assert _apply(tokenizer, [BEGIN, 66, BEGIN + 9], loud=EOT) == [*range(EOT, NO_TIMESTAMPS), *range(BEGIN + 9, 1900)]


def test_after_a_pair_of_timestamps_comes_text(tokenizer: Tokenizer) -> None:
    assert _apply(tokenizer, [BEGIN, 66, BEGIN + 9, BEGIN + 9]) == list(range(NO_TIMESTAMPS))


def test_a_segment_lasts(tokenizer: Tokenizer) -> None:
    """A timestamp behind text is later than the one before it."""
    assert _apply(tokenizer, [BEGIN + 9, 66]) == [*range(NO_TIMESTAMPS), *range(BEGIN + 10, 1900)]


def test_text_without_a_timestamp_before_it_may_be_followed_by_any(tokenizer: Tokenizer) -> None:
    assert _apply(tokenizer, [66, 67]) == [*range(NO_TIMESTAMPS), *range(BEGIN, 1900)]


def test_timestamps_win_when_together_they_outweigh_any_text(tokenizer: Tokenizer) -> None:
    logits = torch.full((1, tokenizer.size), -20.0)
    logits[0, 65] = 2.0  # more likely than any one timestamp, less than 100 of them
    logits[0, BEGIN + 10 : BEGIN + 110] = 0.0

    Timestamps(tokenizer, None)(logits, torch.tensor([[BEGIN, 66]]))

    assert _allowed(logits) == list(range(BEGIN + 1, 1900))


def test_text_stays_where_it_outweighs_the_timestamps(tokenizer: Tokenizer) -> None:
    logits = torch.full((1, tokenizer.size), -20.0)
    logits[0, 65] = 5.0
    logits[0, BEGIN + 10 : BEGIN + 110] = 0.0

    Timestamps(tokenizer, None)(logits, torch.tensor([[BEGIN, 66]]))

    assert 65 in _allowed(logits)


def test_each_row_follows_its_own_past(tokenizer: Tokenizer) -> None:
    logits = torch.zeros(3, tokenizer.size)
    logits[:, 65] = logits[:, EOT] = 50.0

    Timestamps(tokenizer, None)(logits, torch.tensor([[BEGIN, 66], [66, BEGIN + 3], [BEGIN + 3, BEGIN + 3]]))

    left = (logits > -INF).long()
    assert left[:, 65].tolist() == [1, 0, 1]
    assert left[:, BEGIN + 3].tolist() == [1, 1, 0]
    assert left[:, EOT].tolist() == [1, 1, 1]


# --- ours


def test_tokens_that_came_are_less_likely_to_return() -> None:
    logits = torch.tensor([[2.0, -2.0, 4.0, 6.0], [2.0, -2.0, 4.0, 6.0]])

    RepetitionPenalty(2.0, eot=3)(logits, torch.tensor([[0, 1, 0], [3, 2, 1]]))

    assert logits.tolist() == [[1.0, -4.0, 4.0, 6.0], [2.0, -4.0, 2.0, 6.0]]  # the end is no text


def test_before_the_first_token_nothing_returns() -> None:
    logits = torch.tensor([[2.0, -2.0]])

    RepetitionPenalty(2.0, eot=1)(logits, NONE)
    NoRepeatedNgrams(1, eot=1)(logits, NONE)

    assert logits.tolist() == [[2.0, -2.0]]


@pytest.mark.parametrize(
    ("size", "sampled", "forbidden"),
    [
        (1, [0, 2], [0, 2]),  # every token that came
        (2, [0, 1, 0], [1]),
        (2, [0, 1, 0, 2, 0], [1, 2]),
        (2, [0, 0], [0]),
        (3, [0, 1, 2, 0, 1], [2]),
        (3, [0, 1, 2, 1, 0], []),
        (3, [0, 1], []),  # shorter than a run
        (2, [5, 1, 5], []),  # 5 is a timestamp: only text counts
        (2, [0, 5, 0], []),
        (1, [5, 0], [0]),
    ],
)
def test_no_run_of_text_comes_twice(size: int, sampled: list[int], forbidden: list[int]) -> None:
    logits = torch.zeros(1, 6)

    NoRepeatedNgrams(size, eot=4)(logits, torch.tensor([sampled]))

    assert (logits[0] == -INF).nonzero().flatten().tolist() == forbidden
