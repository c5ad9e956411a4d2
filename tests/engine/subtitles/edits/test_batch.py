"""Fixes as one edit."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.edits import Fix, apply_fixes, set_text
from tests.support.editing import document, dog, edited


def test_fixes_change_delete_and_split_cues_together() -> None:
    hello, ran, home = document().cues
    halves = (replace(ran, end=1500, text="The dog,"), replace(ran, start=1900, text="it ran"))
    after = edited(document(), apply_fixes([Fix(ran, halves), Fix(home, ())]))
    assert [(cue.id, cue.text) for cue in after.cues] == [(3, hello.text), (7, "The dog,"), (9, "it ran")]
    assert after.cues[1].origin == "machine"


def test_a_fix_that_changes_words_makes_the_cue_edited() -> None:
    after = edited(document(), apply_fixes([Fix(dog(), (replace(dog(), text="The dog,\nit ran."),))]))
    assert after.cues[1].origin == "edited"


def test_a_fix_of_a_cue_that_was_changed_meanwhile_is_refused() -> None:
    changed = set_text(7, "A dog")(document())
    with pytest.raises(EditError, match="changed since"):
        apply_fixes([Fix(dog(), ())])(changed)
    with pytest.raises(EditError, match="same cue"):
        apply_fixes([Fix(dog(), ()), Fix(dog(), ())])(document())
