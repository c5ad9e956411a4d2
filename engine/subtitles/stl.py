"""EBU STL (EBU Tech 3264), the binary format of broadcasters: a reader and a writer of our own.

ttconv's reader leaves out cues whose times are wrong or overlap, and it has no writer.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from engine.errors import EngineError
from engine.subtitles import iso6937
from engine.subtitles.document import Cue, Document
from engine.subtitles.frames import from_frame, to_frame
from engine.subtitles.markup import Run, lines_of_runs, plain_text, write_run
from engine.subtitles.reading import Reading, Repair, RepairKind, unify_line_ends
from engine.subtitles.rows import Row, Rows
from engine.subtitles.txt import said_with_name

_HEADER, _BLOCK, _TEXT = 1024, 128, 112  # bytes
_RATES = {b"STL25.01": Fraction(25), b"STL30.01": Fraction(30), b"STL24.01": Fraction(24)}
_TABLES = {b"01": "iso8859_5", b"02": "iso8859_6", b"03": "iso8859_7", b"04": "iso8859_8"}  # b"00" is ISO 6937
# fmt: off
_LANGUAGES = {  # EBU Tech 3264, appendix 3
    "sq": 0x01, "br": 0x02, "ca": 0x03, "hr": 0x04, "cy": 0x05, "cs": 0x06, "da": 0x07, "de": 0x08, "en": 0x09,
    "es": 0x0A, "eo": 0x0B, "et": 0x0C, "eu": 0x0D, "fo": 0x0E, "fr": 0x0F, "ga": 0x11, "gl": 0x13, "is": 0x14,
    "it": 0x15, "la": 0x17, "lv": 0x18, "lb": 0x19, "lt": 0x1A, "hu": 0x1B, "mt": 0x1C, "nl": 0x1D, "no": 0x1E,
    "oc": 0x1F, "pl": 0x20, "pt": 0x21, "ro": 0x22, "sr": 0x24, "sk": 0x25, "sl": 0x26, "fi": 0x27, "sv": 0x28,
    "tr": 0x29, "ru": 0x56, "el": 0x70, "he": 0x67, "ar": 0x7E, "uk": 0x49, "bg": 0x6B,
}
# fmt: on
_LINE_END, _FILLER = 0x8A, 0x8F
_STARTS, _ENDS = {0x80: "i", 0x82: "u"}, {0x81: "i", 0x83: "u"}


@dataclass(frozen=True, slots=True)
class _Clock:
    """How times are counted: frames a second, and the time code of the programme's first picture in ms."""

    rate: Fraction
    first: int = 0


def parse(data: bytes) -> Reading:
    """Read EBU STL. Raise EngineError("subtitles") for what is none."""
    if not data:
        return Reading(Document())
    rate = _RATES.get(data[3:11])
    if rate is None or len(data) < _HEADER:
        raise EngineError("subtitles", "this is not EBU STL: its first bytes name no disk format such as STL25.01")
    table, repairs = data[12:14], []
    if table not in (b"00", *_TABLES):
        repairs.append(Repair(0, RepairKind.GUESS))
    clock = _Clock(rate, _read_start(data[256:264], rate))
    rows = Rows(repairs=repairs)
    for number, (block, text) in enumerate(_subtitles(data, rows), 1):
        _take(rows, number, block, _read_text(text, table), clock)
    code = data[14:16].decode("ascii", "replace").strip()
    language = next((name for name, known in _LANGUAGES.items() if f"{known:02X}" == code.upper()), "")
    return Reading(Document(tuple(rows.cues), language), tuple(rows.repairs), encoding=f"stl-{table.decode('latin-1')}")


def compose(document: Document, rate: Fraction) -> bytes:
    """Write EBU STL at 24, 25 or 30 pictures a second.

    Raise EngineError("options") for another rate, EngineError("subtitles") for times that its clock can't tell.
    """
    disk_format = next((name for name, known in _RATES.items() if known == rate), None)
    if disk_format is None:
        raise EngineError("options", "EBU STL knows 24, 25 and 30 pictures a second: say one of them with --fps")
    if any(max(cue.start, cue.end) >= 24 * 3_600_000 for cue in document.cues):
        raise EngineError("subtitles", "EBU STL cannot tell times after 24 hours: cut the document into parts")
    table = _table(document)
    blocks = [block for number, cue in enumerate(document.cues) for block in _blocks(number, cue, rate, table)]
    return _write_header(document, disk_format, table, len(blocks)) + b"".join(blocks)


def strangers(document: Document) -> int:
    """Return how many cues hold characters that the table which suits the document best doesn't have."""
    table = _table(document)
    texts = (plain_text(said_with_name(cue)).replace("\n", "") for cue in document.cues)
    return sum(_encode(text, table) is None for text in texts)


def _read_start(code: bytes, rate: Fraction) -> int:
    """Read the start of the programme, from which broadcasters count (10:00:00:00 is usual)."""
    found = re.fullmatch(rb"([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})", code)
    return 0 if found is None else _time(bytes(int(part) for part in found.groups()), rate)


def _subtitles(data: bytes, rows: Rows) -> Iterator[tuple[bytes, bytes]]:
    """Yield the last block of each subtitle and the text of all its blocks."""
    text = b""
    for begin in range(_HEADER, len(data), _BLOCK):
        block = data[begin : begin + _BLOCK]
        if len(block) < _BLOCK:
            rows.repairs.append(Repair(0, RepairKind.TRUNCATED))
            block = block.ljust(_BLOCK, bytes([_FILLER]))
        extension = block[3]
        if 0xEF < extension < 0xFF or block[15]:  # user data, comments
            continue
        text += block[16:].rstrip(bytes([_FILLER]))
        if extension == 0xFF:
            yield block, text
            text = b""


def _take(rows: Rows, number: int, block: bytes, text: str, clock: _Clock) -> None:
    start, end = (_time(block[place : place + 4], clock.rate) - clock.first for place in (5, 9))
    if max(block[6:8] + block[10:12]) > 59:
        rows.repairs.append(Repair(number, RepairKind.BROKEN_TIME))
    rows.add(number, Row(start, end, text))


def _time(code: bytes, rate: Fraction) -> int:
    hours, minutes, seconds, frames = code
    return from_frame(((hours * 60 + minutes) * 60 + seconds) * int(rate) + frames, rate)


def _read_text(data: bytes, table: bytes) -> str:
    lines = [_read_line(line, table) for line in data.split(bytes([_LINE_END]))]
    return "\n".join(line for line in lines if line.strip())


def _read_line(data: bytes, table: bytes) -> str:
    styles: set[str] = set()
    runs: list[Run] = []
    for piece in re.findall(rb"[\x80-\x83]|[\x00-\x1f\x84-\x9f]+|[^\x00-\x1f\x80-\x9f]+", data):
        code = piece[0]
        if code in _STARTS:
            styles.add(_STARTS[code])
        elif code in _ENDS:
            styles.discard(_ENDS[code])
        elif 0x20 <= code < 0x80 or code > 0x9F:
            runs.append(Run(_decode(piece, table), frozenset(styles)))
        elif runs:
            runs.append(Run(" "))  # teletext's colours and boxes take up a place
    joined = "".join(write_run(run) if run.text.strip() else run.text for run in runs)
    return joined.strip(" ") if joined.strip() else ""


def _decode(data: bytes, table: bytes) -> str:
    return data.decode(_TABLES[table], "replace") if table in _TABLES else iso6937.decode(data)


def _table(document: Document) -> bytes:
    """Choose the table that has most characters of the document: the first one of those that have all."""
    text = "".join(dict.fromkeys("".join(said_with_name(cue) for cue in document.cues)))
    return max((b"00", *_TABLES), key=lambda table: sum(_encode(sign, table) is not None for sign in text))


def _encode(text: str, table: bytes) -> bytes | None:
    if table in _TABLES:
        try:
            return text.encode(_TABLES[table])
        except UnicodeEncodeError:
            return None
    signs = [iso6937.encode_sign(sign) for sign in text]
    return None if None in signs else b"".join(sign for sign in signs if sign)


def _blocks(number: int, cue: Cue, rate: Fraction, table: bytes) -> Iterator[bytes]:
    lines = [line for line in lines_of_runs(unify_line_ends(said_with_name(cue))) if line]
    text = bytes([_LINE_END]).join(_write_line(line, table) for line in lines)
    parts = [text[begin : begin + _TEXT] for begin in range(0, len(text), _TEXT)] or [b""]
    row = max(1, 23 - len(lines))
    for index, part in enumerate(parts):
        extension = 0xFF if index == len(parts) - 1 else index % 0xF0
        head = bytes([0, *(number % 65536).to_bytes(2, "little"), extension, 0])
        times = _code(cue.start, rate) + _code(cue.end, rate)
        yield head + times + bytes([row, 2, 0]) + part.ljust(_TEXT, bytes([_FILLER]))


def _write_line(line: list[Run], table: bytes) -> bytes:
    written = b""
    for run in line:
        starts = [code for code, style in _STARTS.items() if style in run.styles]
        text = b"".join(_sign(sign, table) for sign in run.text)
        written += bytes(starts) + text + bytes(code + 1 for code in reversed(starts))
    return written


def _sign(sign: str, table: bytes) -> bytes:
    encoded = _encode(sign, table)
    return b"?" if encoded is None or encoded < b" " else encoded


def _code(time: int, rate: Fraction) -> bytes:
    seconds, frames = divmod(to_frame(max(time, 0), rate), int(rate))
    return bytes([seconds // 3600 % 24, seconds // 60 % 60, seconds % 60, frames])


def _write_header(document: Document, disk_format: bytes, table: bytes, blocks: int) -> bytes:
    """Write the general subtitle information (EBU Tech 3264, 4): no title, name or date, which nobody has asked for."""
    language = f"{_LANGUAGES.get(document.language, 0):02X}".encode()
    first = min((cue.start for cue in document.cues), default=0)
    count = f"{len(document.cues) % 100000:05d}".encode()
    fields = [
        *(b"850", disk_format, b"0", table, language, b" " * 208, b"000000", b"000000", b"00"),
        *(f"{blocks % 100000:05d}".encode(), count, b"001", b"40", b"23", b"1", b"00000000"),
        *("".join(f"{part:02d}" for part in _code(first, _RATES[disk_format])).encode(), b"1", b"1"),
        b" " * 3,
    ]
    return b"".join(fields).ljust(_HEADER, b" ")
