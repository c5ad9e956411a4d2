"""Finds texts that a window cuts off: parts that are smaller than what they say needs."""

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_SHOWN_WHOLE = (QAbstractButton, QLabel)


def cut_off(window: QWidget, kinds: tuple[type[QWidget], ...] = _SHOWN_WHOLE) -> list[str]:
    """Return the texts of buttons and labels under a window that is shown, where they have less room than they need."""
    found = []
    for part in window.findChildren(QWidget):
        seen = part.isVisible() and not part.visibleRegion().isEmpty()  # what is behind another tab has no true size
        if not seen or not isinstance(part, kinds) or not part.text().strip():
            continue
        wraps = isinstance(part, QLabel) and part.wordWrap()
        needed = part.heightForWidth(part.width()) if wraps else part.sizeHint().width()
        if (part.height() if wraps else part.width()) < needed:
            found.append(part.text())
    return found
