"""Undo, redo, what was saved, typing, and cues that arrive while the user edits."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document, Note
from engine.subtitles.edits import (
    Edit,
    add_heard,
    delete,
    insert_at,
    merge,
    rename_speaker,
    set_speaker,
    set_text,
    set_translation,
    shift,
    split_at_text,
)
from engine.subtitles.history import History
from tests.support.editing import document, dog, words


def heard(start: int, text: str, speaker: str = "") -> Cue:
    return Cue(0, start, start + 900, text, speaker)


def typed(history: History, cue: int, *texts: str) -> History:
    for text in texts:
        history = history.apply(set_text(cue, text))
    return history


def transcribing() -> History:
    """Two cues were heard, after one that was there."""
    start = History(Document((Cue(1, 0, 500, "Title"),)))
    return start.apply(add_heard("job", [heard(1000, "one"), heard(2000, "two")]))


def test_undo_and_redo_go_through_all_states() -> None:
    start = History(document())
    history = start.apply(delete([7])).apply(shift([3], 100)).apply(insert_at(5000))
    assert (history.undo_label, history.redo_label) == ("Insert", None)
    states = [history.document]
    while history.undo_label:
        history = history.undo()
        states.append(history.document)
    assert history.document == document()
    assert (history.redo_label, len(states)) == ("Delete", 4)
    for state in reversed(states[:-1]):
        history = history.redo()
        assert history.document == state


def test_a_new_edit_ends_what_could_be_redone() -> None:
    history = History(document()).apply(delete([7])).undo().apply(delete([3]))
    with pytest.raises(EditError, match="nothing to redo"):
        history.redo()
    with pytest.raises(EditError, match="nothing to undo"):
        history.undo().undo()


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History(document())
    assert history.apply(set_text(7, dog().text)) is history


def test_ids_of_undone_cues_do_not_come_back() -> None:
    history = History(document()).apply(insert_at(5000))
    assert [cue.id for cue in history.document.cues] == [3, 7, 8, 9]
    history = history.undo().apply(insert_at(6000))
    assert [cue.id for cue in history.document.cues] == [3, 7, 8, 10]


def test_the_saved_state_is_known_through_undo_and_redo() -> None:
    saved = History(document()).apply(delete([7])).with_saved()
    assert not saved.dirty
    assert saved.undo().dirty
    assert not saved.undo().redo().dirty
    assert saved.undo().apply(delete([7])).dirty
    assert not saved.apply(delete([3])).undo().dirty
    assert replace(saved, saved=None).dirty


def test_a_word_is_typed_in_one_step_and_the_next_in_another() -> None:
    history = typed(History(Document((Cue(1, 0, 900, ""),))), 1, "H", "Hi", "Hi ", "Hi t", "Hi th", "Hi the")
    assert [step.label for step in history.past] == ["Change text", "Change text"]
    assert history.undo().document.cues[0].text == "Hi "
    assert history.undo().undo().document.cues[0].text == ""


def test_typing_ends_with_saving_resting_undoing_and_other_edits() -> None:
    start = typed(History(document()), 3, "Hello there!")
    assert len(typed(start, 3, "Hello there!!").past) == 1
    for paused in (start.with_saved(), start.sealed(), start.undo().redo(), start.apply(delete([8])).undo()):
        assert len(typed(paused, 3, "Hello there!!").past) == 2
    assert len(start.apply(set_translation(3, "Hei der!")).past) == 2


def test_typing_between_words_gives_the_words_around_their_true_times() -> None:
    texts = ["The bdog,\nit ran", "The bidog,\nit ran", "The bigdog,\nit ran", "The big dog,\nit ran"]
    history = typed(History(document()), 7, *texts)
    assert len(history.past) == 1
    assert [word.text for word in history.document.cues[1].words] == [" The", " big", " dog,", " it", " ran"]
    assert history.document.cues[1].words[2] == dog().words[1]


def test_what_was_typed_and_removed_again_is_no_step() -> None:
    history = typed(History(document()), 3, "Hello therex")
    history = typed(replace(history, typing=None), 3, "Hello there")
    assert len(history.past) == 2
    removed = typed(History(document()), 3, "Hello ther", "Hello the")
    assert len(removed.past) == 1
    assert removed.undo().document == document()


def test_arriving_cues_are_no_steps_and_later_edits_stay() -> None:
    history = transcribing().apply(set_text(2, "One!"))
    later = history.revise("job", [heard(3000, "three")])
    assert [(cue.id, cue.text, cue.origin) for cue in later.document.cues] == [
        (1, "Title", "edited"),
        (2, "One!", "edited"),
        (3, "two", "machine"),
        (4, "three", "machine"),
    ]
    assert [step.label for step in later.past] == ["Transcribe", "Change text"]
    assert [cue.text for cue in later.undo().document.cues] == ["Title", "one", "two", "three"]
    assert [cue.text for cue in later.undo().undo().document.cues] == ["Title"]
    assert later.undo().undo().redo().redo().document == later.document


@pytest.mark.parametrize(
    ("edit", "texts"),
    [
        (set_text(3, "TWO"), ["Title", "one", "TWO", "three", "four"]),
        (split_at_text(3, 1), ["Title", "one", "t", "wo", "three", "four"]),
        (merge([2, 3]), ["Title", "one\ntwo", "three", "four"]),
        (delete([3]), ["Title", "one", "three", "four"]),
        (delete([1, 2, 3]), ["three", "four"]),
        (insert_at(3500), ["Title", "one", "two", "three", "", "four"]),
    ],
    ids=["changed", "split", "merged", "deleted", "all deleted", "inserted"],
)
def test_what_the_user_did_to_the_last_cues_stays_done(edit: Edit, texts: list[str]) -> None:
    history = transcribing().apply(edit)
    history = history.revise("job", [heard(3000, "three")]).revise("job", [heard(4000, "four")])
    assert [cue.text for cue in history.document.cues] == texts
    assert [cue.text for cue in history.undo().document.cues] == ["Title", "one", "two", "three", "four"]
    assert [cue.text for cue in history.undo().redo().document.cues] == texts


def test_cues_arrive_where_their_times_belong_also_in_states_to_redo() -> None:
    history = transcribing().apply(delete([2])).apply(shift([3], 5000)).undo().undo()
    later = history.revise("job", [heard(1500, "left")])
    assert [cue.text for cue in later.document.cues] == ["Title", "one", "left", "two"]
    assert [cue.text for cue in later.redo().document.cues] == ["Title", "left", "two"]
    assert [(cue.id, cue.start) for cue in later.redo().redo().document.cues] == [(1, 0), (4, 1500), (3, 7000)]
    assert [cue.text for cue in later.undo().document.cues] == ["Title"]


def test_cues_of_a_transcription_that_was_undone_wait_for_redo() -> None:
    history = transcribing().undo().revise("job", [heard(3000, "three")])
    assert [cue.text for cue in history.document.cues] == ["Title"]
    assert [cue.text for cue in history.redo().document.cues] == ["Title", "one", "two", "three"]


def test_cues_that_arrive_one_by_one_while_their_transcription_is_undone_have_ids_of_their_own() -> None:
    history = transcribing().undo()
    for start in (20_000, 30_000):
        history = history.revise("job", [heard(start, "later")])
    ids = [cue.id for cue in history.redo().document.cues]
    assert len(set(ids)) == len(ids)


def test_a_transcription_that_was_undone_for_good_has_no_place() -> None:
    history = transcribing().undo().apply(delete([1]))
    with pytest.raises(EditError, match="was undone"):
        history.revise("job", [heard(3000, "three")])


def test_machine_cues_may_be_replaced_until_the_user_touches_them() -> None:
    history = transcribing()
    assert history.untouched("job") == {2, 3}
    replaced = history.revise("job", [heard(2000, "two"), heard(2500, "more")], instead_of=[3])
    assert [(cue.id, cue.text) for cue in replaced.document.cues] == [(1, "Title"), (2, "one"), (4, "two"), (5, "more")]
    assert replaced.untouched("job") == {2, 4, 5}
    for edit in (set_text(3, "x"), split_at_text(3, 1), merge([2, 3]), delete([3])):
        touched = history.apply(edit)
        for state in (touched, touched.undo()):
            assert 3 not in state.untouched("job")
            with pytest.raises(EditError, match="edited meanwhile"):
                state.revise("job", [heard(2000, "two")], instead_of=[3])


def test_new_speakers_and_notes_come_to_every_state() -> None:
    start = History(Document((Cue(1, 0, 500, "Title"),), notes=(Note("end", 1),)))
    history = start.apply(add_heard("job", [heard(1000, "one", "Speaker 1")])).apply(rename_speaker("Speaker 1", "Ann"))
    later = history.revise("job", [heard(2000, "two", "Speaker 2")])
    assert later.document.speakers == ("Ann", "Speaker 2")
    assert later.document.notes == (Note("end", 3),)
    assert later.undo().document.speakers == ("Speaker 1", "Speaker 2")
    assert later.undo().undo().document == start.document


def test_what_arrives_makes_a_saved_document_dirty_and_an_older_one_not() -> None:
    saved = transcribing().with_saved()
    assert saved.revise("job", [heard(3000, "three")]).dirty
    first = History(Document((Cue(1, 0, 500, "Title"),))).with_saved()
    begun = first.apply(add_heard("job", [heard(1000, "one")])).revise("job", [heard(2000, "two")])
    assert begun.dirty
    assert not begun.undo().dirty


def test_nothing_heard_changes_nothing() -> None:
    history = transcribing()
    assert history.revise("job", []) is history


def test_history_forgets_its_oldest_steps_and_a_transcription_goes_on() -> None:
    wordy = words(*((" a", 0, 1) for _ in range(1000)))
    many = tuple(Cue(number, number, number + 1, "a", words=wordy) for number in range(1, 101))
    history = History(Document(many)).apply(add_heard("job", [heard(1000, "one")]))
    everything = [cue.id for cue in history.document.cues]
    for number in range(15):
        history = history.apply(set_speaker(everything, f"Speaker {number}"))
    assert len(history.past) == 5
    assert history.settled == ("job",)
    later = history.revise("job", [heard(2000, "two")])
    assert later.document.cues[-1].text == "two"
    assert later.undo().document.cues[-1].text == "two"
    assert later.untouched("job") == {102}


def test_a_history_is_a_value_that_can_be_built_again() -> None:
    history = transcribing().apply(set_text(2, "One!")).undo()
    again = History(
        history.document,
        history.past,
        history.future,
        history.state,
        history.last_state,
        history.saved,
        history.settled,
    )
    assert again == history
    assert again.redo().document == history.redo().document


def test_unsaved_edits_are_counted_in_both_directions() -> None:
    saved = History(document())
    twice = saved.apply(delete([3])).apply(delete([8]))
    assert saved.unsaved == 0
    assert twice.unsaved == 2
    assert twice.with_saved().unsaved == 0
    assert twice.with_saved().undo().undo().unsaved == 2


def test_what_was_never_saved_counts_all_that_is_known_and_at_least_one() -> None:
    twice = History(document(), saved=None).apply(delete([3])).apply(delete([8]))
    assert twice.unsaved == 2
    assert twice.undo().undo().unsaved == 1
