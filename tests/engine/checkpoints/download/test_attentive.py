"""Work that blocks is taken from a thread, item by item, and can be left at any moment."""

from collections.abc import Iterator
from threading import Event

import pytest

from engine.checkpoints.download.attentive import attentive
from engine.errors import Cancelled
from engine.progress import Cancel


def test_all_items_come_in_their_order() -> None:
    assert list(attentive(iter(range(100)), Cancel())) == list(range(100))


def test_what_the_work_raises_is_raised_behind_what_it_yielded() -> None:
    def work() -> Iterator[int]:
        yield 1
        raise LookupError("lost")

    taken = attentive(work(), Cancel())
    assert next(taken) == 1
    with pytest.raises(LookupError, match="lost"):
        next(taken)


def test_a_cancel_is_heard_while_the_work_blocks() -> None:
    held, cancel = Event(), Cancel()

    def work() -> Iterator[int]:
        yield 1
        held.wait(60)

    taken = attentive(work(), cancel)
    next(taken)
    cancel.ask()
    with pytest.raises(Cancelled):
        next(taken)
    held.set()


def test_work_that_nobody_takes_from_any_more_ends() -> None:
    ended = Event()

    def work() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            ended.set()

    taken = attentive(work(), Cancel())
    next(taken)
    taken.close()
    assert ended.wait(60)
