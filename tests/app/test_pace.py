"""What the engine tells of one part after another is told as one work."""

from app.pace import Pace
from engine.protocol import Progress


def test_parts_are_summed_with_their_speed_and_what_is_left() -> None:
    pace = Pace(60_000).following(Progress(1, "transcribe", 20_000, 20_000, 4.0, 0), 20_000)
    assert pace.told(1) == Progress(1, "translate", 20_000, 60_000, 4.0, 10_000)
    pace = pace.behind(20_000).following(Progress(2, "transcribe", 0, 30_000, None, None), 30_000)
    assert pace.told(2) == Progress(2, "translate", 20_000, 60_000, 4.0, 10_000)
    pace = pace.following(Progress(2, "transcribe", 30_000, 30_000, 2.0, 0), 30_000)
    assert pace.told(2) == Progress(2, "translate", 50_000, 60_000, 2.5, 4_000)


def test_before_anything_was_heard_nobody_knows_how_long_it_takes() -> None:
    assert Pace(60_000).told(1) == Progress(1, "translate", 0, 60_000, None, None)


def test_reading_sound_and_loading_a_model_are_not_hearing() -> None:
    assert Pace(60_000).following(Progress(1, "decode", 9_000, 10_000, 90.0, 10), 20_000) == Pace(60_000)


def test_an_engine_that_tells_more_than_was_asked_for_has_done_all() -> None:
    pace = Pace(4_000).following(Progress(1, "transcribe", 60_000, 60_000, 30.0, 0), 4_000).behind(4_000)
    assert pace.told(1).done == 4_000


def test_what_need_not_be_heard_any_more_is_no_part_of_it() -> None:
    pace = Pace(60_000).following(Progress(1, "transcribe", 20_000, 20_000, 4.0, 0), 20_000).behind(20_000)
    assert pace.without(30_000).told(1) == Progress(1, "translate", 20_000, 30_000, 4.0, 2_500)
