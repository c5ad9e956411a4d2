"""What is said of models in words, where the dialogs' own tests don't hear it."""

import pytest

from app.dialogs.model_choice.shelf import Shelf
from app.dialogs.model_choice.words import ModelWords
from engine.checkpoints.recommend import Measured
from engine.checkpoints.suitable import Job
from tests.support.dialogs import MINI, PROSPECTS, SMALL


@pytest.mark.parametrize(
    ("speed", "told"),
    [
        (60.1, "Less than a minute for this film (1:00:00) on this machine."),
        (5.0, "About 12 minutes for this film (1:00:00) on this machine."),
        (0.6001, "About 1 h 40 min for this film (1:00:00) on this machine."),
        (0.1, "About 10 h 0 min for this film (1:00:00) on this machine."),
    ],
)
def test_times_are_told_as_people_tell_them(speed: float, told: str) -> None:
    prospects = PROSPECTS.__class__(machine=PROSPECTS.machine, measured=Measured("small", "cpu", speed))
    words = ModelWords(Shelf((SMALL,), prospects), Job())
    assert words.expected(SMALL, 3_600_000, whole=True) == told


def test_the_toy_is_warned_of_and_another_advised_where_one_can_be_got() -> None:
    warning = "It learned from synthetic speech and is useless for people's voices: it is here to try Sotto."
    assert ModelWords(Shelf((MINI,)), Job()).warning(MINI) == warning
    assert ModelWords(Shelf((MINI, SMALL), PROSPECTS), Job()).warning(MINI) == warning
    assert (
        ModelWords(Shelf((MINI,), PROSPECTS), Job()).warning(MINI)
        == f"{warning} For films of your own get another one."
    )


def test_a_model_that_can_do_it_is_neither_marked_nor_refused() -> None:
    words = ModelWords(Shelf((SMALL,), PROSPECTS), Job("translate", "no"))
    assert words.mark(SMALL.abilities) == ""
    assert words.refusal(SMALL) == ""
