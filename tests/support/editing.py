"""Documents to edit, and the check that every edit has to pass: it changes what it says, and undo takes it back."""

from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import Edit
from engine.subtitles.history import History
from engine.transcript import Word


def words(*heard: tuple[str, int, int]) -> tuple[Word, ...]:
    return tuple(Word(text, start, end, 0.5) for text, start, end in heard)


def dog() -> Cue:
    """A cue of the machine's with words, its text in two lines."""
    heard = words((" The", 1000, 1200), (" dog,", 1200, 1500), (" it", 1900, 2000), (" ran", 2000, 2400))
    return Cue(7, 1000, 2500, "The dog,\nit ran", speaker="Ann", words=heard, origin="machine")


def document() -> Document:
    """Three cues: one without words, one with them, one in italics."""
    first = Cue(3, 0, 900, "Hello there", translation="Hei der")
    last = Cue(8, 3000, 4000, "<i>Go home!</i>", speaker="Bo", origin="verified")
    return Document((first, dog(), last), "en", speakers=("Ann", "Bo"))


def edited(before: Document, edit: Edit) -> Document:
    """Apply an edit through a history, take it back and make it again; return what it made."""
    start = History(before)
    after = start.apply(edit)
    assert after.document == edit(before)
    if after == start:
        return after.document
    assert after.dirty
    assert after.undo_label == edit.label
    assert after.undo().document == before
    assert not after.undo().dirty
    assert after.undo().redo().document == after.document
    assert len({cue.id for cue in after.document.cues}) == len(after.document.cues)
    assert all(cue.id < after.document.next_id for cue in after.document.cues) or after.document.next_id == 0
    return after.document
