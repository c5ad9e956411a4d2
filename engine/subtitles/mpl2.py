"""MPL2: `[start][end]text|second line` in tenths of a second; `/`, `\\` and `_` before a line make it italic, bold,
underlined."""

import re

from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import WORD_JOINER, Run, lines_of_runs, style_of_line, write_run
from engine.subtitles.microdvd import BAR
from engine.subtitles.reading import Reading, split_lines, unify_line_ends
from engine.subtitles.rows import Row, read_rows, refuse_without_rows
from engine.subtitles.txt import said_with_name

_ROW = re.compile(r"\s*\[(-?[0-9]{1,10})\]\s*\[(-?[0-9]{1,10})?\]\s?(.*)", re.DOTALL)
_STYLES = {"/": "i", "\\": "b", "_": "u"}
_MARKS = re.compile(r"[/\\_]*")


def parse(text: str) -> Reading:
    """Read MPL2. Raise EngineError("subtitles") for text without a row."""
    lines, found = split_lines(text)
    rows = read_rows(enumerate(lines, 1), _read_row)
    refuse_without_rows(rows, text, "MPL2", "[10][30]text")
    rows.close_ends()
    return Reading(Document(tuple(rows.cues), notes=tuple(rows.notes)), (*found, *rows.repairs))


def compose(document: Document) -> str:
    """Write MPL2; styles stay where all of a line has them, a speaker stands as `Name: `."""
    return "".join(f"[{_tenths(cue.start)}][{_tenths(cue.end)}]{_payload(cue)}\n" for cue in document.cues)


def _tenths(time: int) -> int:
    return (max(time, 0) + 50) // 100


def _read_row(line: str) -> Row | None:
    row = _ROW.fullmatch(line)
    if row is None:
        return None
    text = "\n".join(_read_line(part) for part in row[3].split("|"))
    return Row(int(row[1]) * 100, int(row[2]) * 100 if row[2] else None, text)


def _read_line(line: str) -> str:
    marks = _MARKS.match(line)
    signs = marks[0] if marks else ""
    text = line[len(signs) :].removeprefix(WORD_JOINER)
    return write_run(Run(text, frozenset(_STYLES[sign] for sign in signs)))


def _payload(cue: Cue) -> str:
    text = said_with_name(cue)
    return "|".join(_write_line(line) for line in lines_of_runs(unify_line_ends(text)))


def _write_line(line: list[Run]) -> str:
    styles, _ = style_of_line(line)
    marks = "".join(sign for sign, style in _STYLES.items() if style in styles)
    text = "".join(run.text for run in line).replace("|", BAR)
    guard = WORD_JOINER if text[:1] in (*_STYLES, WORD_JOINER) or (not marks and text[:1] == " ") else ""
    return f"{marks}{guard}{text}"
