"""The strip of jobs follows film and transcription, and steers them."""

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.film import Film
from app.panels.jobs import JobsPanel
from app.player import Player
from app.session import Session
from app.transcription import Order, Transcription, Unfinished
from app.widgets.job_row import Job
from engine.subtitles.profiles import find_profile
from tests.support.accessibility import unnamed

_FAKE = (sys.executable, "-m", "tests.support.fake_engine")
_ORDER = Order("talk.wav", "small", find_profile("subtitle-edit"))

Make = Callable[..., tuple[JobsPanel, Transcription]]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[tuple[Film, Transcription]] = []

    def make(*conduct: str) -> tuple[JobsPanel, Transcription]:
        film = Film(Player(), EngineProcess((*_FAKE, "count", "1")))
        transcription = Transcription(Session(), film, EngineProcess((*_FAKE, *conduct)))
        panel = JobsPanel(film, transcription)
        qtbot.addWidget(panel)
        panel.show()
        made.append((film, transcription))
        return panel, transcription

    yield make
    for film, transcription in made:
        film.close()
        transcription.close()


def test_a_strip_without_jobs_says_so(make: Make) -> None:
    panel, _ = make("count", "1")
    assert panel.jobs == ()
    assert panel.nothing.isVisible()


def test_a_transcription_is_shown_from_its_start_to_what_came_of_it(make: Make, qtbot: QtBot) -> None:
    panel, transcription = make("count", "3")
    with qtbot.waitSignals([panel.busy_changed, transcription.finished]):
        transcription.start(_ORDER)
        assert panel.rows["hearing"].job.state == "running"
    row = panel.rows["hearing"]
    assert row.status.text().startswith("Done. Cues heard: ")
    qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert panel.jobs == ()


def test_files_that_wait_stand_below_and_are_taken_out_by_their_keys(make: Make, qtbot: QtBot) -> None:
    panel, _ = make("count", "1")
    panel.show_queue((Job("1", "a.mkv", "waiting"), Job("2", "b.mkv", "done", message="Cues heard: 4")))
    assert [job.name for job in panel.jobs] == ["a.mkv", "b.mkv"]
    with qtbot.waitSignal(panel.queue_cancelled) as cancelled:
        qtbot.mouseClick(panel.rows["1"].cancel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.queue_removed) as removed:
        qtbot.mouseClick(panel.rows["2"].remove, Qt.MouseButton.LeftButton)
    assert (cancelled.args, removed.args) == (["1"], ["2"])
    with qtbot.waitSignal(panel.busy_changed) as busy:
        panel.show_queue(())
    assert busy.args == [False]


def test_rows_stand_in_the_order_of_the_queue_also_after_it_was_moved(make: Make, qtbot: QtBot) -> None:
    panel, _ = make("count", "1")
    one, two, three = (Job(key, f"{key}.mkv", "waiting", up=True, down=True) for key in "123")
    panel.show_queue((one, two, three))
    with qtbot.waitSignal(panel.queue_moved) as moved:
        qtbot.mouseClick(panel.rows["3"].up, Qt.MouseButton.LeftButton)
    assert moved.args == ["3", -1]
    panel.show_queue((one, three, two))
    qtbot.waitUntil(lambda: panel.rows["3"].y() < panel.rows["2"].y())


def test_buttons_of_the_queue_steer_the_queue_and_not_the_open_document(make: Make, qtbot: QtBot) -> None:
    panel, transcription = make("count", "1000", "0.01")
    transcription.start(_ORDER)
    panel.show_queue((Job("1", "a.mkv", "running", rests=True), Job("2", "b.mkv", "done", opens=True)))
    for button, signal in (
        (panel.rows["1"].pause, panel.queue_paused),
        (panel.rows["1"].cancel, panel.queue_cancelled),
        (panel.rows["2"].open, panel.queue_opened),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert transcription.state == "running"


def test_what_an_earlier_run_left_is_shown_and_can_be_let_be(make: Make, qtbot: QtBot) -> None:
    panel, transcription = make("count", "1")
    transcription.take_up(Unfinished("heard-1", 31_500, 28_000, "/films/talk.mp4", "small"))
    row = panel.rows["hearing"]
    assert row.name.text() == "talk.mp4"
    assert row.status.text() == "Not finished. Heard up to 0:31; Resume goes on from there."
    with qtbot.waitSignal(panel.resume_wanted):
        qtbot.mouseClick(row.resume, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert panel.jobs == ()
    assert transcription.unfinished is None


def test_every_control_has_a_name(make: Make) -> None:
    panel, _ = make("count", "1")
    panel.show_queue((Job("1", "a <b>.mkv", "waiting"), Job("2", "b.mkv", "failed", resumes=True)))
    assert unnamed(panel) == []
