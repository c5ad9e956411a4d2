"""Speed and time left, by a clock of the test's own."""

from engine.jobs.pace import Pace
from engine.progress import Cancel
from engine.progress import Progress as Position
from engine.protocol import Progress


def test_speed_and_time_left_follow_from_what_was_done() -> None:
    times = iter([10.0, 12.0, 14.0])
    pace = Pace(7, Cancel(), lambda: next(times))
    assert [pace.tell(Position("transcribe", done, 60_000)) for done in (0, 20_000, 30_000)] == [
        Progress(7, "transcribe", 0, 60_000, None, None),
        Progress(7, "transcribe", 20_000, 60_000, 10.0, 4_000),
        Progress(7, "transcribe", 30_000, 60_000, 7.5, 4_000),
    ]


def test_each_stage_has_its_own_pace() -> None:
    times = iter([0.0, 1.0, 1.0, 3.0])
    pace = Pace(7, Cancel(), lambda: next(times))
    told = [
        pace.tell(position)
        for position in (
            Position("decode", 0, None),
            Position("decode", 5_000, None),
            Position("speech", 0, 10_000),
            Position("speech", 5_000, 10_000),
        )
    ]
    assert [(each.speed, each.time_left) for each in told] == [(None, None), (5.0, None), (None, None), (2.5, 2_000)]
