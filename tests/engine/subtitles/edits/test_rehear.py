"""What was heard again comes in the place of what it replaces, with all that is still true of it, as one step."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.beside import Row
from engine.subtitles.document import Cue, Document, Note, SrtCue, VttCue
from engine.subtitles.edits import set_text, take_heard
from engine.subtitles.history import History
from engine.transcript import Word

SHEEP = Cue(1, 0, 2_000, "We saw a sheep.", "Anna", "Wir sahen ein Schaf.", origin="machine")
RED = Cue(2, 2_000, 4_000, "It was red.", "Ben", "Es war rot.", origin="machine")
LAST = Cue(3, 9_000, 9_900, "The end.")
BEFORE = Document((SHEEP, RED, LAST), speakers=("Anna", "Ben"))


def heard(start: int, end: int, text: str, speaker: str = "") -> Cue:
    return Cue(1, start, end, text, speaker, words=(Word(f" {text}", start, end, 0.8),), origin="machine")


def test_a_cue_keeps_id_speaker_and_place_and_a_translation_goes_with_what_it_translated() -> None:
    edit = take_heard([Row((SHEEP,), (heard(100, 1_900, "We saw a ship."),))])
    after = edit(BEFORE)
    words = (Word(" We saw a ship.", 100, 1_900, 0.8),)
    assert after.cues == (Cue(1, 100, 1_900, "We saw a ship.", "Anna", "", words, "machine"), RED, LAST)
    assert edit.label == "Transcribe again"


def test_where_not_a_letter_changed_translation_markup_and_origin_stay_and_times_are_new() -> None:
    old = replace(SHEEP, text="We saw\na <i>sheep.</i>", origin="edited")
    after = take_heard([Row((old,), (heard(100, 1_900, "We saw a sheep."),))])(replace(BEFORE, cues=(old, RED)))
    words = (Word(" We saw a sheep.", 100, 1_900, 0.8),)
    expected = Cue(1, 100, 1_900, "We saw a <i>sheep.</i>", "Anna", "Wir sahen ein Schaf.", words, "edited")
    assert after.cues == (expected, RED)


def test_one_becomes_two_and_two_become_one() -> None:
    two = take_heard([Row((SHEEP,), (heard(0, 900, "We saw"), heard(1_000, 2_000, "a ship.", "Speaker 2")))])(BEFORE)
    assert [(cue.id, cue.text, cue.speaker) for cue in two.cues] == [
        (1, "We saw", "Anna"),
        (4, "a ship.", "Anna"),
        (2, "It was red.", "Ben"),
        (3, "The end.", ""),
    ]
    assert two.free_id == 5
    one = take_heard([Row((SHEEP, RED), (heard(0, 3_900, "We saw a red ship."),))])(BEFORE)
    assert [(cue.id, cue.text) for cue in one.cues] == [(1, "We saw a red ship."), (3, "The end.")]


def test_a_translation_is_shared_out_where_the_same_text_is_cut_otherwise() -> None:
    old = Cue(1, 0, 4_000, "We saw it. It was red.", "Anna", "Wir sahen es. Es war rot.")
    new = (heard(0, 1_900, "We saw it."), heard(2_000, 4_000, "It was red."))
    after = take_heard([Row((old,), new)])(Document((old,)))
    assert [(cue.id, cue.text, cue.translation) for cue in after.cues] == [
        (1, "We saw it.", "Wir sahen es."),
        (2, "It was red.", "Es war rot."),
    ]


def test_of_several_cues_the_one_that_says_the_same_keeps_what_belongs_to_it() -> None:
    rows = [Row((SHEEP, RED), (heard(0, 2_100, "We saw a ship."), heard(2_200, 3_900, "It was red.")))]
    after = take_heard(rows)(BEFORE)
    assert [(cue.id, cue.text, cue.speaker, cue.translation) for cue in after.cues[:2]] == [
        (1, "We saw a ship.", "Anna", ""),
        (2, "It was red.", "Ben", "Es war rot."),
    ]
    assert (after.cues[1].start, after.cues[1].end) == (2_200, 3_900)


def test_what_was_overheard_comes_where_its_time_is_and_what_is_not_there_goes() -> None:
    rows = [Row((RED,), ()), Row((), (heard(5_000, 6_000, "Overheard.", "Speaker 1"),))]
    after = take_heard(rows)(BEFORE)
    assert [(cue.id, cue.text) for cue in after.cues] == [(1, "We saw a sheep."), (4, "Overheard."), (3, "The end.")]
    assert after.speakers == ("Anna", "Ben", "Speaker 1")


def test_what_a_format_says_of_a_cue_stays_and_its_name_is_given_once() -> None:
    old = replace(SHEEP, extra=VttCue("intro"))
    above = replace(RED, extra=SrtCue("X1:10"))
    document = Document((old, above), notes=(Note("Ask Ben", 1),))
    rows = [
        Row((old,), (heard(0, 900, "We saw"), heard(1_000, 2_000, "a ship."))),
        Row((above,), (heard(2_000, 2_900, "It"), heard(3_000, 4_000, "is red."))),
    ]
    after = take_heard(rows)(document)
    assert [cue.extra for cue in after.cues] == [VttCue("intro"), None, SrtCue("X1:10"), SrtCue("X1:10")]
    assert after.notes == (Note("Ask Ben", 2),)


def test_it_is_one_step_that_undoes_and_comes_again() -> None:
    history = History(BEFORE).apply(
        take_heard([Row((SHEEP,), (heard(0, 1_900, "We saw a ship."),)), Row((RED,), (heard(2_000, 3_900, "It is."),))])
    )
    assert history.undo_label == "Transcribe again"
    assert history.undo().document == BEFORE
    assert history.undo().redo().document == history.document


def test_nothing_is_taken_where_a_cue_is_no_longer_as_it_was() -> None:
    rows = [Row((SHEEP,), (heard(0, 1_900, "We saw a ship."),))]
    for changed in (set_text(1, "Mine.")(BEFORE), replace(BEFORE, cues=(RED, LAST))):
        with pytest.raises(EditError, match="choose again"):
            take_heard(rows)(changed)
    assert take_heard([])(BEFORE) == BEFORE
