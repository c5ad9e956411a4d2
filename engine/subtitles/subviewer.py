"""SubViewer 2 (`hh:mm:ss.cc,hh:mm:ss.cc` above `line[br]line`) and YouTube's SBV, its cousin with plain lines."""

import re
from collections.abc import Iterator

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, RawFile
from engine.subtitles.markup import WORD_JOINER, literal, plain_text
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends
from engine.subtitles.rows import faults_of_times
from engine.subtitles.timecode import format_clock
from engine.subtitles.txt import said_with_name

NAME = "subviewer"
_TIME = r"(-?)([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:[.,:]([0-9]{1,3}))?"
_TIMES = re.compile(rf"\s*{_TIME}\s*[,;]\s*{_TIME}\s*")
_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
_HEADER = "[INFORMATION]\n[END INFORMATION]\n[SUBTITLE]\n[COLF]&HFFFFFF,[STYLE]no,[SIZE]18,[FONT]Arial\n"


def parse(text: str) -> Reading:
    """Read SubViewer 2; `<i> <b> <u> <font>` are markup. Raise EngineError("subtitles") for text without times."""
    return _parse(text, is_sbv=False)


def parse_sbv(text: str) -> Reading:
    """Read SBV, where no text is markup. Raise EngineError("subtitles") for text without times."""
    return _parse(text, is_sbv=True)


def compose(document: Document) -> str:
    """Write SubViewer 2 with the file's own header; a speaker stands as `Name: `."""
    own = document.extra
    header = _HEADER
    if isinstance(own, RawFile) and own.format == NAME:
        header = "".join(f"{value}\n" for _, value in own.parts)
    return header + "".join(
        f"{format_clock(cue.start, digits=2)},{format_clock(cue.end, digits=2)}\n{'[br]'.join(_lines(cue))}\n\n"
        for cue in document.cues
    )


def compose_sbv(document: Document) -> str:
    """Write SBV; a speaker stands as `Name: `, markup is left out."""
    return "".join(
        f"{format_clock(cue.start, hour_digits=1)},{format_clock(cue.end, hour_digits=1)}\n"
        + "\n".join(_plain_lines(cue))
        + "\n\n"
        for cue in document.cues
    )


def _parse(text: str, *, is_sbv: bool) -> Reading:
    lines, found = split_lines(text)
    stamps = [index for index, line in enumerate(lines) if "," in line or ";" in line if _TIMES.fullmatch(line)]
    if text.strip() and not stamps and not lines[0].lstrip().startswith("[INFORMATION]"):
        raise EngineError("subtitles", "this is neither SubViewer nor SBV: no line is like 0:00:01.00,0:00:02.00")
    first = stamps[0] if stamps else len(lines)
    extra, notes, repairs = _header(lines[:first])
    cues = []
    for number, (index, stop) in enumerate(zip(stamps, [*stamps[1:], len(lines)], strict=False), 1):
        start, end = _read_times(lines[index])
        text_lines, faults = _text(lines, index + 1, stop)
        repairs += [Repair(index + 1, kind) for kind in faults_of_times(start, end)] + faults
        cues.append(Cue(number, start, end, _read_text(text_lines, is_sbv=is_sbv)))
    return Reading(Document(tuple(cues), notes=notes, extra=extra), (*found, *repairs))


def _header(lines: list[str]) -> tuple[RawFile | None, tuple[Note, ...], list[Repair]]:
    shown = [line for line in lines if line.strip()]
    if shown and shown[0].lstrip().startswith("["):
        header = "\n".join(shown)
        return None if header + "\n" == _HEADER else RawFile(NAME, (("header", header),)), (), []
    notes = (Note("\n".join(shown), 0),) if shown else ()
    return None, notes, [Repair(1, RepairKind.OUTSIDE)] if shown else []


def _text(lines: list[str], first: int, stop: int) -> tuple[list[str], list[Repair]]:
    """Return the text between two lines of times, and the empty lines inside it as repairs."""
    while first < stop and not lines[stop - 1].strip():
        stop -= 1
    while first < stop and not lines[first].strip():
        first += 1
    blank = [Repair(index + 1, RepairKind.BLANK_LINE) for index in range(first, stop) if not lines[index].strip()]
    return lines[first:stop], blank


def _read_text(lines: list[str], *, is_sbv: bool) -> str:
    if is_sbv:
        return "\n".join(literal(line.removeprefix(WORD_JOINER)) for line in lines)
    broken = _BREAK.sub("\n", "\n".join(lines)).split("\n")
    return "\n".join(line.removeprefix(WORD_JOINER).replace(f"[{WORD_JOINER}br]", "[br]") for line in broken)


def _read_times(line: str) -> tuple[int, int]:
    found = _TIMES.fullmatch(line)
    parts = found.groups() if found else ("", "0", "0", "0", "0") * 2
    return _time(parts[:5]), _time(parts[5:])


def _time(parts: tuple[str, ...]) -> int:
    sign, hours, minutes, seconds, fraction = parts
    time = ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int((fraction or "0").ljust(3, "0"))
    return -time if sign else time


def _lines(cue: Cue) -> Iterator[str]:
    text = unify_line_ends(said_with_name(cue))
    for line in text.split("\n"):
        if line.strip():
            guarded = _BREAK.sub(f"[{WORD_JOINER}br]", line)
            yield WORD_JOINER + guarded if _TIMES.fullmatch(line) else guarded


def _plain_lines(cue: Cue) -> Iterator[str]:
    text = unify_line_ends(plain_text(said_with_name(cue)))
    for line in text.split("\n"):
        if line.strip():
            yield WORD_JOINER + line if _TIMES.fullmatch(line) else line
