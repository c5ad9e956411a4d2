"""The cues of the session's document as the rows of a table; only what changed is told to the views."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.session import Session
from app.widgets.clock import clock, read_clock
from app.widgets.numbers import fixed, read_number
from engine.subtitles.counting import characters
from engine.subtitles.document import Cue, Document, Origin
from engine.subtitles.doubt import has_doubtful
from engine.subtitles.edits import Edit, set_end, set_speaker, set_start, set_text, set_times, set_translation
from engine.subtitles.markup import plain_text
from engine.subtitles.profiles import Profile
from engine.subtitles.seeking import index_of
from engine.subtitles.translations import is_untranslated

Index = QModelIndex | QPersistentModelIndex
LINE_BREAK = "\u23ce"  # what stands for a line break where there is one line
CUE_ROLE = int(Qt.ItemDataRole.UserRole)
_FEW = 200  # cues whose rows are looked for one by one
_MARKS = {"machine": "\u25cb", "edited": "\u25d0", "verified": "\u25cf"}
_MARK_OF_NONE = "\u2205"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it shows of a cue, and the edit that typing into it makes, None where nobody can type."""

    key: str
    title: str
    text: Callable[[Cue], str]
    edit: Callable[[Cue, str], Edit | None] | None = None
    right: bool = False


class CueModel(QAbstractTableModel):
    """Rows are cues in the document's order, columns those of `columns`."""

    def __init__(self, session: Session, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profile = profile
        self._document = session.document
        self._problems: dict[int, str] = {}
        self.changing = False  # what views say while rows come and go is no person's doing
        self.columns = self._make_columns()
        session.changed.connect(self._on_changed)

    def set_profile(self, profile: Profile) -> None:
        """Count and judge by another profile."""
        self._profile = profile
        self._tell(0, len(self._document.cues))

    def set_problems(self, problems: dict[int, str]) -> None:
        """Show what is wrong with cues, by their ids."""
        before, self._problems = self._problems, problems
        changed = {cue for cue in before.keys() | problems.keys() if before.get(cue) != problems.get(cue)}
        rows = self.rows_of(changed)
        if rows:
            self._tell(min(rows), max(rows) + 1 - min(rows))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._document.cues)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.columns)

    def cue_at(self, row: int) -> Cue:
        return self._document.cues[row]

    def row_of(self, cue_id: int) -> int | None:
        """Return the row of a cue, None if it is gone."""
        return index_of(self._document.cues, cue_id)

    def rows_of(self, cue_ids: Collection[int]) -> list[int]:
        """Return the rows of cues, without those that are gone."""
        if len(cue_ids) <= _FEW:
            return [row for cue in cue_ids if (row := self.row_of(cue)) is not None]
        rows = {cue.id: row for row, cue in enumerate(self._document.cues)}
        return [rows[cue] for cue in cue_ids if cue in rows]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cue, column = self._document.cues[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(column, index.row())
        if role == Qt.ItemDataRole.EditRole:
            raw = {"text": cue.text, "translation": cue.translation}
            return raw.get(column.key, self._shown(column, index.row()))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {self._shown(column, index.row())}"
        return cue if role == CUE_ROLE else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        can_edit = self.columns[index.column()].edit is not None
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.edit is None:
            return False
        edit = column.edit(self._document.cues[index.row()], str(value))
        return edit is not None and self._session.apply(edit)

    def _shown(self, column: Column, row: int) -> str:
        return str(row + 1) if column.key == "number" else column.text(self._document.cues[row])

    def state(self, cue: Cue) -> str:
        """Say in words what became of a cue: who wrote it, doubtful words, a problem."""
        problem, none = cue.id in self._problems, is_untranslated(cue)
        return self._in_words(cue.origin, problem=problem, doubtful=has_doubtful(cue), untranslated=none)

    def widest_state(self) -> str:
        """Return the longest of the usual states, in the language of the window."""
        usual = (self._in_words("machine", doubtful=True), self._in_words("edited", problem=True))
        return max(usual, key=len)

    def _in_words(
        self, origin: Origin, *, problem: bool = False, doubtful: bool = False, untranslated: bool = False
    ) -> str:
        words = {"machine": self.tr("machine"), "edited": self.tr("edited"), "verified": self.tr("verified")}
        parts = [f"{_MARKS[origin]} {words[origin]}"]
        if untranslated:  # a problem, too, and the one that says most
            parts.append(self._no_translation())
        if problem:
            parts.append("\u26a0 " + self.tr("problem"))
        if doubtful:
            parts.append("? " + self.tr("doubtful"))
        return "  ".join(parts)

    def _no_translation(self) -> str:
        return " ".join((_MARK_OF_NONE, self.tr("no translation")))

    def _translation(self, cue: Cue) -> str:
        return self._no_translation() if is_untranslated(cue) else _one_line(cue.translation)

    def problem_of(self, cue: Cue) -> str:
        return self._problems.get(cue.id, "")

    def speed(self, cue: Cue) -> float | None:
        """Return the characters a second that reading a cue takes, None if it has no length."""
        duration = cue.end - cue.start
        counting = self._profile.for_language(self._document.language).counting
        return 1000 * characters(cue.text, counting) / duration if duration > 0 else None

    def is_too_fast(self, cue: Cue) -> bool:
        most = self._profile.for_language(self._document.language).characters_per_second.value
        speed = self.speed(cue)
        return most is not None and speed is not None and speed > most

    def _make_columns(self) -> tuple[Column, ...]:
        def speed(cue: Cue) -> str:
            found = self.speed(cue)
            return "" if found is None else fixed(found, 1) + (" \u25b2" if self.is_too_fast(cue) else "")

        return (
            Column("number", "#", lambda _: "", right=True),
            Column("start", self.tr("Start"), lambda cue: clock(cue.start), _start, right=True),
            Column("end", self.tr("End"), lambda cue: clock(cue.end), _end, right=True),
            Column("duration", self.tr("Length"), lambda cue: _seconds(cue.end - cue.start), _length, right=True),
            Column("speed", self.tr("CPS"), speed, right=True),
            Column("speaker", self.tr("Speaker"), lambda cue: cue.speaker, _speaker),
            Column("text", self.tr("Text"), lambda cue: _one_line(cue.text), _text),
            Column("translation", self.tr("Translation"), self._translation, _translation),
            Column("state", self.tr("State"), lambda cue: self.state(cue)),
        )

    def _on_changed(self, before: Document, after: Document) -> None:
        if self._document is not before:  # told out of order: begin anew
            self.beginResetModel()
            self._document = after
            self.endResetModel()
            return
        self.changing = True
        try:
            self._become(after)
        finally:
            self.changing = False

    def _become(self, after: Document) -> None:
        change = self._session.change
        old, new = len(change.cues), change.length
        both = min(old, new)
        if new > old:
            self.beginInsertRows(QModelIndex(), change.at + both, change.at + new - 1)
            self._document = after
            self.endInsertRows()
        elif old > new:
            self.beginRemoveRows(QModelIndex(), change.at + both, change.at + old - 1)
            self._document = after
            self.endRemoveRows()
        else:
            self._document = after
        self._tell(change.at, both)

    def _tell(self, first: int, count: int) -> None:
        if count:
            last = self.index(first + count - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(first, 0), last)


def _one_line(text: str) -> str:
    return plain_text(text).replace("\n", f" {LINE_BREAK} ")


def _seconds(duration: int) -> str:
    return fixed(duration / 1000, 3)


def _start(cue: Cue, typed: str) -> Edit | None:
    found = read_clock(typed)
    return None if found.problem else set_start(cue.id, found.time)


def _end(cue: Cue, typed: str) -> Edit | None:
    found = read_clock(typed)
    return None if found.problem else set_end(cue.id, found.time)


def _length(cue: Cue, typed: str) -> Edit | None:
    seconds = read_number(typed)
    if seconds is None or not abs(seconds) < 360_000:
        return None
    return set_times(cue.id, cue.start, cue.start + round(1000 * seconds))


def _speaker(cue: Cue, typed: str) -> Edit | None:
    return set_speaker((cue.id,), typed)


def _text(cue: Cue, typed: str) -> Edit | None:
    return set_text(cue.id, typed.replace(f" {LINE_BREAK} ", "\n"))


def _translation(cue: Cue, typed: str) -> Edit | None:
    return set_translation(cue.id, typed.replace(f" {LINE_BREAK} ", "\n"))
