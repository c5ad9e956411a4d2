"""Wishes to stop and to rest, made in one thread and met in another."""

import threading

import pytest

from engine.errors import Cancelled
from engine.progress import Cancel


def test_work_rests_until_it_may_go_on() -> None:
    cancel, passed = Cancel(), threading.Event()
    cancel.pause()

    def work() -> None:
        cancel.check()
        passed.set()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    assert cancel.resting
    assert not passed.wait(0.05)
    cancel.resume()
    assert passed.wait(30)
    thread.join()
    assert cancel.rested > 0
    assert not cancel.resting


def test_work_that_rests_can_be_stopped_and_then_rests_no_more() -> None:
    cancel = Cancel()
    cancel.pause()
    cancel.ask()
    cancel.pause()
    with pytest.raises(Cancelled):
        cancel.check()


def test_without_a_wish_work_goes_on() -> None:
    cancel = Cancel()
    cancel.check()
    assert cancel.rested == 0


def test_a_wait_ends_at_once_if_the_end_is_wished() -> None:
    cancel = Cancel()
    cancel.wait(0)
    cancel.ask()
    with pytest.raises(Cancelled):
        cancel.wait(3600)
