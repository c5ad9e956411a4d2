"""Changes that fixes propose as rows with a box each: a cue before and after."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.widgets.clock import clock
from engine.subtitles.document import Cue, Document
from engine.subtitles.fixes import Change
from engine.subtitles.markup import plain_text

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ChangeModel(QAbstractTableModel):
    """Rows are changes; `chosen` are those whose box is checked, all to begin with."""

    chosen_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[Change, ...] = ()
        self._numbers: dict[int, int] = {}
        self._left_out: set[int] = set()

    @property
    def chosen(self) -> tuple[Change, ...]:
        return tuple(change for row, change in enumerate(self._changes) if row not in self._left_out)

    @property
    def lines(self) -> int:
        """How many lines the longest of them has."""
        shown = (_shown(cue, change) for change in self._changes for cue in (change.before, change.after))
        return max((text.count("\n") + 1 for text in shown), default=1)

    def show(self, document: Document, changes: Sequence[Change]) -> None:
        """Show changes of a document."""
        self.beginResetModel()
        wanted = {change.before.id for change in changes}
        self._changes = tuple(changes)
        self._numbers = {cue.id: at for at, cue in enumerate(document.cues, 1) if cue.id in wanted}
        self._left_out = set()
        self.endResetModel()
        self.chosen_changed.emit(len(self._changes))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Cue"), self.tr("Now"), self.tr("Fixed"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        change = self._changes[index.row()]
        if role == _Role.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Unchecked if index.row() in self._left_out else Qt.CheckState.Checked
        if role == _Role.TextAlignmentRole:
            boxed = index.column() == 0
            return Qt.AlignmentFlag.AlignLeading | (
                Qt.AlignmentFlag.AlignVCenter if boxed else Qt.AlignmentFlag.AlignTop
            )
        if role != _Role.DisplayRole:
            return None
        if index.column() == 0:
            return str(self._numbers.get(change.before.id, ""))
        return _shown(change.before if index.column() == 1 else change.after, change)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:  # noqa: N802
        if role != _Role.CheckStateRole or index.column() != 0:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(index.row())
        else:
            self._left_out.add(index.row())
        self.dataChanged.emit(index, index, [role])
        self.chosen_changed.emit(len(self._changes) - len(self._left_out))
        return True


def _shown(cue: Cue, change: Change) -> str:
    """Show what changes: times if they do, the text always."""
    moved = (change.before.start, change.before.end) != (change.after.start, change.after.end)
    times = [f"{clock(cue.start)} → {clock(cue.end)}"] if moved else []
    return "\n".join([*times, plain_text(cue.text)])
