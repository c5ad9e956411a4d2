"""Heads that follow the sound are found by where they listen."""

from pathlib import Path

import numpy as np
import torch

from engine.training.clips import speaking
from engine.training.heads import alignment_heads, attention_inside
from engine.whisper.checkpoint import load
from tests.support.spoken import recording


def test_heads_nearly_as_good_as_the_best_are_chosen() -> None:
    inside = torch.tensor([[0.1, 0.9], [0.75, 0.5]])
    assert alignment_heads(inside) == ((0, 1), (1, 0))


def test_the_attention_inside_words_is_a_share(byte_model: Path) -> None:
    model = load(byte_model, dtype=torch.float32)
    clip = speaking(recording(), 0, 30_000, 0.0, np.random.default_rng(0), respeak=False)
    assert clip is not None
    inside = attention_inside(model.network, model.tokenizer, [clip])
    assert inside.shape == (2, 2)
    # heads that have learned nothing listen everywhere alike: a word and 40 ms around it is 0.58 of 30 seconds
    assert 0.0 < float(inside.min()) < float(inside.max()) < 0.3
