"""Which model is recommended on machines that are named here, and how long it will take."""

import pytest

from engine.abilities import Abilities
from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.recommend import Machine, Measured, expected_time, least_memory, memory_need, recommend
from engine.checkpoints.sizes import Sizes
from engine.checkpoints.suitable import Candidate, Job, candidates

HOUR = 3_600_000
MODELS = candidates((), read_offers())
LAPTOP = Machine(memory=6_144, cores=4)
CARD = Machine(memory=6_144, cores=4, gpu_memory=6_144)


def best(job: Job, machine: Machine, measured: Measured | None = None) -> tuple[str, str, str, int, int | None]:
    found = recommend(job, MODELS, machine, HOUR, measured)[0]
    return found.model.name, found.device, found.precision, found.memory, found.time


@pytest.mark.parametrize(
    ("job", "machine", "expected"),
    [
        (Job(), Machine(2_560, 2), ("small", "cpu", "float32", 1_676, 2_164_560)),
        (Job(), LAPTOP, ("large-v3-turbo", "cpu", "float32", 4_290, 1_840_920)),
        (Job("translate"), LAPTOP, ("medium", "cpu", "float32", 3_893, 3_256_200)),
        (Job(language="no"), LAPTOP, ("nb-whisper-medium", "cpu", "float32", 3_893, 3_256_200)),
        (Job(language="en", word_times=True), Machine(2_560, 2), ("small.en", "cpu", "float32", 1_676, 2_164_560)),
        (Job("translate"), CARD, ("medium", "gpu", "float16", 5_120, None)),
    ],
)
def test_the_best_that_fits_and_keeps_up_is_recommended(
    job: Job, machine: Machine, expected: tuple[str, str, str, int, int | None]
) -> None:
    assert best(job, machine) == expected


def test_numbers_that_a_processor_is_good_at_make_room_for_larger_models() -> None:
    yue = Job(language="yue")
    assert recommend(yue, MODELS, Machine(3_000, 4), HOUR) == ()
    assert best(yue, Machine(3_000, 4, processor=("bfloat16", "float32")))[:4] == (
        *("large-v3-turbo", "cpu", "bfloat16", 2_751),
    )
    assert best(yue, Machine(2_000, 4, processor=("bfloat16", "int8")))[:4] == ("large-v3-turbo", "cpu", "int8", 1_982)


def test_what_was_measured_here_goes_before_what_was_elsewhere() -> None:
    twice_as_fast = Measured("large-v3-turbo", "cpu", 3.911)
    assert best(Job(), LAPTOP, twice_as_fast) == ("large-v3-turbo", "cpu", "float32", 4_290, 920_481)
    assert best(Job(), LAPTOP, Measured("nobody", "cpu", 9.0))[4] == 1_840_920
    assert best(Job(), LAPTOP, Measured("large-v3-turbo", "gpu", 9.0))[4] == 1_840_920


def test_time_on_a_card_follows_from_a_run_on_it() -> None:
    assert best(Job(), CARD, Measured("medium", "gpu", 10.0)) == ("large-v3-turbo", "gpu", "float16", 6_144, 90_000)


def test_a_slow_machine_gets_what_is_quickest_last() -> None:
    found = recommend(Job("translate"), MODELS, Machine(16_000, 1), HOUR)
    assert [place.model.name for place in found] == [
        *("base", "tiny"),  # done before the sound would be, the better first
        *("small", "medium", "large-v2", "large-v1", "large-v3"),
    ]


def test_a_very_small_card_does_not_make_a_model_good() -> None:
    assert best(Job(), Machine(6_144, 4, gpu_memory=1_024))[:2] == ("large-v3-turbo", "cpu")


def test_synthetic_speech_is_recommended_to_nobody() -> None:
    toy = Candidate("toy", True, Abilities(("en", "no"), True, True, synthetic_only=True), Sizes(256, 4, 4))
    assert recommend(Job(), (toy,), LAPTOP, HOUR) == ()
    assert least_memory(Job(), (toy,), LAPTOP) is None


def test_the_smallest_need_is_told_where_nothing_fits() -> None:
    assert recommend(Job("translate"), MODELS, Machine(400, 4), HOUR) == ()
    assert least_memory(Job("translate"), MODELS, Machine(400, 4)) == 560


def test_the_time_of_one_model_is_that_of_the_recommendation() -> None:
    small = next(model for model in MODELS if model.name == "small")
    assert expected_time(small, MODELS, Machine(2_560, 2), HOUR) == 2_164_560
    assert expected_time(small, MODELS, Machine(2_560, 2), HOUR, Measured("small", "cpu", 2.0)) == HOUR // 2
    assert expected_time(small, MODELS, Machine(2_560, 2), 0, Measured("small", "cpu", 2.0)) == 0
    assert expected_time(small, MODELS, Machine(1_000, 2), HOUR) is None
    assert expected_time(small, MODELS, CARD, HOUR) is None


def test_a_model_needs_at_least_what_the_smallest_numbers_take() -> None:
    small = next(model for model in MODELS if model.name == "small")
    assert memory_need(small, LAPTOP) == 1_676
    assert memory_need(small, Machine(1, 1, processor=("float32", "int8"))) == 988
    assert memory_need(Candidate("unknown", True, small.abilities, None), LAPTOP) is None
