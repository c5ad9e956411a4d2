"""Batches that other processes make ahead are the very ones that would be made here."""

from pathlib import Path

import torch

from engine.training.ahead import Ahead
from engine.training.batches import Batch, Batches
from engine.training.recipe import Recipe, Stage
from engine.whisper.vocabulary import read_hugging_face
from tests.support.spoken import recording

RECIPE = Recipe((Stage(2, 4000, 3), Stage(2, 6000, 2)), seed=7, accumulate=2)


def test_they_come_in_order_from_the_first_step_on_with_their_chance(byte_model: Path) -> None:
    recordings = [recording(language="en"), recording(language="no", seed=1)]
    batches = Batches(recordings, read_hugging_face(byte_model), RECIPE, 448)
    ahead = Ahead(batches, first=1)
    for step, part in ((1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1)):
        (batch, chance), (wanted, same_chance) = ahead.batch(step, part), batches.batch(step, part)
        for name in Batch.__dataclass_fields__:
            assert torch.equal(getattr(batch, name), getattr(wanted, name)), (step, part, name)
        assert chance.integers(1 << 62) == same_chance.integers(1 << 62)
