"""Captions stand in the safe area, outlined, each run in its own style."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.widgets.video.captions import VOICES, Caption, CaptionLayer, letter_size, safe_area

PLACE = QRectF(0, 0, 640, 360)


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Fonts need an application."""


def painted(*captions: Caption, place: QRectF = PLACE) -> QImage:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("#404040"))
    painter = QPainter(image)
    CaptionLayer().paint(painter, place, captions, QFont(), 1.0)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def rows(image: QImage) -> tuple[int, int]:
    """Return the first and the last row in which something is drawn."""
    ground = QColor("#404040").rgb()
    drawn = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    return drawn[0], drawn[-1]


def columns(image: QImage) -> tuple[int, int]:
    ground = QColor("#404040").rgb()
    drawn = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    return drawn[0], drawn[-1]


def test_a_caption_is_white_with_a_black_outline() -> None:
    found = colours(painted(Caption("Hello")))
    assert {"#ffffff", "#000000"} <= found


def test_a_voice_has_its_colour_and_markup_goes_before_it() -> None:
    assert "#ffff00" in colours(painted(Caption("Hello", VOICES[1])))
    found = colours(painted(Caption('<font color="#ff0000">Hello</font>', VOICES[1])))
    assert "#ff0000" in found
    assert "#ffff00" not in found


def test_italic_and_bold_look_otherwise() -> None:
    plain, italic, bold = (painted(Caption(text)) for text in ("Hello", "<i>Hello</i>", "<b>Hello</b>"))
    assert plain != italic
    assert plain != bold
    assert columns(bold)[1] - columns(bold)[0] > columns(plain)[1] - columns(plain)[0]


def test_it_stands_in_the_safe_area_below() -> None:
    safe = safe_area(PLACE)
    first, last = rows(painted(Caption("Two lines\nof a text")))
    assert last <= safe.bottom() + 2
    assert last > 300
    assert first > 250


def test_it_may_stand_at_the_top() -> None:
    first, last = rows(painted(Caption("At the top", top=True)))
    assert first >= safe_area(PLACE).top()
    assert last < 80


def test_long_lines_are_wrapped_inside_the_safe_area() -> None:
    left, right = columns(painted(Caption("A line that is much too long for one line of a picture " * 2)))
    assert left >= safe_area(PLACE).left() - 3
    assert right <= safe_area(PLACE).right() + 3


def test_the_full_stop_stays_at_the_end_in_a_window_from_right_to_left(qapp: QApplication) -> None:
    usual = painted(Caption("We went."))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert painted(Caption("We went.")) == usual
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_captions_at_once_stand_over_each_other() -> None:
    alone = rows(painted(Caption("One")))
    both = rows(painted(Caption("One"), Caption("Two")))
    assert both[1] == alone[1]
    assert both[0] < alone[0] - 10


def test_a_caption_can_stand_left() -> None:
    left, right = columns(painted(Caption("Left", align=Qt.AlignmentFlag.AlignLeft)))
    assert left < 60
    assert right < 200


def test_letters_fit_into_narrow_pictures() -> None:
    assert letter_size(1920, 1080) == pytest.approx(59.4)
    assert letter_size(1080, 1920) == pytest.approx(46.44)
    assert letter_size(50, 50) == 9


def test_what_looks_like_html_is_text() -> None:
    assert painted(Caption("<img src='x'>")) != painted(Caption(""))


def test_layers_keep_what_they_drew_until_the_place_changes() -> None:
    small = painted(Caption("Hello"), place=QRectF(0, 0, 320, 180))
    assert rows(small)[1] < 180
    assert rows(painted(Caption("Hello")))[1] > 300
