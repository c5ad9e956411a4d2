"""Plain text: one line a cue, with or without its times and its speaker."""

import re

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import literal, plain_text
from engine.subtitles.reading import Reading, split_lines, unify_line_ends
from engine.subtitles.rows import Row, read_rows
from engine.subtitles.timecode import find_srt, format_signed

_ROW = re.compile(r"\s*\[([-0-9:.,]{4,40})\s?(?:-->|-)\s?([-0-9:.,]{4,40})\]\s?(.*)", re.DOTALL)


def parse(text: str) -> Reading:
    """Read lines such as `[00:01.000 --> 00:02.500] text`, as openai-whisper prints them too.

    Raise EngineError("subtitles") for text without such a line.
    """
    lines, found = split_lines(text)
    rows = read_rows(enumerate(lines, 1), _read_row)
    if not rows.cues:
        raise EngineError("subtitles", "it holds no times: transcribe or align it, or open an SRT or VTT")
    return Reading(Document(tuple(rows.cues), notes=tuple(rows.notes)), (*found, *rows.repairs))


def compose(document: Document, *, times: bool = False, speakers: bool = True) -> str:
    """Write one line a cue; the lines of a cue are joined by a space, a speaker stands before it as `Name: `."""
    return "".join(_line(cue, times=times, speakers=speakers) + "\n" for cue in document.cues)


def said_with_name(cue: Cue) -> str:
    """Return what a cue says with its speaker before it, for formats that have no place for names."""
    return f"{cue.speaker}: {cue.text}" if cue.speaker and plain_text(cue.text).strip() else cue.text


def _read_row(line: str) -> Row | None:
    row = _ROW.fullmatch(line)
    start, end = (find_srt(row[1]), find_srt(row[2])) if row else (None, None)
    if row is None or start is None or end is None:
        return None
    return Row(start.time, end.time, literal(row[3]))


def _line(cue: Cue, *, times: bool, speakers: bool) -> str:
    text = plain_text(" ".join(unify_line_ends(cue.text.strip()).split("\n")))
    named = f"{cue.speaker}: {text}" if cue.speaker and speakers else text
    return f"[{format_signed(cue.start)} --> {format_signed(cue.end)}] {named}" if times else named
