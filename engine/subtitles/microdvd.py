"""MicroDVD: `{first frame}{last frame}text|second line`, with codes such as `{y:i}` before the text of a line.

The frame rate stands in the text of a first cue `{1}{1}25`, or nowhere.
"""

import re
from fractions import Fraction

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document, RawCue
from engine.subtitles.frames import find_rate, from_frame, to_frame, write_rate
from engine.subtitles.markup import WORD_JOINER, Run, hex_colour, lines_of_runs, style_of_line, write_run
from engine.subtitles.reading import Reading, split_lines, unify_line_ends
from engine.subtitles.rows import Row, read_rows, refuse_without_rows
from engine.subtitles.txt import said_with_name

NAME = "microdvd"
BAR = "¦"  # stands for the bar, which ends a line
_ROW = re.compile(r"\s*\{(-?[0-9]{1,10})\}\s*\{(-?[0-9]{1,10})?\}(.*)", re.DOTALL)
_CODE = re.compile(r"\{([A-Za-z]):([^{}|]*)\}")
_LITERAL = re.compile(r"\{(?=[A-Za-z]:[^{}|]*\})")
_COLOUR = re.compile(r"\$([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_HEX = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")


def parse(text: str, rate: Fraction | None = None) -> Reading:
    """Read MicroDVD; `rate` (frames a second) is used where the file says none.

    Raise EngineError("subtitles") for text without a row, or without a rate.
    """
    lines, found = split_lines(text)
    header = _read_header(lines)
    rate = header or rate
    if rate is None and any(_ROW.match(line) for line in lines):
        raise EngineError("subtitles", "its times are frames, and it says no frame rate: give one, such as --fps 25")
    known = rate or Fraction(25)
    numbered = [(number, line) for number, line in enumerate(lines, 1) if header is None or number > 1]
    rows = read_rows(numbered, lambda line: _read_row(line, known))
    if header is None:
        refuse_without_rows(rows, text, "MicroDVD", "{25}{75}text")
    rows.close_ends()
    return Reading(Document(tuple(rows.cues), notes=tuple(rows.notes)), (*found, *rows.repairs))


def compose(document: Document, rate: Fraction) -> str:
    """Write MicroDVD with its rate; styles stay where all of a line has them, a speaker stands as `Name: `."""
    rows = (
        f"{{{to_frame(max(cue.start, 0), rate)}}}{{{to_frame(max(cue.end, 0), rate)}}}{_payload(cue)}\n"
        for cue in document.cues
    )
    return f"{{1}}{{1}}{write_rate(rate)}\n" + "".join(rows)


def _read_header(lines: list[str]) -> Fraction | None:
    first = _ROW.fullmatch(lines[0])
    is_header = first and first[1] in ("0", "1") and first[2] in ("0", "1")
    return find_rate(first[3]) if first and is_header else None


def _read_row(line: str, rate: Fraction) -> Row | None:
    row = _ROW.fullmatch(line)
    if row is None:
        return None
    text = read_payload(row[3])
    extra = None if write_payload(text) == row[3] else RawCue(NAME, payload=row[3])
    return Row(from_frame(int(row[1]), rate), from_frame(int(row[2]), rate) if row[2] else None, text, extra=extra)


def read_payload(payload: str) -> str:
    """Read the text of a row: codes that our markup knows become tags, others leave."""
    lines = []
    of_cue: dict[str, str] = {}
    for line in payload.split("|"):
        codes = {found[1]: found[2] for found in _CODE.finditer(line)}
        of_cue |= {name.lower(): value for name, value in codes.items() if name in "YC"}
        style = of_cue | {name: value for name, value in codes.items() if name in "yc"}
        styles = frozenset(letter for letter in style.get("y", "").lower() if letter in "biu")
        colour = _COLOUR.fullmatch(style.get("c", ""))
        text = _CODE.sub("", line).replace("{" + WORD_JOINER, "{")
        lines.append(write_run(Run(text, styles, f"#{colour[3]}{colour[2]}{colour[1]}" if colour else None)))
    return "\n".join(lines)


def write_payload(text: str) -> str:
    """Write text as a row has it."""
    return "|".join(_write_line(line) for line in lines_of_runs(unify_line_ends(text)))


def _payload(cue: Cue) -> str:
    own = cue.extra
    payload = own.payload if isinstance(own, RawCue) and own.format == NAME else None
    if payload is not None and not cue.speaker and read_payload(payload) == cue.text:
        return payload
    return write_payload(said_with_name(cue))


def _write_line(line: list[Run]) -> str:
    styles, colour = style_of_line(line)
    text = _LITERAL.sub("{" + WORD_JOINER, "".join(run.text for run in line).replace("|", BAR))
    hexadecimal = _HEX.fullmatch(hex_colour(colour) or "")
    letters = ",".join(sorted(styles))
    codes = f"{{y:{letters}}}" if letters else ""
    if hexadecimal:
        codes += f"{{c:${hexadecimal[3]}{hexadecimal[2]}{hexadecimal[1]}}}"
    return codes + text
