"""Which part of a translation belongs to which cue: by the time when it is said, in order, cut where clauses end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from engine.subtitles.document import Cue
from engine.subtitles.pieces import Piece, break_cost, ends_clause, pieces
from engine.subtitles.sentences import goes_on
from engine.subtitles.short_words import short_words
from engine.transcript import Segment

_NEAR = 1_000  # ms that a segment may lie beside a cue that it is said to translate
_ASIDE = 4  # what it costs a cut to be a letter away from where time would have it, beside pieces.break_cost
_TRANSLATED = "en"


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of the translation that is not cut, and how much time it shares with each cue, in ms.

    A clause that shares none with any may go `near`: to the cues that are not far from it, by how near they are.
    """

    text: str
    shares: tuple[float, ...]
    near: tuple[float | None, ...] = ()


def pair(cues: Sequence[Cue], segments: Sequence[Segment], language: str) -> tuple[str, ...]:
    """Return the English text of each cue, "" for one that gets none; `segments` are the English ones of these cues.

    `cues` are in the order of time and say something in `language`. Clauses go to the cues with which they share most
    time, none before one that is said earlier; what is said far from every cue belongs to none. A clause is cut only
    where the cues cut their sentence, too, and one that it lasts into would have nothing.
    """
    clauses = [clause for segment in segments for clause in _clauses(cues, segment)]
    placed: list[list[_Clause]] = [[] for _ in cues]
    for clause, place in zip(clauses, _best(clauses, len(cues)), strict=True):
        if place >= 0:
            placed[place].append(clause)
    words = short_words(language)
    runs_on = [goes_on(before, after, words) for before, after in pairwise(cues)]
    draft = _Draft(cues, runs_on, placed, [[clause.text for clause in own] for own in placed])
    draft.share_out()
    return tuple(map(" ".join, draft.texts))


def _clauses(cues: Sequence[Cue], segment: Segment) -> Iterator[_Clause]:
    """Yield the clauses of a segment. They share its time by letters, as far as cues stand meanwhile."""
    texts = list(_cut_at_clauses(segment.text))
    shared = [max(0, min(cue.end, segment.end) - max(cue.start, segment.start)) for cue in cues]
    near = () if any(shared) else tuple(_nearness(cue, segment) for cue in cues)
    spans = list(pairwise(accumulate(shared, initial=0)))
    ends = list(accumulate(map(len, texts), initial=0))
    for text, (first, last) in zip(texts, pairwise(ends), strict=True):
        begin, end = (letters * sum(shared) / ends[-1] for letters in (first, last))
        yield _Clause(text, tuple(max(0.0, min(end, stop) - max(begin, start)) for start, stop in spans), near)


def _cut_at_clauses(text: str) -> Iterator[str]:
    found, words = pieces(text.strip()), short_words(_TRANSLATED)
    ends = [at for at in range(1, len(found)) if ends_clause(found[at - 1].text, found[at].text, words)]
    for begin, stop in pairwise([0, *ends, len(found)] if found else []):
        yield _joined(found[begin:stop])


def _nearness(cue: Cue, segment: Segment) -> float | None:
    distance = max(cue.start - segment.end, segment.start - cue.end)
    return -distance / _NEAR if distance <= _NEAR else None


def _best(clauses: Sequence[_Clause], count: int) -> tuple[int, ...]:
    """Return the cue of each clause, -1 for none: in order, and with as much time shared as can be.

    The best ways so far are kept by the last cue that got something, the first of those that are as good.
    """
    ways: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for clause in clauses:
        nexts: dict[int, tuple[float, tuple[int, ...]]] = {}
        for last, (shared, way) in ways.items():
            choices = [(cue, share) for cue, share in _choices(clause) if cue >= last]
            for cue, share in choices:
                if cue not in nexts or shared + share > nexts[cue][0]:
                    nexts[cue] = (shared + share, (*way, cue))
            if clause.near and (last not in nexts or shared - 1 > nexts[last][0]):
                nexts[last] = (shared - 1, (*way, -1))
        ways = nexts
    return max(ways.values(), key=lambda way: way[0])[1] if count else (-1,) * len(clauses)


def _choices(clause: _Clause) -> Iterator[tuple[int, float]]:
    if not clause.near:
        yield from enumerate(clause.shares)
    for cue, nearness in enumerate(clause.near):
        if nearness is not None:
            yield cue, nearness


@dataclass(frozen=True, slots=True)
class _Draft:
    """What each cue gets: its clauses, and their `texts`. `runs_on` says of all cues but the last whether their
    sentence goes on in the next one."""

    cues: Sequence[Cue]
    runs_on: Sequence[bool]
    placed: Sequence[Sequence[_Clause]]
    texts: Sequence[list[str]]

    def share_out(self) -> None:
        """Give cues that have nothing their part of a clause that lasts into them."""
        for at, own in enumerate(self.placed):
            if own:
                first, last = self._reaching_back(at, own[0]), self._reaching_on(at, own[-1])
                if first < at:
                    self._cut(own[0], range(first, last + 1 if len(own) == 1 else at + 1), at)
                if last > at and (first == at or len(own) > 1):
                    self._cut(own[-1], range(at, last + 1), at)

    def _reaching_back(self, at: int, clause: _Clause) -> int:
        while at > 0 and self.runs_on[at - 1] and self._lacks(at - 1, clause):
            at -= 1
        return at

    def _reaching_on(self, at: int, clause: _Clause) -> int:
        while at + 1 < len(self.cues) and self.runs_on[at] and self._lacks(at + 1, clause):
            at += 1
        return at

    def _lacks(self, cue: int, clause: _Clause) -> bool:
        length = self.cues[cue].end - self.cues[cue].start
        return not self.texts[cue] and 2 * clause.shares[cue] > length

    def _cut(self, clause: _Clause, reach: range, at: int) -> None:
        """Cut a clause of cue `at` for all cues of its reach, near to where time would, but where it reads well."""
        found = pieces(clause.text)
        if len(found) < len(reach):
            return
        times = list(accumulate((clause.shares[cue] for cue in reach), initial=0.0))
        begins = [0]
        for time in times[1:-1]:
            rest = len(reach) - len(begins)  # every cue behind has to get a word
            possible = range(begins[-1] + 1, len(found) - rest + 1)
            begins.append(_cheapest(found, possible, len(clause.text) * time / times[-1]))
        for cue, (begin, stop) in zip(reach, pairwise([*begins, len(found)]), strict=True):
            own = self.texts[cue]
            if cue == at:
                own[0 if reach.start < at else -1] = _joined(found[begin:stop])
            else:
                own.append(_joined(found[begin:stop]))


def _cheapest(found: Sequence[Piece], possible: range, aim: float) -> int:
    """Return the piece before which it is best to cut, if time would have it at the letter `aim`."""
    words = short_words(_TRANSLATED)

    def cost(at: int) -> float:
        return break_cost(found[at - 1].text, found[at].text, words) + _ASIDE * abs(found[at].start - aim)

    return min(possible, key=cost)


def _joined(found: Sequence[Piece]) -> str:
    return "".join(piece.glue * bool(at) + piece.text for at, piece in enumerate(found))
