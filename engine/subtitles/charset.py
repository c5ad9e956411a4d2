"""The way from bytes to text: byte order marks, UTF-8 and UTF-16, and a ranked guess where nothing says what it is."""

import codecs
import logging
import re
import string
from dataclasses import dataclass, replace

from charset_normalizer import CharsetMatch, from_bytes

from engine.errors import EngineError
from engine.subtitles.reading import Repair, RepairKind


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text and how it was got; `encodings` as in Reading."""

    text: str
    encoding: str
    repairs: tuple[Repair, ...] = ()
    encodings: tuple[str, ...] = ()


HALF_PAIR = re.compile("[\ud800-\udfff]")  # a keyboard or a damaged file can leave one in a text
# UTF-32 first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What subtitles are written in where it is not Unicode, by how often: it decides between guesses that are equally good.
_USUAL = (
    *("cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("gb18030", "big5", "cp932", "cp949", "koi8_r", "iso8859_2"),
)
_IN_PAIRS = frozenset(  # two bytes a character
    (
        *("gb18030", "gbk", "gb2312", "big5", "big5hkscs", "cp950", "cp949", "euc_kr", "johab"),
        *("cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213", "euc_jp", "euc_jis_2004", "euc_jisx0213"),
    )
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


def ranked_encodings(data: bytes) -> tuple[str, ...]:
    """Return the encodings that read `data` without an error, the likeliest first, for a person to choose from."""
    logging.getLogger("charset_normalizer").setLevel(logging.ERROR)  # its log is not for our users
    matches = sorted(from_bytes(data), key=_unlikeliness)
    likely = [name for match in matches for name in sorted(match.could_be_from_charset, key=_rarity)]
    names = [name for name in dict.fromkeys([*likely, *_USUAL]) if _reads(data, name)]
    return tuple(sorted(names, key=_IN_PAIRS.__contains__) if _is_latin(data) else names)


def encode_like(text: str, data: bytes, encoding: str) -> bytes:
    """Encode `text` as `data` is: in its encoding, with its byte order mark and its line ends.

    Raise UnicodeEncodeError for a character that the encoding doesn't have.
    """
    sample = data.decode(encoding, errors="ignore")
    pairs, returns, feeds = sample.count("\r\n"), sample.count("\r"), sample.count("\n")
    line_end = "\r\n" if pairs * 2 > feeds else "\r" if returns > feeds else "\n"
    mark = "\ufeff" if sample.startswith("\ufeff") else ""
    return (mark + text.replace("\n", line_end)).encode(encoding)


def encode(text: str) -> bytes:
    """Encode in UTF-8; halves of surrogate pairs, which it has no way to write, become U+FFFD."""
    return (text if text.isascii() else HALF_PAIR.sub("\ufffd", text)).encode("utf-8")


def _is_latin(data: bytes) -> bool:
    """Say whether most letters are ASCII's, so that the other bytes are hardly halves of Chinese characters."""
    ascii_letters = sum(map(data.count, string.ascii_letters.encode("ascii")))
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return beyond < ascii_letters


def _unlikeliness(match: CharsetMatch) -> tuple[bool, bool, float, int]:
    rarity = min(map(_rarity, match.could_be_from_charset))
    return match.chaos > 0.1, rarity == len(_USUAL), -round(match.coherence, 1), rarity


def _rarity(name: str) -> int:
    return _USUAL.index(name) if name in _USUAL else len(_USUAL)


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes) -> DecodedText:
    encodings = ranked_encodings(data) or ("cp1252",)
    decoded = decode_as(data, encodings[0])
    return replace(decoded, repairs=(Repair(0, RepairKind.GUESS), *decoded.repairs), encodings=encodings)
