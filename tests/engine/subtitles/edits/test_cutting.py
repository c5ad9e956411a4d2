"""Splitting and merging."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document, Note, VttCue, VttSettings
from engine.subtitles.edits import Edit, merge, merge_as_dialogue, split_at_text, split_at_time
from engine.transcript import Word
from tests.support.editing import document, dog, edited


def test_a_split_at_the_cursor_lands_on_the_true_times_of_the_words() -> None:
    first, second = edited(document(), split_at_text(7, 9)).cues[1:3]
    assert (first.id, first.start, first.end, first.text, first.words) == (7, 1000, 1500, "The dog,", dog().words[:2])
    assert (second.id, second.start, second.end, second.text) == (9, 1900, 2500, "it ran")
    assert (second.words, second.speaker, second.origin) == (dog().words[2:], "Ann", "edited")


def test_a_split_inside_of_a_word_cuts_its_time() -> None:
    first, second = edited(document(), split_at_text(7, 6)).cues[1:3]
    assert (first.text, first.end, second.text, second.start) == ("The do", 1350, "g,\nit ran", 1350)
    assert [word.text for word in (*first.words, *second.words)] == [" The", " do", "g,", " it", " ran"]


def test_without_word_times_a_split_shares_the_time_by_the_letters() -> None:
    first, second = edited(document(), split_at_text(3, 5)).cues[:2]
    assert (first.text, first.end, second.text, second.start, second.end) == ("Hello", 450, "there", 450, 900)
    assert (first.translation, second.translation) == ("Hei", "der")


def test_a_split_closes_and_reopens_markup() -> None:
    first, second = edited(document(), split_at_text(8, 5)).cues[2:]
    assert (first.text, second.text) == ("<i>Go</i>", "<i>home!</i>")


def test_a_split_keeps_times_inside_of_the_cue_even_if_its_words_lie_outside() -> None:
    cue = replace(dog(), start=2300)
    first, second = edited(Document((cue,)), split_at_text(7, 9)).cues
    assert (first.start, first.end, second.start, second.end) == (2300, 2301, 2301, 2500)


def test_a_split_at_a_time_puts_the_words_where_they_are_said() -> None:
    first, second = edited(document(), split_at_time(7, 1700)).cues[1:3]
    assert (first.text, first.end, second.start, second.text) == ("The dog,", 1700, 1700, "it ran")
    late = edited(document(), split_at_time(7, 2490)).cues[1:3]
    assert [cue.text for cue in late] == ["The dog,\nit", "ran"]


def test_a_split_at_a_time_without_word_times_goes_by_the_length_of_the_text() -> None:
    assert [cue.text for cue in edited(document(), split_at_time(3, 400)).cues[:2]] == ["Hello", "there"]
    chinese = Document((Cue(1, 0, 1000, "你好世界"),))
    assert [cue.text for cue in edited(chinese, split_at_time(1, 500)).cues] == ["你好", "世界"]


def test_a_translation_is_split_at_its_line_break() -> None:
    cue = replace(dog(), translation="En lang linje om hunden,\nsom løp")
    halves = edited(Document((cue,)), split_at_text(7, 9)).cues
    assert [half.translation for half in halves] == ["En lang linje om hunden,", "som løp"]


def test_what_a_format_says_of_one_cue_is_not_said_of_two() -> None:
    cue = replace(dog(), extra=VttCue("intro", VttSettings(line=1), "payload"))
    first, second = edited(Document((cue,)), split_at_text(7, 9)).cues
    assert first.extra == cue.extra
    assert second.extra == VttCue("", VttSettings(line=1))


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        (split_at_text(7, 0), "no text"),
        (split_at_text(8, 11), "no text"),
        (split_at_time(7, 1000), "not inside"),
        (split_at_time(7, 2500), "not inside"),
        (merge([7]), "select two or more"),
        (merge([3, 8]), "stand between"),
    ],
)
def test_what_can_not_be_done_is_told(edit: Edit, complaint: str) -> None:
    with pytest.raises(EditError, match=complaint):
        edit(document())


def test_a_single_word_is_not_split_by_time() -> None:
    with pytest.raises(EditError, match="only one word"):
        split_at_time(1, 500)(Document((Cue(1, 0, 1000, "Hello"),)))


def test_a_cue_of_one_millisecond_is_not_split() -> None:
    with pytest.raises(EditError, match="too short"):
        split_at_text(1, 1)(Document((Cue(1, 0, 1, "a b"),)))


def test_merging_joins_lines_words_translations_and_takes_the_first_id() -> None:
    (together, _) = edited(document(), merge([7, 3])).cues
    assert (together.id, together.start, together.end, together.speaker) == (3, 0, 2500, "Ann")
    assert (together.text, together.translation) == ("Hello there\nThe dog,\nit ran", "Hei der")
    assert together.words == (Word(" Hello", 0, 450, 1.0), Word(" there", 450, 900, 1.0), *dog().words)


def test_a_split_is_undone_by_a_merge() -> None:
    split = edited(document(), split_at_text(7, 9))
    merged = edited(split, merge([7, 9]))
    assert merged.cues[1] == replace(dog(), origin="edited")


def test_merged_italics_go_on() -> None:
    cues = (Cue(1, 0, 1, "<i>a</i>"), Cue(2, 1, 2, ""), Cue(3, 2, 3, "<i>b</i>"))
    assert edited(Document(cues), merge([1, 2, 3])).cues[0].text == "<i>a\nb</i>"


def test_a_dialogue_has_a_dash_for_each() -> None:
    dialogue = edited(document(), merge_as_dialogue([7, 8])).cues[1]
    assert dialogue.text == "- The dog, it ran\n- <i>Go home!</i>"
    assert [word.text for word in dialogue.words] == [" -", " The", " dog,", " it", " ran", " -", " Go", " home!"]
    assert dialogue.words[1:5] == dog().words


def test_notes_stay_before_their_cues() -> None:
    noted = replace(document(), notes=(Note("a", 1), Note("b", 2), Note("c", 3)))
    assert [note.before for note in edited(noted, split_at_text(7, 9)).notes] == [1, 3, 4]
    assert [note.before for note in edited(noted, merge([3, 7])).notes] == [1, 1, 2]
