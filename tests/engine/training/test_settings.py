"""What isn't asked for is chosen so that it works: rates by the size of the model."""

import pytest

from engine.training.settings import Settings

ASKED = Settings(pairs=("pairs",), model="model")


@pytest.mark.parametrize(("state", "rate"), [(224, 2e-4), (384, 6.8e-5), (768, 1.7e-5), (1280, 6.1e-6)])
def test_a_wider_network_learns_more_carefully(state: int, rate: float) -> None:
    assert ASKED.recipe(state).learning_rate == pytest.approx(rate, rel=0.01)


def test_adapters_and_new_weights_learn_at_one_rate() -> None:
    assert Settings(pairs=("pairs",), model="model", rank=16).recipe(1280).learning_rate == 1e-3
    assert Settings(pairs=("pairs",), model="model", afresh=True).recipe(384).learning_rate == 1e-3


def test_a_rate_that_is_asked_for_is_kept() -> None:
    assert Settings(pairs=("pairs",), model="model", learning_rate=3e-5).recipe(384).learning_rate == 3e-5
