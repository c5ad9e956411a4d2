"""When it is said: starts, ends, moving, shifting, stretching. No edit makes a time negative or a cue end too early."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import LATEST, by_hand, find, find_all, with_cue, with_each
from engine.subtitles.edits.edit import edit, edit_of_cue
from engine.subtitles.words import moved
from engine.transcript import Word

_RATES = (1.0, 1000.0)  # frames a second


@dataclass(frozen=True, slots=True)
class SyncPoint:
    """A time of the document, in ms, and the time that it ought to be."""

    time: int
    right: int


@edit_of_cue("Set start")
def set_start(document: Document, cue: int, start: int) -> Document:
    """Let a cue start at `start`; its end and the true times of its words stay."""
    return _set_times(document, cue, start, None)


@edit_of_cue("Set end")
def set_end(document: Document, cue: int, end: int) -> Document:
    """Let a cue end at `end`; its start and the true times of its words stay."""
    return _set_times(document, cue, None, end)


@edit_of_cue("Set times")
def set_times(document: Document, cue: int, start: int, end: int) -> Document:
    """Give a cue both times; the true times of its words stay."""
    return _set_times(document, cue, start, end)


@edit_of_cue("Move")
def move(document: Document, cue: int, start: int) -> Document:
    """Let a cue start at `start` and last as long as before; its words move along."""
    index = find(document, cue)
    before = document.cues[index]
    after = _shifted(before, start - before.start)
    _check_range(before, after)
    return with_cue(document, index, by_hand(before, after))


@edit("Shift")
def shift(document: Document, cues: Collection[int], delta: int) -> Document:
    """Let cues and their words begin `delta` ms later."""
    return _shift(document, find_all(document, cues), delta)


@edit("Shift from here on")
def shift_from(document: Document, cue: int, delta: int) -> Document:
    """Let a cue and all that follow it in the list begin `delta` ms later."""
    return _shift(document, range(find(document, cue), len(document.cues)), delta)


@edit("Stretch")
def stretch(document: Document, first: SyncPoint, second: SyncPoint) -> Document:
    """Bring two times of the document to where they belong, and everything else along in proportion."""
    if first.time == second.time:
        raise EditError("Both points are at the same time: choose two cues far apart")
    if (second.right - first.right) * (second.time - first.time) <= 0:
        raise EditError("The points would change their order: the later one must stay the later one")

    def right(time: int) -> int:
        return first.right + _divided((time - first.time) * (second.right - first.right), second.time - first.time)

    return _mapped(document, right)


@edit("Change frame rate")
def change_frame_rate(document: Document, source: float, target: float) -> Document:
    """Let times that were made for `source` frames a second fit a film that runs at `target`."""
    for rate in (source, target):
        if not _RATES[0] <= rate <= _RATES[1]:
            raise EditError(f"{rate:g} is no frame rate: use one such as 23.976, 25 or 29.97")
    return _mapped(document, lambda time: round(time * source / target))


@edit("Extend to next")
def extend_to_next(document: Document, cues: Collection[int], gap: int = 0) -> Document:
    """Let cues last until `gap` ms before the one that follows; those that reach it already stay."""
    indexes = find_all(document, cues)
    if indexes == [len(document.cues) - 1]:
        raise EditError("No cue follows the last one: set its end instead")
    following = dict(zip((cue.id for cue in document.cues), document.cues[1:], strict=False))

    def extended(cue: Cue) -> Cue:
        end = following[cue.id].start - gap if cue.id in following else cue.end
        return by_hand(cue, replace(cue, end=max(cue.end, end)))

    return with_each(document, indexes, extended)


@edit("Extend to previous")
def extend_to_previous(document: Document, cues: Collection[int], gap: int = 0) -> Document:
    """Let cues start `gap` ms after the end of the one before; those that touch it already stay."""
    indexes = find_all(document, cues)
    if indexes == [0]:
        raise EditError("No cue stands before the first one: set its start instead")
    previous = dict(zip((cue.id for cue in document.cues[1:]), document.cues, strict=False))

    def extended(cue: Cue) -> Cue:
        start = max(0, previous[cue.id].end + gap) if cue.id in previous else cue.start
        return by_hand(cue, replace(cue, start=min(cue.start, start)))

    return with_each(document, indexes, extended)


def _set_times(document: Document, cue: int, start: int | None, end: int | None) -> Document:
    index = find(document, cue)
    before = document.cues[index]
    after = replace(before, start=before.start if start is None else start, end=before.end if end is None else end)
    _check_range(before, after)
    if after != before and after.start >= after.end:
        raise EditError("The cue would end before it starts: set its other time first, or move the cue")
    return with_cue(document, index, by_hand(before, after))


def _shift(document: Document, indexes: Iterable[int], delta: int) -> Document:
    chosen = list(indexes)
    for index in chosen:
        cue = document.cues[index]
        _check_range(cue, replace(cue, start=cue.start + delta, end=cue.end + delta))
    return with_each(document, chosen, lambda cue: _shifted(cue, delta)) if delta else document


def _shifted(cue: Cue, delta: int) -> Cue:
    return replace(cue, start=cue.start + delta, end=cue.end + delta, words=moved(cue.words, delta))


def _mapped(document: Document, right: Callable[[int], int]) -> Document:
    """Put every time through a growing function; cues that had a length keep at least 1 ms."""

    def mapped(cue: Cue) -> Cue:
        start, end = right(cue.start), right(cue.end)
        end = max(end, start + 1) if cue.end > cue.start else end
        after = replace(cue, start=start, end=end, words=tuple(_mapped_word(word, right) for word in cue.words))
        _check_range(cue, after)
        return after

    return with_each(document, range(len(document.cues)), mapped)


def _mapped_word(word: Word, right: Callable[[int], int]) -> Word:
    start, end = (None if time is None else right(time) for time in (word.start, word.end))
    return replace(word, start=start, end=end)


def _divided(product: int, divisor: int) -> int:
    """Divide and round to the nearest, without a float's error."""
    return (2 * product + divisor) // (2 * divisor)


def _check_range(before: Cue, after: Cue) -> None:
    """Refuse a time outside of what can be shown; times that a file had outside may stay or come closer."""
    if after.start < min(0, before.start):
        raise EditError(f"A cue would begin {-after.start} ms before the film: choose a later time")
    if after.end > max(LATEST, before.end):
        raise EditError("A cue would end after 99:59:59.999: choose an earlier time")
