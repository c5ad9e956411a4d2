"""The picture fills its widget without changing its shape, and sounds get a calm one."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from app.widgets.video import Caption, Still, VideoView


@pytest.fixture
def view(qtbot: QtBot) -> VideoView:
    made = VideoView()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    return made


def frame(colour: str) -> QVideoFrame:
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return QVideoFrame(image)


def colour_at(view: VideoView, x: int, y: int) -> str:
    return view.grab().toImage().pixelColor(x, y).name()


def show(qtbot: QtBot, view: VideoView, colour: str) -> None:
    view.sink.setVideoFrame(frame(colour))

    def shown() -> None:
        assert colour_at(view, 320, 240) == QColor(colour).name()

    qtbot.waitUntil(shown)


def test_a_frame_is_shown_between_black_bars(qtbot: QtBot, view: VideoView) -> None:
    show(qtbot, view, "red")
    assert view.picture == QRectF(0, 60, 640, 360)
    assert (colour_at(view, 320, 20), colour_at(view, 320, 460)) == ("#000000", "#000000")


def test_the_last_of_many_frames_is_shown(qtbot: QtBot, view: VideoView) -> None:
    for colour in ("red", "green", "yellow", "red", "green"):
        view.sink.setVideoFrame(frame(colour))
    show(qtbot, view, "blue")


def test_captions_are_drawn_over_the_picture_and_told(qtbot: QtBot, view: VideoView) -> None:
    show(qtbot, view, "red")
    before = view.grab().toImage()
    view.set_captions([Caption("<i>Hello</i>")])
    assert view.grab().toImage() != before
    assert (view.accessibleDescription(), view.seen) == ("Hello", "Hello")
    view.set_captions([])
    assert view.grab().toImage() == before


def test_a_sound_gets_a_calm_picture_of_the_whole_widget(view: VideoView) -> None:
    view.set_still(Still("interview.flac", (0.2, 0.8, 0.4), 0.5))
    image = view.grab().toImage()
    assert view.picture == QRectF(0, 0, 640, 480)
    assert image.pixelColor(5, 470).name() != "#000000"
    view.set_still(Still("interview.flac", (0.2, 0.8, 0.4), 1.0))
    assert view.grab().toImage() != image


def test_a_message_takes_the_place_of_a_picture(qtbot: QtBot, view: VideoView) -> None:
    show(qtbot, view, "red")
    view.show_message("No film is open")
    assert colour_at(view, 20, 240) == "#000000"


def test_a_click_is_told(qtbot: QtBot, view: VideoView) -> None:
    with qtbot.waitSignal(view.clicked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mouseClick(view, Qt.MouseButton.RightButton)


def test_the_safe_area_can_be_seen(view: VideoView) -> None:
    before = view.grab().toImage()
    view.show_safe_area(True)
    assert view.grab().toImage() != before
