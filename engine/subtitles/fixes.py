"""Fixes that are safe: breaks between lines and ends of cues, never a word. What they change can be seen beforehand.

A fix is proposed only if it mends what it is for and, together with all others, makes no new problem anywhere.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, inf

from engine.subtitles.checks import Problem, check
from engine.subtitles.counting import characters, reading_time, words
from engine.subtitles.document import Cue, Document, VttCue
from engine.subtitles.line_breaks import break_marked_text, fits, shape_of
from engine.subtitles.measures import is_dialogue, spoken
from engine.subtitles.pieces import marked_pieces
from engine.subtitles.profiles import Profile

_OF_LINES = frozenset({"characters-per-line", "lines", "words-per-line", "one-line"})
_OF_SPEED = frozenset({"shortest", "characters-per-second", "words-per-minute"})
_OF_NEXT = frozenset({"overlap", "gap"})  # told of the second cue, mended in the first
_OF_END = _OF_SPEED | _OF_NEXT | {"closed-gaps", "lingering", "longest"}
_OF_START = frozenset({"early", "late"})


@dataclass(frozen=True, slots=True)
class Change:
    """What fixes make of one cue, and the rules that it is for."""

    before: Cue
    after: Cue
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Order:
    """The cues by time, with what is to be mended in each, and where each is to begin."""

    cues: Sequence[Cue]
    wanted: Sequence[frozenset[str]]
    starts: Sequence[int]

    def following(self, place: int) -> int | None:
        return self.starts[place + 1] if place + 1 < len(self.starts) else None


def propose(document: Document, profile: Profile) -> tuple[Change, ...]:
    """Return what safe fixes would change, in the order of the document; apply() makes it so."""
    profile = profile.for_language(document.language)
    problems = check(document, profile)
    order = _in_order(document, problems)
    changes = {
        cue.id: change
        for place, cue in enumerate(order.cues)
        if order.wanted[place] and (change := _change(order, place, profile, document.language)) is not None
    }
    kept = _harmless(document, profile, problems, [cue.id for cue in order.cues], changes)
    return tuple(kept[cue.id] for cue in document.cues if cue.id in kept)


def apply(document: Document, changes: Sequence[Change]) -> Document:
    """Return the document with changes; one that is for a cue that has become another since is left out."""
    by_id = {change.before.id: change for change in changes}
    return replace(document, cues=tuple(_changed(cue, by_id.get(cue.id)) for cue in document.cues))


def _changed(cue: Cue, change: Change | None) -> Cue:
    return change.after if change is not None and change.before == cue else cue


def _in_order(document: Document, problems: Sequence[Problem]) -> _Order:
    cues = sorted(document.cues, key=lambda cue: cue.start)
    places = {cue.id: place for place, cue in enumerate(cues)}
    wanted: dict[int, set[str]] = defaultdict(set)
    for problem in problems:
        place = places[problem.cue] - (problem.rule in _OF_NEXT)
        if place >= 0 and (problem.level == "problem" or problem.rule in _OF_LINES):
            wanted[place].add(problem.rule)
    found = [frozenset(wanted[place]) for place in range(len(cues))]
    starts = [_start(cue, rules) for cue, rules in zip(cues, found, strict=True)]
    return _Order(cues, found, starts)


def _start(cue: Cue, rules: frozenset[str]) -> int:
    """Begin with the words, where a machine and no person has said otherwise."""
    said = spoken(cue) if rules & _OF_START and cue.origin == "machine" else None
    return cue.start if said is None else said[0]


def _change(order: _Order, place: int, profile: Profile, language: str) -> Change | None:
    cue, rules = order.cues[place], order.wanted[place]
    start = order.starts[place]
    text = _text(cue, rules, profile, language)
    end = _end(cue, start, rules, order.following(place), profile)
    after = replace(cue, start=start, end=end, text=text)
    if after == cue:
        return None
    mended = (
        (rules & _OF_LINES if text != cue.text else frozenset())
        | (rules & _OF_END if end != cue.end else frozenset())
        | (rules & _OF_START if start != cue.start else frozenset())
    )
    return Change(cue, after, tuple(sorted(mended)))


def _text(cue: Cue, rules: frozenset[str], profile: Profile, language: str) -> str:
    """Break lines anew. Dialogue keeps its lines, and a WebVTT cue what only its own payload can say."""
    own = isinstance(cue.extra, VttCue) and cue.extra.payload is not None
    if not rules & _OF_LINES or own or is_dialogue(cue.text):
        return cue.text
    found = marked_pieces(cue.text)
    for shape in (shape_of(profile), shape_of(profile, advised=False)):
        if fits(found, shape):
            return break_marked_text(cue.text, shape, language)
    return cue.text


def _end(cue: Cue, start: int, rules: frozenset[str], following: int | None, profile: Profile) -> int:
    """End where all limits of time are kept, or where it was if that can't be."""
    gap, shortest = int(profile.gap.value or 0), int(profile.shortest.value or 1)
    said = spoken(cue)
    needed = max(shortest, ceil(reading_time(characters(cue.text, profile.counting), words(cue.text), profile)))
    least, most = start + needed, inf
    if said is not None:
        least = max(least, said[1] - gap)
        if profile.lingering.value is not None:
            most = max(said[1] + int(profile.lingering.value), start + shortest)
    if following is not None:
        most = min(most, following - gap)
    if profile.longest.value is not None:
        most = min(most, start + int(profile.longest.value))
    aim = _aim(cue.end, start + needed, rules, None if following is None else following - gap, most, said is not None)
    return int(aim) if least <= aim <= most else cue.end


def _aim(end: int, needed: int, rules: frozenset[str], free: int | None, most: float, timed: bool) -> float:
    """Return where a cue should end: earlier for the next one, or later to be read."""
    if free is not None and rules & _OF_NEXT:
        return min(end, free)
    if rules & _OF_SPEED:
        return max(end, needed)
    if free is not None and "closed-gaps" in rules:
        return free
    return min(end, most) if timed and rules & {"lingering", "longest"} else end


def _harmless(
    document: Document,
    profile: Profile,
    problems: Sequence[Problem],
    order: Sequence[int],
    changes: Mapping[int, Change],
) -> Mapping[int, Change]:
    """Drop changes around every new problem until there is none; the radius doubles, so that few rounds are needed."""
    known = {(problem.rule, problem.cue) for problem in problems if problem.level == "problem"}
    places = {cue: place for place, cue in enumerate(order)}
    radius = 1
    while changes:
        after = check(apply(document, tuple(changes.values())), profile)
        worse = [places[each.cue] for each in after if each.level == "problem" and (each.rule, each.cue) not in known]
        if not worse:
            break
        dropped = {
            order[place] for bad in worse for place in range(max(0, bad - radius), min(len(order), bad + radius + 1))
        }
        changes = {cue: change for cue, change in changes.items() if cue not in dropped}
        radius *= 2
    return changes
