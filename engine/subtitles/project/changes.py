"""Which rows have to be written when the cues of one document become those of another."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import attrgetter, is_not

from engine.subtitles.document import Cue

Cues = tuple[Cue, ...]
_id = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs: the ids of cues that are `gone`, the cues that `changed` where they stand, and the indices among
    the new cues of those that `arrived` there, in order: new ones, and old ones that moved."""

    gone: tuple[int, ...] = ()
    changed: Cues = ()
    arrived: tuple[int, ...] = ()


def changes(before: Cues, after: Cues, unused: int | None = None) -> Changes:
    """Find what differs; cues are known by their ids. Raise ValueError if two cues in `after` have the same.

    No cue of `before` has an id from `unused` on, if that is known: 200,000 need not be asked then.
    """
    if before is after:
        return Changes()
    start = _common(before, after, min(len(before), len(after)))
    end = _common(reversed(before), reversed(after), min(len(before), len(after)) - start)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if list(map(_id, old)) == list(map(_id, new)):
        return Changes(changed=tuple([cue for cue, known in zip(new, old, strict=True) if differ(cue, known)]))
    found = _changes(old, new, start)
    fresh = {after[at].id for at in found.arrived} - set(map(_id, old))
    if unused is not None:
        fresh = {number for number in fresh if number < unused}
    if not fresh:
        return found
    if not fresh.isdisjoint(map(_id, after[:start])) or not fresh.isdisjoint(map(_id, after[len(after) - end :])):
        raise ValueError("two cues with one id")
    return found


def differ(one: object, other: object) -> bool:
    """Tell whether two values differ in anything; equal numbers of two types (100 and 100.0) do."""
    return one is not other and (one != other or repr(one) != repr(other))


def _common(one: Iterable[Cue], other: Iterable[Cue], most: int) -> int:
    """Return how many cues the two begin with that are the same objects, at most `most`."""
    return min(most, next(compress(count(), map(is_not, one, other)), most))


def _changes(old: Cues, new: Cues, start: int) -> Changes:
    """Return the changes between two stretches that both begin at index `start`."""
    old_at = {cue.id: place for place, cue in enumerate(old)}
    kept = _longest_rising([old_at[cue.id] for cue in new if cue.id in old_at])
    known = set(map(_id, new))
    if len(known) < len(new):
        raise ValueError("two cues with one id")
    stays = {cue.id: cue for place, cue in enumerate(old) if place in kept}
    return Changes(
        tuple([cue.id for cue in old if cue.id not in known]),
        tuple([cue for cue in new if cue.id in stays and differ(cue, stays[cue.id])]),
        tuple([start + at for at, cue in enumerate(new) if cue.id not in stays]),
    )


def _longest_rising(places: Sequence[int]) -> set[int]:
    """Return the longest rising subsequence (patience sorting): the cues that need not be moved."""
    tops: list[int] = []  # the smallest end of a rising run of each length
    ends: list[int] = []  # where in `places` that end is
    previous: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(tops, place)
        previous.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(places[index])
        index = previous[index]
    return kept
