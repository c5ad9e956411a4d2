"""Tab-separated values as openai-whisper writes them: a header, then start and end in milliseconds, and the text."""

import re
from dataclasses import replace

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.reading import Reading, split_lines, unify_line_ends
from engine.subtitles.rows import Row, read_rows
from engine.subtitles.txt import said_with_name

_HEADER = "start\tend\ttext"
_ROW = re.compile(r"\s*(-?[0-9]{1,15})\t\s*(-?[0-9]{1,15})\t(.*)", re.DOTALL)


def parse(text: str) -> Reading:
    """Read rows; a line that is none continues the text of the row above it.

    Raise EngineError("subtitles") for text without a single row or header.
    """
    lines, found = split_lines(text)
    begin = 1 if lines[0].strip().lower() == _HEADER else 0
    rows = read_rows(enumerate(lines[begin:], begin + 1), _read_row)
    if text.strip() and not rows.cues and not begin:
        raise EngineError("subtitles", "this is not a table of cues: no line holds start, end and text between tabs")
    return Reading(Document(tuple(rows.cues), notes=tuple(rows.notes)), (*found, *rows.repairs))


def compose(document: Document) -> str:
    """Write one row a cue; tabs and line breaks of its text become spaces."""
    return f"{_HEADER}\n" + "".join(_write_row(cue) for cue in document.cues)


def _read_row(line: str) -> Row | None:
    row = _ROW.fullmatch(line)
    return Row(int(row[1]), int(row[2]), row[3]) if row else None


def _write_row(cue: Cue) -> str:
    text = said_with_name(replace(cue, text=cue.text.strip()))
    return f"{cue.start}\t{cue.end}\t{unify_line_ends(text).replace(chr(9), ' ').replace(chr(10), ' ')}\n"
