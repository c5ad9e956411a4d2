"""When it is enough."""

import pytest

from engine.checkpoints.download.tries import Tries
from engine.checkpoints.download.values import Interrupted, Patience
from engine.errors import EngineError

LOST = Interrupted("the connection to hub.example broke")


def test_the_wait_doubles_up_to_the_longest() -> None:
    tries = Tries("model.safetensors", Patience(tries=6, first_wait=1, longest_wait=10))
    assert [tries.failed(LOST) for _ in range(6)] == [1, 2, 4, 8, 10, 10]
    with pytest.raises(EngineError, match=r"model\.safetensors could not be fetched: the connection to hub\.example"):
        tries.failed(LOST)


def test_what_came_further_counts_anew_and_what_only_came_again_does_not() -> None:
    tries = Tries("model.safetensors", Patience(tries=3, first_wait=1))
    assert [tries.failed(LOST, reached) for reached in (5, 5, 6, 1, 6)] == [1, 2, 1, 2, 4]


def test_a_server_may_ask_for_a_longer_wait_within_reason() -> None:
    tries = Tries("model.safetensors", Patience(tries=6, first_wait=1, longest_wait=10))
    assert [tries.failed(Interrupted("busy", wait)) for wait in (5.0, 600.0, 0.0)] == [5, 10, 4]
