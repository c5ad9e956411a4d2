"""A reference: a recording and what is truly said in it, as people write it down."""

from dataclasses import dataclass
from pathlib import Path

from engine.subtitles import formats, markup
from engine.subtitles.document import Cue
from engine.training.events import read_events


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of reference text, or a word of it; the times are None where its file holds none."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A recording with its true text.

    `language` is Whisper's code, None if nobody said. `translation` is the English text, None if there is none.
    `words` are timed, () where only the times of lines are known. `condition` names what the recording has in common
    with others: its noise, its speaker, its corpus.
    """

    media: Path
    lines: tuple[Line, ...]
    language: str | None
    condition: str
    translation: tuple[Line, ...] | None = None
    words: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        return joined(self.lines)


@dataclass(frozen=True, slots=True)
class Text:
    """What a subtitle file says: its lines, its words where it times them, its language ("" if it doesn't tell).

    `mended` counts what its reader had to repair.
    """

    lines: tuple[Line, ...]
    words: tuple[Line, ...]
    language: str
    mended: int


def joined(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines)


def read_text(file: Path) -> Text:
    """Read a subtitle file, or a plain text as one line without times. Raises EngineError("subtitles")."""
    if file.suffix.lower() == ".txt":
        return Text((Line(formats.read_plain(file)),), (), "", 0)
    reading = formats.read(file)
    cues = sorted(reading.document.cues, key=lambda cue: cue.start)
    words = tuple(Line(word.text, word.start, word.end) for cue in cues for word in cue.words if word.start is not None)
    return Text(tuple(map(_line, cues)), words, reading.document.language, len(reading.repairs))


def read_words(file: Path) -> tuple[Line, ...]:
    """Read the words of a table of events. Raises EngineError("subtitles") naming the line that can't be read."""
    return tuple(Line(event.text, event.start, event.end) for event in read_events(file) if event.kind == "word")


def _line(cue: Cue) -> Line:
    return Line(markup.said(cue.text), cue.start, cue.end)
