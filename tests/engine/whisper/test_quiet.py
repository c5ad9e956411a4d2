import numpy as np
import pytest

from engine.whisper.quiet import quietest
from tests.support.sound import ArraySamples

FRAME = 160


def _sound(*loudness: float) -> ArraySamples:
    """A hundredth of a second each, as loud as said."""
    return ArraySamples(np.repeat(np.array(loudness, np.float32), FRAME))


def test_the_quietest_place_is_where_most_is_quiet_around_it() -> None:
    loud = [0.5] * 100
    loud[20] = 0.0  # the moment between two periods
    loud[60:70] = [0.2] * 10

    assert quietest(_sound(*loud), 10, 90) == 65


def test_of_places_that_are_as_quiet_the_last_is_taken() -> None:
    assert quietest(_sound(*[0.5] * 100), 10, 90) == 89


@pytest.mark.parametrize(("first", "stop"), [(0, 8), (90, 100), (98, 140)])
def test_what_lies_outside_of_the_sound_is_silent(first: int, stop: int) -> None:
    assert first <= quietest(_sound(*[0.5] * 100), first, stop) < stop


def test_the_end_of_the_sound_is_quieter_than_its_middle() -> None:
    assert quietest(_sound(*[0.5] * 100), 50, 100) == 99
