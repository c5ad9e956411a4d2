"""Comma-separated values with a header: start, end, speaker, text, translation; for spreadsheets."""

import csv
import io
import re

from engine.errors import EngineError
from engine.subtitles.document import Document
from engine.subtitles.markup import WORD_JOINER
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends
from engine.subtitles.rows import Row, Rows
from engine.subtitles.timecode import find_srt, format_signed

_COLUMNS = ("start", "end", "speaker", "text", "translation")
_FORMULA = ("=", "+", "-", "@", "\t", WORD_JOINER)  # what spreadsheets would run
_SECONDS = re.compile(r"-?[0-9]{1,9}\.[0-9]{1,9}")
_MILLISECONDS = re.compile(r"-?[0-9]{1,12}")


def parse(text: str) -> Reading:
    """Read a table: by the names in its header, or by place as start, end, text.

    A time is a clock's, seconds with a point, or whole milliseconds. Raise EngineError("subtitles") for no table.
    """
    lines, found = split_lines(text)
    whole = "\n".join(lines)
    records = _records(whole)
    names = [name.strip().lower() for name in records[0]] if records else []
    is_header = {"start", "text"} <= set(names)
    columns = names if is_header else ["start", "end", "text"]
    rows = Rows()
    for number, record in enumerate(records[is_header:], 1 + is_header):
        _take(rows, number, dict(zip(columns, record, strict=False)))
    if text.strip() and not rows.cues and not is_header:
        raise EngineError("subtitles", "this is not a table of cues: it has no header with start, end and text")
    rows.close_ends()
    return Reading(Document(tuple(rows.cues)), (*found, *rows.repairs))


def compose(document: Document) -> str:
    """Write one record a cue; what a spreadsheet would take for a formula begins with an invisible word joiner."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(
        [_clock(cue.start), _clock(cue.end), *map(_cell, (cue.speaker, cue.text, cue.translation))]
        for cue in document.cues
    )
    return table.getvalue()


def _records(text: str) -> list[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return [record for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(record)]
    except csv.Error:
        raise EngineError("subtitles", "a cell of the table never ends: look for a quotation mark too many") from None


def _take(rows: Rows, number: int, record: dict[str, str]) -> None:
    start, end = _time(record.get("start", "")), _time(record.get("end", ""))
    if start is None:
        rows.repairs.append(Repair(number, RepairKind.BROKEN_TIME))
        start = rows.cues[-1].end if rows.cues else 0
    speaker, text, translation = (
        unify_line_ends(record.get(name, "")).removeprefix(WORD_JOINER) for name in _COLUMNS[2:]
    )
    rows.add(number, Row(start, end, text, speaker, translation))


def _time(cell: str) -> int | None:
    text = cell.strip().removeprefix(WORD_JOINER)
    if _MILLISECONDS.fullmatch(text):
        return int(text)
    if _SECONDS.fullmatch(text):
        return round(float(text) * 1000)
    found = find_srt(text)
    return found.time if found and found.stop == len(text) else None


def _cell(text: str) -> str:
    plain = unify_line_ends(text.replace("\0", ""))
    return WORD_JOINER + plain if plain.startswith(_FORMULA) else plain


def _clock(time: int) -> str:
    return WORD_JOINER + format_signed(time) if time < 0 else format_signed(time)
