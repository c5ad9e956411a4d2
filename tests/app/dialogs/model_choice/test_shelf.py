"""Which of the models that are here is taken for a job, and what a machine that is named here would make of it."""

from dataclasses import replace
from pathlib import Path

from app.dialogs.model_choice.shelf import Prospects, Shelf
from engine.checkpoints.local import ModelInfo
from engine.checkpoints.recommend import Machine, Measured
from engine.checkpoints.suitable import Job
from tests.support.dialogs import BASE_EN, BROKEN, MINI, MODELS, PROSPECTS, SMALL, TURBO

HOUR = 3_600_000
ENGLISH = Job(language="en", word_times=True)
TRANSLATE = Job("translate", "de")
SMALL_MACHINE = replace(PROSPECTS, machine=Machine(memory=1_000, cores=2))


def test_a_chosen_model_is_begun_with_even_if_it_can_not_do_the_job() -> None:
    assert Shelf(MODELS, PROSPECTS).first(TRANSLATE, "/m/base.en") == BASE_EN


def test_where_none_was_chosen_the_best_is_begun_with() -> None:
    assert Shelf(MODELS, PROSPECTS).first(TRANSLATE, "") == SMALL
    assert Shelf(MODELS, PROSPECTS).first(ENGLISH, "/gone") == TURBO
    assert Shelf(MODELS).first(ENGLISH, "") == TURBO  # of a machine that nobody knows


def test_where_none_can_do_it_one_for_peoples_voices_is_begun_with() -> None:
    assert Shelf((MINI, BASE_EN), PROSPECTS).first(TRANSLATE, "") == BASE_EN
    assert Shelf((BROKEN, MINI), PROSPECTS).first(TRANSLATE, "") == MINI
    assert Shelf((BROKEN,), PROSPECTS).first(TRANSLATE, "") is None


def test_what_fits_is_better_than_what_is_larger_and_the_smallest_is_taken_where_none_fits() -> None:
    assert Shelf(MODELS, SMALL_MACHINE).best(ENGLISH) == BASE_EN
    assert Shelf((TURBO, SMALL), SMALL_MACHINE).best(ENGLISH) == SMALL
    assert Shelf((MINI,), PROSPECTS).best(ENGLISH) is None


def test_a_model_is_recommended_where_there_is_a_choice_and_the_machine_is_known() -> None:
    assert Shelf(MODELS, PROSPECTS).recommended(ENGLISH, HOUR) == TURBO
    assert Shelf((MINI, SMALL), PROSPECTS).recommended(ENGLISH, HOUR) is None
    assert Shelf(MODELS).recommended(ENGLISH, HOUR) is None
    assert Shelf((TURBO, SMALL), SMALL_MACHINE).recommended(ENGLISH, HOUR) is None


def test_models_that_can_are_named_those_that_are_here_first() -> None:
    assert Shelf((BASE_EN, SMALL, MINI), PROSPECTS).others(TRANSLATE) == (("small",), ("tiny", "base", "medium"))
    assert Shelf((BASE_EN,)).others(TRANSLATE) == ((), ())


def test_time_follows_from_the_network_and_from_what_was_measured() -> None:
    assert Shelf(MODELS, PROSPECTS).time(SMALL, HOUR) == 1_082_280
    assert Shelf(MODELS, PROSPECTS).time(SMALL, 0) == 1_082_280
    measured = replace(PROSPECTS, measured=Measured("small", "cpu", 4.0))
    assert Shelf(MODELS, measured).time(SMALL, HOUR) == HOUR // 4
    assert Shelf(MODELS, SMALL_MACHINE).time(SMALL, HOUR) is None
    assert Shelf(MODELS).time(SMALL, HOUR) is None
    assert Shelf((replace(SMALL, sizes=None),), PROSPECTS).time(replace(SMALL, sizes=None), HOUR) is None


def test_memory_that_is_lacking_is_told_in_bytes() -> None:
    assert Shelf(MODELS, SMALL_MACHINE).lacking_memory(SMALL) == (1_676 << 20, 1_000 << 20)
    assert Shelf(MODELS, SMALL_MACHINE).lacking_memory(BASE_EN) is None
    assert Shelf(MODELS).lacking_memory(SMALL) is None


def test_models_of_the_same_name_are_told_apart_by_where_they_lie() -> None:
    other = replace(TURBO, path=Path("/n/turbo"))
    assert Shelf((TURBO, other), PROSPECTS).find("/n/turbo") == other
    assert Shelf((TURBO,)).with_models((TURBO, other)).models == (TURBO, other)


def test_a_shelf_knows_what_is_on_it() -> None:
    shelf = Shelf(MODELS, Prospects())
    assert all(isinstance(model, ModelInfo) for model in shelf.usable)
    assert shelf.persons == (SMALL, TURBO, BASE_EN)
