"""LibriSpeech's layout: a chapter's recordings beside one text file with a line for each."""

from collections.abc import Iterator
from pathlib import Path

from engine.errors import EngineError
from engine.evaluation.candidate import Found, Problem
from engine.evaluation.reference import Line, Reference
from engine.paths import shown
from engine.subtitles import formats

TRANSCRIPTS = ".trans.txt"  # lines "SPEAKER-CHAPTER-NUMBER TEXT"


def in_chapter(recordings: list[Path], transcripts: list[Path], language: str | None) -> Iterator[Found]:
    """Yield what the recordings and transcripts of a folder make; `language` None is English, as in LibriSpeech."""
    unwritten = {recording.stem: recording for recording in recordings}
    for file in transcripts:
        try:
            text = formats.read_plain(file)
        except EngineError as error:
            yield Problem(file, error.kind, str(error))
            continue
        for line in filter(str.strip, text.splitlines()):
            name, _, said = line.strip().partition(" ")
            recording = unwritten.pop(name, None)
            if recording is None:
                yield Problem(file, "media", f"{shown(file)}: there is no recording {shown(Path(name))} beside it.")
            else:
                yield Reference(recording, (Line(said),), language or "en", _subset(recording.parent))
    for recording in unwritten.values():
        yield Problem(recording, "subtitles", f"{shown(recording)} has no line in a {TRANSCRIPTS} file beside it.")


def _subset(chapter: Path) -> str:
    """Return dev-clean for dev-clean/84/121123."""
    chapter = chapter.resolve()
    numbered = chapter.name.isdecimal() and chapter.parent.name.isdecimal()
    return shown(Path((chapter.parent.parent if numbered else chapter).name))
