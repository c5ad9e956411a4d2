"""The steps of a history: what takes an edit back or makes it again, and how many of them are kept."""

from dataclasses import dataclass, replace

from engine.subtitles.document import Document
from engine.subtitles.splice import Splice, compacted, splice

_MOST_STEPS = 10_000
_HEAVIEST = 100_000  # cues and words that all steps together may keep, some 15 MB
_ALWAYS = 5  # steps that are kept however heavy they are


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that can be taken back, or made again: the splice that does it.

    `state` is the number of the state that it leads to, `weight` what it keeps in memory, in cues and words. `job`
    names the transcription whose cues it brought.
    """

    label: str
    splice: Splice
    state: int
    weight: int
    job: str = ""


def leading(step: Step, after: Document, before: Document) -> Step:
    """Return a step that leads from a document back to the one before it, or forth."""
    change = compacted(splice(after, before), after)
    return replace(step, splice=change, weight=change.weight)


def kept_steps(past: tuple[Step, ...]) -> tuple[Step, ...]:
    """Forget the oldest steps where there are too many, or where they keep too much."""
    weight = 0
    for count, step in enumerate(reversed(past)):
        weight += step.weight
        if count >= _ALWAYS and (weight > _HEAVIEST or count >= _MOST_STEPS):
            return past[len(past) - count :]
    return past
