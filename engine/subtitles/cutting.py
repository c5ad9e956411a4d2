"""Where cues begin and end: of all ways to cut a stretch of speech within a profile's limits, the one that costs least.

A cut costs what it hurts the sense, a cue a little for being there, and much for what cannot be read in its time.
The cheapest way is found exactly, in time that grows with the stretch alone, since a cue holds only so many words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from engine.subtitles.counting import plain_characters, reading_time
from engine.subtitles.line_breaks import Filling, Shape
from engine.subtitles.pieces import break_cost, ends_sentence
from engine.subtitles.profiles import Profile
from engine.subtitles.short_words import ShortWords
from engine.subtitles.times import latest_end
from engine.subtitles.units import Unit

_CUE = 60.0  # what a cue costs for being there: short sentences stay together
_FULL = 40.0  # of a cue as full as can be: two halves are better than a full one and a rest
_SENTENCE_INSIDE = 25.0  # of each end of a sentence that is not a cue's
_PAUSE_INSIDE = 0.2  # of each ms of silence inside
_BREATH = 30.0  # what a cut costs less at the end of a segment
_SHORT = 10_000.0  # of a cue that can't stand as long as it should
_FAST = 1_000.0  # of a cue that can't be read in its time


@dataclass(frozen=True, slots=True)
class _Measured:
    """What the cost of a cue is summed up from, for each unit of a stretch."""

    counted: list[int]  # characters by the profile's counting, with the space before
    words: list[int]
    cuts: list[float]  # what a cut before the unit costs
    inside: list[float]  # what the place before it costs inside of a cue


def cut(stretch: Sequence[Unit], following: int | None, profile: Profile, shape: Shape, words: ShortWords) -> list[int]:
    """Return where cues begin in a stretch: indices of units, the first of them 0.

    `following` is when the next stretch begins. A unit that is beyond the limits by itself becomes a cue by itself.
    """
    measured = _measure(stretch, profile, words)
    best: list[float] = [0.0] + [inf] * len(stretch)
    begins = [0] * (len(stretch) + 1)
    for begin in range(len(stretch)):
        so_far = best[begin] + (measured.cuts[begin] if begin else 0.0)
        for stop, cost in _cues_from(begin, stretch, following, profile, shape, measured):
            if so_far + cost < best[stop]:
                best[stop], begins[stop] = so_far + cost, begin
    path = [begins[-1]]
    while path[-1]:
        path.append(begins[path[-1]])
    return path[::-1]


def _measure(stretch: Sequence[Unit], profile: Profile, words: ShortWords) -> _Measured:
    counted, word_counts, cuts, inside = [], [], [0.0], [0.0]
    for index, unit in enumerate(stretch):
        glue = unit.pieces[0].glue
        counted.append(
            plain_characters(glue + "".join(piece.glue + piece.text for piece in unit.pieces).strip(), profile.counting)
        )
        word_counts.append(bool(glue) + sum(bool(piece.glue) for piece in unit.pieces[1:]))
        if index:
            before = stretch[index - 1]
            cost = break_cost(before.last, unit.first, words)
            cuts.append(max(0.0, cost - (_BREATH if before.ends_segment else 0)))
            ends = ends_sentence(before.last, unit.first, words)
            inside.append((_SENTENCE_INSIDE if ends else 0) + _PAUSE_INSIDE * (unit.start - before.end))
    return _Measured(counted, word_counts, cuts, inside)


def _cues_from(
    begin: int, stretch: Sequence[Unit], following: int | None, profile: Profile, shape: Shape, measured: _Measured
) -> list[tuple[int, float]]:
    """Return the cues that may begin at a unit: behind which unit they stop and what they cost by themselves."""
    found: list[tuple[int, float]] = []
    filling = Filling(shape)
    room = shape.width * shape.lines
    longest = profile.longest.value or inf
    most = profile.characters_per_cue.value or inf
    length = shape.label - plain_characters(stretch[begin].pieces[0].glue, profile.counting)
    spoken, inside = 0, 0.0
    for index in range(begin, len(stretch)):
        unit = stretch[index]
        for piece in unit.pieces:
            filling.add(piece)
        length += measured.counted[index]
        spoken += measured.words[index]
        inside += measured.inside[index] if index > begin else 0.0
        fits = filling.fits and length <= most and unit.end - stretch[begin].start <= longest
        if not fits and index > begin:
            break
        after = stretch[index + 1].start if index + 1 < len(stretch) else following
        hurried = _hurry(stretch[begin].start, unit.end, after, reading_time(length, max(1, spoken), profile), profile)
        found.append((index + 1, _CUE + _FULL * (length / room) ** 2 + inside + hurried))
        if not fits:
            break
    return found


def _hurry(start: int, spoken: int, following: int | None, wanted: float, profile: Profile) -> float:
    """Return what it costs that a cue can't stand as long as it should."""
    stands = latest_end(start, spoken, following, profile) - start
    shortest = profile.shortest.value or 0
    # Both are between once and twice their price, so that two hurried cues are never cheaper than one.
    short = _SHORT * (2 - max(0, stands) / shortest) if stands < shortest else 0.0
    return short + (_FAST * (2 - max(0, stands) / wanted) if stands < wanted else 0.0)
