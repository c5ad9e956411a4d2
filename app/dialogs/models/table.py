"""The models as rows of a table."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPalette

from app.dialogs.models.values import Row
from app.dialogs.models.words import ListWords
from app.widgets.job_row import Job as Task
from engine.checkpoints.suitable import Job

Index = QModelIndex | QPersistentModelIndex
NAME, TIME, WHERE, SIZE, LANGUAGES, TRANSLATES = range(6)
_COLUMNS = 6
_Role = Qt.ItemDataRole


class ModelTable(QAbstractTableModel):
    """Rows are `rows`, for the job that was given last; `tasks` says by its wish how far one is that is fetched."""

    def __init__(self, palette: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ListWords(self)
        self._palette = palette
        self._job = Job()
        self._is_film = False
        self._tasks: Mapping[str, Task] = {}
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row], job: Job, *, is_film: bool) -> None:
        """Show other rows; `is_film` says that times are those of the film which is open, not of an hour."""
        self.beginResetModel()
        self.rows, self._job, self._is_film = tuple(rows), job, is_film
        self.endResetModel()

    def show_tasks(self, tasks: Mapping[str, Task]) -> None:
        """Say of which models something is fetched."""
        self._tasks = tasks
        if self.rows:
            self.dataChanged.emit(self.index(0, WHERE), self.index(len(self.rows) - 1, WHERE))

    def row_of(self, wanted: Row) -> int:
        """Return where a model stands now, -1 if it is gone."""
        places = {(row.name, row.path): at for at, row in enumerate(self.rows)}
        return places.get((wanted.name, wanted.path), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._titles()[section]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == _Role.DisplayRole:
            return self._shown(row, index.column())
        if role == _Role.AccessibleTextRole:
            return f"{self._titles()[index.column()]}: {self._shown(row, index.column())}"
        if role == _Role.FontRole and row.recommended:
            font = QFont()
            font.setBold(True)
            return font
        if role == _Role.ForegroundRole and (not row.able or row.state == "broken" or not row.fits):
            return self._palette.color(QPalette.ColorRole.PlaceholderText)
        return None

    def _titles(self) -> tuple[str, ...]:
        time = self.tr("This film takes") if self._is_film else self.tr("An hour takes")
        return (
            self.tr("Model"), time, self.tr("Where"), self.tr("Size"), self.tr("Languages"), self.tr("Translates")
        )  # fmt: skip

    def _shown(self, row: Row, column: int) -> str:
        words = self._words
        if column == NAME:
            return self.tr("{0} (recommended)").format(row.name) if row.recommended else row.name
        if column == TIME:
            return words.time(row, self._job)
        if column == WHERE:
            return self._where(row)
        if column == SIZE:
            return words.sizes(row)
        if column == LANGUAGES:
            return words.languages(row.abilities)
        if row.abilities is None:
            return ""
        return self.tr("yes") if row.abilities.translates else self.tr("no")

    def _where(self, row: Row) -> str:
        task = self._tasks.get(row.wish)
        if row.state == "offered" and task is not None and task.state in ("running", "silent", "stopping", "waiting"):
            return self.tr("being fetched")
        if row.state == "offered" and task is not None and task.state in ("paused", "left", "failed"):
            return self.tr("begun")
        return {
            "here": self.tr("here"),
            "embedded": self.tr("comes with Sotto"),
            "broken": self.tr("can't be used"),
            "offered": self.tr("to be got"),
        }[row.state]
