"""The rules that a document is checked by, as a table, and what breaks them, in time that grows with the document.

Rules read columns (all starts, all texts) and not cues: that is what makes 200,000 cues a matter of a second.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from engine.subtitles import measures
from engine.subtitles.document import Document
from engine.subtitles.measures import Columns
from engine.subtitles.profiles import NO_LIMIT, Limit, Profile

Level = Literal["problem", "advice"]
Unit = Literal["ms", "characters", "lines", "words", "characters/s", "words/min", "ms/character", ""]
_Found = Iterable[tuple[int, float]]  # index of a cue and what was measured


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `broken` yields what is beyond a number; `limit` names the profile's number, "" for a rule of all."""

    name: str
    title: str
    why: str
    unit: Unit
    at_least: bool
    limit: str
    broken: Callable[[Columns, float], _Found]

    def limit_in(self, profile: Profile) -> Limit:
        """Return the numbers of a profile for this rule."""
        found = getattr(profile, self.limit) if self.limit else Limit(0)
        return found if isinstance(found, Limit) else NO_LIMIT


@dataclass(frozen=True, slots=True)
class Problem:
    """A cue that breaks a rule: by what was measured, beyond which limit, and why that matters.

    `cue` is the id of the cue. A "problem" is beyond the limit, an "advice" only beyond what is recommended.
    """

    rule: str
    cue: int
    measured: float
    limit: float
    why: str
    level: Level = "problem"


RULES = (
    Rule(
        "empty",
        "A cue without text",
        "Nobody sees anything for as long as it stands, and many players show an empty box.",
        "",
        False,
        "",
        measures.empty,
    ),
    Rule(
        "reversed",
        "A cue that ends before it begins, or at once",
        "Players never show it, or stop reading the file here.",
        "ms",
        True,
        "",
        measures.reversed_times,
    ),
    Rule(
        "negative",
        "A cue that begins before the film",
        "It can't be written in most formats and would be moved to zero.",
        "ms",
        True,
        "",
        measures.negative,
    ),
    Rule(
        "order",
        "A cue that begins before the one above it",
        "Some players show cues in the order of the file and skip this one.",
        "ms",
        False,
        "",
        measures.order,
    ),
    Rule(
        "overlap",
        "A cue that begins before the one before it has ended",
        "Two cues at a time cover each other or jump, and readers lose the line they were in.",
        "ms",
        False,
        "",
        measures.overlap,
    ),
    Rule(
        "out-of-sync",
        "A cue that stands while none of its words is said",
        "What is read is not what is heard: for many viewers that makes both unusable.",
        "ms",
        False,
        "",
        measures.out_of_sync,
    ),
    Rule(
        "characters-per-line",
        "A line that is too long",
        "It runs off narrow screens, or is broken by the player where nobody wanted it.",
        "characters",
        False,
        "characters_per_line",
        measures.line_length,
    ),
    Rule(
        "characters-per-cue",
        "A cue with too much text",
        "The eye stays with the text and misses the picture.",
        "characters",
        False,
        "characters_per_cue",
        measures.cue_length,
    ),
    Rule(
        "lines",
        "A cue with too many lines",
        "It hides the picture, faces first of all.",
        "lines",
        False,
        "lines",
        measures.line_count,
    ),
    Rule(
        "words-per-line",
        "A line with too many words",
        "You asked for fewer.",
        "words",
        False,
        "words_per_line",
        measures.line_words,
    ),
    Rule(
        "shortest",
        "A cue that stands too short",
        "The eye needs time to find a cue before it can read it; this one only flickers.",
        "ms",
        True,
        "shortest",
        measures.too_short,
    ),
    Rule(
        "longest",
        "A cue that stands too long",
        "Who has read it long ago begins to read it again, and waits for the next one.",
        "ms",
        False,
        "longest",
        measures.too_long,
    ),
    Rule(
        "characters-per-second",
        "A cue that must be read too fast",
        "Most viewers can't finish it, or see nothing of the film while they do.",
        "characters/s",
        False,
        "characters_per_second",
        measures.too_fast,
    ),
    Rule(
        "milliseconds-per-character",
        "A cue that stands too long for its text",
        "Who has read it long ago begins to read it again.",
        "ms/character",
        False,
        "milliseconds_per_character",
        measures.too_slow,
    ),
    Rule(
        "words-per-minute",
        "A cue with more words than can be read in its time",
        "Most viewers can't finish it, or see nothing of the film while they do.",
        "words/min",
        False,
        "words_per_minute",
        measures.too_many_words,
    ),
    Rule(
        "gap",
        "Two cues too close together",
        "Without a moment between them the eye doesn't see that the text has changed.",
        "ms",
        True,
        "gap",
        measures.narrow_gap,
    ),
    Rule(
        "closed-gaps",
        "A short gap that should be closed",
        "The screen is blank for a blink: that flickers and takes reading time away.",
        "ms",
        True,
        "closed_gaps_below",
        measures.open_gap,
    ),
    Rule(
        "one-line",
        "A break that isn't needed",
        "A short text on two lines hides more of the picture and is read more slowly.",
        "characters",
        True,
        "one_line_below",
        measures.needless_break,
    ),
    Rule(
        "early",
        "A cue before its words",
        "It gives away what is about to be said.",
        "ms",
        False,
        "early",
        measures.early,
    ),
    Rule(
        "late",
        "A cue behind its words",
        "Who hears and reads at once is disturbed, and the time to read is lost.",
        "ms",
        False,
        "late",
        measures.late,
    ),
    Rule(
        "lingering",
        "A cue that outlasts its words",
        "It seems to belong to the silence, or to whoever speaks next.",
        "ms",
        False,
        "lingering",
        measures.lingering,
    ),
    Rule(
        "untranslated",
        "A cue without a translation",
        "Who reads the translation sees nothing while this is said.",
        "",
        False,
        "",
        measures.untranslated,
    ),
    Rule(
        "listened-to",
        "A cue of the machine that nobody has listened to",
        "A model invents words now and then, and only a person can vouch for them.",
        "",
        True,
        "listened_to",
        measures.unverified,
    ),
)


def rule(name: str) -> Rule:
    """Return the rule of a name that a Problem carries."""
    return next(each for each in RULES if each.name == name)


def check(document: Document, profile: Profile) -> tuple[Problem, ...]:
    """Return all problems by the profile's numbers for the document's language, cue by cue, worst level first."""
    profile = profile.for_language(document.language)
    columns = Columns.of(document.cues, profile)
    found = [each for rule_ in RULES for each in _broken(rule_, columns, profile)]
    found.sort(key=lambda each: each[0])  # stable: rules stay in the table's order within a cue
    return tuple(problem for _, problem in found)


def _broken(rule_: Rule, columns: Columns, profile: Profile) -> Iterator[tuple[int, Problem]]:
    limit = rule_.limit_in(profile)
    reported: set[int] = set()
    if limit.value is not None:
        for index, measured in rule_.broken(columns, limit.value):
            reported.add(index)
            yield index, Problem(rule_.name, columns.cues[index].id, measured, limit.value, rule_.why)
    if limit.advised is not None:
        for index, measured in rule_.broken(columns, limit.advised):
            if index not in reported:
                yield index, Problem(rule_.name, columns.cues[index].id, measured, limit.advised, rule_.why, "advice")
