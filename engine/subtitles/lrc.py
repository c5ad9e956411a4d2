"""LRC, the lyrics of songs: `[mm:ss.xx]text`. A line's text stays until the next stamp; one without text clears it."""

import re
from dataclasses import replace

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, RawCue, RawFile
from engine.subtitles.markup import WORD_JOINER, literal, plain_text
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends
from engine.subtitles.rows import Row, Rows
from engine.subtitles.txt import said_with_name

NAME = "lrc"
_STAMP = re.compile(r"\s*\[(-?)([0-9]{1,6}):([0-9]{1,2})(?:[.:]([0-9]{1,3}))?\]")
_TAG = re.compile(r"\s*\[([A-Za-z#]{1,20}):([^\]]*)\]\s*")
_WORD_TIME = re.compile(r"<[0-9]{1,6}:[0-9]{1,2}(?:[.:][0-9]{1,3})?>\s?")
_MOST_STAMPS = 64  # of one line: a chorus, not an attack


def parse(text: str) -> Reading:
    """Read LRC; a line with several stamps is sung several times. Raise EngineError("subtitles") without a stamp."""
    lines, found = split_lines(text)
    tags: list[tuple[str, str]] = []
    notes: list[Note] = []
    repairs = list(found)
    sung: list[tuple[int, int, str]] = []  # time, line number, payload
    for number, line in enumerate(lines, 1):
        stamps, payload = _read_stamps(line)
        tag = _TAG.fullmatch(line)
        if stamps:
            sung += [(time, number, payload) for time in stamps]
        elif tag:
            tags.append((tag[1], tag[2]))
        elif line.strip():
            repairs.append(Repair(number, RepairKind.OUTSIDE))
            notes.append(Note(line, 0))
    if text.strip() and not sung and not tags:
        raise EngineError("subtitles", "this is not LRC: no line is like [01:02.30]text")
    rows = _rows(sorted(sung, key=lambda entry: entry[0]), _offset(tags))
    kept = tuple(tag for tag in tags if tag[0].lower() != "offset")
    extra = RawFile(NAME, kept) if kept else None
    return Reading(Document(tuple(rows.cues), notes=tuple(notes), extra=extra), (*repairs, *rows.repairs))


def compose(document: Document) -> str:
    """Write LRC in the order of time; where a cue ends before the next one comes, a stamp without text says so."""
    own = document.extra.parts if isinstance(document.extra, RawFile) and document.extra.format == NAME else ()
    tags = (f"[{name}:{value}]\n" for name, value in own)
    sung = (cue for cue in document.cues if plain_text(said_with_name(cue)).strip())
    cues = sorted(sung, key=lambda cue: cue.start)
    following: list[int | None] = [cue.start for cue in cues[1:]]
    lines = (_line(cue, later) for cue, later in zip(cues, [*following, None], strict=False))
    return "".join(tags) + "".join(lines)


def _read_stamps(line: str) -> tuple[list[int], str]:
    stamps: list[int] = []
    position = 0
    while (stamp := _STAMP.match(line, position)) and len(stamps) < _MOST_STAMPS:
        fraction = int((stamp[4] or "0").ljust(3, "0"))
        time = (int(stamp[2]) * 60 + int(stamp[3])) * 1000 + fraction
        stamps.append(-time if stamp[1] else time)
        position = stamp.end()
    return stamps, line[position:]


def _offset(tags: list[tuple[str, str]]) -> int:
    """Return what the file says that all of it comes too late, in ms."""
    said = next((value for name, value in tags if name.lower() == "offset"), "")
    return int(said) if re.fullmatch(r"\s*[+-]?[0-9]{1,9}\s*", said) else 0


def _rows(sung: list[tuple[int, int, str]], offset: int) -> Rows:
    rows = Rows()
    for time, number, payload in sung:
        start = time - offset
        if rows.cues and rows.open_ends and not payload.strip():
            index = rows.open_ends.pop()
            rows.cues[index] = replace(rows.cues[index], end=start)
        elif payload.strip():
            if rows.open_ends and rows.cues[-1].start < start:
                rows.open_ends.discard(len(rows.cues) - 1)
                rows.cues[-1] = replace(rows.cues[-1], end=start)
            text = _read_payload(payload)
            extra = None if text == payload else RawCue(NAME, payload=payload)
            rows.add(number, Row(start, None, text, extra=extra))
    rows.close_ends()
    return rows


def _read_payload(payload: str) -> str:
    return literal(_WORD_TIME.sub("", payload).removeprefix(WORD_JOINER).strip())


def _line(cue: Cue, later: int | None) -> str:
    payload = cue.extra.payload if isinstance(cue.extra, RawCue) and cue.extra.format == NAME else None
    if payload is None or cue.speaker or _read_payload(payload) != cue.text:
        payload = _write_payload(said_with_name(cue))
    clears = later is None or later > cue.end > cue.start
    return f"{_stamp(cue.start)}{payload}\n" + (f"{_stamp(cue.end)}\n" if clears else "")


def _write_payload(text: str) -> str:
    words = " ".join(unify_line_ends(plain_text(text)).split("\n")).strip()
    return WORD_JOINER + words if _STAMP.match(words) or _WORD_TIME.search(words) else words


def _stamp(time: int) -> str:
    minutes, hundredths = divmod((max(time, 0) + 5) // 10, 6000)
    return f"[{minutes:02d}:{hundredths // 100:02d}.{hundredths % 100:02d}]"
