"""A box of choices is known by its name: the box, the list that opens, and the line that is typed into."""

from pytestqt.qtbot import QtBot

from app.widgets.choice_box import ChoiceBox


def test_its_label_names_all_its_parts(qtbot: QtBot) -> None:
    box = ChoiceBox("&Frames per second:")
    qtbot.addWidget(box)
    box.setEditable(True)
    names = [part.accessibleName() for part in (box, box.view(), box.lineEdit())]
    assert names == ["Frames per second"] * 3


def test_where_no_label_stands_beside_it_the_description_says_what_it_is(qtbot: QtBot) -> None:
    box = ChoiceBox("Encoding")
    qtbot.addWidget(box)
    box.explain()
    assert box.accessibleDescription() == "Encoding"
    box.explain("WebVTT has one of its own.")
    assert box.accessibleDescription() == "Encoding: WebVTT has one of its own."
