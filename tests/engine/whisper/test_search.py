from itertools import product
from math import log

import pytest
import torch
from torch import Tensor

from engine.whisper.model import LayerMemory, Memory
from engine.whisper.search import Beams, Candidate, Sampling, Search, highest, likeliest

CPU = torch.device("cpu")
EOT = 3  # of four tokens
INF = float("inf")


def _memory(rows: int) -> Memory:
    """A memory whose only layer holds each row's number, to see which rows go on."""
    numbers = torch.arange(rows).float().view(rows, 1, 1, 1).clone()
    memory = Memory([LayerMemory(numbers, numbers.clone(), torch.empty(0), torch.empty(0))])
    memory.length = 1
    return memory


def _log(*rows: list[float]) -> Tensor:
    """Logits whose softmax is `rows`."""
    return torch.tensor(rows).log()


def _total(candidate: Candidate) -> float:
    return pytest.approx(candidate.total, abs=1e-5)  # type: ignore[no-any-return]


# --- candidates


@pytest.mark.parametrize(
    ("tokens", "penalty", "score"),
    [
        ((1, 2, 1, 2), None, -2.0),  # the mean
        ((), None, -8.0),  # no token counts as one
        ((1,), 1.0, -8.0),  # ((5 + 1) / 6) ** 1 = 1
        ((1,) * 7, 1.0, -4.0),  # ((5 + 7) / 6) ** 1 = 2
        ((1,) * 19, 0.5, -4.0),  # 4 ** 0.5 = 2
        ((1,) * 19, 0.0, -8.0),  # no penalty at all
    ],
)
def test_a_text_is_rated_by_its_length(tokens: tuple[int, ...], penalty: float | None, score: float) -> None:
    assert Candidate(tokens, (0.0,) * len(tokens), -8.0).score(penalty) == score


# --- the highest scores


@pytest.mark.parametrize("size", [4, 127, 128, 1000, 51_865])
def test_the_highest_scores_are_found_wherever_they_stand(size: int) -> None:
    scores = torch.randn(3, size, generator=torch.Generator().manual_seed(size))
    scores[0, -4:] = torch.tensor([9.0, 12.0, 11.0, 10.0])  # behind the last whole piece
    scores[1, : min(size, 200) : 2] = -INF

    values, tokens = highest(scores, 3)

    right = scores.sort(dim=1, descending=True)
    assert torch.equal(values, right.values[:, :3])
    assert torch.equal(scores.gather(1, tokens), values)
    assert tokens[0].tolist() == [size - 3, size - 2, size - 1]
    assert torch.equal(likeliest(scores), right.indices[:, :1])


def test_of_equals_the_first_is_the_likeliest() -> None:
    assert likeliest(torch.tensor([[1.0, 3.0, 3.0], [-INF, -INF, -INF]])).tolist() == [[1], [0]]


# --- greedy and sampling


def test_greedy_takes_the_likeliest_token_until_the_end() -> None:
    search = Sampling(1, 0, EOT, CPU)

    assert not search.advance(_log([0.1, 0.5, 0.2, 0.2]), _memory(1))
    assert not search.advance(_log([0.7, 0.1, 0.1, 0.1]), _memory(1))
    assert search.advance(_log([0.1, 0.1, 0.2, 0.6]), _memory(1))

    (found,) = search.candidates()
    assert found.tokens == (1, 0)
    assert found.logprobs == pytest.approx((log(0.5), log(0.7)), abs=1e-5)
    assert _total(found) == log(0.5 * 0.7 * 0.6)  # the end counts


def test_greedy_that_never_ended_keeps_all_its_tokens() -> None:
    search = Sampling(1, 0, EOT, CPU)
    search.advance(_log([0.1, 0.5, 0.2, 0.2]), _memory(1))

    (found,) = search.candidates()
    assert (found.tokens, _total(found)) == ((1,), log(0.5))


def test_a_row_that_ended_waits_for_the_others_without_cost() -> None:
    torch.manual_seed(0)
    search = Sampling(2, 1.0, EOT, CPU)
    sure = 1 - 3e-7
    rare = 1e-7

    assert not search.advance(_log([rare, rare, rare, sure], [sure, rare, rare, rare]), _memory(2))
    assert not search.advance(_log([0.5, 0.5, rare, rare], [rare, sure, rare, rare]), _memory(2))
    assert search.advance(_log([sure, rare, rare, rare], [rare, rare, rare, sure]), _memory(2))

    ended, other = search.candidates()
    assert (ended.tokens, other.tokens) == ((), (0, 1))
    assert (_total(ended), _total(other)) == (0.0, 0.0)
    assert search.sampled.tolist() == [[EOT, EOT, EOT], [0, 1, EOT]]


def test_rows_that_are_kept_go_on_alone() -> None:
    search, memory = Sampling(3, 0, EOT, CPU), _memory(3)
    search.advance(_log([0.7, 0.1, 0.1, 0.1], [0.1, 0.7, 0.1, 0.1], [0.1, 0.1, 0.7, 0.1]), memory)

    search.keep([2, 0])
    search.advance(_log([0.1, 0.6, 0.2, 0.1], [0.1, 0.1, 0.6, 0.2]), memory)

    assert search.rows == 2
    assert [candidate.tokens for candidate in search.candidates()] == [(2, 1), (0, 2)]
    assert _total(search.candidates()[0]) == log(0.7) + log(0.6)


def test_draws_are_the_same_for_the_same_seed() -> None:
    def draw(seed: int) -> list[list[int]]:
        torch.manual_seed(seed)
        search = Sampling(50, 1.0, EOT, CPU)
        search.advance(torch.zeros(50, 4), _memory(50))
        return search.sampled.tolist()

    assert draw(7) == draw(7)
    assert draw(7) != draw(8)


@pytest.mark.parametrize(
    ("temperature", "expected"),
    [
        (1.0, [0.5, 0.25, 0.25, 0.0]),
        (0.5, [0.6667, 0.1667, 0.1667, 0.0]),  # squares: 4 : 1 : 1
        (2.0, [0.4142, 0.2929, 0.2929, 0.0]),  # roots
    ],
)
def test_draws_follow_the_probabilities_at_a_temperature(temperature: float, expected: list[float]) -> None:
    torch.manual_seed(0)
    rows = 20_000
    search = Sampling(rows, temperature, EOT, CPU)

    search.advance(_log([0.5, 0.25, 0.25, 0.0]).expand(rows, 4), _memory(rows))

    shares = search.sampled.flatten().bincount(minlength=4) / rows
    assert shares.tolist() == pytest.approx(expected, abs=0.015)  # four standard deviations
    # what is told is the model's probability, not the temperature's
    assert {round(c.total, 4) for c in search.candidates()} == {round(log(0.5), 4), round(log(0.25), 4)}


# --- beams


def _run(search: Search, *steps: Tensor) -> list[bool]:
    return [search.advance(step, _memory(search.rows)) for step in steps]


def test_beams_find_what_greedy_misses() -> None:
    """Greedy: 0 (0.5), then 0 (0.3) is 0.15. Better: 1 (0.4), then 2 (0.9) is 0.36."""
    search = Beams(2, 1.0, EOT, CPU)
    start = [0.5, 0.4, 0.05, 0.05]

    over = _run(
        search,
        _log(start, start),
        _log([0.3, 0.2, 0.26, 0.24], [0.04, 0.04, 0.9, 0.02]),  # after 0, after 1: on with 1 2 (0.36) and 0 0 (0.15)
        _log([0.1, 0.1, 0.1, 0.7], [0.1, 0.1, 0.1, 0.7]),
    )

    assert over == [False, False, True]
    first, second = search.candidates()
    assert (first.tokens, _total(first)) == ((1, 2), log(0.4 * 0.9 * 0.7))
    assert first.logprobs == pytest.approx((log(0.4), log(0.9)), abs=1e-5)
    assert (second.tokens, _total(second)) == ((0, 0), log(0.5 * 0.3 * 0.7))


def test_at_the_first_token_all_beams_are_still_one_text() -> None:
    search = Beams(2, 1.0, EOT, CPU)

    search.advance(_log([0.6, 0.2, 0.1, 0.1], [0.6, 0.2, 0.1, 0.1]), _memory(2))

    assert search.sampled.tolist() == [[0], [1]]


def test_the_memory_goes_on_with_the_chosen_rows() -> None:
    """The memory holds a start of one token, the same in all rows, and behind it the tokens that were sampled."""
    search = Beams(2, 1.0, EOT, CPU)
    keys = torch.full((2, 1, 4, 1), 9.0)
    memory = Memory([LayerMemory(keys, keys.clone(), torch.empty(0), torch.empty(0))])

    def read() -> None:
        for each in (memory.layers[0].keys, memory.layers[0].values):
            each[:, 0, memory.length, 0] = search.sampled[:, -1]
        memory.length += 1

    def held() -> list[list[float]]:
        assert torch.equal(memory.layers[0].keys, memory.layers[0].values)
        return memory.layers[0].keys[:, 0, : memory.length, 0].tolist()

    memory.length = 1
    search.advance(_log([0.6, 0.2, 0.1, 0.1], [0.6, 0.2, 0.1, 0.1]), memory)
    assert search.sampled.tolist() == [[0], [1]]
    read()
    search.advance(_log([0.3, 0.28, 0.22, 0.2], [0.48, 0.5, 0.01, 0.01]), memory)
    assert search.sampled.tolist() == [[0, 0], [0, 1]]  # 0.18 and 0.168, against 0.1
    assert held() == [[9, 0], [9, 0]]
    read()
    search.advance(_log([0.01, 0.01, 0.01, 0.97], [0.5, 0.48, 0.01, 0.01]), memory)
    assert search.sampled.tolist() == [[0, 1, 0], [0, 1, 1]]
    assert held() == [[9, 0, 1], [9, 0, 1]]
    read()
    search.advance(_log([0.9, 0.02, 0.04, 0.04], [0.9, 0.02, 0.04, 0.04]), memory)
    assert held() == [[9, 0, 1, 0], [9, 0, 1, 1]]  # each went on


def test_an_end_counts_only_before_the_last_beam_that_goes_on() -> None:
    search = Beams(2, 1.0, EOT, CPU)

    search.advance(_log([0.4, 0.3, 0.05, 0.25], [0.4, 0.3, 0.05, 0.25]), _memory(2))

    assert [c.tokens for c in search.candidates()] == [(0,), (1,)]  # none has ended: these are unfinished


def test_patience_waits_for_more_ended_texts() -> None:
    step = _log([0.3, 0.2, 0.1, 0.4], [0.3, 0.2, 0.1, 0.4])

    # step 1: the end alone; step 2: 0 EOT and 1 EOT
    assert _run(Beams(2, 1.0, EOT, CPU), step, step) == [False, True]
    patient = Beams(2, 2.0, EOT, CPU)
    assert _run(patient, step, step, step) == [False, False, True]
    # no more than two beams' patience asks for, best first in each step
    assert [c.tokens for c in patient.candidates()] == [(), (0,), (1,), (0, 0)]


def test_less_patience_ends_at_the_first_end() -> None:
    search = Beams(2, 0.1, EOT, CPU)

    assert _run(search, _log([0.3, 0.2, 0.1, 0.4], [0.3, 0.2, 0.1, 0.4])) == [True]
    # filled up to the number of beams with the best that go on
    first, second = search.candidates()
    assert (first.tokens, _total(first)) == ((), log(0.4))
    assert (second.tokens, _total(second)) == ((0,), log(0.3))


def test_forbidden_tokens_do_not_break_the_beams() -> None:
    """Where fewer tokens are allowed than beams, the others go on without hope."""
    search = Beams(3, 1.0, EOT, CPU)
    only = [-INF, 0.0, -INF, -INF]

    _run(search, torch.tensor([only] * 3), torch.zeros(3, 4))

    best = max(search.candidates(), key=lambda c: c.score(None))
    assert best.tokens[0] == 1
    assert _total(best) == log(0.25)
    assert not any(torch.isnan(torch.tensor(c.total)) for c in search.candidates())


@pytest.mark.parametrize("beams", [1, 2, 3])
def test_wide_beams_find_the_best_of_all_texts(beams: int) -> None:
    """Step probabilities that don't depend on the past: the best texts are the products in order."""
    generator = torch.Generator().manual_seed(beams)
    steps = torch.rand(3, 4, generator=generator)
    steps[:, EOT] = 1e-6
    search = Beams(beams, 1.0, EOT, CPU)

    _run(search, *(step.log().expand(beams, 4) for step in steps))

    chances = (steps / steps.sum(dim=1, keepdim=True)).tolist()
    texts = sorted(product(range(3), repeat=3), key=lambda t: -chances[0][t[0]] * chances[1][t[1]] * chances[2][t[2]])
    assert [c.tokens for c in search.candidates()] == texts[:beams]
