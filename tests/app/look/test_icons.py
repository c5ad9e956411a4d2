"""Every icon can be drawn, in the colours of the palette of the moment."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from app.look.buttons import IconButton
from app.look.icons import icon, icon_names
from app.look.palettes import palette


def _colours(image: QImage) -> set[str]:
    """The colours of what is painted at full strength."""
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {point.name() for point in points if point.alpha() == 255}


def test_there_are_icons_and_each_draws_something_in_one_colour(qapp: QApplication) -> None:
    qapp.setPalette(palette("light"))
    names = icon_names()
    assert len(names) > 50
    text = QColor(palette("light").buttonText().color()).name()
    for name in names:
        assert _colours(icon(name).pixmap(QSize(48, 48)).toImage()) == {text}, name


def test_an_icon_that_is_there_already_follows_the_palette(qapp: QApplication) -> None:
    qapp.setPalette(palette("light"))
    save = icon("save")
    gc.collect()
    light = save.pixmap(QSize(32, 32)).toImage()
    qapp.setPalette(palette("dark"))
    dark = save.pixmap(QSize(32, 32)).toImage()
    qapp.setPalette(palette("light"))
    assert _colours(light) == {"#1b1b1a"}
    assert _colours(dark) == {"#e8e8e6"}
    assert save.pixmap(QSize(32, 32)).toImage() == light


def test_an_icon_of_something_disabled_is_fainter(qapp: QApplication) -> None:
    qapp.setPalette(palette("light"))
    assert _colours(icon("save").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()) == {"#6b6b68"}


@pytest.mark.usefixtures("qapp")
def test_a_name_without_an_icon_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        icon("nonsense")


@pytest.mark.usefixtures("qapp")
def test_a_button_with_an_icon_has_a_name_and_its_tooltip_is_no_markup() -> None:
    button = IconButton("save", "Save <b>", keys="Ctrl+S")
    assert button.accessibleName() == "Save <b>"
    assert button.toolTip() == "Save &lt;b&gt; (Ctrl+S)"
