"""A label that shows text as it is: what looks like HTML in a cue, a file name or an error stays what was written."""

import html
import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

_LONGEST = 10_000  # characters; a line of a megabyte takes Qt a third of a second
_UNBROKEN = re.compile(r"[^\s\u200b]{40,}")
_JOINTS = re.compile(r"(?<=[/\\_.\-])(?=[^/\\_.\-])")
_PIECE = 40


class PlainLabel(QLabel):
    """A QLabel whose text format is PlainText for good.

    Rich text would open files and reach for servers that a text names, and a pipe among them would stop the window.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        super().setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Show a text, at most its first 10,000 characters."""
        super().setText(shortened(text, _LONGEST))

    def setTextFormat(self, format: Qt.TextFormat) -> None:  # noqa: A002, N802 (Qt's names)
        """Refuse anything but PlainText with ValueError."""
        if format != Qt.TextFormat.PlainText:
            raise ValueError("a PlainLabel shows plain text only")


class ElidedLabel(PlainLabel):
    """A PlainLabel of one line that gives way: where there is no room its middle is left out, and the tooltip has all.

    Ends of names tell more than their middles. `text` is the whole text, which screen readers say, too.
    """

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        """Show a text, as much as there is room for."""
        super().setText(text)
        self.setToolTip(html.escape(self.text()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(8 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        self.style().drawItemText(
            painter, room, int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )


class NamedLabel(PlainLabel):
    """Shows a fact of which everybody who sees it knows what it is; a screen reader is told its name with it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._name = name
        super().__init__("", parent)
        self.setToolTip(html.escape(name))

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        super().setText(text)
        self.setAccessibleName(f"{self._name}: {self.text()}" if text else self._name)


def shortened(text: str, most: int) -> str:
    """Return a text with at most so many characters, an ellipsis in the place of what is too much."""
    return text if len(text) <= most else text[: most - 1] + "…"


def breakable(text: str) -> str:
    """Let lines break inside very long words, as paths and links are: behind their joints, else anywhere."""
    return _UNBROKEN.sub(lambda found: _broken(found[0]), text)


def _broken(word: str) -> str:
    parts = (part for joint in _JOINTS.split(word) for part in _pieces(joint))
    return "\u200b".join(parts)


def _pieces(part: str) -> list[str]:
    return [part[at : at + _PIECE] for at in range(0, len(part), _PIECE)]
