"""How many edits would be lost if the project went."""

from dataclasses import replace

from engine.subtitles.document import Cue, Document
from engine.subtitles.project.contents import Contents
from tests.support.edit_script import State, edited, undone

SAVED: State = Contents(Document(), saved=0)
TWICE = edited(edited(SAVED, "insert", Document((Cue(1, 0, 1, "a"),))), "type", Document((Cue(1, 0, 1, "b"),)))


def test_unsaved_edits_are_counted_in_both_directions() -> None:
    assert SAVED.unsaved == 0
    assert TWICE.unsaved == 2
    assert replace(TWICE, saved=TWICE.state).unsaved == 0
    assert undone(undone(replace(TWICE, saved=TWICE.state))).unsaved == 2


def test_what_was_never_saved_counts_all_that_is_known_and_at_least_one() -> None:
    assert replace(TWICE, saved=None).unsaved == 2
    assert replace(SAVED, saved=None).unsaved == 1
