"""Cues joined into paragraphs for reading: each has a speaker and the time at which it begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import Run, lines_of_runs
from engine.subtitles.reading import unify_line_ends

_PAUSE = 3000  # ms of silence that begin a new paragraph
_LONG = 600  # characters from which on the next end of a sentence ends the paragraph
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।", '"', "”", "»")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one speaker says without a long pause; `start` in ms."""

    start: int
    speaker: str
    runs: tuple[Run, ...]


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield paragraphs: a new one with each speaker, after a pause, and where one grows long at a sentence's end."""
    open_cues: list[Cue] = []
    for cue in document.cues:
        if open_cues and _begins(cue, open_cues):
            yield _paragraph(open_cues)
            open_cues = []
        if cue.text.strip():
            open_cues.append(cue)
    if open_cues:
        yield _paragraph(open_cues)


def clock(time: int) -> str:
    """Write a time as h:mm:ss."""
    seconds = max(time, 0) // 1000
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _begins(cue: Cue, before: list[Cue]) -> bool:
    last = before[-1]
    is_long = sum(len(earlier.text) for earlier in before[-40:]) >= _LONG and last.text.rstrip().endswith(_ENDS)
    return cue.speaker != last.speaker or cue.start - last.end > _PAUSE or is_long


def _paragraph(cues: list[Cue]) -> Paragraph:
    runs: list[Run] = []
    for cue in cues:
        for line in lines_of_runs(unify_line_ends(cue.text.strip())):
            if line and runs:
                runs.append(Run(" "))
            runs += line
    return Paragraph(cues[0].start, cues[0].speaker, tuple(runs))
