"""A second hearing lays new cues beside old ones, stretch by stretch; the document stays, whatever becomes of it."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.film import Film
from app.player import Player
from app.rehearing import HeardAgain, Rehearing
from app.session import Session
from app.transcription import Order
from engine.protocol import Progress
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile
from engine.subtitles.rehearing import Stretch, stretches

FAKE = (sys.executable, "-m", "tests.support.fake_engine")
ORDER = Order("film.mp4", "model", find_profile("subtitle-edit"))
CUES = (
    Cue(1, 10_000, 11_500, "One, too?", origin="machine"),
    Cue(2, 12_000, 13_500, "Two, too?", origin="machine"),
    Cue(3, 40_000, 41_500, "Three.", origin="machine"),
)
BEFORE = Document(CUES)


@dataclass
class Desk:
    """A second hearing with an engine that behaves as told, and what it told."""

    qtbot: QtBot
    session: Session
    rehearing: Rehearing
    heard: list[HeardAgain] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    stopped: list[bool] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)

    def start(self, *cues: int) -> None:
        self.rehearing.start(ORDER, stretches(CUES, cues))

    def wait_until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.rehearing.state == "idle", timeout=20_000)


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[Callable[..., Desk]]:
    made: list[tuple[EngineProcess, Film]] = []

    def make(*conduct: str) -> Desk:
        session, engine = Session(History(BEFORE)), EngineProcess((*FAKE, *conduct))
        film = Film(Player(), EngineProcess((*FAKE, *conduct)))
        desk = Desk(qtbot, session, Rehearing(session, film, engine))
        desk.rehearing.heard.connect(desk.heard.append)
        desk.rehearing.broke.connect(desk.broken.append)
        desk.rehearing.stopped.connect(lambda: desk.stopped.append(True))
        desk.rehearing.progressed.connect(desk.progress.append)
        made.append((engine, film))
        return desk

    yield make
    for engine, film in made:
        engine.stop()
        film.close()


def texts(heard: HeardAgain) -> list[tuple[list[str], list[str]]]:
    return [([cue.text for cue in row.old], [cue.text for cue in row.new]) for row in heard.rows]


def test_only_the_stretches_of_the_cues_are_heard_and_laid_beside_them(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "5")
    desk.start(1, 2, 3)
    desk.wait_until_idle()
    (heard,) = desk.heard
    assert texts(heard) == [(["One, too?", "Two, too?"], ["one two two two"]), (["Three."], ["one three"])]
    assert [(row.start, row.end) for row in heard.rows] == [(9_800, 13_500), (39_800, 41_500)]
    assert [[(cue.start, cue.end, cue.text) for cue in row.fitted] for row in heard.rows] == [
        [(10_000, 11_500, "one two"), (12_000, 13_500, "two two")],
        [(40_000, 41_500, "one three")],
    ]
    assert heard.before is desk.session.document
    assert heard.count == 2
    assert desk.session.document == BEFORE
    assert desk.session.history.past == ()


def test_progress_is_that_of_all_stretches(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "1")
    desk.start(1, 3)
    desk.wait_until_idle()
    assert [(told.done, told.total, told.time_left) for told in desk.progress] == [
        (2_000, 3_800, 180),
        (3_800, 3_800, 0),
    ]


def test_new_cues_stand_no_longer_than_until_the_next_cue(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "1")
    desk.start(1)
    desk.wait_until_idle()
    (row,) = desk.heard[0].rows
    assert row.new[0].start == 9_800
    assert row.new[0].end <= CUES[1].start
    assert row.new[0].origin == "machine"


def test_where_nothing_is_heard_rows_have_no_new_cues(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "0")
    desk.start(1)
    desk.wait_until_idle()
    assert texts(desk.heard[0]) == [(["One, too?"], [])]
    assert desk.heard[0].count == 0


def test_a_stretch_without_cues_has_new_ones_only(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "5")
    desk.rehearing.start(ORDER, (Stretch(20_000, 21_600, 40_000, ()),))
    desk.wait_until_idle()
    assert texts(desk.heard[0]) == [([], ["one two"])]


@pytest.mark.parametrize("conduct", ["crash", "exit", "junk"])
def test_where_the_engine_dies_it_is_told_and_the_document_stays(make_desk: Callable[..., Desk], conduct: str) -> None:
    desk = make_desk(conduct, "1")
    desk.start(1, 3)
    desk.wait_until_idle()
    assert desk.heard == []
    assert len(desk.broken) == 1
    assert desk.session.document == BEFORE


def test_it_rests_goes_on_and_is_stopped(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "500", "0.01")
    desk.start(1, 3)
    desk.rehearing.pause()
    assert desk.rehearing.state == "paused"
    desk.rehearing.resume()
    assert desk.rehearing.state == "running"
    desk.qtbot.waitUntil(lambda: bool(desk.progress), timeout=20_000)
    desk.rehearing.cancel()
    assert desk.rehearing.state == "stopping"
    desk.wait_until_idle()
    assert (desk.heard, desk.broken, desk.stopped) == ([], [], [True])
    assert desk.session.document == BEFORE


def test_another_document_ends_it_without_a_word(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "500", "0.01")
    desk.start(1)
    desk.session.open(History(Document()))
    assert desk.rehearing.state == "idle"
    assert (desk.heard, desk.broken, desk.stopped) == ([], [], [])


def test_times_that_cannot_be_stay_in_their_stretch(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("lie", "16")
    desk.rehearing.start(ORDER, (Stretch(9_800, 20_000, 40_000, CUES[:2]),))
    desk.wait_until_idle()
    new = [cue for row in desk.heard[0].rows for cue in row.new]
    assert new
    assert all(9_800 <= cue.start < cue.end <= 40_000 for cue in new)
