"""The losses, against numbers computed by hand."""

import math

import pytest
import torch

from engine.training.examples import IGNORED
from engine.training.losses import frame_loss, listening_loss, token_loss


def test_a_text_token_costs_minus_log_of_its_probability() -> None:
    logits = torch.tensor([[math.log(6.0), math.log(3.0), math.log(1.0)]])
    loss = token_loss(logits, torch.tensor([1]), timestamp_begin=3)
    assert float(loss) == pytest.approx(-math.log(0.3))


def test_a_timestamp_beside_the_right_one_is_nearly_right() -> None:
    begin, vocabulary = 10, 40
    wanted = torch.tensor([25])

    def cost(chosen: int) -> float:
        logits = torch.zeros(1, vocabulary)
        logits[0, chosen] = 5.0
        return float(token_loss(logits, wanted, begin))

    assert cost(25) < cost(24) < cost(21) < cost(20)
    assert (cost(24), cost(20)) == pytest.approx((cost(26), cost(5)))


def test_the_bell_of_the_first_timestamp_stays_among_the_timestamps() -> None:
    logits = torch.full((1, 20), -20.0)
    bell = [math.exp(-0.5 * (step / 1.2) ** 2) for step in range(5)]
    for step, weight in enumerate(bell):
        logits[0, 10 + step] = math.log(weight / sum(bell))
    entropy = -sum(weight / sum(bell) * math.log(weight / sum(bell)) for weight in bell)
    assert float(token_loss(logits, torch.tensor([10]), 10)) == pytest.approx(entropy, abs=1e-4)


def test_frames_of_unknown_phonemes_cost_nothing() -> None:
    logits = torch.tensor([[[0.0, 0.0], [9.0, -9.0]]])
    assert float(frame_loss(logits, torch.tensor([[1, IGNORED]]))) == pytest.approx(math.log(2))
    assert float(frame_loss(logits, torch.tensor([[IGNORED, IGNORED]]))) == 0


def test_attention_inside_the_word_costs_minus_log_of_its_mass() -> None:
    heard = torch.tensor([[[0.1, 0.2, 0.3, 0.4], [0.25, 0.25, 0.25, 0.25]]])
    spans = torch.tensor([[[1, 3], [-1, -1]]])
    assert float(listening_loss((heard,), spans)) == pytest.approx(-math.log(0.5))
    beside = torch.tensor([[[0.8, 0.1, 0.0, 0.1], [0.25, 0.25, 0.25, 0.25]]])
    both = float(listening_loss((heard, beside), spans))
    assert both == pytest.approx((-math.log(0.5) - math.log(0.1)) / 2)


def test_without_known_words_attention_costs_nothing() -> None:
    heard = torch.full((1, 2, 4), 0.25)
    assert float(listening_loss((heard,), torch.full((1, 2, 2), -1))) == 0
