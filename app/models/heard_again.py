"""Old and new cues as the rows of a table, with what is chosen in each: old, new, or the new text in the old times."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.widgets.clock import short_clock
from app.widgets.marked_text import FAINT, MARKS
from engine.subtitles.beside import Choice, Reason, Row, prefers_new
from engine.subtitles.differing import Differences, Span, differing
from engine.subtitles.document import Cue
from engine.subtitles.markup import plain_text

Index = QModelIndex | QPersistentModelIndex
TIME, OLD, NEW, CHOICE = range(4)
_Role = Qt.ItemDataRole
_BULLET = "\u2022 "  # before each of several cues
_CHOSEN = "\u2713 "
_TURN: tuple[Choice, ...] = ("old", "new", "text")


class HeardAgainModel(QAbstractTableModel):
    """Rows are `rows`; one with a reason keeps its old cues. `chosen_changed` follows every choice."""

    chosen_changed = Signal()

    def __init__(self, rows: Sequence[Row], reasons: Sequence[Reason], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self.reasons = tuple(reasons)
        self._chosen: list[Choice] = [
            "new" if not reason and prefers_new(row) else "old"
            for row, reason in zip(self.rows, self.reasons, strict=True)
        ]
        self._differences: dict[int, Differences] = {}

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """What is chosen in each row."""
        return tuple(self._chosen)

    def following(self, row: int) -> Choice:
        """Return what can be chosen in a row after what is: old, new, new text in old times, old ..."""
        at = _TURN.index(self._chosen[row])
        return next((each for each in (*_TURN[at + 1 :], *_TURN[:at]) if self._can_be(row, each)), "old")

    def choose(self, numbers: Sequence[int], choice: Choice) -> None:
        """Choose the same in rows; those in which it can't be chosen stay as they are."""
        changed = [row for row in numbers if self._chosen[row] != choice and self._can_be(row, choice)]
        for row in changed:
            self._chosen[row] = choice
            self.dataChanged.emit(self.index(row, 0), self.index(row, CHOICE))
        if changed:
            self.chosen_changed.emit()

    def differs(self, row: int) -> bool:
        """Say whether a word differs in a row."""
        return not self._differing(row).none

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles()[section]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        row, column = index.row(), index.column()
        if role == _Role.DisplayRole:
            return self._shown(row, column)
        if role == _Role.AccessibleTextRole:
            return self._spoken(row, column)
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        if role == MARKS and column in (OLD, NEW):
            return self._cell(row, column)[1]
        if role == FAINT and column in (OLD, NEW):
            return (self._chosen[row] == "old") == (column == NEW)
        return None

    def choice(self, row: int) -> str:
        """Say in words what is chosen in a row, and why nothing else can be."""
        old = self.rows[row].old
        if self._chosen[row] != "old":
            new = self.tr("New") if self._chosen[row] == "new" else self.tr("New text, old times")
            return "\n".join([new, *self._given_up(row)])
        parts = [self.tr("Old")]
        if self.reasons[row]:
            parts.append(self._reason(self.reasons[row]))
        elif self.rows[row].new and not self.differs(row):
            parts.append(self.tr("not a word differs"))
        elif any(cue.origin == "verified" for cue in old):
            parts.append(self.tr("verified"))
        elif any(cue.origin == "edited" for cue in old):
            parts.append(self.tr("edited"))
        return "\n".join(parts)

    def _can_be(self, row: int, choice: Choice) -> bool:
        return choice == "old" or (not self.reasons[row] and (choice == "new" or bool(self.rows[row].fitted)))

    def _given_up(self, row: int) -> list[str]:
        """Say what goes with the old cues, beside their words."""
        old = self.rows[row].old
        if not self.rows[row].new:
            return [self.tr("the cue goes")]
        if not self.differs(row):
            return []
        has_styles = any(plain_text(cue.text) != cue.text for cue in old)
        parts = [self.tr("its translation goes")] if any(cue.translation for cue in old) else []
        return [*parts, self.tr("its styles go")] if has_styles else parts

    def _titles(self) -> tuple[str, ...]:
        return self.tr("Time"), self.tr("Old"), self.tr("New"), self.tr("Choice")

    def _reason(self, reason: Reason) -> str:
        return {
            "": "",
            "changed": self.tr("changed meanwhile"),
            "gone": self.tr("gone meanwhile"),
            "crowded": self.tr("another cue is there now"),
        }[reason]

    def _shown(self, row: int, column: int) -> str:
        if column == TIME:
            old, new = self.rows[row].old, self.rows[row].new
            cues = (new if self._chosen[row] == "new" else old) or old or new  # when what is chosen will be shown
            start, end = min(cue.start for cue in cues), max(cue.end for cue in cues)
            return f"{short_clock(start, 1)}\n{short_clock(end, 1)}"
        return self.choice(row) if column == CHOICE else self._cell(row, column)[0]

    def _spoken(self, row: int, column: int) -> str:
        """Say a cell with its title, and which of its words differ: a screen reader sees no marks."""
        text = self._shown(row, column).removeprefix(_CHOSEN).replace("\n", ", " if column in (TIME, CHOICE) else " ")
        spoken = f"{self._titles()[column]}: {text}"
        if column not in (OLD, NEW):
            return spoken
        cell, marks = self._cell(row, column)
        words = ", ".join(cell[begin:end] for begin, end in marks)
        told = self.tr("differs: {0}").format(words)
        return f"{spoken} ({told})" if words else spoken

    def _cell(self, row: int, column: int) -> tuple[str, tuple[Span, ...]]:
        """Return the text of a side, with what is chosen ticked, and the places of words that differ in it."""
        found = self._differing(row)
        cues, spans = (self.rows[row].old, found.old) if column == OLD else (self.rows[row].new, found.new)
        tick = _CHOSEN if (self._chosen[row] == "old") == (column == OLD) else ""
        if not cues:
            nothing = self.tr("(no cue)") if column == OLD else self.tr("(nothing was heard)")
            return tick + nothing, ()
        return _text(cues, spans, tick)

    def _differing(self, row: int) -> Differences:
        if row not in self._differences:
            sides = self.rows[row].old, self.rows[row].new
            old, new = ([plain_text(cue.text) for cue in cues] for cues in sides)
            self._differences[row] = differing(old, new)
        return self._differences[row]


def _text(cues: Sequence[Cue], spans: Sequence[Sequence[Span]], tick: str) -> tuple[str, tuple[Span, ...]]:
    """Return the texts of cues under each other, and where in it the spans are."""
    text, places = tick, []
    for at, (cue, own) in enumerate(zip(cues, spans, strict=True)):
        text += "\n" * bool(at) + _BULLET * (len(cues) > 1)
        places += [(begin + len(text), end + len(text)) for begin, end in own]
        text += plain_text(cue.text)
    return text, tuple(places)
