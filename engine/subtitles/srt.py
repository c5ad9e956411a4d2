"""SubRip: a reader of our own that mends what people and programs have written, and the writer, pysrt's.

The reader looks at every line once. Nothing is dropped without a Repair that says so: pysrt's own reader loses cues,
signs and lines. Only this file knows pysrt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pysrt import SubRipItem, SubRipTime  # type: ignore[import-untyped]

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, Note, SrtCue
from engine.subtitles.markup import WORD_JOINER
from engine.subtitles.reading import Reading, Repair, RepairKind, split_lines, unify_line_ends
from engine.subtitles.timecode import find_srt, time_parts, without_arrows
from engine.subtitles.txt import said_with_name

_BEFORE_TIME = re.compile(r"\s*(?:(\d{1,9})\s+(?=[-−\d]))?")
_ARROW = re.compile(r"\s*[-–—]{1,3}\s?>\s*")
_POINTS = re.compile(r"[-–—]\s?>")  # what every _ARROW holds
_POSITION = re.compile(r"[A-Za-z]\w{0,15}:\S+(?:\s+[A-Za-z]\w{0,15}:\S+)*")
_TIMING = re.compile(
    r"([0-9]{2,9}):([0-5][0-9]):([0-5][0-9]),([0-9]{3}) --> ([0-9]{2,9}):([0-5][0-9]):([0-5][0-9]),([0-9]{3})"
)
_PART_OF_TIME = re.compile(r"[\d:.,\s]*")
_NUMBER = re.compile(r"\s*(\d{1,9})\s*")
_CLOCK: str = SubRipTime.TIME_PATTERN
_ITEM: str = (
    SubRipItem.ITEM_PATTERN % ("%d", _CLOCK, _CLOCK, "%s", "%s") + "\n"
)  # pysrt's objects take four times as long


@dataclass(slots=True)
class _Timing:
    """A line with times; `rest` is what stands behind them, `number` a cue's number in front of them."""

    start: int
    end: int
    rest: str = ""
    number: int | None = None
    strict: bool = True
    broken: bool = False


@dataclass(slots=True)
class _Draft:
    """The document as far as it is read. `first` is the line, from 0, where the text of the open cue begins."""

    lines: list[str]
    cues: list[Cue] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    timing: _Timing | None = None
    first: int = 0
    last_number: int = 0
    numbered: bool | None = None

    def repair(self, index: int, kind: RepairKind) -> None:
        self.repairs.append(Repair(index + 1, kind))


def parse(text: str) -> Reading:
    """Read SubRip, however it is written. Raise EngineError("subtitles") for text without a single time."""
    lines, repairs = split_lines(text, nul="")
    draft = _Draft(lines, repairs=list(repairs))
    for index, line in enumerate(lines):
        timing = _read_timing(line) if ">" in line else None
        if timing is not None and not _follows_by_the_book(draft, index, timing):
            _open(draft, index, timing)
    if draft.timing is None and text.strip():
        raise EngineError("subtitles", "this is not SubRip: no line holds times such as 00:00:01,000 --> 00:00:02,000")
    _close(draft, len(lines), is_last=True)
    repairs = tuple(sorted(draft.repairs, key=lambda repair: repair.line))
    return Reading(Document(tuple(draft.cues), notes=tuple(draft.notes)), repairs)


def compose(document: Document) -> str:
    """Write SubRip by pysrt's patterns: numbers from 1, a speaker as `Name: ` before the text.

    SubRip has no way to write an empty line, an arrow (`-->`) or a negative time: they become no line, `->` and zero.
    A line of text that a tolerant reader would still take for times begins with an invisible word joiner.
    """
    return "".join([_item(number, cue) for number, cue in enumerate(document.cues, 1)])


def _item(number: int, cue: Cue) -> str:
    place = cue.extra.position.replace("\n", " ") if isinstance(cue.extra, SrtCue) else ""
    place = f" {place}" if place.strip() else ""
    return _ITEM % (number, *time_parts(cue.start), *time_parts(cue.end), place, _write_text(said_with_name(cue)))


def _write_text(text: str) -> str:
    if "\0" in text or "\r" in text or "-->" in text:
        text = unify_line_ends(without_arrows(text.replace("\0", "")))
    lines = text.split("\n")
    if all(map(str.strip, lines)) and not (">" in text and _POINTS.search(text)):
        return text
    return "\n".join(line if _read_timing(line) is None else WORD_JOINER + line for line in lines if line.strip())


def _read_timing(line: str) -> _Timing | None:
    """Read a line with two times, or with one and an end that can't be read."""
    if ">" not in line:
        return None
    by_the_book = _TIMING.fullmatch(line)
    if by_the_book is not None:
        hour, minute, second, part, to_hour, to_minute, to_second, to_part = map(int, by_the_book.groups())
        start = ((hour * 60 + minute) * 60 + second) * 1000 + part
        return _Timing(start, ((to_hour * 60 + to_minute) * 60 + to_second) * 1000 + to_part)
    return _read_loose_timing(line)


def _read_loose_timing(line: str) -> _Timing | None:
    if not _POINTS.search(line):
        return None
    before = _BEFORE_TIME.match(line)
    start = find_srt(line, before.end() if before else 0)
    arrow = _ARROW.match(line, start.stop) if start else None
    if start is None or arrow is None:
        return None
    number = int(before[1]) if before and before[1] else None
    end = find_srt(line, arrow.end())
    is_arrow = arrow[0].strip() == "-->"
    if not start.strict and (end is None or not is_arrow):
        return None  # "10:30 -> lunch" is text
    if end is None:
        rest = line[arrow.end() :].strip()
        return _Timing(
            start.time, start.time, "" if _PART_OF_TIME.fullmatch(rest) else rest, number, False, broken=True
        )
    strict = start.strict and end.strict and is_arrow
    return _Timing(start.time, end.time, line[end.stop :].strip(), number, strict)


def _follows_by_the_book(draft: _Draft, index: int, timing: _Timing) -> bool:
    """Begin a cue whose number, one more than the last, stands between it and an empty line, if that is so.

    `_open` would do the same; nearly all cues are like this, and this is the quicker way.
    """
    lines, first = draft.lines, draft.first
    if draft.timing is None or not draft.numbered or timing.rest or not timing.strict or index - 2 < first:
        return False
    if lines[index - 2] or lines[index - 1] != str(draft.last_number + 1) or timing.end < timing.start:
        return False
    text = lines[first : index - 2]
    if not all(map(str.strip, text)):
        return False
    draft.cues.append(_cue(len(draft.cues) + 1, draft.timing, text))
    draft.timing, draft.first = timing, index + 1
    draft.last_number += 1
    return True


def _open(draft: _Draft, index: int, timing: _Timing) -> None:
    """Begin the cue whose times stand at `index`: what stands above is its number, and the end of the cue before."""
    stop, number = _number_above(draft, index)
    if timing.number is not None:
        number = timing.number
    _close(draft, stop, is_last=False)
    if draft.numbered is None:
        draft.numbered = number is not None
    elif draft.numbered and number != draft.last_number + 1:
        draft.repair(index, RepairKind.NUMBER)
    draft.last_number = number if number is not None else draft.last_number + 1
    draft.timing, draft.first = timing, index + 1
    for kind, needed in (
        (RepairKind.TIME, not timing.strict and not timing.broken),
        (RepairKind.BROKEN_TIME, timing.broken),
        (RepairKind.NEGATIVE, min(timing.start, timing.end) < 0),
        (RepairKind.REVERSED, timing.end < timing.start),
        (RepairKind.TIMING_TEXT, bool(timing.rest) and _POSITION.fullmatch(timing.rest) is None),
    ):
        if needed:
            draft.repair(index, kind)


def _number_above(draft: _Draft, index: int) -> tuple[int, int | None]:
    """Find the number above the times at `index`: where it stands (or `index`), and what it is.

    A number alone in a line can be text, too: "42" answers a question. It is the cue's number if an empty line or
    the file's beginning is above it, or if the file numbers its cues and it is the next one or not the only text.
    """
    above = index - 1
    found = _NUMBER.fullmatch(draft.lines[above]) if above >= draft.first else None
    if found is None:
        return _number_above_gap(draft, index)
    number = int(found[1])
    is_only_text = above == draft.first
    if draft.timing is None or (not is_only_text and not draft.lines[above - 1].strip()):
        return above, number
    if draft.numbered and (number == draft.last_number + 1 or not is_only_text):
        draft.repair(above, RepairKind.BLANK_LINE)
        return above, number
    return index, None


def _number_above_gap(draft: _Draft, index: int) -> tuple[int, int | None]:
    """Find a number that an empty line parts from its times: only the next one in a file that numbers its cues."""
    above = index - 2
    is_gap = above >= draft.first and not draft.lines[index - 1].strip()
    found = _NUMBER.fullmatch(draft.lines[above]) if is_gap else None
    is_alone = above == draft.first or (above > draft.first and not draft.lines[above - 1].strip())
    if found is None or not is_alone or int(found[1]) != draft.last_number + 1 or draft.numbered is False:
        return index, None
    draft.repair(above, RepairKind.BLANK_LINE)
    return above, int(found[1])


def _close(draft: _Draft, stop: int, *, is_last: bool) -> None:
    """End the open cue with the line before `stop`; without one the text is a note."""
    timing, first = draft.timing, draft.first
    stop = _end_of_text(draft, stop)
    if is_last and timing is not None:
        stop = _without_lone_number(draft, stop)
    while first < stop and not draft.lines[first].strip():
        first += 1
    text = draft.lines[first:stop]
    if timing is None:
        if text:
            draft.repair(first, RepairKind.OUTSIDE)
            draft.notes.append(Note("\n".join(text), 0))
        return
    for index in _blank_lines(draft, first, stop):
        draft.repair(index, RepairKind.BLANK_LINE)
    draft.cues.append(_cue(len(draft.cues) + 1, timing, text))


def _without_lone_number(draft: _Draft, stop: int) -> int:
    """Take off the number of a cue that the file broke off before its times."""
    above = stop - 1
    if above <= draft.first or draft.lines[above - 1].strip() or not draft.numbered:
        return stop
    found = _NUMBER.fullmatch(draft.lines[above])
    if found is None or int(found[1]) != draft.last_number + 1:
        return stop
    draft.repair(above, RepairKind.TRUNCATED)
    return _end_of_text(draft, above)


def _end_of_text(draft: _Draft, stop: int) -> int:
    while stop > draft.first and not draft.lines[stop - 1].strip():
        stop -= 1
    return stop


def _blank_lines(draft: _Draft, first: int, stop: int) -> Iterator[int]:
    return (index for index in range(first, stop) if not draft.lines[index].strip())


def _cue(number: int, timing: _Timing, lines: list[str]) -> Cue:
    if not timing.rest:
        return Cue(number, timing.start, timing.end, "\n".join(lines))
    is_position = _POSITION.fullmatch(timing.rest)
    text = lines if is_position else [timing.rest, *lines]
    extra = SrtCue(timing.rest) if is_position else None
    return Cue(number, timing.start, timing.end, "\n".join(text), extra=extra)
