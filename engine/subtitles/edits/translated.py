"""The translation that a model heard, as it comes to the cues beside which it belongs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import with_each
from engine.subtitles.edits.edit import Change, Edit
from engine.subtitles.edits.text import BreakText
from engine.subtitles.markup import literal
from engine.subtitles.pairing import pair
from engine.subtitles.sentences import says_something
from engine.subtitles.translations import keeps_translation
from engine.transcript import Segment

_INTO = "en"  # the language into which Whisper translates


@dataclass(frozen=True, slots=True)
class Translated:
    """What was heard in English of some cues: these as they were when it was asked for, and the segments.

    `wanted` are the ids of those that are to have it; those whose ids are `born` or above came since, by splitting
    for one. `break_text` breaks the lines of a text without tags.
    """

    asked: tuple[Cue, ...]
    segments: tuple[Segment, ...]
    wanted: frozenset[int]
    born: int
    break_text: BreakText


def add_translations(job: str, translated: Translated) -> Edit:
    """Put the first translations of a job beside their cues; the others go to History.amend by `with_translations`."""
    change = with_translations(translated)
    return Edit("Translate", lambda document: replace(change(document), translation_language=_INTO), job=job)


def with_translations(translated: Translated) -> Change:
    """Return the change that puts translations beside their cues, in whatever state of the document.

    A translation of a person stays. A cue for which there is nothing keeps what it has, else it gets an empty one of
    the model's, by which it is known. What belongs to cues that are gone is left out.
    """

    def change(document: Document) -> Document:
        there = list(_there(document, translated))
        gone = list(_gone(there, translated))
        cues = sorted([*there, *gone], key=lambda cue: cue.start)
        texts = pair(cues, translated.segments, document.language)
        found = {cue.id: text for cue, text in zip(cues, texts, strict=True) if cue not in gone}
        places = [at for at, cue in enumerate(document.cues) if cue.id in found and _may_have(cue, translated)]
        return with_each(document, places, lambda cue: _with(cue, found[cue.id], translated.break_text))

    return change


def _there(document: Document, translated: Translated) -> Iterator[Cue]:
    """Yield the cues of the document that were heard; those that were moved away since, where they were."""
    begin = min(cue.start for cue in translated.asked)
    end = max(cue.end for cue in translated.asked)
    asked = {cue.id: cue for cue in translated.asked}
    for cue in document.cues:
        if begin <= _middle(cue) < end:
            here = cue
        elif cue.id in asked:
            here = replace(cue, start=asked[cue.id].start, end=asked[cue.id].end)
        else:
            continue
        if says_something(here):
            yield here


def _gone(there: list[Cue], translated: Translated) -> Iterator[Cue]:
    """Yield the cues that were heard and are no longer there, nor another one in their place."""
    ids = {cue.id for cue in there}
    for cue in translated.asked:
        if cue.id not in ids and not any(other.start <= _middle(cue) < other.end for other in there):
            yield cue


def _may_have(cue: Cue, translated: Translated) -> bool:
    if cue.id >= translated.born:
        return not cue.translation.strip()
    return cue.id in translated.wanted and not keeps_translation(cue)


def _with(cue: Cue, text: str, break_text: BreakText) -> Cue:
    if not text:
        return cue if cue.translation else replace(cue, translation_origin="machine")
    return replace(cue, translation=break_text(literal(text)), translation_origin="machine")


def _middle(cue: Cue) -> float:
    return (cue.start + cue.end) / 2
