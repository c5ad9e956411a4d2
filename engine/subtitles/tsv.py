"""Tab-separated values as openai-whisper writes them: a header, then start and end in milliseconds, and the text."""

import re
from dataclasses import replace

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends

_HEADER = "start\tend\ttext"
_ROW = re.compile(r"\s*(-?[0-9]{1,15})\t\s*(-?[0-9]{1,15})\t(.*)", re.DOTALL)


def parse(text: str) -> Reading:
    """Read rows; a line that is none continues the text of the row above it.

    Raise EngineError("subtitles") for text without a single row or header.
    """
    lines, found = split_lines(text)
    begin = 1 if lines[0].strip().lower() == _HEADER else 0
    repairs = list(found)
    cues: list[Cue] = []
    notes: list[Note] = []
    above: list[str] = []
    for number, line in enumerate(lines[begin:], begin + 1):
        row = _ROW.fullmatch(line)
        if row is None:
            if line.strip():
                above.append(line)
                repairs.append(Repair(number, RepairKind.BLANK_LINE if cues else RepairKind.OUTSIDE))
            continue
        _attach(above, cues, notes)
        repairs += [Repair(number, kind) for kind in _faults(int(row[1]), int(row[2]))]
        cues.append(Cue(len(cues) + 1, int(row[1]), int(row[2]), row[3]))
    if text.strip() and not cues and not begin:
        raise EngineError("subtitles", "this is not a table of cues: no line holds start, end and text between tabs")
    _attach(above, cues, notes)
    return Reading(Document(tuple(cues), notes=tuple(notes)), tuple(repairs))


def compose(document: Document) -> str:
    """Write one row a cue; tabs and line breaks of its text become spaces."""
    return f"{_HEADER}\n" + "".join(_row(cue) for cue in document.cues)


def _attach(lines: list[str], cues: list[Cue], notes: list[Note]) -> None:
    if lines and cues:
        cues[-1] = replace(cues[-1], text="\n".join([cues[-1].text, *lines]))
    elif lines:
        notes.append(Note("\n".join(lines), 0))
    lines.clear()


def _faults(start: int, end: int) -> list[RepairKind]:
    faults = [RepairKind.NEGATIVE] if min(start, end) < 0 else []
    return [*faults, RepairKind.REVERSED] if end < start else faults


def _row(cue: Cue) -> str:
    text = f"{cue.speaker}: {cue.text.strip()}" if cue.speaker else cue.text.strip()
    return f"{cue.start}\t{cue.end}\t{unify_line_ends(text).replace(chr(9), ' ').replace(chr(10), ' ')}\n"
