"""Speed and time left, by a clock that the test turns."""

from engine.checkpoints.download.pace import Pace


def test_the_speed_is_that_of_the_last_seconds() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    assert (pace.speed, pace.left(1)) == (None, None)
    for second in range(20):
        now[0] = float(second)
        pace.move(1000 if second < 10 else 3000)
    assert pace.speed == 3000
    assert pace.left(6000) == 2000


def test_nothing_is_told_of_the_first_moment() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.move(1000)
    now[0] = 0.1
    pace.move(1000)
    assert pace.speed is None


def test_a_rest_does_not_count() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    for moment in (0.0, 1.0, 2.0, 600.0, 601.0):
        now[0] = moment
        pace.move(1000)
    assert pace.speed == 1000
