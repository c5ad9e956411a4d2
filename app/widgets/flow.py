"""A layout that puts parts into a row, and into the next where it is full: large text needs no wider window."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_Row = list[tuple[QLayoutItem, int]]  # the items with their widths


class Flow(QLayout):
    """Parts that expand share what is left of their row. It asks for the width of one row, and gives way down to the
    widest part alone."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 (Qt's name)
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (Qt's name)
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (Qt's name)
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 (Qt's name)
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        sizes = [item.sizeHint() for item in self._shown()]
        between = self.spacing() * max(len(sizes) - 1, 0)
        return QSize(
            sum(size.width() for size in sizes) + between, max((size.height() for size in sizes), default=0)
        ).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        heights = sum(map(_height, rows)) + self.spacing() * max(len(rows) - 1, 0)
        return heights + margins.top() + margins.bottom()

    def setGeometry(self, place: QRect) -> None:  # noqa: N802 (Qt's name)
        super().setGeometry(place)
        inside = place.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        top = inside.top()
        for row in self._rows(inside.width()):
            left, height = inside.left(), _height(row)
            for item, width in row:
                cell = QRect(QPoint(left, top), QSize(width, height))
                item.setGeometry(QStyle.visualRect(direction, inside, cell))
                left += width + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[_Row]:
        rows: list[_Row] = []
        free = -1
        for item in self._shown():
            wanted = max(item.sizeHint().width(), item.minimumSize().width())
            if wanted > free:
                rows.append([])
                free = width
            own = min(wanted, max(free, item.minimumSize().width()))
            rows[-1].append((item, own))
            free -= own + self.spacing()
        return [self._filled(row, width) for row in rows]

    def _filled(self, row: _Row, width: int) -> _Row:
        """Share what is left of a row among the parts that expand."""
        left = width - sum(own for _, own in row) - self.spacing() * (len(row) - 1)
        growing = [item for item, _ in row if Qt.Orientation.Horizontal in item.expandingDirections()]
        if left <= 0 or not growing:
            return row
        return [(item, own + left // len(growing) if item in growing else own) for item, own in row]


def _height(row: _Row) -> int:
    return max((max(item.sizeHint().height(), item.minimumSize().height()) for item, _ in row), default=0)
