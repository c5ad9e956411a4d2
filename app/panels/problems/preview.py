"""The preview of all fixes: each cue as it is and as it would be, with a box to leave it out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.changes import ChangeModel
from app.widgets.plain_label import PlainLabel
from app.widgets.tall import let_shrink
from engine.subtitles.document import Document
from engine.subtitles.edits import Fix
from engine.subtitles.fixes import Change

_MOST_LINES = 4  # of a cue that are shown


class Preview(QWidget):
    """`accepted` asks for `fixes` to be made, `left` to go back without."""

    accepted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ChangeModel(self)
        self.text = PlainLabel()
        self.text.setWordWrap(True)
        self.view = QTableView()
        self._shape_view()
        self.apply = QPushButton(self.tr("Fix"))
        self.back = QPushButton(self.tr("Back"))
        line = QHBoxLayout()
        line.addWidget(self.text, 1)
        line.addWidget(self.apply)
        line.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        self.apply.clicked.connect(self.accepted)
        self.back.clicked.connect(self.left)
        self.model.chosen_changed.connect(self._on_chosen)

    def _shape_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Fixes: each cue now and fixed"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setTabKeyNavigation(False)
        self.view.setAlternatingRowColors(True)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(0, self.view.fontMetrics().horizontalAdvance("000000") + 34)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        let_shrink(self.view, rows=2)

    @property
    def fixes(self) -> tuple[Fix, ...]:
        return tuple(Fix(change.before, (change.after,)) for change in self.model.chosen)

    def show_changes(self, document: Document, changes: Sequence[Change]) -> None:
        """Show what would change."""
        self.model.show(document, changes)
        lines = min(self.model.lines, _MOST_LINES) * self.view.fontMetrics().lineSpacing()
        self.view.verticalHeader().setDefaultSectionSize(lines + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, count: int) -> None:
        self.apply.setEnabled(count > 0)
        if self.model.rowCount():
            self.text.setText(self.tr("Cues that would change: {0}. No word changes.").format(count))
        else:
            self.text.setText(self.tr("No safe fix is known for any of them: mend them by hand."))
