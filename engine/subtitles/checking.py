"""Checks that keep up with somebody who edits: the document in parts, of which only those are checked that changed.

A rule looks at a cue and at its neighbours in time, and at the one of all before it that ends last. A part is checked
together with these, so what is found is what `checks.check` finds in the whole, and stays true while they stay.
Where cues do not stand in the order of time any cue may be any other's neighbour: such a document is one part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, takewhile

from engine.subtitles.checks import Problem, check
from engine.subtitles.document import Cue, Document
from engine.subtitles.profiles import Profile
from engine.subtitles.splice import splice

PART = 500  # cues; they are checked in some milliseconds

_Around = tuple[
    Cue | None, Cue | None, Cue | None
]  # the one that ends last of all before, the one before, the one after


@dataclass(frozen=True, slots=True)
class Part:
    """Cues that follow each other, the one of them that ends last, what was found, and beside which cues."""

    cues: tuple[Cue, ...]
    last: Cue
    problems: tuple[Problem, ...] = ()
    around: _Around | None = None


@dataclass(frozen=True, slots=True)
class Checking:
    """A document on its way to being checked by a profile. `step` until `done`; `problems` are those found so far."""

    document: Document
    profile: Profile
    parts: tuple[Part, ...]
    size: int = PART
    in_order: bool = True

    @property
    def done(self) -> bool:
        return all(part.around == around for part, around in zip(self.parts, _arounds(self.parts), strict=True))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """In the order of the document. What was found of a part before it changed is left out."""
        return tuple(problem for part in self.parts for problem in part.problems)

    def step(self) -> "Checking":
        """Check the first part that has to be; a few milliseconds, unless cues stand in no order."""
        for at, (part, around) in enumerate(zip(self.parts, _arounds(self.parts), strict=True)):
            if part.around != around:
                checked = replace(part, problems=self._found(part, around), around=around)
                return replace(self, parts=(*self.parts[:at], checked, *self.parts[at + 1 :]))
        return self

    def finished(self) -> "Checking":
        """Check all that has to be."""
        checking = self
        while not checking.done:
            checking = checking.step()
        return checking

    def after(self, document: Document) -> "Checking":
        """Go on with the document as it is after an edit: parts that the edit didn't touch stay checked."""
        if document.language != self.document.language or not self.in_order:
            return begun(document, self.profile, self.size)
        change = splice(self.document, document)  # what the edit took away
        before = list(takewhile(lambda placed: placed[0] + len(placed[1].cues) <= change.at, self._placed()))
        behind = [placed for placed in self._placed()[len(before) :] if placed[0] >= change.at + change.length]
        low = sum(len(part.cues) for _, part in before)
        high = len(document.cues) - sum(len(part.cues) for _, part in behind)
        if not _is_sorted(document.cues[max(0, low - 1) : high + 1]):
            return begun(document, self.profile, self.size)
        between = _parts(document.cues[low:high], self.size)
        parts = (*(part for _, part in before), *between, *(part for _, part in behind))
        return replace(self, document=document, parts=parts)

    def _placed(self) -> list[tuple[int, Part]]:
        """Return the parts, each with the index of its first cue."""
        places = accumulate((len(part.cues) for part in self.parts), initial=0)
        return list(zip(places, self.parts, strict=False))

    def _found(self, part: Part, around: _Around) -> tuple[Problem, ...]:
        longest, before, following = around
        context = [cue for cue in dict.fromkeys((longest, before)) if cue is not None]
        cues = (*context, *part.cues, *(() if following is None else (following,)))
        own = {cue.id for cue in part.cues}
        found = check(replace(self.document, cues=cues), self.profile)
        return tuple(problem for problem in found if problem.cue in own)


def begun(document: Document, profile: Profile, size: int = PART) -> Checking:
    """Return a document of which nothing was checked yet; `size` is that of a part, in cues."""
    cues = document.cues
    in_order = _is_sorted(cues)
    return Checking(document, profile, tuple(_parts(cues, size if in_order else len(cues))), size, in_order)


def _parts(cues: Sequence[Cue], size: int) -> Iterator[Part]:
    for at in range(0, len(cues), max(1, size)):
        part = tuple(cues[at : at + size])
        yield Part(part, max(part, key=lambda cue: cue.end))


def _arounds(parts: Sequence[Part]) -> Iterator[_Around]:
    longest: Cue | None = None
    for at, part in enumerate(parts):
        before = parts[at - 1].cues[-1] if at else None
        following = parts[at + 1].cues[0] if at + 1 < len(parts) else None
        yield longest, before, following
        if longest is None or part.last.end > longest.end:
            longest = part.last


def _is_sorted(cues: Sequence[Cue]) -> bool:
    return all(before.start <= after.start for before, after in pairwise(cues))
