"""A model's translation comes to the cues where it belongs, as one step, and never in the place of a person's."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import (
    Translated,
    add_translations,
    delete,
    insert_at,
    merge,
    move,
    set_text,
    set_translation,
    split_at_text,
    verify,
    with_translations,
)
from engine.subtitles.history import History
from engine.transcript import Segment

ONE = Cue(1, 0, 2000, "Das Schiff war schwer.", origin="machine")
TWO = Cue(2, 2500, 4500, "Es dauert drei Jahre.", origin="machine")
THREE = Cue(3, 60_000, 62_000, "Wie wichtig!", origin="machine")
DOCUMENT = Document((ONE, TWO, THREE), language="de")


def told(asked: tuple[Cue, ...], *segments: tuple[int, int, str], wanted: tuple[int, ...] = (1, 2, 3)) -> Translated:
    found = (Segment(start, end, text, (), (), "de", 0, 0.0, -0.2, 1.0, 0.0) for start, end, text in segments)
    return Translated(asked, tuple(found), frozenset(wanted), 4, lambda text: text.replace(" three", "\nthree"))


BOTH = told((ONE, TWO), (0, 2000, " The ship was heavy."), (2500, 4500, " It takes three years."))
LAST = told((THREE,), (60_000, 62_000, " How important!"))


def translations(document: Document) -> list[tuple[int, str, str]]:
    return [(cue.id, cue.translation, cue.translation_origin) for cue in document.cues]


def test_a_translation_stands_beside_its_cue_with_its_lines_broken() -> None:
    after = add_translations("job", BOTH)(DOCUMENT)
    assert translations(after) == [
        (1, "The ship was heavy.", "machine"),
        (2, "It takes\nthree years.", "machine"),
        (3, "", "edited"),
    ]
    assert after.translation_language == "en"
    assert [(cue.text, cue.origin) for cue in after.cues] == [(cue.text, cue.origin) for cue in DOCUMENT.cues]


def test_what_looks_like_markup_in_it_is_text() -> None:
    after = with_translations(told((ONE,), (0, 2000, " The <i>ship</i>.")))(DOCUMENT)
    assert after.cues[0].translation == "The <\u2060i>ship<\u2060/i>."


def test_a_cue_that_gets_none_is_known_by_an_empty_one_of_the_models() -> None:
    after = with_translations(told((ONE, TWO), (2500, 4500, " It takes years.")))(DOCUMENT)
    assert translations(after)[:2] == [(1, "", "machine"), (2, "It takes years.", "machine")]


def test_only_cues_that_are_wanted_get_theirs() -> None:
    after = with_translations(replace(BOTH, wanted=frozenset({2})))(DOCUMENT)
    assert translations(after)[:2] == [(1, "", "edited"), (2, "It takes\nthree years.", "machine")]


def test_a_translation_of_a_person_stays_and_one_of_a_model_is_replaced() -> None:
    before = set_translation(1, "The boat was heavy.")(with_translations(BOTH)(DOCUMENT))
    after = with_translations(told((ONE, TWO), (0, 2000, " New."), (2500, 4500, " Newer.")))(before)
    assert translations(after)[:2] == [(1, "The boat was heavy.", "edited"), (2, "Newer.", "machine")]


def test_a_translation_that_somebody_vouches_for_stays() -> None:
    before = verify((1, 3))(with_translations(BOTH)(DOCUMENT))
    after = with_translations(told((ONE, TWO), (0, 2000, " New."), (2500, 4500, " Newer.")))(before)
    assert translations(after) == [
        (1, "The ship was heavy.", "verified"),
        (2, "Newer.", "machine"),
        (3, "", "edited"),
    ]


def test_where_a_second_try_finds_nothing_the_first_stays() -> None:
    after = with_translations(told((ONE, TWO)))(with_translations(BOTH)(DOCUMENT))
    assert translations(after)[0] == (1, "The ship was heavy.", "machine")


def test_a_cue_that_was_deleted_meanwhile_leaves_its_translation_to_nobody() -> None:
    after = with_translations(BOTH)(delete((1,))(DOCUMENT))
    assert translations(after)[0] == (2, "It takes\nthree years.", "machine")


def test_a_cue_whose_text_was_changed_meanwhile_gets_its_translation() -> None:
    after = with_translations(BOTH)(set_text(1, "Das Boot war schwer.")(DOCUMENT))
    assert translations(after)[0] == (1, "The ship was heavy.", "machine")
    assert after.cues[0].text == "Das Boot war schwer."


def test_halves_of_a_cue_that_was_split_meanwhile_get_a_part_each() -> None:
    split = split_at_text(2, 10)(DOCUMENT)
    after = with_translations(told((ONE, TWO), (2500, 4500, " It takes so many years."), wanted=(2,)))(split)
    assert [(cue.id, cue.text) for cue in after.cues[1:3]] == [(2, "Es dauert"), (4, "drei Jahre.")]
    assert translations(after)[:3] == [(1, "", "edited"), (2, "It takes", "machine"), (4, "so many years.", "machine")]


def test_a_cue_that_two_became_gets_what_both_would_have() -> None:
    after = with_translations(BOTH)(merge((1, 2))(DOCUMENT))
    assert translations(after)[0] == (1, "The ship was heavy. It takes\nthree years.", "machine")


def test_a_cue_that_was_moved_away_meanwhile_gets_what_was_said_where_it_stood() -> None:
    after = with_translations(BOTH)(move(2, 10_000)(DOCUMENT))
    assert translations(after)[:2] == [(1, "The ship was heavy.", "machine"), (2, "It takes\nthree years.", "machine")]


def test_a_cue_that_was_emptied_meanwhile_gets_nothing_and_leaves_nothing_to_others() -> None:
    after = with_translations(BOTH)(set_text(1, "")(DOCUMENT))
    assert translations(after)[:2] == [(1, "", "edited"), (2, "It takes\nthree years.", "machine")]


def test_an_empty_cue_that_came_meanwhile_gets_nothing() -> None:
    after = with_translations(BOTH)(insert_at(1900, 2600)(DOCUMENT))
    assert translations(after)[1] == (4, "", "edited")


def test_all_of_it_is_one_step_whatever_was_done_between() -> None:
    history = History(DOCUMENT).apply(add_translations("job", BOTH)).apply(set_text(3, "Wie schön!"))
    history = history.amend("job", with_translations(LAST))
    assert translations(history.document)[2] == (3, "How important!", "machine")
    assert [step.label for step in history.past] == ["Translate", "Change text"]
    back = history.undo()
    assert (back.document.cues[2].text, back.document.cues[2].translation) == ("Wie wichtig!", "How important!")
    assert back.undo().document == DOCUMENT
    assert back.undo().redo().redo().document == history.document


def test_what_a_person_typed_meanwhile_stays_and_what_was_before_it_is_the_models() -> None:
    history = History(DOCUMENT).apply(add_translations("job", BOTH)).apply(set_translation(3, "So important!"))
    history = history.amend("job", with_translations(LAST))
    assert translations(history.document)[2] == (3, "So important!", "edited")
    assert translations(history.undo().document)[2] == (3, "How important!", "machine")
    assert translations(history.undo().undo().document)[2] == (3, "", "edited")


def test_a_cue_that_was_deleted_meanwhile_has_its_translation_when_it_comes_back() -> None:
    history = History(DOCUMENT).apply(add_translations("job", BOTH)).apply(delete((3,)))
    history = history.amend("job", with_translations(LAST))
    assert translations(history.document) == translations(add_translations("job", BOTH)(DOCUMENT))[:2]
    assert translations(history.undo().document)[2] == (3, "How important!", "machine")


def test_where_its_step_was_taken_back_it_goes_on_in_what_redo_brings() -> None:
    history = History(DOCUMENT).apply(add_translations("job", BOTH)).undo()
    history = history.amend("job", with_translations(LAST))
    assert history.document == DOCUMENT
    assert translations(history.redo().document)[2] == (3, "How important!", "machine")


def test_where_its_step_was_undone_for_good_it_has_no_place() -> None:
    history = History(DOCUMENT).apply(add_translations("job", BOTH)).undo().apply(set_text(3, "Wie schön!"))
    with pytest.raises(EditError, match="was undone"):
        history.amend("job", with_translations(LAST))


def test_a_saved_state_before_it_stays_saved_and_one_behind_it_does_not() -> None:
    before = History(DOCUMENT).with_saved().apply(add_translations("job", BOTH))
    assert not before.amend("job", with_translations(LAST)).undo().dirty
    assert before.with_saved().amend("job", with_translations(LAST)).dirty


def test_who_translated_goes_along_with_cut_and_joined_cues() -> None:
    translated = with_translations(BOTH)(DOCUMENT)
    assert [cue.translation_origin for cue in split_at_text(2, 11)(translated).cues] == [
        *("machine", "machine", "machine"),
        "edited",
    ]
    assert merge((1, 2))(translated).cues[0].translation_origin == "machine"
    assert merge((1, 2))(set_translation(2, "Years.")(translated)).cues[0].translation_origin == "edited"
    assert merge((2, 3))(translated).cues[1].translation_origin == "machine"
