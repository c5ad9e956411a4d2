"""Plain text: the words without times, one line a cue."""

from engine.subtitles.document import Cue, Document
from engine.subtitles.reading import unify_line_ends


def compose(document: Document) -> str:
    """Write one line a cue; the lines of a cue are joined by a space, a speaker stands before it as `Name: `."""
    return "".join(_line(cue) + "\n" for cue in document.cues)


def _line(cue: Cue) -> str:
    text = " ".join(unify_line_ends(cue.text.strip()).split("\n"))
    return f"{cue.speaker}: {text}" if cue.speaker else text
