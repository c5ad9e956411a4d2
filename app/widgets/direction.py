"""Which way a text runs, by its own letters and not by the window's language; and a table's texts drawn that way."""

import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem


def runs_right_to_left(text: str) -> bool:
    """Say whether the first letter with a direction is one of a script from right to left (Unicode UAX 9, P2)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((direction != "L" for direction in strong if direction in ("L", "R", "AL")), False)


class OwnDirection(QStyledItemDelegate):
    """Draws each text of a column in its own direction: a full stop stands where its sentence ends."""

    def initStyleOption(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        to_left = runs_right_to_left(option.text)
        direction = Qt.LayoutDirection.RightToLeft if to_left else Qt.LayoutDirection.LeftToRight
        option.direction = direction
