"""The keys of one action: those it has, and a field that takes the next one as it is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.keys.values import Key, Scope, parse_key
from app.widgets.choice_box import ChoiceBox
from app.widgets.question import Reason


class KeyEditor(QGroupBox):
    """`keys_changed` tells the keys that somebody wants the action to have, `reset` that it wants the set's own."""

    keys_changed = Signal(tuple)
    reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self._scopes = self._scope_names()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Keys of this action"))
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(self.tr("New key: press it"))
        for line in self.field.findChildren(QLineEdit):
            line.setAccessibleName(self.field.accessibleName())  # the part of it that has the focus
        self.scope = ChoiceBox(self.tr("Where the key holds"))
        for scope, name in self._scopes.items():
            self.scope.addItem(name, scope)
        self.add = QPushButton(self.tr("&Add"))
        self.remove = QPushButton(self.tr("&Remove"))
        self.usual = QPushButton(self.tr("&Default"))
        self.reason = Reason()
        self._lay_out()
        self.field.keySequenceChanged.connect(self._look)
        self.list.currentRowChanged.connect(self._look)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.usual.clicked.connect(lambda: self.reset.emit())

    def show_keys(self, title: str, keys: Sequence[Key], problem: str, *, changed: bool) -> None:
        """Show an action's keys, what is wrong with them, and whether they differ from the set's."""
        self.setTitle(title.replace("&", "&&"))
        self._keys = tuple(keys)
        self.list.clear()
        for key in self._keys:
            self.list.addItem(self.tr("{0} – {1}").format(key.native, self._scopes[key.scope]))
        self.list.setCurrentRow(0)
        self.reason.say(problem)
        self.usual.setEnabled(changed)
        self.field.clear()
        self._look()

    def _lay_out(self) -> None:
        line, side = QHBoxLayout(), QVBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.scope)
        line.addWidget(self.add)
        side.addWidget(self.remove)
        side.addWidget(self.usual)
        side.addStretch()
        upper = QHBoxLayout()
        upper.addWidget(self.list, 1)
        upper.addLayout(side)
        layout = QVBoxLayout(self)
        layout.addLayout(upper)
        layout.addWidget(self.reason)
        layout.addLayout(line)
        self.list.setMaximumHeight(4 * self.fontMetrics().lineSpacing() + 8)

    def _look(self) -> None:
        self.add.setEnabled(not self.field.keySequence().isEmpty())
        self.remove.setEnabled(self.list.currentRow() >= 0)

    def _add(self) -> None:
        text = self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        scope: Scope = self.scope.currentData()
        key = parse_key(str(Key(text, scope)))
        if key is not None:
            self.keys_changed.emit((*self._keys, key))

    def _remove(self) -> None:
        row = self.list.currentRow()
        self.keys_changed.emit(self._keys[:row] + self._keys[row + 1 :])

    def _scope_names(self) -> dict[Scope, str]:
        """Return where a key can hold, in words."""
        return {
            "window": self.tr("everywhere"),
            "view": self.tr("where nobody types"),
            "list": self.tr("in the list of cues"),
            "wave": self.tr("on the waveform"),
        }
