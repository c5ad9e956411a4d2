"""What a reader hands back, and the way from text to lines: line ends, characters that no text holds."""

from dataclasses import dataclass, field
from enum import StrEnum

from engine.subtitles.document import Document


class RepairKind(StrEnum):
    """What a reader had to mend, as a phrase for the person whose file it is."""

    ENCODING = "bytes that are not valid in the file's encoding stand as U+FFFD"
    GUESS = "the encoding was guessed"
    LINE_ENDS = "doubled carriage returns at the line ends were joined"
    CONTROL = "NUL or end-of-file characters were removed or replaced"
    NUMBER = "the cue's number is missing, wrong or double"
    BLANK_LINE = "an empty line stands inside a cue, or is missing between two"
    TIME = "a time is not written as the format demands"
    NEGATIVE = "a time is negative"
    REVERSED = "the cue ends before it starts"
    BROKEN_TIME = "a time cannot be read and was taken from its neighbour"
    TIMING_TEXT = "text stood on the line of the times"
    OUTSIDE = "text outside of any cue was kept as a note"
    TRUNCATED = "the file breaks off inside a cue"
    SETTING = "a setting is unknown or wrong and was left out"
    VOICE = "the cue has several speakers; the first became the cue's"
    ENTRY = "an entry is no cue and was left out"
    SALVAGED = "the project was damaged: what is proven was salvaged, and the damaged file kept beside it"


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended at `line` (counted from 1; 0 for the whole file)."""

    line: int
    kind: RepairKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, what had to be mended to get it, and the encoding that its bytes were in.

    `encodings` are all that would read the bytes, the likeliest first, where it had to be guessed. `data` are the bytes
    themselves and `format` is the name of what they are in, so that an untouched file can be saved as it was
    (formats.write).
    """

    document: Document
    repairs: tuple[Repair, ...] = ()
    encoding: str = "utf-8"
    encodings: tuple[str, ...] = ()
    data: bytes = field(default=b"", repr=False, compare=False)
    format: str = field(default="", compare=False)


def split_lines(text: str, *, nul: str = "\ufffd") -> tuple[list[str], tuple[Repair, ...]]:
    """Split at LF, CRLF, CR and CRCRLF, never at U+2028, U+0085, VT or FF, which are characters of the text.

    A byte order mark is taken off, `nul` stands in for every NUL.
    """
    repairs = []
    if "\r\r\n" in text:
        repairs.append(Repair(0, RepairKind.LINE_ENDS))
    if "\0" in text or text.endswith("\x1a"):
        repairs.append(Repair(0, RepairKind.CONTROL))
    text = text.removeprefix("\ufeff").rstrip("\x1a").replace("\0", nul).replace("\r\r\n", "\n")
    return unify_line_ends(text).split("\n"), tuple(repairs)


def unify_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
