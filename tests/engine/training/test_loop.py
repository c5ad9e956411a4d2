"""The loop lowers the loss, goes on where it stopped, and stops when numbers break."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.errors import EngineError
from engine.progress import Cancel
from engine.training.batches import Batch, Batches
from engine.training.loop import Trainer, learning_rate
from engine.training.recipe import Recipe, Stage
from engine.training.state import load as load_state
from engine.training.state import save
from engine.whisper.checkpoint import load
from tests.support.spoken import recording

RECIPE = Recipe((Stage(12, 4000, 2),), learning_rate=3e-3, warm_up=2, accumulate=2, corrupted=(0.0, 0.1))


def trainer(folder: Path, recipe: Recipe = RECIPE, workers: int = 1) -> Trainer:
    model = load(folder, dtype=torch.float32)
    model.network.requires_grad_(True)
    batches = Batches([recording()], model.tokenizer, recipe, 448)
    return Trainer(model.network, model.tokenizer, batches, recipe, 1, workers=workers)


def losses(one: Trainer, steps: int | None = None) -> list[float]:
    return [step.losses.tokens for step in islice(one.run(Cancel()), steps)]


def test_a_few_steps_lower_the_loss(byte_model: Path) -> None:
    curve = losses(trainer(byte_model))
    assert len(curve) == 12
    assert curve[-1] < 0.6 * curve[0]


def test_a_resumed_training_has_the_same_curve(byte_model: Path, tmp_path: Path) -> None:
    whole = losses(trainer(byte_model))
    stopped = trainer(byte_model)
    first = losses(stopped, 5)
    save(stopped.state(), tmp_path / "state.pt")
    resumed = trainer(byte_model)
    resumed.resume(load_state(tmp_path / "state.pt", torch.device("cpu")))
    assert stopped.step == 5
    assert first + losses(resumed) == pytest.approx(whole, abs=1e-6)


def test_parts_side_by_side_are_parts_one_after_another(byte_model: Path) -> None:
    assert losses(trainer(byte_model, workers=2), 4) == pytest.approx(losses(trainer(byte_model), 4), abs=1e-5)


def test_computing_blocks_twice_changes_nothing(byte_model: Path) -> None:
    frugal = losses(trainer(byte_model, replace(RECIPE, frugal=True)), 3)
    assert frugal == pytest.approx(losses(trainer(byte_model), 3), abs=1e-4)


def test_halving_keeps_the_windows_of_a_step(byte_model: Path) -> None:
    one = trainer(byte_model)
    assert one.halve()
    assert (one.recipe.stages[0].batch, one.recipe.accumulate) == (1, 4)
    assert not one.halve()
    assert len(losses(one, 2)) == 2


def test_a_loss_that_is_no_number_stops_with_a_reason(byte_model: Path) -> None:
    one = trainer(byte_model)
    with torch.no_grad():
        one.network.decoder.ln.weight[0] = torch.nan
    with pytest.raises(EngineError, match="no number any more at step 1: lower the learning rate"):
        losses(one)


def test_the_rate_rises_stays_and_falls() -> None:
    recipe = Recipe((Stage(110, 4000, 1),), learning_rate=1.0, last_rate=0.0, warm_up=10)
    assert [learning_rate(recipe, step) for step in (0, 9, 10, 60, 110)] == pytest.approx([0.1, 1.0, 1.0, 0.5, 0.0])
    late = replace(recipe, falling=0.2)
    assert [learning_rate(late, step) for step in (9, 90, 100, 110)] == pytest.approx([1.0, 1.0, 0.5, 0.0])


class Crowded(Batches):
    """Batches of more than one window don't fit."""

    def batch(self, step: int, part: int = 0) -> tuple[Batch, np.random.Generator]:
        if self.recipe.stages[0].batch > 1:
            raise MemoryError
        return super().batch(step, part)


def test_memory_that_runs_out_is_an_error_that_halving_mends(byte_model: Path) -> None:
    model = load(byte_model, dtype=torch.float32)
    model.network.requires_grad_(True)
    batches = Crowded([recording()], model.tokenizer, RECIPE, 448)
    one = Trainer(model.network, model.tokenizer, batches, RECIPE, 1)
    with pytest.raises(MemoryError):
        losses(one, 1)
    assert one.halve()
    assert len(losses(one, 1)) == one.step == 1


def test_muon_learns_the_matrices_of_the_blocks_and_resumes(byte_model: Path, tmp_path: Path) -> None:
    recipe = replace(RECIPE, orthogonal=1.0)
    whole = losses(trainer(byte_model, recipe))
    stopped = trainer(byte_model, recipe)
    first = losses(stopped, 5)
    save(stopped.state(), tmp_path / "state.pt")
    resumed = trainer(byte_model, recipe)
    resumed.resume(load_state(tmp_path / "state.pt", torch.device("cpu")))
    assert whole[-1] < 0.6 * whole[0]
    assert first + losses(resumed) == pytest.approx(whole, abs=1e-6)


def test_a_state_of_another_recipe_is_refused_with_the_remedy(byte_model: Path) -> None:
    state = trainer(byte_model, replace(RECIPE, orthogonal=1.0)).state()
    with pytest.raises(EngineError, match=r"another network or recipe: .* remove it and begin anew"):
        trainer(byte_model).resume(state)
