"""Of what is heard once more only what is new is taken."""

from dataclasses import replace

from app.heard import behind
from engine.transcript import Segment, Word

ONE_TWO = Segment(
    0,
    2_000,
    " One two.",
    (Word(" One", 0, 900, 0.9), Word(" two.", 1_000, 2_000, 0.9)),
    (),
    "en",
    0,
    0.0,
    -0.2,
    1.0,
    0.0,
)


def test_a_segment_behind_the_time_is_taken_as_it_is() -> None:
    assert behind(ONE_TWO, 0) is ONE_TWO
    assert behind(ONE_TWO, 100) is ONE_TWO  # times of words are not exact


def test_a_segment_that_was_heard_before_is_nothing() -> None:
    assert behind(ONE_TWO, 2_000) is None
    assert behind(ONE_TWO, 1_900) is None


def test_of_a_segment_that_was_heard_in_part_the_rest_is_taken() -> None:
    rest = behind(ONE_TWO, 900)
    assert rest is not None
    assert (rest.start, rest.end, rest.text) == (1_000, 2_000, " two.")
    assert [word.text for word in rest.words] == [" two."]


def test_a_segment_without_times_of_words_is_new_or_not_as_a_whole() -> None:
    bare = replace(ONE_TWO, words=())
    assert behind(bare, 900) is bare
    assert behind(bare, 1_000) is None
