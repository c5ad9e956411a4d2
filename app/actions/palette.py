"""The command palette: every action by its name, found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.actions.commands import Commands
from app.actions.table import Action


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
            item = QListWidgetItem(f"{action.plain_text}    {keys}" if keys else action.plain_text)
            item.setData(Qt.ItemDataRole.UserRole, action.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)


def found(actions: Sequence[Action], typed: str) -> list[Action]:
    """Return the actions whose text or hint holds every typed word; first those that begin with what was typed."""
    words = typed.casefold().split()

    def fits(action: Action) -> bool:
        text = f"{action.plain_text} {action.hint} {action.id}".casefold()
        return all(word in text for word in words)

    return sorted(
        filter(fits, actions), key=lambda action: not action.plain_text.casefold().startswith(typed.casefold())
    )
