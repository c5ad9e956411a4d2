"""The page of the keys: a set to begin with, all actions with their keys, conflicts, and those of Subtitle Edit."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.preferences.key_editor import KeyEditor
from app.dialogs.preferences.values import ActionName
from app.keys.conflicts import Conflict, conflicts
from app.keys.sets import base_of, chosen_keys, read_key_sets
from app.keys.subtitle_edit import take_over
from app.keys.values import Key, KeySet, changes
from app.look.icons import icon
from app.widgets.choice_box import ChoiceBox
from app.widgets.file_questions import file_to_open
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Reason
from engine.errors import EngineError
from engine.settings import Keys

_ROWS = 9  # that are shown at least


class KeysPage(QWidget):
    """Edits a KeySet; `keys` is what differs from the chosen set."""

    def __init__(self, keys: Keys, actions: tuple[ActionName, ...]) -> None:
        super().__init__()
        self._actions = actions
        self._texts = {action.id: action.text for action in actions}
        self._sets = read_key_sets()
        self._base = base_of(self._sets, keys)
        self._now = chosen_keys(self._sets, keys)
        self._problems: dict[str, str] = {}
        self.base = ChoiceBox(self.tr("&Key set:"))
        for each in self._sets:
            self.base.addItem(each.title, each.name)
        self.base.setCurrentIndex(self.base.findData(self._base.name))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.only_conflicts = QCheckBox(self.tr("&Conflicts only"))
        self.take_over = QPushButton(self.tr("Take over from Subtitle &Edit…"))
        self.told = Reason()
        self.table = self._make_table()
        self.editor = KeyEditor()
        self._lay_out()
        self.base.currentIndexChanged.connect(self._on_base)
        self.search.textChanged.connect(self._filter)
        self.only_conflicts.toggled.connect(self._filter)
        self.take_over.clicked.connect(self._choose_file)
        self.table.currentCellChanged.connect(lambda *_: self._show_action())
        self.editor.keys_changed.connect(self._on_keys)
        self.editor.reset.connect(self._on_reset)
        self._show()
        self.table.setCurrentCell(0, 0)

    @property
    def keys(self) -> Keys:
        return changes(self._base, self._now)

    @property
    def key_set(self) -> KeySet:
        return self._now

    def take_over_from(self, file: Path) -> None:
        """Take over what a file of Subtitle Edit has, and say how much; or why not."""
        try:
            taken = take_over(file, self._now)
        except EngineError as error:
            self.told.say(str(error))
            return
        self._now = taken.keys
        text = self.tr("Keys taken over for {0} actions; {1} have no action here that they could stand for.")
        self.told.say(text.format(taken.actions, taken.left_out))
        self._show()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._actions), 3)
        table.setAccessibleName(self.tr("Actions and their keys"))
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("Conflict")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in range(2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight((_ROWS + 1) * (table.fontMetrics().height() + 6) + 4)
        return table

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for row, (text, field, beside) in enumerate(
            (
                (self.tr("&Key set:"), self.base, self.take_over),
                (self.tr("&Search:"), self.search, self.only_conflicts),
            )
        ):
            label = PlainLabel(text)
            label.setBuddy(field)
            for column, part in enumerate((label, field, beside)):
                grid.addWidget(part, row, column)
        grid.setColumnStretch(1, 1)
        self.search.setPlaceholderText(self.tr("action or key"))
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        for part in (self.told, self.table, self.editor):
            layout.addWidget(part)

    def _show(self) -> None:
        self._problems = self._found_problems()
        for row, action in enumerate(self._actions):
            keys = ", ".join(key.native for key in self._now.keys_of(action.id))
            texts = (f"{action.group} › {action.text}", keys, self._problems.get(action.id, ""))
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
            if texts[2]:
                self.table.setItem(row, 2, QTableWidgetItem(icon("problem"), texts[2]))
        self._filter()
        self._show_action()

    def _filter(self) -> None:
        wanted, only = self.search.text().casefold().strip(), self.only_conflicts.isChecked()
        for row, action in enumerate(self._actions):
            items = (self.table.item(row, column) for column in range(2))
            text = "\n".join(item.text() for item in items if item).casefold()
            hidden = wanted not in text or (only and action.id not in self._problems)
            self.table.setRowHidden(row, hidden)

    def _show_action(self) -> None:
        row = self.table.currentRow()
        if row < 0:
            return
        action = self._actions[row]
        keys = self._now.keys_of(action.id)
        changed = keys != self._base.keys_of(action.id)
        self.editor.show_keys(action.text, keys, self._problems.get(action.id, ""), changed=changed)

    def _on_base(self) -> None:
        """Begin with another set; what was changed before was meant for the one before it."""
        self._base = self._now = self._sets[self.base.currentIndex()]
        self._show()

    def _on_keys(self, keys: tuple[Key, ...]) -> None:
        self._now = self._now.with_keys(self._actions[self.table.currentRow()].id, keys)
        self._show()

    def _on_reset(self) -> None:
        action = self._actions[self.table.currentRow()].id
        self._on_keys(self._base.keys_of(action))

    def _choose_file(self) -> None:
        file = file_to_open(
            self,
            self.tr("Settings.xml or exported shortcuts of Subtitle Edit"),
            "",
            self.tr("Subtitle Edit (*.xml *.json *.shortcuts);;All files (*)"),
        )
        if file is not None:
            self.take_over_from(file)

    def _found_problems(self) -> dict[str, str]:
        found: dict[str, list[str]] = {}
        for conflict in conflicts(self._now, self._texts):
            for action in conflict.actions:
                found.setdefault(action, []).append(self._in_words(conflict, action))
        return {action: " ".join(texts) for action, texts in found.items()}

    def _in_words(self, conflict: Conflict, action: str) -> str:
        key = Key(conflict.sequence).native
        match conflict.reason:
            case "typing":
                return self.tr("{0} could not be typed any more: let it hold where nobody types.").format(key)
            case "menu":
                return self.tr("{0} leads to the menu bar, for those who use no mouse.").format(key)
            case "shared":
                others = ", ".join(self._texts[other] for other in conflict.actions if other != action)
                return self.tr("{0} is also: {1}.").format(key, others)
