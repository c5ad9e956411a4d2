"""Finds letters that stand underlined in two texts of a window or dialog: a key that would lead to either."""

import re
from collections import defaultdict

from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QMainWindow, QWidget

_LETTER = re.compile(r"&([^&\s])")


def double_letters(window: QWidget) -> list[list[str]]:
    """Return the texts that share a letter, of the parts of a shown window that can be seen, and of its menus."""
    texts: dict[str, list[str]] = defaultdict(list)
    seen = [_text(part) for part in window.findChildren(QWidget) if part.isVisible()]
    menus = [menu.text() for menu in window.menuBar().actions()] if isinstance(window, QMainWindow) else []
    for text in (*menus, *seen):
        letter = _LETTER.search(text)
        if letter is not None:
            texts[letter[1].lower()].append(text)
    return [shared for shared in texts.values() if len(shared) > 1]


def _text(part: QWidget) -> str:
    if isinstance(part, QGroupBox):
        return part.title()
    if isinstance(part, QLabel):
        return part.text() if part.buddy() is not None else ""
    return part.text() if isinstance(part, QAbstractButton) else ""
