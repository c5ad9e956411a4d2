"""The player shows the frame of the time that it is asked for, and plays a stretch to its very end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from pytestqt.qtbot import QtBot

from app.player import Player
from tests.support.numbered_film import RATE, number_in, write_numbered_film


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds at 25 frames a second; each frame says its number."""
    return write_numbered_film(tmp_path_factory.mktemp("film") / "numbered.mp4", seconds=4)


class Screen:
    """A player and the number of the frame that it shows."""

    def __init__(self, qtbot: QtBot, film: Path) -> None:
        self.qtbot = qtbot
        self.player = Player()
        self.sink = QVideoSink()
        self.number: int | None = None
        self.sink.videoFrameChanged.connect(self._on_frame)
        self.player.show_on(self.sink)
        self.player.open(film, RATE)
        qtbot.waitUntil(lambda: self.number == 0 and self.player.duration > 0, timeout=20_000)

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self.number = number_in(frame.toImage())

    def wait_for(self, number: int) -> None:
        self.qtbot.waitUntil(lambda: self.number == number, timeout=20_000)


@pytest.fixture
def screen(qtbot: QtBot, film: Path) -> Iterator[Screen]:
    made = Screen(qtbot, film)
    yield made
    made.player.open(None)


@pytest.mark.parametrize(
    ("time", "number"), [(0, 0), (40, 1), (79, 1), (80, 2), (1000, 25), (1039, 25), (2440, 61), (3960, 99)]
)
def test_a_seek_shows_the_frame_that_stands_at_the_time(screen: Screen, time: int, number: int) -> None:
    screen.player.seek(2000)
    screen.wait_for(50)
    screen.player.seek(time)
    screen.wait_for(number)
    assert screen.player.position == time


def test_steps_go_a_frame_on_and_back(screen: Screen) -> None:
    screen.player.seek(1000)
    screen.player.step(1)
    screen.wait_for(26)
    assert screen.player.position == 1040
    screen.player.step(-2)
    screen.wait_for(24)
    assert screen.player.position == 960


def test_a_stretch_is_played_to_its_end_and_no_further(screen: Screen) -> None:
    told: list[int] = []
    screen.player.moved.connect(told.append)
    screen.player.play_stretch(1000, 1500)
    screen.qtbot.waitUntil(lambda: not screen.player.playing, timeout=20_000)
    assert screen.player.position == 1500
    assert min(told) == 1000
    assert max(told) == 1500
    screen.wait_for(37)


def test_a_loop_begins_again(screen: Screen) -> None:
    told: list[int] = []
    screen.player.moved.connect(told.append)
    screen.player.play_stretch(1000, 1300, loops=True)
    screen.qtbot.waitUntil(lambda: told.count(1000) > 2, timeout=20_000)
    assert screen.player.playing
    assert max(told) <= 1300
    screen.player.pause()
    assert not screen.player.playing


def test_playing_on_goes_back_a_little_after_a_pause(screen: Screen) -> None:
    screen.player.rewind = 500
    screen.player.seek(2000)
    screen.player.play()
    screen.qtbot.waitUntil(lambda: screen.player.position > 2100, timeout=20_000)
    screen.player.pause()
    paused = screen.player.position
    told: list[int] = []
    screen.player.moved.connect(told.append)
    screen.player.play()
    assert told[0] == paused - 500
    screen.player.pause()


def test_after_a_seek_playing_begins_there(screen: Screen) -> None:
    screen.player.rewind = 500
    screen.player.play()
    screen.player.pause()
    screen.player.seek(3000)
    told: list[int] = []
    screen.player.moved.connect(told.append)
    screen.player.play()
    screen.player.pause()
    assert min(told) >= 3000


def test_it_stands_at_the_end(screen: Screen) -> None:
    stood: list[int] = []
    screen.player.playing_changed.connect(lambda playing: playing or stood.append(screen.player.position))
    screen.player.seek(3800)
    screen.player.play()
    screen.qtbot.waitUntil(lambda: screen.player.position == screen.player.duration, timeout=20_000)
    assert stood[0] > 3800
    assert not screen.player.playing


def test_a_seek_beyond_the_ends_goes_to_the_ends(screen: Screen) -> None:
    screen.player.seek(99_000)
    assert screen.player.position == screen.player.duration
    screen.player.seek(-5)
    assert screen.player.position == 0


@pytest.mark.parametrize(("asked", "rate"), [(0.1, 0.25), (2.0, 2.0), (9.0, 4.0)])
def test_the_speed_is_kept_within_what_can_be_played(screen: Screen, asked: float, rate: float) -> None:
    screen.player.set_rate(asked)
    assert screen.player.rate == rate


def test_at_double_speed_a_stretch_ends_where_it_should(screen: Screen) -> None:
    screen.player.set_rate(2.0)
    screen.player.play_stretch(1000, 2000)
    screen.qtbot.waitUntil(lambda: not screen.player.playing, timeout=20_000)
    assert screen.player.position == 2000


@pytest.mark.usefixtures("qtbot")
def test_without_a_medium_nothing_happens() -> None:
    player = Player()
    player.play()
    player.toggle()
    player.step(1)
    player.seek(500)
    assert player.path is None
    assert not player.playing
