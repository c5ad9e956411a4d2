"""Finding cues by their ids, and putting changed ones in their place: what every edit is made of."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from engine.errors import EditError
from engine.subtitles.document import Cue, Document, Note, Origin, VttCue
from engine.subtitles.seeking import index_of

_FEW = 16  # cues that are looked for one by one
LATEST = 359_999_999  # ms, 99:59:59.999: the last time that every format can write


def find(document: Document, cue: int) -> int:
    """Return the index of a cue. Raise EditError if it is no longer there."""
    index = index_of(document.cues, cue)
    if index is None:
        raise EditError("The cue is no longer in the document: choose another one")
    return index


def find_all(document: Document, cues: Collection[int]) -> list[int]:
    """Return the indexes of cues in the document's order. Raise EditError if there are none or one is gone."""
    wanted = set(cues)
    if not wanted:
        raise EditError("No cue is selected: select one first")
    if len(wanted) <= _FEW:
        found = sorted(index for cue in wanted if (index := index_of(document.cues, cue)) is not None)
    else:
        found = [index for index, cue in enumerate(document.cues) if cue.id in wanted]
    if len(found) < len(wanted):
        raise EditError("A selected cue is no longer in the document: select again")
    return found


def find_neighbours(document: Document, cues: Collection[int]) -> range:
    """Return the indexes of cues that must follow each other. Raise EditError if others stand between them."""
    found = find_all(document, cues)
    if found[-1] - found[0] >= len(found):
        raise EditError("Other cues stand between the selected ones: select cues that follow each other")
    return range(found[0], found[-1] + 1)


def by_hand(before: Cue, after: Cue) -> Cue:
    """Note that a person changed a cue, if they did."""
    return after if after == before else replace(after, origin="edited")


def who_translated(parts: Sequence[Cue]) -> Origin:
    """Say whose the translation is that cues have together; one that is partly a person's is theirs."""
    origins = {cue.translation_origin for cue in parts if cue.translation.strip()}
    origins = origins or {cue.translation_origin for cue in parts}
    return origins.pop() if len(origins) == 1 else "edited"


def with_cue(document: Document, index: int, cue: Cue) -> Document:
    """Put a cue in the place of the one with its id at `index`."""
    if cue == document.cues[index]:
        return document
    cues = list(document.cues)
    cues[index] = cue
    return replace(document, cues=tuple(cues))


def with_each(document: Document, indexes: Sequence[int], change: Callable[[Cue], Cue]) -> Document:
    """Change some cues; those that stay equal stay the same objects. Ids and order stay."""
    cues = list(document.cues)
    changed = False
    for index in indexes:
        after = change(cues[index])
        if after != cues[index]:
            cues[index], changed = after, True
    return replace(document, cues=tuple(cues)) if changed else document


def with_cues(document: Document, cues: Sequence[Cue], new: int = 0) -> Document:
    """Put other cues in the place of all, `new` of which have ids from `free_id` on.

    A note keeps standing before its cue, or before the next that is left.
    """
    after = replace(document, cues=tuple(cues), next_id=document.free_id + new)
    return replace(after, notes=_moved_notes(document, after)) if document.notes else after


def without_identity(cue: Cue, new_id: int) -> Cue:
    """Return a copy under a new id, without what belongs to one cue only: a WebVTT identifier."""
    extra = replace(cue.extra, identifier="", payload=None) if isinstance(cue.extra, VttCue) else cue.extra
    return replace(cue, id=new_id, extra=None if extra == VttCue() else extra)


def place_of(cues: Sequence[Cue], start: int) -> int:
    """Return the index at which a cue that starts at `start` belongs: behind the last that starts no later."""
    for index in range(len(cues), 0, -1):
        if cues[index - 1].start <= start:
            return index
    return 0


def _moved_notes(before: Document, after: Document) -> tuple[Note, ...]:
    place = {cue.id: index for index, cue in enumerate(after.cues)}
    kept = [index for index, cue in enumerate(before.cues) if cue.id in place]
    moved = []
    for note in before.notes:
        following = bisect_left(kept, note.before)
        at = place[before.cues[kept[following]].id] if following < len(kept) else len(after.cues)
        moved.append(note if note.before == at else replace(note, before=at))
    return tuple(moved)
