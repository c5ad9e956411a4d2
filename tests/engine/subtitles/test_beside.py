"""Old and new cues beside each other: by time, as many as hang together; who wins unasked, and what has to stay."""

from dataclasses import replace

import pytest

from engine.subtitles.beside import Row, beside, prefers_new, reasons_to_keep, taken
from engine.subtitles.document import Cue, Document
from engine.transcript import Word


def cue(number: int, start: int, end: int, text: str = "Word.") -> Cue:
    return Cue(number, start, end, text, origin="machine")


def numbers(rows: tuple[Row, ...]) -> list[tuple[list[int], list[int]]]:
    return [([each.id for each in row.old], [each.id for each in row.new]) for row in rows]


A, B, C = cue(1, 0, 2_000), cue(2, 2_100, 4_000), cue(3, 4_100, 6_000)


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ((A, B), (cue(11, 0, 2_000), cue(12, 2_100, 4_000)), [([1], [11]), ([2], [12])]),
        ((A, B), (cue(11, 0, 2_300), cue(12, 2_350, 4_000)), [([1], [11]), ([2], [12])]),
        ((A,), (cue(11, 0, 900), cue(12, 1_000, 2_000)), [([1], [11, 12])]),
        ((A, B), (cue(11, 0, 4_000),), [([1, 2], [11])]),
        ((A, B), (cue(11, 0, 1_200), cue(12, 1_200, 3_000), cue(13, 3_000, 4_000)), [([1, 2], [11, 12, 13])]),
        ((A, B, C), (cue(11, 0, 1_900), cue(13, 4_200, 6_000)), [([1], [11]), ([2], []), ([3], [13])]),
        (
            (A, C),
            (cue(11, 0, 1_900), cue(12, 2_200, 3_900), cue(13, 4_200, 6_000)),
            [([1], [11]), ([], [12]), ([3], [13])],
        ),
        ((A,), (), [([1], [])]),
        ((), (A,), [([], [1])]),
        ((), (), []),
    ],
)
def test_cues_are_paired_by_when_they_are_said(
    old: tuple[Cue, ...], new: tuple[Cue, ...], rows: list[tuple[list[int], list[int]]]
) -> None:
    assert numbers(beside(old, new)) == rows


def test_a_cue_that_only_touches_another_is_left_with_it_rather_than_alone() -> None:
    assert numbers(beside((A,), (cue(11, 1_900, 4_000),))) == [([1], [11])]


def test_when_words_are_said_counts_more_than_how_long_they_stand() -> None:
    lingers = replace(A, end=3_000, words=(Word(" Word.", 100, 1_800, 0.9),))
    said = replace(cue(12, 1_900, 4_000), words=(Word(" Word.", 2_000, 3_900, 0.9),))
    assert numbers(beside((lingers, B), (cue(11, 0, 1_850), said))) == [([1], [11]), ([2], [12])]


def test_a_word_that_moved_to_the_next_cue_joins_both_so_that_no_choice_loses_it() -> None:
    first, second = cue(11, 0, 1_500, "One two"), cue(12, 1_550, 4_000, "three four")
    assert numbers(beside((replace(A, text="One two three"), replace(B, text="four")), (first, second))) == [
        ([1, 2], [11, 12])
    ]


@pytest.mark.parametrize(
    ("old", "new", "joined"),
    [
        (("Then I", "saw a ship."), ("Then", "I saw a ship."), True),
        (("Then", "I saw a ship."), ("Then I", "saw a ship."), True),
        (("He had it,", "had it"), ("He had it,", "had it all"), False),
        (("No.", "No!"), ("No.", "No."), False),
        (("Then he", "saw it"), ("Then she", "saw it"), False),
    ],
)
def test_a_word_that_is_too_short_for_its_time_to_tell_joins_them_too(
    old: tuple[str, str], new: tuple[str, str], joined: bool
) -> None:
    times = ((0, 2_000), (2_100, 4_000))
    before, after = (
        [cue(at, *time, text) for at, (time, text) in enumerate(zip(times, side, strict=True))] for side in (old, new)
    )
    assert len(beside(before, after)) == (1 if joined else 2)


def test_a_row_stands_from_its_first_start_to_its_last_end() -> None:
    row = Row((A, B), (cue(11, -100, 3_000),))
    assert (row.start, row.end) == (-100, 4_000)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([cue(1, 0, 900, "We saw a sheep.")], [cue(11, 0, 900, "We saw a ship.")], True),
        ([cue(1, 0, 900, "The same\nwords.")], [cue(11, 0, 900, "The same words.")], False),
        ([replace(cue(1, 0, 900, "Mine."), origin="edited")], [cue(11, 0, 900, "Its.")], False),
        ([cue(1, 0, 400, "A."), replace(cue(2, 400, 900, "B."), origin="verified")], [cue(11, 0, 900, "C.")], False),
        ([cue(1, 0, 900, "Music.")], [], False),
        ([], [cue(11, 0, 900, "Overheard.")], True),
    ],
)
def test_unasked_only_the_machines_own_words_are_replaced(old: list[Cue], new: list[Cue], expected: bool) -> None:
    assert prefers_new(Row(tuple(old), tuple(new))) is expected


def test_what_a_person_changed_since_then_stays_and_it_is_said_why() -> None:
    rows = (Row((A,), (cue(11, 0, 2_000),)), Row((B,), (cue(12, 2_100, 4_000),)), Row((C,), (cue(13, 4_100, 6_000),)))
    before = Document((A, B, C, cue(4, 8_000, 9_000)))
    assert reasons_to_keep(rows, before, before) == ("", "", "")
    now = Document((replace(A, text="Mine.", origin="edited"), C, cue(5, 5_000, 5_900)))
    assert reasons_to_keep(rows, before, now) == ("changed", "gone", "crowded")
    elsewhere = replace(before, cues=(*before.cues[:3], replace(before.cues[3], text="Far away.")))
    assert reasons_to_keep(rows, before, elsewhere) == ("", "", "")


def test_new_cues_make_way_for_neighbours_that_stay() -> None:
    first, second = Row((A,), (cue(11, 0, 2_200),)), Row((B,), (cue(12, 1_950, 4_250),))
    third = Row((C,), (cue(13, 4_100, 6_000),))
    assert taken((first, second, third), ("old", "new", "old")) == (Row((B,), (cue(12, 2_000, 4_100),)),)
    assert taken((first, second, third), ("new", "old", "old")) == (Row((A,), (cue(11, 0, 2_100),)),)
    assert taken((first, second), ("new", "new")) == (first, second)
    assert taken((first, second), ("old", "old")) == ()
