"""New words in old times: each where it is said, edges where either hearing has one, and none where they don't fit."""

from dataclasses import replace

import pytest

from engine.subtitles.beside import Row, taken
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import take_heard
from engine.subtitles.history import History
from engine.subtitles.old_times import in_old_times
from engine.subtitles.profiles import find_profile
from engine.transcript import Word

PROFILE = find_profile("subtitle-edit")


def old(number: int, start: int, end: int, text: str = "Old.") -> Cue:
    return Cue(number, start, end, text, "Anna", origin="edited")


def heard(*words: tuple[str, int, int]) -> Cue:
    """Return a cue of words with when each is said, its lines broken where a word begins with a line feed."""
    text = "".join(word for word, _, _ in words).lstrip(" ")
    said = tuple(Word(word.replace("\n", " "), start, end, 0.8) for word, start, end in words)
    return Cue(1, words[0][1], words[-1][2], text, words=said, origin="machine")


def fitted(before: tuple[Cue, ...], after: tuple[Cue, ...]) -> list[tuple[int, int, str]]:
    (row,) = in_old_times([Row(before, after)], PROFILE, "en")
    assert (row.old, row.new) == (before, after)
    return [(cue.start, cue.end, cue.text) for cue in row.fitted]


WE_SAW = heard((" We", 1_100, 1_300), ("\nsaw", 1_300, 1_600), (" it.", 1_600, 1_900))
IT_WAS = heard((" It", 2_300, 2_500), (" was", 2_500, 2_700), (" red.", 2_700, 3_000))


def test_a_new_cue_has_the_old_ones_times_and_its_own_words_and_lines() -> None:
    (row,) = in_old_times([Row((old(1, 900, 2_200),), (WE_SAW,))], PROFILE, "en")
    assert row.fitted == (replace(WE_SAW, start=900, end=2_200),)
    assert row.fitted[0].text == "We\nsaw it."


def test_two_new_cues_are_joined_in_the_time_of_one_with_lines_as_the_profile_has_them() -> None:
    before = (old(1, 900, 3_200),)
    (row,) = in_old_times([Row(before, (WE_SAW, IT_WAS))], PROFILE, "en")
    assert fitted(before, (WE_SAW, IT_WAS)) == [(900, 3_200, "We saw it. It was red.")]
    assert row.fitted[0].words == (*WE_SAW.words, *IT_WAS.words)
    more = heard(
        (" It", 3_100, 3_300), (" had", 3_300, 3_500), (" large white", 3_500, 3_600), (" sails.", 3_600, 3_900)
    )
    assert fitted((old(1, 900, 4_000),), (WE_SAW, IT_WAS, more)) == [
        (900, 4_000, "We saw it. It was red.\nIt had large white sails.")
    ]


def test_one_new_cue_is_cut_where_the_old_ones_meet() -> None:
    one = heard(*((word.text, word.start or 0, word.end or 0) for word in (*WE_SAW.words, *IT_WAS.words)))
    (row,) = in_old_times([Row((old(1, 900, 2_000), old(2, 2_100, 3_200)), (one,))], PROFILE, "en")
    assert [(cue.start, cue.end, cue.text) for cue in row.fitted] == [
        (900, 2_000, "We saw it."),
        (2_100, 3_200, "It was red."),
    ]
    assert [[word.start for word in cue.words] for cue in row.fitted] == [[1_100, 1_300, 1_600], [2_300, 2_500, 2_700]]


@pytest.mark.parametrize(
    ("edge", "texts"),
    [
        (2_100, ["We\nsaw it.", "It was red."]),
        (2_350, ["We\nsaw it.", "It was red."]),  # a word of doubt stays with its sentence
        (1_850, ["We\nsaw it.", "It was red."]),
        (2_500, ["We saw it. It", "was red."]),
    ],
)
def test_where_a_new_cue_begins_about_there_it_decides_and_else_when_words_are_said(
    edge: int, texts: list[str]
) -> None:
    before = (old(1, 900, edge), old(2, edge, 3_200))
    assert [text for _, _, text in fitted(before, (WE_SAW, IT_WAS))] == texts


def test_words_whose_times_nobody_knows_are_shared_out_by_their_length() -> None:
    said = Cue(1, 1_000, 3_000, "We saw it. It was red.", origin="machine")
    (row,) = in_old_times([Row((old(1, 1_000, 1_900), old(2, 1_900, 3_000)), (said,))], PROFILE, "en")
    assert [(cue.text, cue.words) for cue in row.fitted] == [("We saw it.", ()), ("It was red.", ())]


def test_scripts_without_spaces_are_joined_without_one() -> None:
    first, second = (
        heard(("我们", 1_000, 1_400), ("看见", 1_400, 1_900)),
        heard(("它是", 2_100, 2_500), ("红的", 2_500, 3_000)),
    )
    (row,) = in_old_times([Row((old(1, 900, 3_200),), (first, second))], PROFILE, "zh")
    assert row.fitted[0].text == "我们看见它是红的"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (WE_SAW,)),
        ((old(1, 900, 2_000),), ()),
        ((old(1, 900, 2_000), old(2, 2_500, 4_000)), (WE_SAW,)),  # nothing was said in the second one's time
        ((old(1, 900, 1_200), old(2, 1_200, 1_400), old(3, 1_400, 1_600), old(4, 1_600, 2_000)), (WE_SAW,)),
    ],
)
def test_where_an_old_cue_would_get_no_word_of_its_time_nothing_fits(
    before: tuple[Cue, ...], after: tuple[Cue, ...]
) -> None:
    assert fitted(before, after) == []


def test_what_is_taken_keeps_times_id_and_speaker_and_undoes_in_one_step_with_the_rest() -> None:
    cues = (old(1, 900, 2_000), old(2, 2_100, 3_200, "It was red."), old(3, 5_000, 6_000))
    said = replace(IT_WAS, start=1_950, end=3_400)
    rows = in_old_times(
        [Row(cues[:1], (WE_SAW,)), Row(cues[1:2], (said,)), Row(cues[2:], (replace(WE_SAW, start=5_000),))],
        PROFILE,
        "en",
    )
    history = History(Document(cues)).apply(take_heard(taken(rows, ("text", "new", "old"))))
    assert [(cue.id, cue.start, cue.end, cue.text, cue.speaker, cue.origin) for cue in history.document.cues] == [
        (1, 900, 2_000, "We\nsaw it.", "Anna", "machine"),
        (2, 2_000, 3_400, "It was red.", "Anna", "edited"),  # makes way for the one that keeps its times
        (3, 5_000, 6_000, "Old.", "Anna", "edited"),
    ]
    assert history.document.cues[0].words == WE_SAW.words
    assert history.undo().document.cues == cues


def test_the_same_words_in_other_lines_keep_a_translation_in_the_old_times() -> None:
    same = replace(old(1, 900, 2_200, "<i>We saw it.</i>"), translation="Vi så den.", origin="verified")
    rows = in_old_times([Row((same,), (WE_SAW,))], PROFILE, "en")
    (cue,) = take_heard(taken(rows, ("text",)))(Document((same,))).cues
    assert cue == replace(same, text="<i>We\nsaw it.</i>", words=WE_SAW.words)
