"""Heard again: old and new cues side by side, to choose in each row which of them stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableView,
    QWidget,
)

from app.models.heard_again import CHOICE, NEW, OLD, TIME, HeardAgainModel
from app.widgets.marked_text import MarkedText
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question
from engine.subtitles.beside import Choice, Reason, Row

_Button = QDialogButtonBox.StandardButton
_MOST_MEASURED = 500  # rows; where there are more, all are as high as four lines
_DEAF = 400  # ms in which a dialog that came by itself takes no key: somebody may be pressing one
_LEAST, _LETTERS = 10, 50  # letters of a column at least, and of one with text
_ROW, _LEAST_LINES, _MOST_LINES = 3, 9, 27  # lines that a row takes, and the whole table


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows of old and new cues, and of each why its old ones have to stay ("" where they don't).

    `play` is called with start and end in ms to let somebody hear a row. `unasked` says that the question comes while
    somebody may be pressing keys for something else.
    """

    rows: tuple[Row, ...]
    reasons: tuple[Reason, ...]
    play: Callable[[int, int], object]
    unasked: bool = False


def ask(parent: QWidget | None, asked: Asked) -> tuple[Choice, ...] | None:
    """Ask what is taken of each row; None if that is decided later."""
    dialog = HeardAgainDialog(asked, parent)
    return dialog.answer if dialog.exec() else None


class HeardAgainDialog(Question):
    """A table to walk through: Space changes a choice, F5 plays the row, Enter takes what is chosen."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Heard again"), parent, _Button.Ok | _Button.Cancel)
        self._asked = asked
        self.model = HeardAgainModel(asked.rows, asked.reasons, self)
        self.buttons.button(_Button.Cancel).setText(self.tr("Decide later"))
        self.summary, self.kept = PlainLabel(self._summary()), PlainLabel(self._kept())
        self.view = _View()
        self._shape_view()
        self.only_different = QCheckBox(self.tr("&Only what differs"))
        self.all_old, self.all_new = QPushButton(self.tr("All o&ld")), QPushButton(self.tr("All &new"))
        self.all_text = QPushButton(self.tr("All new te&xt, old times"))
        self.play = QPushButton(self.tr("&Play the row (F5)"))
        self._lay_out()
        self._connect()
        self._show_chosen()
        self.view.selectRow(self._first_to_look_at())
        self.view.setFocus()

    @property
    def answer(self) -> tuple[Choice, ...]:
        return self.model.chosen

    def toggle(self) -> None:
        """Choose in all selected rows what comes next in the current one."""
        current = self.view.currentIndex().row()
        if current < 0:
            return
        self.model.choose(self._selected(), self.model.following(current))
        self._speak(self.model.choice(current))

    def play_row(self) -> None:
        """Let the sound of the current row be heard."""
        current = self.view.currentIndex().row()
        if current >= 0:
            row = self.model.rows[current]
            self._asked.play(row.start, row.end)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self._measure()
        if self._asked.unasked and not event.spontaneous() and self.isEnabled():
            self.setEnabled(False)
            QTimer.singleShot(_DEAF, self, self._listen)

    def _listen(self) -> None:
        self.setEnabled(True)
        self.view.setFocus()

    def _shape_view(self) -> None:
        view, metrics = self.view, self.view.fontMetrics()
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Old and new cues"))
        view.setAccessibleDescription(
            self.tr("Space chooses old, new, or new text in old times, F5 plays the row, Enter takes the choice.")
        )
        view.setItemDelegate(MarkedText(view))
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(_LEAST * metrics.averageCharWidth())
        widest = max(map(metrics.horizontalAdvance, ("0:00:00,0 ", self._title(TIME))))
        header.resizeSection(TIME, widest + 14)
        texts = (
            self.tr("New text, old times"),
            self.tr("its translation goes"),
            self.tr("not a word differs"),
            self.tr("changed meanwhile"),
        )
        header.resizeSection(CHOICE, max(map(metrics.horizontalAdvance, texts)) + 18)
        for column in (OLD, NEW):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        line = metrics.lineSpacing()
        view.verticalHeader().setDefaultSectionSize(4 * line + 10)
        view.wanted = QSize(
            header.sectionSize(TIME) + header.sectionSize(CHOICE) + 2 * _LETTERS * metrics.averageCharWidth(),
            min(max(_ROW * len(self.model.rows) + 4, _LEAST_LINES), _MOST_LINES) * line,
        )

    def _title(self, column: int) -> str:
        return str(self.model.headerData(column, Qt.Orientation.Horizontal))

    def _lay_out(self) -> None:
        """Lay the parts out; the table's buttons in two rows, for a screen that is scaled by two."""
        self.all_text.setEnabled(any(row.fitted for row in self.model.rows))
        choosing, looking = QHBoxLayout(), QHBoxLayout()
        for button in (self.all_old, self.all_new, self.all_text, self.play):
            button.setAutoDefault(False)  # Enter takes the choice, wherever the focus is
            (looking if button is self.play else choosing).addWidget(button)
        choosing.addStretch()
        looking.addStretch()
        looking.addWidget(self.only_different)
        for label in (self.summary, self.kept):  # none that wraps: the table could not be made lower than it likes then
            label.setVisible(bool(label.text()))
            self.body.addWidget(label)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(choosing)
        self.body.addLayout(looking)

    def _connect(self) -> None:
        every = range(len(self.model.rows))
        self.all_old.clicked.connect(lambda: self._choose_all(every, "old"))
        self.all_new.clicked.connect(lambda: self._choose_all(every, "new"))
        self.all_text.clicked.connect(lambda: self._choose_all(every, "text"))
        self.play.clicked.connect(self.play_row)
        self.only_different.toggled.connect(self._hide_same)
        self.model.chosen_changed.connect(self._show_chosen)
        self.model.dataChanged.connect(lambda first: self._measure_row(first.row()))
        self.view.doubleClicked.connect(self._choose_clicked)
        self.view.clicked.connect(lambda index: self.toggle() if index.column() == CHOICE else None)
        self.view.horizontalHeader().geometriesChanged.connect(self._measure)
        QShortcut(QKeySequence("F5"), self, self.play_row)
        space = QShortcut(QKeySequence("Space"), self.view, self.toggle)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _choose_all(self, rows: Sequence[int], choice: Choice) -> None:
        self.model.choose(rows, choice)
        self._speak(self.buttons.button(_Button.Ok).text())

    def _choose_clicked(self, index: QModelIndex) -> None:
        if index.column() in (OLD, NEW):
            self.model.choose([index.row()], "new" if index.column() == NEW else "old")

    def _hide_same(self, hides: bool) -> None:
        for row in range(len(self.model.rows)):
            self.view.setRowHidden(row, hides and not self.model.differs(row))

    def _show_chosen(self) -> None:
        count = sum(choice != "old" for choice in self.model.chosen)
        taken = self.tr("Take the new ({0} of {1})").format(count, len(self.model.rows))
        self.call_accept(taken if count else self.tr("Keep all old"))

    def _summary(self) -> str:
        rows = self.model.rows
        differing = sum(map(self.model.differs, range(len(rows))))
        return self.tr("Rows: {0}, with words that differ: {1}.").format(len(rows), differing)

    def _kept(self) -> str:
        kept = sum(map(bool, self.model.reasons))
        return self.tr("Changed by you meanwhile, and kept as they are: {0}.").format(kept) if kept else ""

    def _first_to_look_at(self) -> int:
        return next((row for row in range(len(self.model.rows)) if self.model.differs(row)), 0)

    def _selected(self) -> list[int]:
        return sorted({index.row() for index in self.view.selectionModel().selectedRows()})

    def _measure(self) -> None:
        if len(self.model.rows) <= _MOST_MEASURED:
            self.view.resizeRowsToContents()

    def _measure_row(self, row: int) -> None:
        """Make room for what is told of a choice: what goes with the old cue is a line each."""
        if len(self.model.rows) <= _MOST_MEASURED:
            self.view.resizeRowToContents(row)

    def _speak(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, text.replace("\n", ", ")))


class _View(QTableView):
    """The table; `wanted` is the size that it likes to have."""

    wanted = QSize()

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.wanted

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(self.wanted.width() // 2, 6 * self.fontMetrics().lineSpacing())
