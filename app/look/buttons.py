"""A button that is an icon: it always has a name for those who hear it, and a tooltip for those who see it."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from app.look.icons import icon


class IconButton(QToolButton):
    """Shows the icon of `name`; `text` is its accessible name and, with `keys`, its tooltip."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None, keys: str = "") -> None:
        super().__init__(parent)
        self.setIcon(icon(name))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        side = round(self.fontMetrics().height() * 1.25)
        self.setIconSize(self.iconSize().expandedTo(QSize(side, side)))
        self.describe(text, keys)

    def describe(self, text: str, keys: str = "") -> None:
        """Say what pressing it does, and with which keys it can be done instead."""
        self.setAccessibleName(text)
        self.setToolTip(html.escape(f"{text} ({keys})" if keys else text))
