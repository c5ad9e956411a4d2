"""The table of cues: selecting, editing in place, choosing columns; it stays quick however many cues there are."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QVBoxLayout, QWidget

from app.models.cues import CueModel
from app.session import Session
from app.widgets.direction import OwnDirection

_WIDEST = {
    "number": "000000",
    "start": "00:00:00,000 ",
    "end": "00:00:00,000 ",
    "duration": "000.000",
    "speed": "00.0 \u25b2",
    "speaker": "Speaker 1",
    "text": "m" * 22,
    "translation": "m" * 16,
}
_LEAST_LETTERS = 22  # of a text that can be seen
_HIDDEN = ("end", "speaker", "translation")  # until somebody has a use for them


class CueTable(QWidget):
    """Shows the session's cues. `activated` tells the id of a cue that was double-clicked where nothing is typed."""

    activated = Signal(int)

    def __init__(self, session: Session, model: CueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._following = False
        self.view = QTableView(self)
        self.view.setModel(model)
        self.view.setAccessibleName(self.tr("Cues"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.setAlternatingRowColors(True)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().hide()
        self._shape()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.view.doubleClicked.connect(lambda index: self.activated.emit(model.cue_at(index.row()).id))
        session.selection_changed.connect(self._follow)
        header = self.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)

    def column_actions(self, parent: QWidget) -> list[QAction]:
        """Return an action a column that shows or hides it."""
        return [self._column_action(number, parent) for number in range(len(self._model.columns))]

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show or hide a column by its key."""
        number = next(at for at, column in enumerate(self._model.columns) if column.key == key)
        self.view.setColumnHidden(number, not shown)
        self._fit_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit_texts()

    def save(self, settings: QSettings) -> None:
        """Remember widths and which columns there are."""
        settings.setValue("cue_table/header", self.view.horizontalHeader().saveState())

    def restore(self, settings: QSettings) -> None:
        """Take up what was remembered."""
        state = settings.value("cue_table/header")
        if state is not None:
            self.view.horizontalHeader().restoreState(state)

    def _shape(self) -> None:
        metrics = QFontMetrics(self.view.font())
        vertical, header = self.view.verticalHeader(), self.view.horizontalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # no row is ever measured
        vertical.setDefaultSectionSize(metrics.height() + 8)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        for number, column in enumerate(self._model.columns):
            widest = self._model.widest_state() if column.key == "state" else _WIDEST[column.key]
            needed = max(metrics.horizontalAdvance(widest), metrics.horizontalAdvance(column.title))
            self.view.setColumnWidth(number, needed + 14)
            self.view.setColumnHidden(number, column.key in _HIDDEN)
            if column.key in ("text", "translation"):
                self.view.setItemDelegateForColumn(number, OwnDirection(self.view))
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _fit_texts(self) -> None:
        """Let the texts fill what the other columns leave, but never less than can be read: then it is scrolled."""
        header, least = self.view.horizontalHeader(), self.view.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        shown = [number for number in range(len(self._model.columns)) if not self.view.isColumnHidden(number)]
        texts = [number for number in shown if self._model.columns[number].key in ("text", "translation")]
        taken = sum(header.sectionSize(number) for number in shown if number not in texts)
        room = self.width() - 2 * self.view.frameWidth() - self.view.verticalScrollBar().sizeHint().width()
        fits = room - taken >= least * len(texts)
        modes = QHeaderView.ResizeMode
        for number in texts:
            header.setSectionResizeMode(number, modes.Stretch if fits else modes.Interactive)
            if not fits and header.sectionSize(number) < least:
                header.resizeSection(number, least)

    def _column_action(self, number: int, parent: QWidget) -> QAction:
        action = QAction(self._model.columns[number].title, parent)
        action.setCheckable(True)
        action.setChecked(not self.view.isColumnHidden(number))
        action.toggled.connect(lambda shown: self.show_column(self._model.columns[number].key, shown=shown))
        return action

    def _offer_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.column_actions(menu))
        menu.exec(self.view.horizontalHeader().mapToGlobal(place))

    def _on_selected(self) -> None:
        if self._following or self._model.changing:
            return
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        current = self.view.currentIndex().row()
        if current in rows:
            rows.remove(current)
            rows.append(current)
        self._session.select(self._model.cue_at(row).id for row in rows)

    def _follow(self, selected: tuple[int, ...]) -> None:
        """Show what the session has selected, where it differs."""
        rows = self._model.rows_of(selected)
        shown = {index.row() for index in self.view.selectionModel().selectedRows()}
        if set(rows) == shown:
            return
        self._following = True
        try:
            selection = QItemSelection()
            for first, last in _ranges(sorted(rows)):
                selection.select(self._model.index(first, 0), self._model.index(last, len(self._model.columns) - 1))
            chosen = self.view.selectionModel()
            chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if rows:
                column = max(self.view.currentIndex().column(), 0)
                here = self._model.index(rows[-1], column)
                chosen.setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.view.scrollTo(here)
        finally:
            self._following = False


def _ranges(rows: list[int]) -> list[tuple[int, int]]:
    """Join rows that follow each other."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
