"""A scale says which time stands at which pixel, and stays where there is something to see."""

from app.widgets.waveform.camera import Camera
from app.widgets.waveform.scale import Scale


def test_pixels_and_times_belong_together() -> None:
    scale = Scale(10_000, 10, 1_000)
    assert (scale.x(10_500), scale.time(50), scale.end) == (50, 10_500, 20_000)


def test_zooming_keeps_the_time_under_the_pointer() -> None:
    scale = Scale(10_000, 10, 1_000).zoomed(2, 300)
    assert scale.per_pixel == 5
    assert scale.time(300) == 13_000


def test_zooming_ends_at_a_quarter_of_a_millisecond() -> None:
    assert Scale(0, 1, 1_000).zoomed(1_000, 0).per_pixel == 0.25


def test_the_view_stays_inside_the_film() -> None:
    assert Scale(-500, 10, 1_000).within(60_000).start == 0
    assert Scale(90_000, 10, 1_000).within(60_000).start == 51_000
    assert Scale(0, 1_000, 1_000).within(60_000).per_pixel == 66


def camera(start: int = 0) -> Camera:
    made = Camera()
    made.duration = 600_000
    made.look(Scale(start, 10, 1_000))
    return made


def test_a_page_is_turned_where_the_playhead_leaves_it() -> None:
    made = camera()
    made.follow_playhead(9_500, playing=True, jumped=False)
    assert made.scale.start == 0
    made.follow_playhead(9_700, playing=True, jumped=False)
    assert made.scale.start == 9_300


def test_the_playhead_stays_in_the_middle_if_one_likes() -> None:
    made = camera()
    made.follow = "centre"
    made.follow_playhead(30_000, playing=True, jumped=False)
    assert made.scale.start == 25_000


def test_the_view_can_stay_while_it_plays_but_shows_where_one_jumped() -> None:
    made = camera()
    made.follow = "no"
    made.follow_playhead(30_000, playing=True, jumped=False)
    assert made.scale.start == 0
    made.follow_playhead(30_000, playing=False, jumped=True)
    assert made.scale.start == 27_000


def test_showing_a_time_moves_as_little_as_needed() -> None:
    made = camera(100_000)
    made.show(102_000, 104_000)
    assert made.scale.start == 100_000
    made.show(109_000, 111_000)
    assert made.scale.end == 111_400
    made.show(50_000, 51_000)
    assert made.scale.start == 49_600
