"""The page that is there while nothing is open: open, recent files, the sample, a place to drop files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.first_model import FirstModel
from app.widgets.plain_label import PlainLabel
from engine.paths import shown

_MOST_SHOWN = 8  # recent files that are seen without scrolling


class StartPage(QWidget):
    """Tells what a person wants to begin with: `open_wanted`, `sample_wanted`, `file_wanted` with a path as text,
    `models_wanted`. `first_model` is shown to those who have no model of their own."""

    open_wanted = Signal()
    new_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(str)
    models_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel(self.tr("Sotto"))
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 2.2)
        self._heading.setFont(font)
        self._drop = _DropZone(self.tr("Drop a film, a sound or subtitles here"), self)
        self.model = PlainLabel("", self)
        self.model.setWordWrap(True)
        self.models_button = QPushButton(self.tr("Mo&dels..."), self)
        self.models_button.clicked.connect(self.models_wanted)
        self.first_model = FirstModel(self)
        self.first_model.list_wanted.connect(self.models_wanted)
        self.recent = QListWidget(self)
        self.recent.setSpacing(3)
        self.recent.setAccessibleName(self.tr("Recent files"))
        self.recent.itemActivated.connect(lambda item: self.file_wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.open_button = QPushButton(self.tr("&Open..."), self)
        self.open_button.clicked.connect(self.open_wanted)
        self.new_button = QPushButton(self.tr("&New subtitles"), self)
        self.new_button.clicked.connect(self.new_wanted)
        self.sample_button = QPushButton(self.tr("Try the sa&mple"), self)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.open_button.setDefault(True)
        self._lay_out()

    def show_recent(self, files: Sequence[Path]) -> None:
        """List files that were open before, as far as they are still there."""
        self.recent.clear()
        for file in files:
            item = QListWidgetItem(f"{shown(Path(file.name))}    {shown(file.parent)}")
            item.setData(Qt.ItemDataRole.UserRole, str(file))
            self.recent.addItem(item)
        row = self.recent.sizeHintForRow(0) + 2 * self.recent.spacing()
        self.recent.setFixedHeight(min(len(files), _MOST_SHOWN) * row + 2 * self.recent.frameWidth() + 4)
        self.recent.setVisible(bool(files))
        self._recent_heading.setVisible(bool(files))

    def show_model(self, sentence: str) -> None:
        """Say which model of a person's own would hear, "" if there is none."""
        self.model.setText(sentence)
        self.model.setVisible(bool(sentence))
        self.models_button.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.open_button, self.sample_button, self.new_button):
            button.setMinimumHeight(button.fontMetrics().height() * 2)
            buttons.addWidget(button)
        self._recent_heading = PlainLabel(self.tr("Recent files"))
        self._recent_heading.setBuddy(self.recent)
        inner = QVBoxLayout()
        inner.setSpacing(14)
        inner.addStretch(1)
        inner.addWidget(self._heading)
        inner.addWidget(self._drop)
        inner.addLayout(buttons)
        model = QHBoxLayout()
        model.addWidget(self.model, 1)
        model.addWidget(self.models_button)
        inner.addLayout(model)
        inner.addWidget(self.first_model)
        inner.addWidget(self._recent_heading)
        inner.addWidget(self.recent)
        inner.addStretch(1)
        column = QWidget(self)
        column.setLayout(inner)
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * 100)
        layout = QHBoxLayout(self)
        layout.addWidget(column)


class _DropZone(QFrame):
    """Says where files may be dropped; the window takes them."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        label = PlainLabel(text, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        self.setMinimumHeight(self.fontMetrics().height() * 6)
