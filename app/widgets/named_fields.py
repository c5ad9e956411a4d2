"""Fields with their names: under each other beside a body where there is room, in two columns above it where not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from app.widgets.plain_label import PlainLabel

_LETTERS = 30  # that each half of the body should hold beside the fields, before these go above it


class NamedFields(QWidget):
    """Shows `fields`, names with their fields, and `body`, which has two halves."""

    def __init__(self, fields: Sequence[tuple[str, QWidget]], body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = [(self._named(name, field), field) for name, field in fields]
        self._body = body
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        side = QVBoxLayout()
        side.addLayout(self._grid)
        side.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(side)
        self._box.addWidget(body, 1)
        self.is_narrow = False
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Ask for what the fields need in two columns, whichever way they stand: so it can become narrow."""
        label, field = self._widest
        return QSize(min(2 * (label + field), super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        label, field = self._widest
        room = self.width() - label - field
        narrow = room < 2 * _LETTERS * self.fontMetrics().averageCharWidth()
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self._arrange()

    @property
    def _widest(self) -> tuple[int, int]:
        labels, fields = ([pair[side].sizeHint().width() for pair in self._fields] for side in (0, 1))
        return max(labels), max(fields)

    def _named(self, name: str, field: QWidget) -> PlainLabel:
        label = PlainLabel(name, self)
        label.setBuddy(field)
        return label

    def _arrange(self) -> None:
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if self.is_narrow else directions.LeftToRight)
        for number, (label, field) in enumerate(self._fields):
            row, column = divmod(number, 2) if self.is_narrow else (number, 0)
            self._grid.addWidget(label, row, 2 * column, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(field, row, 2 * column + 1)
        for column in (1, 3):
            self._grid.setColumnStretch(column, int(self.is_narrow))
