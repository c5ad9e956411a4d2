"""Columns: which the list of cues shows, and in which order."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.look.buttons import IconButton
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question

_Button = QDialogButtonBox.StandardButton


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its id, what stands over it, and whether it is shown."""

    id: str
    title: str
    shown: bool = True


def ask(parent: QWidget | None, columns: tuple[Column, ...], usual: tuple[Column, ...]) -> tuple[Column, ...] | None:
    """Ask for columns; `usual` is what "Restore defaults" gives."""
    dialog = ColumnsDialog(columns, usual, parent)
    return dialog.answer if dialog.exec() else None


class ColumnsDialog(Question):
    """A list of check boxes that can be put in order; one column at least stays."""

    def __init__(self, columns: tuple[Column, ...], usual: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Columns"), parent, _Button.Ok | _Button.Cancel | _Button.RestoreDefaults)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Columns in their order"))
        self.up = IconButton("up", self.tr("Move up"), keys="Alt+\u2191")
        self.down = IconButton("down", self.tr("Move down"), keys="Alt+\u2193")
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        hint = PlainLabel(self.tr("Space shows or hides a column, Alt with an arrow moves it."))
        hint.setWordWrap(True)
        sides, steps = QHBoxLayout(), QVBoxLayout()
        sides.addWidget(self.list)
        steps.addWidget(self.up)
        steps.addWidget(self.down)
        steps.addStretch()
        sides.addLayout(steps)
        self.body.addWidget(hint)
        self.body.addLayout(sides)
        self.list.itemChanged.connect(self._look)
        self.list.currentRowChanged.connect(self._look)
        self.buttons.button(_Button.RestoreDefaults).clicked.connect(lambda: self._show(usual))
        self._columns = {column.id: column for column in (*usual, *columns)}
        self._show(columns)

    @property
    def answer(self) -> tuple[Column, ...]:
        return tuple(
            replace(self._columns[item.data(Qt.ItemDataRole.UserRole)], shown=_is_shown(item)) for item in self._items()
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _show(self, columns: tuple[Column, ...]) -> None:
        self.list.clear()
        for column in columns:
            item = QListWidgetItem(column.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, column.id)
            item.setCheckState(Qt.CheckState.Checked if column.shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.setMinimumHeight(self.list.sizeHintForRow(0) * min(12, len(columns)) + 2 * self.list.frameWidth())

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)

    def _look(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(row < self.list.count() - 1)
        shown = any(map(_is_shown, self._items()))
        self.refuse("" if shown else self.tr("One column at least has to be shown."))


def _is_shown(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
