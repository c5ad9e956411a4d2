"""A table of facts, a name and a value a row, that can be walked through by keys and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

_MOST_ROWS = 16  # that are shown without scrolling
_LEAST_WIDTH, _MOST_WIDTH = 24, 60  # letters of a value


class FactTable(QTableWidget):
    """Shows names and values as plain text; `text` is what is copied."""

    def __init__(self, name: str, facts: Sequence[tuple[str, str]]) -> None:
        super().__init__(len(facts), 2)
        self._facts = tuple(facts)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        for row, fact in enumerate(self._facts):
            for column, text in enumerate(fact):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.setItem(row, column, item)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height() + 4
        edges = 2 * self.frameWidth()
        values = min(max(self.sizeHintForColumn(1), _LEAST_WIDTH * letter), _MOST_WIDTH * letter)
        rows = min(self.rowCount(), _MOST_ROWS) + 1  # a value may take two lines
        return QSize(self.sizeHintForColumn(0) + values + edges + 2 * letter, rows * line + edges)

    @property
    def text(self) -> str:
        return "\n".join(f"{name}: {value}" for name, value in self._facts)
