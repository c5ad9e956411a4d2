"""A part that is too high for its room is scrolled, and asks for no more than a few lines."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.tall import Tall


def test_it_asks_for_little_and_knows_how_high_it_would_be_whole(qtbot: QtBot) -> None:
    part = QWidget()
    layout = QVBoxLayout(part)
    for _ in range(30):
        layout.addWidget(QPushButton("Press"))
    tall = Tall(part)
    qtbot.addWidget(tall)
    assert tall.whole == part.minimumSizeHint().height()
    assert tall.minimumSizeHint().height() == 3 * tall.fontMetrics().lineSpacing()
    tall.resize(tall.minimumSizeHint())
    tall.show()
    assert tall.verticalScrollBar().maximum() > 0
    assert part.width() >= part.minimumSizeHint().width()
