"""Advanced SubStation Alpha and its elder, SSA: a reader of our own, since pysubs2 loses a file for one bad time.

Sections other than the events are kept as they are, and so is of every event what our cue has no word for.
"""

import re
from dataclasses import dataclass, field

from engine.errors import EngineError
from engine.subtitles.ass_text import read_payload, write_payload
from engine.subtitles.document import Cue, Document, Note, RawCue, RawFile
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends
from engine.subtitles.rows import faults_of_times
from engine.subtitles.timecode import format_clock

COMMA = "，"  # stands for the comma in a name, which ends a field
_SECTION = re.compile(r"\s*\[([^\]]{1,80})\]\s*")
_EVENT = re.compile(r"\s*(Dialogue|Comment)\s*:\s?(.*)", re.IGNORECASE | re.DOTALL)
_FORMAT = re.compile(r"\s*Format\s*:(.*)", re.IGNORECASE | re.DOTALL)
_TIME = re.compile(r"\s*(-?)([0-9]{1,6}):([0-9]{1,2}):([0-9]{1,2})(?:[.:,]([0-9]{1,3}))?\s*")
_STYLE_FORMAT = (
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
    "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, "
    "MarginV, Encoding\n"
    "Style: Default,Arial,52,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2.5,1,2,60,60,50,1"
)
_SSA_STYLE_FORMAT = (
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, TertiaryColour, BackColour, Bold, Italic, "
    "BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, AlphaLevel, Encoding\n"
    "Style: Default,Arial,28,16777215,65535,65535,-2147483640,0,0,1,3,0,2,30,30,30,0,0"
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What ASS and SSA don't share: `defaults` are the fields of an event in their order."""

    name: str
    defaults: dict[str, str]
    head: tuple[tuple[str, str], ...]


_TAIL = {"MarginL": "0", "MarginR": "0", "MarginV": "0", "Effect": "", "Text": ""}
_SHARED = {"Start": "", "End": "", "Style": "Default", "Name": "", **_TAIL}
_INFO = "WrapStyle: 0\nScaledBorderAndShadow: yes\nPlayResX: 1280\nPlayResY: 720"
ASS = Dialect(
    "ass",
    {"Layer": "0", **_SHARED},
    (("Script Info", f"ScriptType: v4.00+\n{_INFO}"), ("V4+ Styles", _STYLE_FORMAT)),
)
SSA = Dialect(
    "ssa",
    {"Marked": "Marked=0", **_SHARED},
    (("Script Info", "ScriptType: v4.00\nPlayResX: 640\nPlayResY: 360"), ("V4 Styles", _SSA_STYLE_FORMAT)),
)


@dataclass(slots=True)
class _Draft:
    """The document as far as it is read; `fields` are the names of an event's fields in their order."""

    dialect: Dialect
    fields: list[str]
    cues: list[Cue] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    parts: list[tuple[str, list[str]]] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    in_events: bool = False


def parse(text: str, dialect: Dialect = ASS) -> Reading:
    """Read ASS. Raise EngineError("subtitles") for text with neither a section nor an event."""
    lines, repairs = split_lines(text)
    draft = _Draft(dialect, list(dialect.defaults), repairs=list(repairs))
    for number, line in enumerate(lines, 1):
        _take(draft, number, line)
    if text.strip() and not draft.parts and not draft.cues and not draft.in_events:
        raise EngineError("subtitles", "this is not ASS: it has neither a section such as [Events] nor a Dialogue")
    if text.strip() and not draft.in_events and not draft.cues:
        draft.repairs.append(Repair(len(lines), RepairKind.TRUNCATED))
    parts = tuple((name, "\n".join(body).strip("\n")) for name, body in draft.parts)
    extra = RawFile(dialect.name, parts) if parts and parts != dialect.head else None
    return Reading(Document(tuple(draft.cues), notes=tuple(draft.notes), extra=extra), tuple(draft.repairs))


def parse_ssa(text: str) -> Reading:
    """Read SSA, as `parse` does ASS."""
    return parse(text, SSA)


def compose(document: Document, dialect: Dialect = ASS) -> str:
    """Write ASS: the file's own sections and styles, or one style; speakers as names, notes as comments."""
    extra = document.extra
    own = extra.parts if isinstance(extra, RawFile) and extra.format == dialect.name else dialect.head
    sections = "".join(f"[{name}]\n{body}\n\n" for name, body in own)
    notes = sorted(document.notes, key=lambda note: note.before)
    place = 0
    events: list[str] = []
    for index, cue in enumerate(document.cues):
        while place < len(notes) and notes[place].before <= index:
            events.append(_write_note(notes[place], dialect))
            place += 1
        events.append(_write_event("Dialogue", cue, dialect))
    events += [_write_note(note, dialect) for note in notes[place:]]
    return f"{sections}[Events]\nFormat: {', '.join(dialect.defaults)}\n" + "".join(events)


def compose_ssa(document: Document) -> str:
    """Write SSA, as `compose` does ASS."""
    return compose(document, SSA)


def _take(draft: _Draft, number: int, line: str) -> None:
    section, event = _SECTION.fullmatch(line), _EVENT.match(line)
    if event:
        draft.in_events = True
        _take_event(draft, number, event[1].lower(), event[2])
    elif section:
        draft.in_events = section[1].strip().lower() == "events"
        if not draft.in_events:
            draft.parts.append((section[1], []))
    elif draft.in_events:
        _take_line_of_events(draft, number, line)
    elif draft.parts:
        draft.parts[-1][1].append(line)
    elif line.strip():
        draft.repairs.append(Repair(number, RepairKind.OUTSIDE))
        draft.notes.append(Note(line, 0))


def _take_line_of_events(draft: _Draft, number: int, line: str) -> None:
    """Take a line between events: their format, or what no event is, kept as a note."""
    named = _FORMAT.fullmatch(line)
    if named:
        names = [name.strip() for name in named[1].split(",")]
        known = {name.lower(): name for name in (*ASS.defaults, *SSA.defaults)}
        draft.fields = [known.get(name.lower(), name) for name in names]
        if "Text" not in draft.fields:
            draft.repairs.append(Repair(number, RepairKind.SETTING))
            draft.fields = list(draft.dialect.defaults)
    elif line.strip():
        if not line.lstrip().startswith(";"):
            draft.repairs.append(Repair(number, RepairKind.OUTSIDE))
        draft.notes.append(Note(line, len(draft.cues)))


def _take_event(draft: _Draft, number: int, kind: str, rest: str) -> None:
    values = _values(draft, number, rest)
    start, end = _times(draft, number, values)
    own = _cue(draft, start, end, values)
    if kind == "dialogue":
        draft.repairs += [Repair(number, fault) for fault in faults_of_times(start, end)]
        draft.cues.append(own)
    elif (start, end, own.speaker, own.extra) == (0, 0, "", None):
        draft.notes.append(Note(own.text, len(draft.cues)))
    else:
        draft.notes.append(Note(_write_event("Comment", own, draft.dialect).rstrip("\n"), len(draft.cues)))


def _values(draft: _Draft, number: int, rest: str) -> dict[str, str]:
    """Cut an event into its fields; one that has too few is all text behind its times."""
    names = draft.fields
    parts = rest.split(",", len(names) - 1)
    if len(parts) == len(names):
        return {name: value if name == "Text" else value.strip() for name, value in zip(names, parts, strict=True)}
    draft.repairs.append(Repair(number, RepairKind.TRUNCATED))
    times = [part for part in parts if _TIME.fullmatch(part)][:2]
    last = parts.index(times[-1]) if times else -1
    text = ",".join(parts[last + 1 :])
    return dict(zip(("Start", "End"), times, strict=False)) | {"Text": text}


def _times(draft: _Draft, number: int, values: dict[str, str]) -> tuple[int, int]:
    start, end = _read_time(values.get("Start", "")), _read_time(values.get("End", ""))
    if start is None or end is None:
        draft.repairs.append(Repair(number, RepairKind.BROKEN_TIME))
    if start is None:
        start = draft.cues[-1].end if draft.cues else 0
        start = start if end is None else min(start, end)
    return start, start if end is None else end


def _cue(draft: _Draft, start: int, end: int, values: dict[str, str]) -> Cue:
    payload = values["Text"]
    text = read_payload(payload)
    defaults = draft.dialect.defaults
    shown = ("Start", "End", "Name", "Actor", "Text")
    fields = tuple(
        (name, value) for name, value in values.items() if name not in shown and defaults.get(name) != _plain(value)
    )
    kept = None if write_payload(text) == payload else payload
    own = RawCue(draft.dialect.name, fields, kept)
    extra = own if fields or kept is not None else None
    speaker = values.get("Name", values.get("Actor", ""))
    return Cue(len(draft.cues) + 1, start, end, text, speaker, extra=extra)


def _plain(value: str) -> str:
    """Write a margin such as 0000 as the number that it is."""
    return value.lstrip("0") or "0" if value.isascii() and value.isdigit() else value


def _read_time(text: str) -> int | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = int(found[2]), int(found[3]), int(found[4])
    time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((found[5] or "0").ljust(3, "0"))
    return -time if found[1] else time


def _write_event(kind: str, cue: Cue, dialect: Dialect) -> str:
    own = cue.extra if isinstance(cue.extra, RawCue) and cue.extra.format == dialect.name else RawCue("")
    written = {
        "Start": format_clock(cue.start, hour_digits=1, digits=2),
        "End": format_clock(cue.end, hour_digits=1, digits=2),
        "Name": _one_line(cue.speaker).replace(",", COMMA).strip(),
        "Text": _payload(cue, own),
    }
    values = dialect.defaults | dict(own.fields) | written
    return f"{kind}: {','.join(values[name] for name in dialect.defaults)}\n"


def _payload(cue: Cue, own: RawCue) -> str:
    if own.payload is not None and read_payload(own.payload) == cue.text:
        return own.payload
    return write_payload(cue.text)


def _write_note(note: Note, dialect: Dialect) -> str:
    if "\n" not in note.text and (_EVENT.match(note.text) or note.text.lstrip().startswith(";")):
        return f"{note.text}\n"
    return _write_event("Comment", Cue(0, 0, 0, note.text), dialect)


def _one_line(text: str) -> str:
    return " ".join(unify_line_ends(text).split("\n"))
