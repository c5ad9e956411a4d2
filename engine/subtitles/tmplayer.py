"""TMPlayer: `hh:mm:ss:text|second line`, or `hh:mm:ss,1=text` with a row a line; cues end when the next one comes."""

import re

from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import literal, plain_text
from engine.subtitles.microdvd import BAR
from engine.subtitles.reading import Reading, split_lines, unify_line_ends
from engine.subtitles.rows import Row, read_rows, refuse_without_rows
from engine.subtitles.timecode import format_clock
from engine.subtitles.txt import said_with_name

_ROW = re.compile(r"\s*([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:,([0-9]))?[:=](.*)", re.DOTALL)


def parse(text: str) -> Reading:
    """Read TMPlayer. Raise EngineError("subtitles") for text without a row."""
    lines, found = split_lines(text)
    rows = read_rows(enumerate(_join(lines), 1), _read_row)
    refuse_without_rows(rows, text, "TMPlayer", "00:00:01:text")
    rows.close_ends()
    return Reading(Document(tuple(rows.cues), notes=tuple(rows.notes)), (*found, *rows.repairs))


def compose(document: Document) -> str:
    """Write TMPlayer; a speaker stands as `Name: `."""
    return "".join(f"{format_clock(cue.start, digits=0)}:{_payload(cue)}\n" for cue in document.cues)


def _join(lines: list[str]) -> list[str]:
    """Put rows of one time, `,1=` and `,2=`, into one; the lines that they leave are empty."""
    joined: list[str] = []
    open_row, time = 0, ("", "", "")
    for line in lines:
        row = _ROW.fullmatch(line)
        if row and row[4] and row[4] != "1" and row.group(1, 2, 3) == time:
            joined[open_row] += f"|{row[5]}"
            joined.append("")
            continue
        if row:
            open_row, time = len(joined), (row[1], row[2], row[3])
        joined.append(line)
    return joined


def _read_row(line: str) -> Row | None:
    row = _ROW.fullmatch(line)
    if row is None:
        return None
    hours, minutes, seconds = (int(part) for part in row.group(1, 2, 3))
    text = "\n".join(literal(part) for part in row[5].split("|"))
    return Row(((hours * 60 + minutes) * 60 + seconds) * 1000, None, text)


def _payload(cue: Cue) -> str:
    text = unify_line_ends(plain_text(said_with_name(cue)))
    return text.replace("|", BAR).replace("\n", "|")
