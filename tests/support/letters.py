"""Finds letters that stand underlined in two texts of a dialog: a key that would lead to either."""

import re
from collections import defaultdict

from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QWidget

_LETTER = re.compile(r"&([^&\s])")


def double_letters(window: QWidget) -> list[list[str]]:
    """Return the texts that share a letter, of the parts of a shown window that can be seen."""
    texts: dict[str, list[str]] = defaultdict(list)
    for part in window.findChildren(QWidget):
        letter = _LETTER.search(_text(part))
        if letter is not None and part.isVisible():
            texts[letter[1].lower()].append(_text(part))
    return [shared for shared in texts.values() if len(shared) > 1]


def _text(part: QWidget) -> str:
    if isinstance(part, QGroupBox):
        return part.title()
    if isinstance(part, QLabel):
        return part.text() if part.buddy() is not None else ""
    return part.text() if isinstance(part, QAbstractButton) else ""
