"""The text of an ASS or SSA event: its payload to our text, and back.

Braces that are text are written as `\\{` and `\\}`, as libass reads them; a backslash that only looks like a code gets
an invisible word joiner behind it.
"""

import re

from engine.subtitles.markup import WORD_JOINER, Run, hex_colour, runs, write_run
from engine.subtitles.reading import unify_line_ends

_PIECE = re.compile(r"\\([Nnh{}])|\{([^{}]*)\}")
_CODE = re.compile(
    r"\\(?:([biu])([0-9]{1,4})?(?![0-9A-Za-z])|1?c(?:&?H?([0-9A-Fa-f]{1,8})&?)?(?![0-9A-Za-z])|(r)|p([0-9]+))"
)
_SIGNS = {"N": "\n", "n": " ", "h": "\u00a0", "{": "{", "}": "}"}
_LOOKS_LIKE_CODE = re.compile(r"\\(?=[Nnh{}]|\Z)")


class _Pen:
    """The style in force, and what was written with it."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._run: list[str] = []
        self._styles: frozenset[str] = frozenset()
        self._colour: str | None = None
        self._draws = False

    def write(self, text: str) -> None:
        if not self._draws:
            self._run.append(text)

    def obey(self, codes: str) -> None:
        """Change the style as an override block says; codes that our text has no word for do nothing."""
        for code in _CODE.finditer(codes):
            self.end_run()
            if code[1]:
                on = int(code[2] or 0) > 0
                self._styles = self._styles | {code[1]} if on else self._styles - {code[1]}
            elif code[4]:
                self._styles, self._colour = frozenset(), None
            elif code[5]:
                self._draws = int(code[5][:9]) > 0
            else:
                self._colour = _read_colour(code[3])

    def end_run(self) -> None:
        if self._run:
            self.done.append(write_run(Run("".join(self._run), self._styles, self._colour)))
        self._run = []


def read_payload(payload: str) -> str:
    """Read an event's text; what is drawn (`\\p1`) has none."""
    pen = _Pen()
    position = 0
    for piece in _PIECE.finditer(payload):
        pen.write(payload[position : piece.start()].replace("\\" + WORD_JOINER, "\\"))
        if piece[1]:
            pen.write(_SIGNS[piece[1]])
        else:
            pen.obey(piece[2])
        position = piece.end()
    pen.write(payload[position:].replace("\\" + WORD_JOINER, "\\"))
    pen.end_run()
    return "".join(pen.done)


def write_payload(text: str) -> str:
    """Write text as an event has it, on one line."""
    return "".join(_write_run(run) for run in runs(unify_line_ends(text)))


def _write_run(run: Run) -> str:
    text = _LOOKS_LIKE_CODE.sub("\\\\" + WORD_JOINER, run.text)
    text = text.replace("{", "\\{").replace("}", "\\}").replace("\n", "\\N")
    names = [name for name in "ibu" if name in run.styles]
    colour = hex_colour(run.colour)
    begin = "".join(f"\\{name}1" for name in names)
    end = "".join(f"\\{name}0" for name in names)
    if colour:
        begin, end = f"{begin}\\c&H{colour[5:7]}{colour[3:5]}{colour[1:3]}&", f"{end}\\c"
    return f"{{{begin}}}{text}{{{end}}}" if begin else text


def _read_colour(digits: str | None) -> str | None:
    """Read BBGGRR, with leading zeros left out or an alpha before it; None sets the style's own colour again."""
    if digits is None:
        return None
    code = digits.rjust(6, "0")[-6:].lower()
    return f"#{code[4:6]}{code[2:4]}{code[0:2]}"
