"""Which cues stand at a time: the times of a document's cues as columns, kept up with its edits."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.subtitles.document import Cue, Document
from engine.subtitles.splice import Splice, splice

Column = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class CueTimes:
    """A document with the ids, starts and ends of its cues, by index.

    `order` holds the indexes by start, `begins` the starts in that order. `reach[n]` is the latest end of the first
    n + 1 of them, so that the first cue that lasts until a time is found by bisection although cues overlap.
    """

    document: Document
    ids: Column
    starts: Column
    ends: Column
    order: Column
    begins: Column
    reach: Column

    @classmethod
    def of(cls, document: Document) -> "CueTimes":
        return _indexed(document, *_columns(document.cues))

    def after(self, document: Document, change: Splice | None = None) -> "CueTimes":
        """Return the times of the next document; only what an edit touched is read.

        `change` leads back from there, if somebody knows it: then the documents need not be compared.
        """
        change = change or splice(document, self.document)
        begin, end = change.at, change.at + len(change.cues)
        own = (self.ids, self.starts, self.ends)
        changed = _columns(document.cues[begin : begin + change.length])
        ids, starts, ends = (
            column if np.array_equal(column[begin:end], new) else np.concatenate([column[:begin], new, column[end:]])
            for column, new in zip(own, changed, strict=True)
        )
        if starts is not self.starts or len(ids) != len(starts):
            return _indexed(document, ids, starts, ends)
        reach = self.reach if ends is self.ends else np.maximum.accumulate(ends[self.order])
        return replace(self, document=document, ids=ids, ends=ends, reach=reach)

    @property
    def cues(self) -> tuple[Cue, ...]:
        return self.document.cues

    def inside(self, start: float, end: float) -> Column:
        """Return the indexes of the cues that have a part in [start, end), by their starts."""
        first = int(np.searchsorted(self.reach, start, "right"))
        last = int(np.searchsorted(self.begins, end, "left"))
        near = self.order[first:last]
        return near[self.ends[near] > start]

    def at(self, time: int) -> tuple[Cue, ...]:
        """Return the cues that are shown at a time: from their start on, no longer at their end."""
        return tuple(self.cues[index] for index in self.inside(time, time + 1))

    def index_of(self, cue: int) -> int | None:
        """Return the index of a cue by its id, None if it isn't there."""
        found = np.flatnonzero(self.ids == cue)
        return int(found[0]) if len(found) else None

    def neighbours(self, index: int) -> tuple[Cue | None, Cue | None]:
        """Return the cues before and behind one in time that don't overlap it: who ends last, and who starts first."""
        start, end = self.starts[index], self.ends[index]
        before = self.order[: int(np.searchsorted(self.begins, start, "right"))]
        before = before[-64:]  # an earlier one that ends later than the last 64 is no neighbour
        before = before[(self.ends[before] <= start) & (before != index)]
        behind = self.order[int(np.searchsorted(self.begins, end, "left")) :][:2]
        behind = behind[behind != index]
        earlier = self.cues[before[int(np.argmax(self.ends[before]))]] if len(before) else None
        return earlier, self.cues[behind[0]] if len(behind) else None


def _columns(cues: tuple[Cue, ...]) -> tuple[Column, Column, Column]:
    ids = np.fromiter((cue.id for cue in cues), np.int64, len(cues))
    starts = np.fromiter((cue.start for cue in cues), np.int64, len(cues))
    ends = np.fromiter((cue.end for cue in cues), np.int64, len(cues))
    return ids, starts, ends


def _indexed(document: Document, ids: Column, starts: Column, ends: Column) -> CueTimes:
    if np.all(starts[1:] >= starts[:-1]):
        return CueTimes(document, ids, starts, ends, np.arange(len(starts)), starts, np.maximum.accumulate(ends))
    order = np.argsort(starts, kind="stable")
    return CueTimes(document, ids, starts, ends, order, starts[order], np.maximum.accumulate(ends[order]))
