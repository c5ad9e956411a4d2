"""The queue is a value: every change returns the next queue, and leaves what it doesn't concern as it is."""

import pytest

from app.queue.values import (
    Entry,
    Manner,
    Queue,
    added,
    begun,
    can_move,
    done,
    failed,
    left,
    moved,
    put_back,
    without,
)

SMALL = Manner("/models/small")
A, B, C = (Entry(name, f"/films/{name}.mp4", f"/films/{name}.sotto", SMALL) for name in "abc")
QUEUE = Queue((A, B, C))


def keys(queue: Queue) -> str:
    return "".join(entry.key for entry in queue.entries)


def states(queue: Queue) -> list[str]:
    return [entry.state for entry in queue.entries]


def test_films_are_heard_in_the_order_in_which_they_came() -> None:
    queue = added(Queue(), (A, B))
    assert queue.next == A
    queue = begun(queue, "a")
    assert queue.next == B
    assert added(queue, (C,)).entries[-1] == C
    assert done(done(queue, "a", 3), "b", 0).next is None


def test_what_is_taken_out_is_gone_and_the_others_stay() -> None:
    assert keys(without(QUEUE, "b")) == "ac"
    assert without(QUEUE, "z") == QUEUE


@pytest.mark.parametrize(
    ("key", "by", "order"), [("b", -1, "bac"), ("b", 1, "acb"), ("a", -1, "abc"), ("c", 1, "abc"), ("z", 1, "abc")]
)
def test_one_that_waits_is_moved_by_one_place(key: str, by: int, order: str) -> None:
    step = -1 if by < 0 else 1
    assert keys(moved(QUEUE, key, step)) == order
    assert can_move(QUEUE, key, step) is (order != "abc")


def test_only_what_waits_is_moved_and_past_others_that_do_not() -> None:
    queue = failed(begun(added(QUEUE, (Entry("d", "", "", SMALL),)), "a"), "c", "No sound.", 0)
    assert not can_move(queue, "b", -1)
    assert keys(moved(queue, "d", -1)) == "adcb"
    assert keys(moved(queue, "c", -1)) == "abcd"


def test_each_end_is_noted_with_what_came_of_it() -> None:
    queue = begun(QUEUE, "a")
    assert queue.entry("a") == Entry("a", "/films/a.mp4", "/films/a.sotto", SMALL, begun=True, state="hearing")
    ended = done(queue, "a", 12, "The SRT file exists.").entry("a")
    assert ended is not None
    assert (ended.state, ended.cues, ended.message) == ("done", 12, "The SRT file exists.")
    broken = failed(queue, "a", "No memory: close other programs.", 5).entry("a")
    assert broken is not None
    assert (broken.state, broken.cues, broken.message) == ("failed", 5, "No memory: close other programs.")
    stopped = left(queue, "a", 4).entry("a")
    assert stopped is not None
    assert (stopped.state, stopped.cues, stopped.begun) == ("left", 4, True)


def test_what_waits_again_has_its_place_and_knows_that_it_was_begun() -> None:
    queue = put_back(failed(begun(QUEUE, "a"), "a", "No memory.", 5), "a")
    assert queue.next == Entry("a", "/films/a.mp4", "/films/a.sotto", SMALL, begun=True)


def test_after_a_restart_all_is_offered_but_what_is_done() -> None:
    queue = begun(done(begun(QUEUE, "a"), "a", 3), "b")
    assert queue.waits
    assert keys(queue.unfinished) == "bc"
    assert states(queue.unfinished) == ["waiting", "waiting"]
    assert not Queue().waits
