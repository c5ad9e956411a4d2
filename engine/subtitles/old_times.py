"""What was heard again, put into the times of the old cues: for whoever set these by hand and wants new words only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from engine.subtitles.beside import SLIP, Row
from engine.subtitles.document import Cue
from engine.subtitles.line_breaks import break_marked_text, shape_of
from engine.subtitles.profiles import Profile
from engine.subtitles.words import is_spaceless, timed_words
from engine.transcript import Word


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of the new cue at index `cue`, with its times (ms)."""

    cue: int
    word: Word
    start: int
    end: int


def in_old_times(rows: Sequence[Row], profile: Profile, language: str) -> tuple[Row, ...]:
    """Return rows with their `fitted` cues, as far as there are any.

    Words go to the old cue in whose time they are said; where a new cue ends about there, this decides. A row has none
    where one of its old cues would get no word of its time. Lines are broken as the profile wants it, where a new cue
    was cut or joined; words keep the times at which they are said.
    """
    return tuple(replace(row, fitted=_fitted(row, profile.for_language(language), language)) for row in rows)


def _fitted(row: Row, profile: Profile, language: str) -> tuple[Cue, ...]:
    said = [
        _Said(at, word, word.start or 0, word.end or 0) for at, cue in enumerate(row.new) for word in timed_words(cue)
    ]
    if not row.old or len(said) < len(row.old):
        return ()
    edges = [0, *_cuts(said, row.old), len(said)]
    parts = [said[begin:stop] for begin, stop in pairwise(edges)]
    if not all(_is_said_in(cue, part) for cue, part in zip(row.old, parts, strict=True)):
        return ()
    return tuple(_cue(old, part, row.new, profile, language) for old, part in zip(row.old, parts, strict=True))


def _cuts(said: Sequence[_Said], old: Sequence[Cue]) -> list[int]:
    """Return before which words each old cue but the first begins; every cue gets one or more."""
    cuts: list[int] = []
    for number, (left, right) in enumerate(pairwise(old), 1):
        edge = (left.end + right.start) / 2
        places = range(cuts[-1] + 1 if cuts else 1, len(said) - len(old) + number + 1)
        cuts.append(min(places, key=lambda place: _distance(said[place - 1], said[place], edge)))
    return cuts


def _distance(before: _Said, after: _Said, edge: float) -> float:
    """Return how far (ms) a cut between two words is from an edge, less where the new cues have one, too."""
    distance = abs((before.end + after.start) / 2 - edge)
    return distance if before.cue == after.cue else max(0.0, distance - SLIP)


def _is_said_in(cue: Cue, part: Sequence[_Said]) -> bool:
    return any(each.start < cue.end + SLIP and each.end > cue.start - SLIP for each in part)


def _cue(old: Cue, part: Sequence[_Said], new: Sequence[Cue], profile: Profile, language: str) -> Cue:
    """Return what was said in the time of an old cue."""
    sources = sorted({each.cue for each in part})
    first = replace(new[sources[0]], start=old.start, end=old.end)
    if len(sources) == 1 and len(part) == len(timed_words(new[sources[0]])):
        return first
    text = ""
    for source in sources:
        said = "".join(each.word.text for each in part if each.cue == source).strip()
        text += (" " if _is_spaced(text, said) else "") + said
    text = break_marked_text(text, shape_of(profile, first.speaker), language)
    return replace(
        first, text=text, words=tuple(each.word for each in part) if all(new[at].words for at in sources) else ()
    )


def _is_spaced(before: str, after: str) -> bool:
    return bool(before) and not (is_spaceless(before[-1]) and is_spaceless(after[0]))
