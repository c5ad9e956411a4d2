"""A part that is scrolled where there is no room for it, so that no window becomes higher than its screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST_LINES = 3  # that are seen of it
_AROUND = 8  # pixels around the text of a row


def let_shrink(view: QAbstractItemView, *, rows: int) -> None:
    """Let a list inside of a tall part give way to what stands around it, down to so many lines under its header."""
    view.setSizePolicy(view.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)
    view.setMinimumHeight((rows + 1) * (view.fontMetrics().lineSpacing() + _AROUND))


class Tall(QScrollArea):
    """Holds one part, as wide as it needs and as high as there is room for."""

    def __init__(self, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(part)
        part.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFocusProxy(part)

    @property
    def whole(self) -> int:
        """How high it must be so that nothing is scrolled."""
        return self._part.minimumSizeHint().height()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        bar = self.verticalScrollBar().sizeHint().width()
        least = self._part.minimumSizeHint()
        return QSize(least.width() + bar, min(least.height(), _LEAST_LINES * self.fontMetrics().lineSpacing()))
