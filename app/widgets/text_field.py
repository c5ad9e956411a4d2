"""A field for text of a few lines, counted in characters as a document counts them and not as Qt does."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

_LINES_SHOWN = 2


class TextField(QPlainTextEdit):
    """Plain text that is shown from without and typed within; `left` tells that the cursor left it."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # undo is the session's
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.setFont(font)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES_SHOWN + 14)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Ask for no more than a few lines: what is beside it may have to be seen, too."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def text(self) -> str:
        """Return what is typed. toPlainText would make plain spaces of those that don't break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def characters_before(self, place: int) -> int:
        """Return how many characters stand before a cursor's place: Qt counts half surrogate pairs."""
        return len(self.text().encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass"))

    def place_behind(self, count: int) -> int:
        """Return the cursor's place behind so many characters."""
        return len(self.text()[:count].encode("utf-16-le", "surrogatepass")) // 2

    def show_text(self, text: str) -> None:
        """Show a text; where it is there already the cursor stays."""
        if text == self.text():
            return
        self.blockSignals(True)
        cursor = self.textCursor()
        place = cursor.position()
        self.setPlainText(text)
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.blockSignals(False)

    def select(self, begin: int, end: int) -> None:
        """Select a part of the text, counted in characters."""
        cursor = self.textCursor()
        cursor.setPosition(self.place_behind(begin))
        cursor.setPosition(self.place_behind(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def mark(self, begin: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        """Return how a part of the text is to look."""
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.place_behind(begin))
        cursor.setPosition(self.place_behind(end), QTextCursor.MoveMode.KeepAnchor)
        found.cursor, found.format = cursor, look
        return found

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            if event.matches(standard.Undo) or event.matches(standard.Redo):
                event.ignore()
                return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text."""
        text = source.text()
        self.textCursor().insertText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()
