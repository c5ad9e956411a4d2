"""Which cues there are: inserting, deleting, duplicating, sorting, vouching for them."""

from collections.abc import Collection
from dataclasses import replace

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import (
    LATEST,
    find,
    find_all,
    place_of,
    with_cues,
    with_each,
    without_identity,
)
from engine.subtitles.edits.edit import edit

_NEW = 2000  # ms, how long a new cue lasts where there is room (Subtitle Edit's default)
_SHORTEST_NEW = 100  # ms; a new cue without room rather overlaps its neighbour than being too short to be seen


@edit("Insert after")
def insert_after(document: Document, cue: int, gap: int = 0) -> Document:
    """Insert an empty cue `gap` ms behind a cue, as long as there is room before the next, 2 s at most."""
    index = find(document, cue)
    start = max(0, document.cues[index].end + gap)
    following = document.cues[index + 1].start - gap if index + 1 < len(document.cues) else LATEST
    return _inserted(document, index + 1, start, min(start + _NEW, following))


@edit("Insert before")
def insert_before(document: Document, cue: int, gap: int = 0) -> Document:
    """Insert an empty cue that ends `gap` ms before a cue, as long as there is room behind the one before."""
    index = find(document, cue)
    end = max(_SHORTEST_NEW, document.cues[index].start - gap)
    previous = document.cues[index - 1].end + gap if index else 0
    start = max(0, min(max(previous, end - _NEW), end - _SHORTEST_NEW))
    return _inserted(document, index, start, end)


@edit("Insert")
def insert_at(document: Document, start: int, end: int | None = None, text: str = "") -> Document:
    """Insert a cue by its time; without an end it lasts until the next cue, 2 s at most."""
    if start < 0 or start >= LATEST:
        raise EditError("A cue can't begin there: choose a time inside of the film")
    if end is not None and not start < end <= LATEST:
        raise EditError("A cue has to end after its start: drag it longer")
    index = place_of(document.cues, start)
    if end is not None:
        return _with_new(document, index, Cue(document.free_id, start, end, text))
    following = document.cues[index].start if index < len(document.cues) else LATEST
    return _inserted(document, index, start, min(start + _NEW, following), text)


@edit("Delete")
def delete(document: Document, cues: Collection[int]) -> Document:
    """Delete cues; a note before one stays, before the next."""
    gone = set(find_all(document, cues))
    return with_cues(document, [cue for index, cue in enumerate(document.cues) if index not in gone])


@edit("Duplicate")
def duplicate(document: Document, cues: Collection[int]) -> Document:
    """Put a copy with the same times behind each of the cues."""
    chosen = set(find_all(document, cues))
    new_id = document.free_id
    doubled: list[Cue] = []
    for index, cue in enumerate(document.cues):
        doubled.append(cue)
        if index in chosen:
            doubled.append(replace(without_identity(cue, new_id), origin="edited"))
            new_id += 1
    return with_cues(document, doubled, new=len(chosen))


@edit("Sort")
def sort(document: Document) -> Document:
    """Order cues by start, then by end; notes go along with their cues."""
    ordered = sorted(document.cues, key=lambda cue: (cue.start, cue.end))
    if all(before is after for before, after in zip(document.cues, ordered, strict=True)):
        return document
    return with_cues(document, ordered)


@edit("Mark as verified")
def verify(document: Document, cues: Collection[int]) -> Document:
    """Note that a person has listened to cues and vouches for them, and for the translations that stand beside."""
    return with_each(document, find_all(document, cues), _verified)


def _verified(cue: Cue) -> Cue:
    return replace(cue, origin="verified", translation_origin="verified" if cue.translation else cue.translation_origin)


def _inserted(document: Document, index: int, start: int, end: int, text: str = "") -> Document:
    start = min(start, LATEST - _SHORTEST_NEW)
    return _with_new(document, index, Cue(document.free_id, start, max(end, start + _SHORTEST_NEW), text))


def _with_new(document: Document, index: int, cue: Cue) -> Document:
    return with_cues(document, (*document.cues[:index], cue, *document.cues[index:]), new=1)
