"""Words are marked by a line and a tint, in every script; what looks like markup is drawn as it is."""

import pytest
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.widgets.marked_text import FAINT, MARKS, MarkedText, _units

TINT = QColor("#ffe2a8")


def view(qtbot: QtBot, text: str, marks: tuple[tuple[int, int], ...], *, faint: bool = False) -> QTableView:
    model = QStandardItemModel(1, 1)
    item = QStandardItem(text)
    item.setData(marks, MARKS)
    item.setData(faint, FAINT)
    model.setItem(0, 0, item)
    made = QTableView()
    model.setParent(made)
    made.setModel(model)
    made.setItemDelegate(MarkedText(made))
    made.setColumnWidth(0, 300)
    made.resizeRowsToContents()
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def tinted(image: QImage) -> list[int]:
    """Return the columns of a picture in which something is tinted."""
    height = range(image.height())
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) == TINT for y in height)]


def picture(made: QTableView) -> QImage:
    return made.viewport().grab().toImage()


def test_a_marked_word_is_tinted_and_others_are_not(qtbot: QtBot) -> None:
    assert tinted(picture(view(qtbot, "one two", ()))) == []
    word = tinted(picture(view(qtbot, "one two", ((4, 7),))))
    letters = view(qtbot, "one two", ()).fontMetrics().horizontalAdvance("one ")
    assert word
    assert min(word) > letters


def test_a_text_from_right_to_left_begins_at_the_right(qtbot: QtBot) -> None:
    word = tinted(picture(view(qtbot, "كانت صغيرة", ((0, 4),))))
    assert min(word) > 200


def test_a_text_that_is_given_up_is_fainter_but_not_its_marked_words(qtbot: QtBot) -> None:
    def darkest(made: QTableView) -> int:
        image = picture(made)
        inside = [(x, y) for x in range(5, 200) for y in range(3, made.rowHeight(0) - 3)]
        return min(image.pixelColor(x, y).lightness() for x, y in inside)

    plain = darkest(view(qtbot, "mmmm", ()))
    assert darkest(view(qtbot, "mmmm", (), faint=True)) > plain
    assert darkest(view(qtbot, "mmmm", ((0, 4),), faint=True)) <= plain + 5


@pytest.mark.parametrize(("text", "units"), [("", 0), ("abc", 3), ("👩‍🚀", 5), ("船", 1)])
def test_places_are_counted_as_qt_counts(text: str, units: int) -> None:
    assert _units(text) == units


def test_what_looks_like_markup_is_text(qtbot: QtBot) -> None:
    made = view(qtbot, "<img src='x'> <b>one</b>", ())
    assert picture(made) != picture(view(qtbot, "one", ()))
