"""Old and new cues of the same time beside each other, as rows between which a person chooses."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from engine.subtitles.differing import differing
from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import plain_text

Choice = Literal["old", "new", "text"]  # the old cues, the new ones, or the text of the new ones in the old times
Reason = Literal["", "changed", "gone", "crowded"]
SLIP = 250  # ms by which the times of the same word differ between two hearings, or a hand sets an edge beside it


@dataclass(frozen=True, slots=True)
class Row:
    """Cues that stand for the same speech, each side in the order of time; one side may be empty, never both.

    `fitted` are the new texts in the times of the old cues, one each; () where they don't fit (old_times.py).
    """

    old: tuple[Cue, ...]
    new: tuple[Cue, ...]
    fitted: tuple[Cue, ...] = ()

    @property
    def start(self) -> int:
        return min(cue.start for cue in (*self.old, *self.new))

    @property
    def end(self) -> int:
        return max(cue.end for cue in (*self.old, *self.new))

    @property
    def says_the_same(self) -> bool:
        """Whether not a word differs, wherever lines and cues are broken."""
        return differing(_texts(self.old), _texts(self.new)).none


def beside(old: Sequence[Cue], new: Sequence[Cue]) -> tuple[Row, ...]:
    """Put cues side by side that are said at the same time: one and one, or as many as hang together.

    What counts is when their words are said, where that is known: cues stand longer than they are spoken. Edges that
    overlap a little join nothing, unless a cue would be left without a counterpart that it overlaps, or a word went
    over to the neighbour: it would be lost by one choice, and said twice by another.
    """
    left, right = (sorted(cues, key=lambda cue: (cue.start, cue.end)) for cues in (old, new))
    overlaps = list(_overlaps(list(map(_spoken, left)), list(map(_spoken, right))))
    links = [(one, other) for one, other, length, shorter in overlaps if length > min(SLIP, shorter / 2)]
    for side in (0, 1):
        having = {link[side] for link in links}
        best = {each[side]: each for each in sorted(overlaps, key=lambda each: each[2])}
        links += [(each[0], each[1]) for lone, each in best.items() if lone not in having]
    groups = _joined(links, len(left), len(right))
    rows = (Row(tuple(left[at] for at in ones), tuple(right[at] for at in others)) for ones, others in groups)
    return _whole(sorted(rows, key=lambda row: (row.start, row.end)))


def prefers_new(row: Row) -> bool:
    """Say whether the new cues are what a person probably wants: only the machine's own words are replaced unasked."""
    return bool(row.new) and all(cue.origin == "machine" for cue in row.old) and not row.says_the_same


def reasons_to_keep(rows: Sequence[Row], before: Document, now: Document) -> tuple[Reason, ...]:
    """Return of each row why its old cues must stay since the document became what it is `now`, "" where nothing is.

    A cue of the row was changed or is gone, or another one was put where the new ones would be.
    """
    had, has = ({cue.id: cue for cue in document.cues} for document in (before, now))
    moved = [cue for cue in now.cues if had.get(cue.id) != cue]
    return tuple(_reason(row, has, moved) for row in rows)


def taken(rows: Sequence[Row], choices: Sequence[Choice]) -> tuple[Row, ...]:
    """Return the rows whose new cues or texts were chosen, `new` being what comes.

    New cues end or begin where a neighbour that keeps its times begins or ends.
    """
    found = []
    for at, (row, choice) in enumerate(zip(rows, choices, strict=True)):
        if choice == "text":
            found.append(replace(row, new=row.fitted))
        if choice != "new":
            continue
        edge = row.old or row.new
        before = [cue.end for cue in rows[at - 1].old] if at and choices[at - 1] != "new" else []
        after = [cue.start for cue in rows[at + 1].old] if at + 1 < len(rows) and choices[at + 1] != "new" else []
        earliest = max((end for end in before if end <= edge[0].start + SLIP), default=None)
        latest = min((start for start in after if start >= max(cue.end for cue in edge) - SLIP), default=None)
        found.append(replace(row, new=tuple(_inside(cue, earliest, latest) for cue in row.new)))
    return tuple(found)


def _inside(cue: Cue, earliest: int | None, latest: int | None) -> Cue:
    start = cue.start if earliest is None or not cue.start < earliest < cue.end else earliest
    end = cue.end if latest is None or not start < latest < cue.end else latest
    return replace(cue, start=start, end=end)


def _reason(row: Row, has: dict[int, Cue], moved: Sequence[Cue]) -> Reason:
    if any(cue.id not in has for cue in row.old):
        return "gone"
    if any(has[cue.id] != cue for cue in row.old):
        return "changed"
    spans = list(map(_spoken, row.new))
    own = {cue.id for cue in row.old}
    others = (_spoken(cue) for cue in moved if cue.id not in own)
    crowded = any(min(end, stop) - max(start, begin) > SLIP for start, end in others for begin, stop in spans)
    return "crowded" if crowded else ""


def _whole(rows: Sequence[Row]) -> tuple[Row, ...]:
    found: list[Row] = []
    for row in rows:
        if found and _word_went_over(found[-1], row):
            found[-1] = Row((*found[-1].old, *row.old), (*found[-1].new, *row.new))
        else:
            found.append(row)
    return tuple(found)


def _word_went_over(first: Row, second: Row) -> bool:
    """Say whether one row's last word is the first of the other in the second hearing, or the other way round."""
    old_end, new_end = (_words(side)[-1:] for side in (first.old, first.new))
    old_begin, new_begin = (_words(side)[:1] for side in (second.old, second.new))
    ahead = bool(old_end) and old_end == new_begin and new_end != old_end and old_begin != new_begin
    return ahead or (bool(new_end) and new_end == old_begin and old_end != new_end and new_begin != old_begin)


def _words(cues: Sequence[Cue]) -> list[str]:
    """Return the words of cues without punctuation and case."""
    parts = " ".join(_texts(cues)).casefold().split()
    return [word for part in parts if (word := "".join(filter(str.isalnum, part)))]


def _texts(cues: Sequence[Cue]) -> list[str]:
    return [plain_text(cue.text) for cue in cues]


def _spoken(cue: Cue) -> tuple[int, int]:
    """Return when the words of a cue are said, as far as it shows them; its own times where nobody knows."""
    starts = [word.start for word in cue.words if word.start is not None]
    ends = [word.end for word in cue.words if word.end is not None]
    start, end = max(cue.start, min(starts, default=cue.start)), min(cue.end, max(ends, default=cue.end))
    return (start, end) if start < end else (cue.start, cue.end)


def _overlaps(left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the indexes of spans that overlap, by how much, and how long the shorter one is. `left` is sorted."""
    starts, latest = [start for start, _ in left], list(accumulate((end for _, end in left), max))
    for other, (begin, stop) in enumerate(right):
        at = bisect_left(starts, stop) - 1
        while at >= 0 and latest[at] > begin:
            start, end = left[at]
            length = min(end, stop) - max(start, begin)
            if length > 0:
                yield at, other, length, min(end - start, stop - begin)
            at -= 1


def _joined(links: Sequence[tuple[int, int]], left: int, right: int) -> list[tuple[list[int], list[int]]]:
    """Return what hangs together over links, as the indexes of both sides in their order."""
    heads = list(range(left + right))

    def head(at: int) -> int:
        while heads[at] != at:
            heads[at] = at = heads[heads[at]]
        return at

    for one, other in links:
        heads[head(one)] = head(left + other)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for at in range(left + right):
        ones, others = groups.setdefault(head(at), ([], []))
        (ones if at < left else others).append(at if at < left else at - left)
    return list(groups.values())
