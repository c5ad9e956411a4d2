"""Finds texts that a window cuts off: parts that are smaller than what they say needs."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_SHOWN_WHOLE = (QAbstractButton, QLabel)


def cut_off(window: QWidget) -> list[str]:
    """Return the texts of buttons and labels under a window that is shown, where they have less room than they need."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, _SHOWN_WHOLE) or not part.text().strip():
            continue
        wraps = isinstance(part, QLabel) and part.wordWrap()
        needed = part.heightForWidth(part.width()) if wraps else part.sizeHint().width()
        if (part.height() if wraps else part.width()) < needed:
            found.append(part.text())
    return found
