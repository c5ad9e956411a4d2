"""Formats with a line a cue: rows are read one after another, and nothing between them is lost."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from engine.errors import EngineError
from engine.subtitles.document import Cue, Note, RawCue
from engine.subtitles.reading import Repair, RepairKind

_LONGEST = 6000  # ms that a cue stays whose end nobody says
_SHORTEST = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A cue as its line has it; `end` is None where the line doesn't say it."""

    start: int
    end: int | None
    text: str
    speaker: str = ""
    translation: str = ""
    extra: RawCue | None = None


@dataclass(slots=True)
class Rows:
    """The cues as far as they are read."""

    cues: list[Cue] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    open_ends: set[int] = field(default_factory=set)  # indices of cues

    def add(self, number: int, row: Row) -> None:
        """Take the row at line `number`, and report what is wrong with its times."""
        if row.end is None:
            self.open_ends.add(len(self.cues))
        end = row.start if row.end is None else row.end
        self.repairs += [Repair(number, kind) for kind in faults_of_times(row.start, end)]
        self.cues.append(
            Cue(len(self.cues) + 1, row.start, end, row.text, row.speaker, row.translation, extra=row.extra)
        )

    def close_ends(self) -> None:
        """Let cues without an end stay until the next one comes, and for a while after that."""
        for index in sorted(self.open_ends):
            cue = self.cues[index]
            later = self.cues[index + 1].start if index + 1 < len(self.cues) else cue.start + _LONGEST
            stays = min(later - cue.start, _LONGEST) if later > cue.start else _SHORTEST
            self.cues[index] = replace(cue, end=cue.start + stays)


def faults_of_times(start: int, end: int) -> list[RepairKind]:
    faults = [RepairKind.NEGATIVE] if min(start, end) < 0 else []
    return [*faults, RepairKind.REVERSED] if end < start else faults


def read_rows(lines: Iterable[tuple[int, str]], read_row: Callable[[str], Row | None]) -> Rows:
    """Read numbered lines; one that is no row continues the text above it, or is a note above the first cue."""
    rows = Rows()
    above: list[str] = []
    for number, line in lines:
        row = read_row(line)
        if row is not None:
            _attach(above, rows)
            rows.add(number, row)
        elif line.strip():
            above.append(line)
            rows.repairs.append(Repair(number, RepairKind.BLANK_LINE if rows.cues else RepairKind.OUTSIDE))
    _attach(above, rows)
    return rows


def refuse_without_rows(rows: Rows, text: str, name: str, example: str) -> None:
    """Raise EngineError("subtitles") for a text that holds not one row."""
    if text.strip() and not rows.cues:
        raise EngineError("subtitles", f"this is not {name}: no line is like {example}")


def _attach(lines: list[str], rows: Rows) -> None:
    if lines and rows.cues:
        last = rows.cues[-1]
        rows.cues[-1] = replace(last, text="\n".join([last.text, *lines]), extra=None)
    elif lines:
        rows.notes.append(Note("\n".join(lines), 0))
    lines.clear()
