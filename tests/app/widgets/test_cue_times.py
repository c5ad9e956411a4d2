"""The times of all cues are found by time, whatever their order, and follow edits."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.widgets.cue_times import CueTimes
from engine.subtitles.document import Cue, Document


def document(*times: tuple[int, int]) -> Document:
    return Document(tuple(Cue(number, start, end, f"text {number}") for number, (start, end) in enumerate(times, 1)))


def test_a_cue_is_shown_from_its_start_to_before_its_end() -> None:
    times = CueTimes.of(document((1_000, 2_000), (2_000, 3_000)))
    assert [cue.id for cue in times.at(999)] == []
    assert [cue.id for cue in times.at(1_000)] == [1]
    assert [cue.id for cue in times.at(2_000)] == [2]
    assert [cue.id for cue in times.at(3_000)] == []


def test_long_cues_are_found_behind_later_ones() -> None:
    times = CueTimes.of(document((0, 60_000), (1_000, 2_000), (3_000, 4_000)))
    assert times.inside(50_000, 51_000).tolist() == [0]
    assert times.inside(3_500, 51_000).tolist() == [0, 2]


def test_cues_may_stand_in_any_order() -> None:
    times = CueTimes.of(document((5_000, 6_000), (1_000, 2_000)))
    assert times.inside(0, 10_000).tolist() == [1, 0]


def test_neighbours_are_the_nearest_that_do_not_overlap() -> None:
    times = CueTimes.of(document((0, 900), (1_000, 2_000), (1_500, 2_500), (2_600, 3_000)))
    before, behind = times.neighbours(1)
    assert before is not None
    assert behind is not None
    assert (before.id, behind.id) == (1, 4)
    assert CueTimes.of(document((0, 900))).neighbours(0) == (None, None)


def test_ids_are_found() -> None:
    times = CueTimes.of(document((0, 1), (1, 2)))
    assert times.index_of(2) == 1
    assert times.index_of(7) is None


def test_an_empty_document_has_nothing() -> None:
    times = CueTimes.of(Document())
    assert times.at(0) == ()
    assert times.inside(0, 1_000_000).tolist() == []


cues = st.lists(
    st.tuples(st.integers(1, 12), st.integers(-50, 50), st.integers(0, 40)).map(
        lambda each: Cue(each[0], each[1], each[1] + each[2], "")
    ),
    max_size=12,
)


@given(cues, cues)
def test_following_an_edit_gives_what_reading_anew_gives(before: list[Cue], after: list[Cue]) -> None:
    followed = CueTimes.of(Document(tuple(before))).after(Document(tuple(after)))
    fresh = CueTimes.of(Document(tuple(after)))
    for name in ("ids", "starts", "ends", "order", "begins", "reach"):
        assert getattr(followed, name).tolist() == getattr(fresh, name).tolist()
    assert followed.document == fresh.document


@given(cues, st.integers(-60, 60), st.integers(1, 30))
def test_what_is_inside_is_what_overlaps(made: list[Cue], start: int, length: int) -> None:
    found = CueTimes.of(Document(tuple(made))).inside(start, start + length).tolist()
    true = [index for index, cue in enumerate(made) if cue.start < start + length and cue.end > start]
    assert sorted(found) == true
    assert found == sorted(found, key=lambda index: made[index].start)


def test_a_change_of_text_alone_keeps_the_columns_and_takes_the_text() -> None:
    before = document((0, 1), (1, 2), (2, 3))
    after = replace(before, cues=(before.cues[0], replace(before.cues[1], text="new"), before.cues[2]))
    times = CueTimes.of(before).after(after)
    assert times.cues[1].text == "new"
    assert times.starts.tolist() == [0, 1, 2]
