"""The table of models as it is seen: all columns, and as many rows as are taken in at a glance."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView

from app.dialogs.models.table import TRANSLATES, ModelTable

_ROWS, _LEAST_ROWS = 11, 4  # that are seen at first, and where there is little room


class ModelView(QTableView):
    """One model at a time is chosen in it."""

    def __init__(self, model: ModelTable, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._line)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TRANSLATES, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        columns = sum(self._wanted(column) for column in range(self.model().columnCount()))
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(columns + bar + 2 * self.frameWidth() + 4, self._height(_ROWS))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(40 * self.fontMetrics().averageCharWidth(), self._height(_LEAST_ROWS))

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + 8

    def _wanted(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def _height(self, rows: int) -> int:
        return rows * self._line + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
