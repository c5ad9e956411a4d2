"""Draws the texts of a table with words marked in them: by a line under them and a tint, not by colour alone.

Texts are laid out as they are, without markup, and each in its own direction.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.widgets.direction import runs_right_to_left
from app.widgets.marks import is_dark

MARKS = int(Qt.ItemDataRole.UserRole) + 1  # a tuple of (begin, end), in characters of the text
FAINT = int(Qt.ItemDataRole.UserRole) + 2  # whether the text is one that is given up
_MARGIN = 5
_TINTS = ("#ffe2a8", "#5c4512")  # on a light ground and on a dark one; text keeps 7:1 on both
_SEPARATOR = "\u2028"  # Qt's line feed inside of a text

Index = QModelIndex | QPersistentModelIndex


class MarkedText(QStyledItemDelegate):
    """Takes the marks from the model's roles MARKS and FAINT. Rows are as high as their texts, wrapped, need."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        role = self._role(option, index)
        inside = QRectF(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        form = _form(None if option.state & QStyle.StateFlag.State_Selected else option.palette)
        layout = _laid_out(text, index.data(MARKS) or (), option.font, inside.width(), form)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, role))
        layout.draw(painter, inside.topLeft())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        self.initStyleOption(option, index)
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        layout = _laid_out(option.text, index.data(MARKS) or (), option.font, width - 2 * _MARGIN, _form())
        return QSize(width, round(layout.boundingRect().height()) + 2 * _MARGIN)

    def _role(self, option: QStyleOptionViewItem, index: Index) -> QPalette.ColorRole:
        if option.state & QStyle.StateFlag.State_Selected:
            return QPalette.ColorRole.HighlightedText
        return QPalette.ColorRole.PlaceholderText if index.data(FAINT) else QPalette.ColorRole.Text


def _laid_out(
    text: str, marks: Sequence[tuple[int, int]], font: QFont, width: float, form: QTextCharFormat
) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", _SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    to_left = runs_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if to_left else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if to_left else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setFormats([_format(text, begin, end, form) for begin, end in marks])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _format(text: str, begin: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start = _units(text[:begin])
    marked.length = _units(text[begin:end])
    marked.format = form
    return marked


def _form(palette: QPalette | None = None) -> QTextCharFormat:
    """Return what a marked word looks like; with a palette it is tinted, and never faint."""
    form = QTextCharFormat()
    form.setFontUnderline(True)
    form.setFontWeight(QFont.Weight.DemiBold)
    if palette is not None:
        form.setBackground(QColor(_TINTS[is_dark(palette)]))
        form.setForeground(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
    return form


def _units(text: str) -> int:
    """Return how many of Qt's characters a text has: those beyond the first 65,536 count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
