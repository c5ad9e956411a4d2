"""What differs between two documents, cue by cue, and the way from one to the other in both directions."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import is_

from engine.subtitles.document import Cue, Document

Cues = tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One cue that differs. `before` is None for a new cue, `after` for one that is gone.

    `before_at` and `after_at` are its indices in the two documents, None where a cue kept its place among the cues
    that stayed: so an edit in one place leaves the changes of another as they are.
    """

    before: Cue | None
    after: Cue | None
    before_at: int | None = None
    after_at: int | None = None

    @property
    def cue(self) -> int:
        return (self.before or self.after or _NOBODY).id

    def reversed(self) -> "Change":
        return Change(self.after, self.before, self.after_at, self.before_at)


_NOBODY = Cue(0, 0, 0, "")


class Misfit(ValueError):  # noqa: N818 - says what they are
    """Changes that are not those of this document."""


def head(document: Document) -> Document:
    """Return all of a document but its cues."""
    return replace(document, cues=())


def changes(before: Cues, after: Cues) -> tuple[Change, ...]:
    """Return what must be done to `before` to get `after`; cues are known by their ids."""
    if before is after:
        return ()
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if [cue.id for cue in old] == [cue.id for cue in new]:
        return tuple(Change(one, other) for one, other in zip(old, new, strict=True) if differ(one, other))
    return _changes(old, new, start)


def apply(cues: Cues, changed: Iterable[Change]) -> Cues:
    """Make the changes. Raise Misfit if `cues` is not what they were made from."""
    stay: dict[int, Change] = {}
    leave: dict[int, Change] = {}
    come: dict[int, Cue] = {}
    for change in changed:
        if change.before is not None:
            (stay if change.before_at is None else leave)[change.cue] = change
        if change.after is not None and change.after_at is not None:
            come[change.after_at] = change.after
    known = {cue.id: (place, cue) for place, cue in enumerate(cues) if cue.id in stay or cue.id in leave}
    if len(known) < len(stay) + len(leave):
        raise Misfit
    for change in (*stay.values(), *leave.values()):
        place, cue = known[change.cue]
        if change.before_at not in (None, place) or differ(cue, change.before):
            raise Misfit
    return _rebuilt(cues, stay, leave, come)


def differ(one: object, other: object) -> bool:
    """Tell whether two values differ in anything; equal numbers of two types (100 and 100.0) do."""
    return one is not other and (one != other or repr(one) != repr(other))


def same(one: Change, other: Change) -> bool:
    """Tell whether two changes would be stored alike."""
    places = (one.before_at, one.after_at) == (other.before_at, other.after_at)
    return places and not differ(one.before, other.before) and not differ(one.after, other.after)


def _rebuilt(cues: Cues, stay: dict[int, Change], leave: dict[int, Change], come: dict[int, Cue]) -> Cues:
    rest = list(cues)
    if stay:
        after = {number: change.after for number, change in stay.items() if change.after is not None}
        rest = [after.get(cue.id, cue) for cue in rest]
    if leave:
        rest = [cue for cue in rest if cue.id not in leave]
    if not come:
        return tuple(rest)
    if min(come) < 0 or max(come) >= len(rest) + len(come):
        raise Misfit
    following = iter(rest)
    return tuple([come[at] if at in come else next(following) for at in range(len(rest) + len(come))])


def _common(one: Sequence[Cue], other: Sequence[Cue]) -> int:
    """Return how many cues the two begin with that are the same objects."""
    same = list(map(is_, one, other))
    return same.index(False) if False in same else len(same)


def _changes(old: Cues, new: Cues, start: int) -> tuple[Change, ...]:
    """Return the changes between two stretches that both begin at index `start`."""
    old_at = {cue.id: place for place, cue in enumerate(old)}
    new_at = {cue.id: place for place, cue in enumerate(new)}
    kept = _longest_rising([old_at[cue.id] for cue in new if cue.id in old_at])
    found = []
    for place, cue in enumerate(old):
        if cue.id not in new_at:
            found.append(Change(cue, None, start + place))
        elif place not in kept:
            at = new_at[cue.id]
            found.append(Change(cue, new[at], start + place, start + at))
        elif differ(cue, new[new_at[cue.id]]):
            found.append(Change(cue, new[new_at[cue.id]]))
    found += [Change(None, cue, None, start + at) for at, cue in enumerate(new) if cue.id not in old_at]
    return tuple(found)


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
