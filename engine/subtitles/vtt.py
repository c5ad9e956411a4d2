"""WebVTT by the W3C's parsing algorithm (https://www.w3.org/TR/webvtt1/, section 6.1), and its writer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, VttCue, VttFile, VttRegion, VttSettings
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines
from engine.subtitles.timecode import find_vtt, format_vtt, without_arrows
from engine.subtitles.vtt_settings import read_region, read_settings, write_region, write_settings
from engine.subtitles.vtt_text import read_payload, style_rules, write_payload

_BLOCK_NAME = re.compile(r"(STYLE|REGION)[ \t\f]*")
_SPACE = re.compile(r"[ \t\f]*")
_ARROW = re.compile(r"[ \t\f]*-->[ \t\f]*")
_COMMA_TIME = r"(?:[0-9]{1,9}:)?[0-9]{2}:[0-9]{2},[0-9]{3}"
_COMMA_TIMES = re.compile(rf"[ \t\f]*{_COMMA_TIME}[ \t\f]*-->[ \t\f]*{_COMMA_TIME}(?![0-9])")
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_LANGUAGE = re.compile(r"(?:^|\n)Language:[ \t]*([A-Za-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines between empty lines: `timing` is the line with the arrow, `head` what stands before it, `body` the rest."""

    line: int
    head: str
    timing: str | None
    body: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    """The document as far as it is read."""

    cues: list[Cue] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    regions: list[VttRegion] = field(default_factory=list)
    region_names: dict[str, VttRegion] = field(default_factory=dict)
    repairs: list[Repair] = field(default_factory=list)
    mends: bool = True

    def repair(self, block: _Block, kind: RepairKind) -> None:
        self.repairs.append(Repair(block.line, kind))


def parse(text: str) -> Reading:
    """Read WebVTT, and as cues also those that browsers drop for a comma in their times, as SubRip has it.

    Raise EngineError("subtitles") if the first line doesn't say that it is WebVTT.
    """
    return _parse(text, mends=True)


def parse_by_the_standard(text: str) -> Reading:
    """Read WebVTT exactly as a browser does; what it drops is a note. Raise as `parse` does."""
    return _parse(text, mends=False)


def _parse(text: str, *, mends: bool) -> Reading:
    lines, repairs = split_lines(text)
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        raise EngineError("subtitles", "this is not WebVTT: the first line has to begin with the word WEBVTT")
    header, first = _header(lines)
    draft = _Draft(repairs=list(repairs), mends=mends)
    for block in _blocks(lines, first):
        _take(draft, block)
    language = _LANGUAGE.search(header)
    extra = VttFile(header, tuple(draft.styles), tuple(draft.regions))
    document = Document(
        tuple(draft.cues), language[1] if language else "", tuple(draft.notes), None if extra == VttFile() else extra
    )
    return Reading(document, tuple(sorted(draft.repairs, key=lambda repair: repair.line)))


def compose(document: Document) -> str:
    """Write WebVTT: every `& < >` of the text is escaped, colours get the style rules that they need."""
    extra = document.extra if isinstance(document.extra, VttFile) else VttFile()
    blocks = ["WEBVTT" + _safe_header(extra.header)]
    blocks += ["REGION\n" + write_region(region) for region in extra.regions]
    blocks += ["STYLE\n" + _safe_lines(style) for style in extra.styles]
    blocks += ["STYLE\n" + rule for rule in _missing_rules(document, extra)]
    notes = sorted(document.notes, key=lambda note: note.before)
    place = 0
    for index, cue in enumerate(document.cues):
        while place < len(notes) and notes[place].before <= index:
            blocks.append(_write_note(notes[place]))
            place += 1
        blocks.append(_write_cue(cue))
    blocks += [_write_note(note) for note in notes[place:]]
    return "".join(block + "\n\n" for block in blocks) if len(blocks) > 1 else blocks[0] + "\n\n"


def _header(lines: list[str]) -> tuple[str, int]:
    """Return the header's text and the index of the first line behind it; a line with an arrow ends it, too."""
    stop = 1
    while stop < len(lines) and lines[stop] and "-->" not in lines[stop]:
        stop += 1
    return "\n".join([lines[0].removeprefix("WEBVTT"), *lines[1:stop]]), stop


def _blocks(lines: list[str], position: int) -> Iterator[_Block]:
    """Cut lines into blocks: an empty line ends one, and so does an arrow that can't be its timing line."""
    while position < len(lines):
        if not lines[position]:
            position += 1
            continue
        begin = position
        timing = next((i for i in (begin, begin + 1) if i < len(lines) and "-->" in lines[i]), None)
        position = begin if timing is None else timing + 1
        while position < len(lines) and lines[position] and "-->" not in lines[position]:
            position += 1
        if timing is None:
            yield _Block(begin + 1, "", None, tuple(lines[begin:position]))
        else:
            head = lines[begin] if timing > begin else ""
            yield _Block(timing + 1, head, lines[timing], tuple(lines[timing + 1 : position]))


def _take(draft: _Draft, block: _Block) -> None:
    if block.timing is not None:
        _take_cue(draft, block, block.timing)
        return
    name = _BLOCK_NAME.fullmatch(block.body[0])
    if name and not draft.cues and len(block.body) > 1:
        _take_definition(draft, block, name[1])
    else:
        _take_note(draft, block)


def _take_note(draft: _Draft, block: _Block) -> None:
    """Keep a comment, and as one whatever else the standard drops."""
    text = "\n".join(block.body)
    if re.match(r"NOTE(?:[ \t]|$)", block.body[0]):
        text = text.removeprefix("NOTE").removeprefix("\n")
    else:
        draft.repair(block, RepairKind.OUTSIDE)
    draft.notes.append(Note(text.strip(" \t"), len(draft.cues)))


def _take_definition(draft: _Draft, block: _Block, name: str) -> None:
    text = "\n".join(block.body[1:])
    if name == "STYLE":
        draft.styles.append(text)
        return
    region, understood = read_region(text)
    draft.regions.append(region)
    draft.region_names[region.identifier] = region
    if not understood:
        draft.repair(block, RepairKind.SETTING)


def _take_cue(draft: _Draft, block: _Block, timing: str) -> None:
    times = _times(timing)
    if times is None and draft.mends and _COMMA_TIMES.match(timing):
        draft.repair(block, RepairKind.TIME)
        times = _times(_COMMA.sub(".", timing, count=2))
    if times is None:
        draft.repair(block, RepairKind.OUTSIDE)
        draft.notes.append(Note("\n".join(filter(None, [block.head, timing, *block.body])), len(draft.cues)))
        return
    start, end, rest = times
    settings, understood = read_settings(rest, draft.region_names)
    payload = "\n".join(block.body)
    said = read_payload(payload)
    for kind, needed in (
        (RepairKind.SETTING, not understood),
        (RepairKind.REVERSED, end < start),
        (RepairKind.VOICE, said.more_speakers),
    ):
        if needed:
            draft.repair(block, kind)
    kept = None if write_payload(said.text, said.speaker) == payload else payload
    own = VttCue(block.head, settings, kept)
    extra = None if own == VttCue() else own
    draft.cues.append(Cue(len(draft.cues) + 1, start, end, said.text, said.speaker, extra=extra))


def _times(line: str) -> tuple[int, int, str] | None:
    begin = _SPACE.match(line)
    start = find_vtt(line, begin.end() if begin else 0)
    arrow = _ARROW.match(line, start.stop) if start else None
    end = find_vtt(line, arrow.end()) if arrow else None
    if start is None or end is None:
        return None
    return start.time, end.time, line[end.stop :]


def _write_cue(cue: Cue) -> str:
    own = cue.extra if isinstance(cue.extra, VttCue) else VttCue()
    identifier = "" if "-->" in own.identifier or "\n" in own.identifier else own.identifier
    times = f"{format_vtt(cue.start)} --> {format_vtt(cue.end)}"
    settings = write_settings(own.settings) if own.settings != VttSettings() else ""
    head = f"{identifier}\n" if identifier else ""
    return f"{head}{times}{' ' if settings else ''}{settings}\n{_payload(cue, own)}"


def _payload(cue: Cue, own: VttCue) -> str:
    if own.payload is not None:
        said = read_payload(own.payload)
        if (said.text, said.speaker) == (cue.text, cue.speaker):
            return own.payload
    return write_payload(cue.text, cue.speaker)


def _write_note(note: Note) -> str:
    text = _safe_lines(note.text)
    return f"NOTE\n{text}" if "\n" in text else f"NOTE {text}"


def _missing_rules(document: Document, extra: VttFile) -> list[str]:
    rules = dict.fromkeys(rule for cue in document.cues for rule in style_rules(cue.text))
    return [rule for rule in rules if rule not in extra.styles]


def _safe_header(header: str) -> str:
    first, *others = split_lines(header)[0]
    text = without_arrows("\n".join([first, *filter(None, others)]))
    return text if not text or text[0] in " \t\n" else f" {text}"


def _safe_lines(text: str) -> str:
    """Take out what would end a block early: empty lines and arrows."""
    return without_arrows("\n".join(filter(None, split_lines(text)[0])))
