"""What stands where a list has nothing to show: one sentence, and where it helps a button."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QVBoxLayout, QWidget

from app.widgets.plain_label import PlainLabel, breakable

_WIDTH = 84  # letters


class EmptyNote(QWidget):
    """Lies in the middle of a view and follows its size. `wanted` tells that the button was pressed."""

    wanted = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self.sentence = PlainLabel("", self)
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self)
        self.button.clicked.connect(self.wanted)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        view.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str, button: str = "") -> None:
        """Say why there is nothing, and what the button does about it, if there is one."""
        self.sentence.setText(breakable(sentence))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        room = self._view.rect().adjusted(8, 8, -8, -8)
        width = min(room.width(), self.maximumWidth())
        height = min(max(self._column.heightForWidth(width), self.sizeHint().height()), room.height())
        self.setGeometry(room.center().x() - width // 2, room.center().y() - height // 2, width, height)
