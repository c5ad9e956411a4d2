"""Cues that were heard again, in the place of those that a person gave up for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.errors import EditError
from engine.subtitles.beside import Row
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import with_cues, without_identity
from engine.subtitles.edits.edit import edit
from engine.subtitles.edits.heard import placed
from engine.subtitles.edits.recut import cut_anew
from engine.subtitles.edits.speakers import with_names
from engine.subtitles.marked import plain, squeeze


@edit("Transcribe again")
def take_heard(document: Document, rows: Sequence[Row]) -> Document:
    """Put the new cues of rows in the place of their old ones. Raise EditError if one of these is not as it was.

    Each takes over id, speaker and what its format says from the old cue that it overlaps most. A translation and
    markup stay where not a letter changed, else they go: they belong to what was said before.
    """
    present = {cue.id: cue for cue in document.cues}
    if any(present.get(cue.id) != cue for row in rows for cue in row.old):
        raise EditError("A cue was changed since it was heard again: choose again")
    new_id = document.free_id
    instead: dict[int, list[Cue]] = {cue.id: [] for row in rows for cue in row.old}
    free: list[Cue] = []
    for row in rows:
        cues, new_id = _with_ids(_sourced(row), {cue.id for cue in row.old}, new_id)
        if row.old:
            instead[row.old[0].id] = cues
        else:
            free += cues
    anew = [cue for old in document.cues for cue in instead.get(old.id, [old])]
    after = placed(with_cues(document, anew, new_id - document.free_id), free)
    after = replace(after, next_id=new_id)
    return with_names(after, (cue.speaker for cues in instead.values() for cue in cues))


def _sourced(row: Row) -> Iterator[Cue]:
    """Yield the new cues with what they have of the old ones; those of one old cue have its id."""
    if row.new and _letters(*row.old) == _letters(*row.new):
        laid = [replace(cue, text=plain(cue.text)) for cue in row.new]
        yield from cut_anew(list(row.old), lambda _: laid)
        return
    for cue in row.new:
        near = max(row.old, key=lambda old: min(old.end, cue.end) - max(old.start, cue.start), default=None)
        if near is None:
            yield replace(cue, id=0, origin="machine")
        elif _letters(near) == _letters(cue):
            yield replace(near, start=cue.start, end=cue.end, words=cue.words)
        else:
            yield replace(cue, id=near.id, speaker=near.speaker or cue.speaker, extra=near.extra, origin="machine")


def _letters(*cues: Cue) -> str:
    return squeeze("".join(plain(cue.text) for cue in cues))


def _with_ids(cues: Iterator[Cue], known: set[int], new_id: int) -> tuple[list[Cue], int]:
    """Let the first cue of each known id keep it, and give all others new ones from `new_id` on."""
    left, numbered = set(known), []
    for cue in cues:
        if cue.id in left:
            left.remove(cue.id)
            numbered.append(cue)
        else:
            numbered.append(without_identity(cue, new_id))
            new_id += 1
    return numbered, new_id
