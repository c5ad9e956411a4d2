"""Parts stand in a row, and in more rows where it is narrow; none is lost, and right to left begins at the right."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.flow import Flow


class Block(QWidget):
    """A part of a fixed size, or of one that may grow."""

    def __init__(self, width: int, *, grows: bool = False) -> None:
        super().__init__()
        self._size = QSize(width, 20)
        across = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._size

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._size


@pytest.fixture
def house(qtbot: QtBot) -> QWidget:
    """Three parts of 100, 200 and 50 pixels, the second of which grows; 6 pixels lie between them."""
    made = QWidget()
    qtbot.addWidget(made)
    flow = Flow(made)
    for part in (Block(100), Block(200, grows=True), Block(50)):
        flow.addWidget(part)
    made.show()
    return made


def places(house: QWidget, width: int) -> list[tuple[int, int, int]]:
    """Return left edge, top and width of each part."""
    flow = house.layout()
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    rects = [flow.itemAt(index).geometry() for index in range(3)]
    return [(rect.x(), rect.y(), rect.width()) for rect in rects]


def test_in_one_row_what_is_left_goes_to_the_part_that_grows(house: QWidget) -> None:
    assert places(house, 462) == [(0, 0, 100), (106, 0, 300), (412, 0, 50)]
    assert house.layout().heightForWidth(462) == 20
    assert house.layout().sizeHint() == QSize(362, 20)


def test_what_does_not_fit_begins_a_row(house: QWidget) -> None:
    assert places(house, 310) == [(0, 0, 100), (106, 0, 204), (0, 26, 50)]
    assert places(house, 260) == [(0, 0, 100), (0, 26, 204), (210, 26, 50)]
    assert places(house, 200) == [(0, 0, 100), (0, 26, 200), (0, 52, 50)]
    assert house.layout().heightForWidth(200) == 72
    assert house.layout().minimumSize() == QSize(200, 20)


def test_what_is_hidden_takes_no_room(house: QWidget) -> None:
    house.layout().itemAt(1).widget().hide()
    assert house.layout().sizeHint() == QSize(156, 20)


def test_right_to_left_begins_at_the_right(house: QWidget) -> None:
    house.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [left for left, _, _ in places(house, 362)] == [262, 56, 0]
