"""Tables of events: when each word, and of made sound each phoneme, is heard."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.formats import read_plain

_TITLE = "start_ms"


@dataclass(frozen=True, slots=True)
class Event:
    """`text` is heard from `start` to `end`, ms; `kind` is "word", "phoneme", "translated" (a word of the translation,
    and when the words that it stands for are heard) or what only others know."""

    start: int
    end: int
    kind: str
    text: str


def read_events(file: Path) -> Iterator[Event]:
    """Yield the rows of a table start_ms, end_ms, kind, text, with tabs between them and at will a line of titles.

    Raises EngineError("subtitles") naming the line that can't be read.
    """
    for number, row in enumerate(read_plain(file).splitlines(), 1):
        cells = row.split("\t")
        if not row.strip() or (number == 1 and cells[0] == _TITLE):
            continue
        if len(cells) != 4 or not (cells[0].isdecimal() and cells[1].isdecimal()):
            raise EngineError(
                "subtitles",
                f"{shown(file)}: line {number} is not start_ms, end_ms, kind and text between tabs: mend it.",
            )
        yield Event(int(cells[0]), int(cells[1]), cells[2], cells[3])
