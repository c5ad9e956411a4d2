"""The command palette: every action by its name, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.actions.commands import Commands
from app.actions.table import Action

_KEYS = int(Qt.ItemDataRole.UserRole) + 1
_AT_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Palette(QDialog):
    """Lists the actions that can be done now; Enter does the chosen one."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self._commands = commands
        self.typed = QLineEdit(self)
        self.typed.setAccessibleName(self.tr("Command"))
        self.typed.setPlaceholderText(self.tr("Type what you want to do"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(_WithKeys(self.list))
        layout = QVBoxLayout(self)
        layout.addWidget(self.typed)
        layout.addWidget(self.list)
        self.typed.textChanged.connect(self._fill)
        self.typed.installEventFilter(self)
        self.list.itemActivated.connect(self.accept)
        self.resize(self.fontMetrics().averageCharWidth() * 70, self.fontMetrics().height() * 22)
        commands.update()
        self._fill("")

    @property
    def chosen(self) -> str:
        """The id of the action that is chosen, "" if none is."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrow keys move in the list while somebody types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for action in found(self._commands.actions, typed):
            if not self._commands.action(action.id).isEnabled():
                continue
            keys = self._commands.keys_shown(action.id)
            item = QListWidgetItem(action.plain_text)
            item.setData(Qt.ItemDataRole.UserRole, action.id)
            item.setData(_KEYS, keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{action.plain_text} {keys}".strip())
            self.list.addItem(item)
        self.list.setCurrentRow(0)


class _WithKeys(QStyledItemDelegate):
    """Writes the keys of an action at the end of its row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        chosen = QStyle.StateFlag.State_Selected in option.state
        palette = option.palette
        painter.setPen(palette.color(palette.ColorRole.HighlightedText if chosen else palette.ColorRole.Text))
        place = option.rect.adjusted(6, 0, -6, 0)
        side = QStyle.visualAlignment(option.direction, _AT_END)
        painter.drawText(place, side, str(index.data(_KEYS) or ""))


def found(actions: Sequence[Action], typed: str) -> list[Action]:
    """Return the actions whose text or hint holds every typed word; first those that begin with what was typed."""
    words = typed.casefold().split()

    def fits(action: Action) -> bool:
        text = f"{action.plain_text} {action.hint} {action.id}".casefold()
        return all(word in text for word in words)

    return sorted(
        filter(fits, actions), key=lambda action: not action.plain_text.casefold().startswith(typed.casefold())
    )
