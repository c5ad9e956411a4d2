"""What a reader hands back, and the way from bytes to lines: encodings, line ends, characters that no text holds."""

import codecs
import logging
from dataclasses import dataclass
from enum import StrEnum

from charset_normalizer import from_bytes

from engine.errors import EngineError
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


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended at `line` (counted from 1; 0 for the whole file)."""

    line: int
    kind: RepairKind


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, what had to be mended to get it, and the encoding that its bytes were in."""

    document: Document
    repairs: tuple[Repair, ...] = ()
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text and how it was got."""

    text: str
    encoding: str
    repairs: tuple[Repair, ...] = ()


# UTF-32 first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> DecodedText:
    """Find the encoding: byte order mark, UTF-16 without one, strict UTF-8, UTF-8 with a few bad bytes, then a guess.

    Raise EngineError("subtitles") for a file of zero bytes, which a power cut leaves behind.
    """
    if data and not data.strip(b"\0"):
        raise EngineError("subtitles", "the file holds only zero bytes, it was damaged: restore it from a backup")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return decode_as(data, encoding)
    wide = _wide_encoding(data)
    if wide is not None:
        return decode_as(data, wide)
    as_utf8 = decode_as(data, "utf-8")
    bad = as_utf8.text.count("\ufffd")
    if not as_utf8.repairs or _beyond_ascii(as_utf8.text) > 5 * bad:
        return as_utf8
    return _guess(data)


def decode_as(data: bytes, encoding: str) -> DecodedText:
    """Decode as told; bytes that don't fit become U+FFFD and a repair. Byte order marks at the start are dropped."""
    try:
        codecs.lookup(encoding)  # decoding nothing wouldn't look
        return DecodedText(data.decode(encoding).lstrip("\ufeff"), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace").lstrip("\ufeff")
        return DecodedText(text, encoding, (Repair(0, RepairKind.ENCODING),))
    except (LookupError, UnicodeError):
        raise EngineError("options", f"unknown encoding {encoding!r}: use a name such as utf-8 or cp1252") from None


def _wide_encoding(data: bytes) -> str | None:
    """Spot UTF-16 without a mark: digits, spaces and line ends of subtitles have a zero in every second byte."""
    sample = data[:65536]
    even, odd, pairs = sample[0::2].count(0), sample[1::2].count(0), len(sample) // 2
    if len(data) % 2 or max(even, odd) * 10 < pairs or min(even, odd) * 5 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _beyond_ascii(text: str) -> int:
    return sum(character > "\x7f" for character in text)


def _guess(data: bytes) -> DecodedText:
    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)  # its log is not for our users
    best = from_bytes(data).best()
    decoded = decode_as(data, best.encoding if best is not None else "cp1252")
    return DecodedText(decoded.text, decoded.encoding, (Repair(0, RepairKind.GUESS), *decoded.repairs))


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
