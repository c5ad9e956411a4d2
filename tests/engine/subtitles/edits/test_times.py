"""Starts, ends, moving, shifting, stretching."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import (
    Edit,
    SyncPoint,
    change_frame_rate,
    extend_to_next,
    extend_to_previous,
    move,
    set_end,
    set_start,
    set_times,
    shift,
    shift_from,
    stretch,
)
from engine.subtitles.edits.cues import LATEST
from tests.support.editing import document, dog, edited


def times(document: Document) -> list[tuple[int, int]]:
    return [(cue.start, cue.end) for cue in document.cues]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (set_start(7, 1100), (1100, 2500)),
        (set_end(7, 2600), (1000, 2600)),
        (set_times(7, 950, 2900), (950, 2900)),
    ],
)
def test_times_are_set_and_words_keep_when_they_are_said(edit: Edit, expected: tuple[int, int]) -> None:
    cue = edited(document(), edit).cues[1]
    assert ((cue.start, cue.end), cue.words, cue.origin) == (expected, dog().words, "edited")


def test_a_moved_cue_takes_its_words_along() -> None:
    cue = edited(document(), move(7, 1250)).cues[1]
    assert (cue.start, cue.end, cue.words[0].start, cue.words[-1].end) == (1250, 2750, 1250, 2650)


def test_shifting_takes_words_along_and_leaves_the_machine_its_text() -> None:
    after = edited(document(), shift([3, 7], 250))
    assert times(after) == [(250, 1150), (1250, 2750), (3000, 4000)]
    assert (after.cues[1].words[1].start, after.cues[1].origin) == (1450, "machine")


def test_shifting_from_here_on_leaves_what_stands_before() -> None:
    assert times(edited(document(), shift_from(7, -100))) == [(0, 900), (900, 2400), (2900, 3900)]


def test_two_points_bring_everything_to_its_place() -> None:
    after = edited(document(), stretch(SyncPoint(1000, 2000), SyncPoint(3000, 6001)))
    assert times(after) == [(0, 1800), (2000, 5001), (6001, 8002)]
    assert after.cues[1].words[0].start == 2000


def test_a_frame_rate_is_changed_and_changed_back() -> None:
    faster = edited(document(), change_frame_rate(24, 25))
    assert times(faster) == [(0, 864), (960, 2400), (2880, 3840)]
    assert times(edited(faster, change_frame_rate(25, 24))) == times(document())


def test_even_the_shortest_cue_keeps_a_length() -> None:
    short = Document((Cue(1, 10, 11, "a"),))
    assert times(edited(short, change_frame_rate(25, 100))) == [(2, 3)]


def test_cues_are_extended_to_their_neighbours() -> None:
    assert times(edited(document(), extend_to_next([3, 7, 8], 24))) == [(0, 976), (1000, 2976), (3000, 4000)]
    assert times(edited(document(), extend_to_previous([3, 7, 8], 24))) == [(0, 900), (924, 2500), (2524, 4000)]


def test_extending_never_shortens() -> None:
    overlapping = Document((Cue(1, 0, 900, "a"), Cue(2, 500, 1000, "b")))
    assert edited(overlapping, extend_to_next([1])) == overlapping
    assert edited(overlapping, extend_to_previous([2])) == overlapping


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        (set_start(7, 2500), "end before it starts"),
        (set_end(7, 1000), "end before it starts"),
        (set_start(3, -1), "before the film"),
        (set_end(3, LATEST + 1), "after 99:59:59.999"),
        (shift([3], -10), "begin 10 ms before the film"),
        (shift([], 10), "No cue is selected"),
        (shift([3, 99], 10), "no longer in the document"),
        (stretch(SyncPoint(5, 1), SyncPoint(5, 2)), "same time"),
        (stretch(SyncPoint(5, 2), SyncPoint(6, 1)), "change their order"),
        (change_frame_rate(0, 25), "0 is no frame rate"),
        (change_frame_rate(25, float("nan")), "nan is no frame rate"),
        (extend_to_next([8]), "No cue follows"),
        (extend_to_previous([3]), "No cue stands before"),
    ],
)
def test_what_can_not_be_done_is_told(edit: Edit, complaint: str) -> None:
    with pytest.raises(EditError, match=complaint):
        edit(document())


def test_a_time_before_the_film_that_a_file_had_may_come_closer() -> None:
    early = Document((replace(dog(), start=-500),))
    assert times(edited(early, shift([7], 100))) == [(-400, 2600)]
