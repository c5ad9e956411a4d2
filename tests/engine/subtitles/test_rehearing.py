"""What is heard again for some cues: their own stretches, with a breath around them, and nothing of other cues."""

from engine.subtitles.document import Cue
from engine.subtitles.rehearing import Stretch, marked_stretch, stretches

A = Cue(1, 1_000, 3_000, "One.")
B = Cue(2, 3_100, 5_000, "Two.")
C = Cue(3, 5_050, 7_000, "Three.")
D = Cue(4, 20_000, 22_000, "Four.")
CUES = (A, B, C, D)


def test_a_cue_between_others_is_heard_up_to_them() -> None:
    assert stretches(CUES, [2]) == (Stretch(3_000, 5_050, 5_050, (B,)),)


def test_a_cue_that_stands_alone_is_heard_with_a_breath_around_it() -> None:
    assert stretches(CUES, [4]) == (Stretch(19_800, 22_200, None, (D,)),)
    assert stretches(CUES, [4], 22_100) == (Stretch(19_800, 22_100, 22_100, (D,)),)


def test_cues_that_follow_each_other_are_heard_at_once_and_others_apart() -> None:
    assert stretches(CUES, [2, 1, 4]) == (Stretch(800, 5_050, 5_050, (A, B)), Stretch(19_800, 22_200, None, (D,)))
    assert stretches(CUES, [1, 3]) == (Stretch(800, 3_100, 3_100, (A,)), Stretch(5_000, 7_200, 20_000, (C,)))
    assert [len(each.cues) for each in stretches(CUES, [3, 4])] == [1, 1]


def test_a_cue_that_another_overlaps_is_heard_without_a_breath() -> None:
    over = Cue(9, 4_500, 6_000, "Over.")
    assert stretches((B, over), [2]) == (Stretch(2_900, 5_000, 4_500, (B,)),)
    assert stretches((B, over), [9]) == (Stretch(4_500, 6_200, None, (over,)),)


def test_what_has_no_length_or_lies_behind_the_film_is_not_heard() -> None:
    assert stretches((Cue(1, 5_000, 5_000, "Nothing."), Cue(2, -900, -100, "Before.")), [1, 2]) == ()
    assert stretches(CUES, [4], 20_000) == ()
    assert stretches((Cue(1, -300, 700, "Half."),), [1]) == (Stretch(0, 900, None, (Cue(1, -300, 700, "Half."),)),)


def test_of_a_marked_time_cues_are_heard_whole_or_not_at_all() -> None:
    assert marked_stretch(CUES, 3_500, 5_400) == (Stretch(3_100, 5_050, 5_050, (B,)),)
    assert marked_stretch(CUES, 900, 4_000) == (Stretch(900, 3_100, 3_100, (A,)),)


def test_a_marked_time_without_a_cue_is_heard_as_it_is() -> None:
    assert marked_stretch(CUES, 10_000, 12_000) == (Stretch(10_000, 12_000, 20_000, ()),)
    assert marked_stretch(CUES, 30_000, 32_000, 31_000) == (Stretch(30_000, 31_000, 31_000, ()),)
    assert marked_stretch(CUES, 30_000, 32_000, 30_000) == ()
