"""The difference between two documents as one splice: what has to stand where, to get from the second to the first."""

from dataclasses import dataclass, replace

from engine.subtitles.document import Cue, Document, Origin

_CHUNK = 1024  # cues that are compared at once


@dataclass(frozen=True, slots=True)
class Splice:
    """Put `cues` in the place of `length` cues from index `at` on.

    `frame` is the document that results, without its cues, where more than cues differ. Where it has `translations`,
    one for each of the `length` cues, these stay but for theirs, and `cues` is empty: a long film that is translated
    bit by bit writes this step anew with every bit.
    """

    at: int
    length: int
    cues: tuple[Cue, ...]
    frame: Document | None = None
    translations: tuple[tuple[str, Origin], ...] = ()

    @property
    def weight(self) -> int:
        """How much memory it keeps, in cues and words."""
        return 1 + len(self.translations) + len(self.cues) + sum(len(cue.words) for cue in self.cues)


def splice(after: Document, before: Document) -> Splice:
    """Return the splice that makes `before` of `after`."""
    most = min(len(after.cues), len(before.cues))
    begin = _common_start(after.cues, before.cues)
    end = _common_end(after.cues, before.cues, most - begin)
    frame = _frame(before)
    return Splice(
        begin,
        len(after.cues) - begin - end,
        before.cues[begin : len(before.cues) - end],
        None if frame == _frame(after) else frame,
    )


def spliced(document: Document, change: Splice) -> Document:
    """Apply a splice. Ids that were given stay given: `next_id` never falls."""
    cues = list(document.cues)
    cues[change.at : change.at + change.length] = put_in(document, change)
    return replace(change.frame or document, cues=tuple(cues), next_id=document.next_id)


def put_in(document: Document, change: Splice) -> tuple[Cue, ...]:
    """Return the cues that a splice of a document puts into it."""
    if not change.translations:
        return change.cues
    taken = document.cues[change.at : change.at + change.length]
    return tuple(_translated(cue, *own) for cue, own in zip(taken, change.translations, strict=True))


def compacted(change: Splice, document: Document) -> Splice:
    """Return a splice of a document without the cues, where it changes nothing of them but translations."""
    taken = document.cues[change.at : change.at + change.length]
    if not taken or len(taken) != len(change.cues):
        return change
    if any(_but_translation(old) != _but_translation(new) for old, new in zip(taken, change.cues, strict=True)):
        return change
    own = tuple((cue.translation, cue.translation_origin) for cue in change.cues)
    return replace(change, cues=(), translations=own)


def inverse(document: Document, change: Splice) -> Splice:
    """Return the splice that takes `change`, applied to `document`, back."""
    taken = document.cues[change.at : change.at + change.length]
    frame = None if change.frame is None else _frame(document)
    if change.translations:
        own = tuple((cue.translation, cue.translation_origin) for cue in taken)
        return Splice(change.at, change.length, (), frame, own)
    return Splice(change.at, len(change.cues), taken, frame)


def _translated(cue: Cue, translation: str, origin: Origin) -> Cue:
    if (translation, origin) == (cue.translation, cue.translation_origin):
        return cue
    return replace(cue, translation=translation, translation_origin=origin)


def _but_translation(cue: Cue) -> tuple[object, ...]:
    return cue.id, cue.start, cue.end, cue.text, cue.speaker, cue.words, cue.origin, cue.extra


def _frame(document: Document) -> Document:
    return replace(document, cues=(), next_id=0)


def _common_start(left: tuple[Cue, ...], right: tuple[Cue, ...]) -> int:
    """Return how many cues are equal from the start; compared in chunks, since equal objects are told quickly."""
    most = min(len(left), len(right))
    for begin in range(0, most, _CHUNK):
        stop = min(begin + _CHUNK, most)
        if left[begin:stop] != right[begin:stop]:
            return next(index for index in range(begin, stop) if left[index] != right[index])
    return most


def _common_end(left: tuple[Cue, ...], right: tuple[Cue, ...], most: int) -> int:
    """Return how many cues are equal from the end, `most` at most."""
    for begin in range(0, most, _CHUNK):
        size = min(_CHUNK, most - begin)
        lasts = [cues[len(cues) - begin - size : len(cues) - begin] for cues in (left, right)]
        if lasts[0] != lasts[1]:
            return begin + next(step for step in range(size) if lasts[0][-1 - step] != lasts[1][-1 - step])
    return most
