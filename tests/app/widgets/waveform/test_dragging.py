"""A dragged cue sticks to what is near, stops at its neighbours, or pushes their edges along."""

from app.widgets.waveform.dragging import Grip, Part, Retimed, dragged
from engine.subtitles.document import Cue

BEFORE, CUE, BEHIND = Cue(1, 0, 2_000, ""), Cue(2, 3_000, 5_000, ""), Cue(3, 6_000, 7_000, "")


def grip(part: Part, gap: int = 0) -> Grip:
    return Grip(CUE, part, BEFORE, BEHIND, gap)


def test_an_edge_goes_where_it_is_drawn() -> None:
    assert dragged(grip("end"), 5_400, "stop", (), 50) == (Retimed(2, 3_000, 5_400),)
    assert dragged(grip("start"), 2_600, "stop", (), 50) == (Retimed(2, 2_600, 5_000),)


def test_an_edge_stops_at_the_neighbour_and_keeps_the_gap() -> None:
    assert dragged(grip("end", gap=80), 6_500, "stop", (), 50) == (Retimed(2, 3_000, 5_920),)
    assert dragged(grip("start", gap=80), 100, "stop", (), 50) == (Retimed(2, 2_080, 5_000),)


def test_an_edge_sticks_to_a_time_that_is_near() -> None:
    assert dragged(grip("end"), 5_390, "stop", (5_430, 5_300), 50) == (Retimed(2, 3_000, 5_430),)
    assert dragged(grip("end"), 5_370, "stop", (5_430,), 50) == (Retimed(2, 3_000, 5_370),)


def test_a_free_edge_sticks_to_nothing_and_may_overlap() -> None:
    assert dragged(grip("end"), 6_390, "free", (6_400,), 50) == (Retimed(2, 3_000, 6_390),)


def test_a_pushing_edge_takes_the_neighbours_edge_along() -> None:
    assert dragged(grip("end", gap=80), 6_500, "push", (), 50) == (Retimed(2, 3_000, 6_500), Retimed(3, 6_580, 7_000))
    assert dragged(grip("start"), 1_500, "push", (), 50) == (Retimed(2, 1_500, 5_000), Retimed(1, 0, 1_500))


def test_a_pushed_neighbour_keeps_a_tenth_of_a_second() -> None:
    assert dragged(grip("end"), 9_000, "push", (), 50) == (Retimed(2, 3_000, 6_900), Retimed(3, 6_900, 7_000))


def test_pushing_where_nobody_stands_pushes_nobody() -> None:
    assert dragged(grip("end"), 5_500, "push", (), 50) == (Retimed(2, 3_000, 5_500),)


def test_a_cue_keeps_a_tenth_of_a_second() -> None:
    assert dragged(grip("end"), 1_000, "stop", (), 50) == (Retimed(2, 3_000, 3_100),)
    assert dragged(grip("start"), 9_000, "stop", (), 50) == (Retimed(2, 4_900, 5_000),)


def test_a_body_keeps_its_length_and_stops_between_its_neighbours() -> None:
    assert dragged(grip("body"), 3_500, "stop", (), 50) == (Retimed(2, 3_500, 5_500),)
    assert dragged(grip("body"), 9_000, "stop", (), 50) == (Retimed(2, 4_000, 6_000),)
    assert dragged(grip("body"), -9_000, "stop", (), 50) == (Retimed(2, 2_000, 4_000),)


def test_a_body_sticks_with_both_ends() -> None:
    assert dragged(grip("body"), 3_480, "stop", (5_500,), 50) == (Retimed(2, 3_500, 5_500),)
    assert dragged(grip("body"), 3_480, "stop", (3_450,), 50) == (Retimed(2, 3_450, 5_450),)


def test_nothing_begins_before_the_film() -> None:
    assert dragged(Grip(CUE, "body"), -500, "free", (), 50) == (Retimed(2, 0, 2_000),)


def test_a_cue_that_overlaps_already_may_stay() -> None:
    close = Grip(CUE, "end", None, Cue(3, 5_040, 7_000, ""), 80)
    assert dragged(close, 5_030, "stop", (), 0) == (Retimed(2, 3_000, 5_000),)
    assert dragged(close, 4_500, "stop", (), 0) == (Retimed(2, 3_000, 4_500),)
