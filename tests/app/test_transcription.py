"""What is heard becomes cues as one step; what arrived stays, whatever becomes of the engine or of the step."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.film import Film
from app.player import Player
from app.session import Session
from app.transcription import Broken, Order, Transcription
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import delete, insert_at, set_text
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile
from tests.support.fake_engine import WORDS

FAKE = (sys.executable, "-m", "tests.support.fake_engine")


@dataclass
class Desk:
    """A transcription with an engine that behaves as told, and what it told."""

    qtbot: QtBot
    session: Session
    film: Film
    transcription: Transcription
    broken: list[Broken]
    finished: list[int]

    def start(self, **wishes: object) -> None:
        profile = find_profile("subtitle-edit")
        self.transcription.start(Order("film.mp4", "model", profile, **wishes))  # type: ignore[arg-type]

    def wait_until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.transcription.state == "idle", timeout=20_000)

    def heard(self) -> list[Cue]:
        return [cue for cue in self.session.document.cues if cue.origin == "machine"]

    def texts(self) -> list[str]:
        return [cue.text for cue in self.session.document.cues]


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(*conduct: str) -> Desk:
        session = Session()
        film = Film(Player(), EngineProcess((*FAKE, *conduct)))
        transcription = Transcription(session, film, EngineProcess((*FAKE, *conduct)))
        desk = Desk(qtbot, session, film, transcription, [], [])
        transcription.broke.connect(desk.broken.append)
        transcription.finished.connect(desk.finished.append)
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.transcription.close()
        desk.film.close()


def test_all_that_is_heard_becomes_cues_of_one_step(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "12")
    desk.start()
    desk.wait_until_idle()
    assert " ".join(desk.texts()).split()[::2] == [*WORDS, "one", "two"]
    assert {cue.origin for cue in desk.session.document.cues} == {"machine"}
    assert desk.session.document.language == "en"
    assert desk.finished == [len(desk.session.document.cues)]
    assert desk.session.history.undo_label == "Transcribe"
    desk.session.undo()
    assert desk.session.document.cues == ()
    assert desk.session.document.language == ""
    desk.session.redo()
    assert len(desk.heard()) == desk.finished[0]


def test_cues_arrive_in_time_and_every_word_is_in_one(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "25")
    desk.start()
    desk.wait_until_idle()
    cues = desk.session.document.cues
    assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)
    assert all(before.end <= after.start for before, after in pairwise(cues))
    assert sum(len(cue.words) for cue in cues) == 50


def test_a_cue_that_is_edited_while_more_arrives_stays_as_it_was_edited(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "40", "0.01")
    desk.start()
    desk.qtbot.waitUntil(lambda: len(desk.heard()) > 1, timeout=20_000)
    first, second = desk.session.document.cues[:2]
    desk.session.apply(set_text(first.id, "Mine."))
    desk.session.apply(delete((second.id,)))
    desk.wait_until_idle()
    assert desk.session.document.cues[0].text == "Mine."
    assert second.id not in {cue.id for cue in desk.session.document.cues}
    for _ in range(3):
        desk.session.undo()
    assert desk.session.document.cues == ()


def test_a_text_that_is_there_never_changes_by_what_follows(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "30")
    seen: dict[int, str] = {}
    moved: list[int] = []

    def look() -> None:
        moved.extend(cue.id for cue in desk.session.document.cues if seen.setdefault(cue.id, cue.text) != cue.text)

    desk.session.history_changed.connect(look)
    desk.start()
    desk.wait_until_idle()
    assert len(seen) == len(desk.session.document.cues)
    assert moved == []


def test_where_the_engine_dies_what_arrived_stays_and_it_is_told_how_far_it_came(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("crash", "5")
    desk.start()
    desk.wait_until_idle()
    assert sum(len(cue.words) for cue in desk.heard()) == 10
    (broken,) = desk.broken
    assert broken.reached == 9_500
    assert broken.kind == "memory"
    assert "smaller model" in broken.message


def test_it_goes_on_where_it_broke_off_in_the_same_step(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("crash", "5")
    desk.start()
    desk.wait_until_idle()
    left = desk.transcription.unfinished
    assert left is not None
    desk.transcription.resume_from(left, find_profile("subtitle-edit"))
    desk.wait_until_idle()
    cues = desk.session.document.cues
    assert sum(len(cue.words) for cue in cues) == 18
    assert cues[-1].words[-1].end == 8_000 + 9_500
    starts = [word.start for cue in cues for word in cue.words]
    assert starts == sorted(set(starts))  # the last window was heard again, and none of its words came twice
    desk.session.undo()
    assert desk.session.document.cues == ()


def test_what_a_broken_one_brought_can_be_taken_back(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("crash", "5")
    desk.start()
    desk.wait_until_idle()
    desk.session.apply(set_text(desk.session.document.cues[0].id, "Mine."))
    desk.transcription.take_back()
    assert desk.texts() == ["Mine."]


def test_cancel_keeps_what_arrived(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "1000", "0.01")
    desk.start()
    desk.qtbot.waitUntil(lambda: len(desk.heard()) > 1, timeout=20_000)
    desk.transcription.cancel()
    desk.wait_until_idle()
    assert len(desk.heard()) > 1
    assert desk.broken == []
    assert len(desk.finished) == 1


def test_it_rests_and_goes_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "60", "0.01")
    desk.start()
    desk.qtbot.waitUntil(lambda: bool(desk.heard()), timeout=20_000)
    desk.transcription.pause()
    assert desk.transcription.state == "paused"
    desk.qtbot.wait(300)
    count = len(desk.heard())
    desk.qtbot.wait(300)
    assert len(desk.heard()) == count
    desk.transcription.resume()
    desk.wait_until_idle()
    assert sum(len(cue.words) for cue in desk.heard()) == 120


def test_where_its_step_was_undone_for_good_it_stops(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "1000", "0.01")
    refused: list[str] = []
    desk.session.refused.connect(refused.append)
    desk.start()
    desk.qtbot.waitUntil(lambda: bool(desk.heard()), timeout=20_000)
    desk.session.undo()
    desk.session.apply(insert_at(1_000, 2_000, "Mine."))
    desk.wait_until_idle()
    assert refused == ["The transcription was undone, and what it hears has no place: start it again"]
    assert desk.texts() == ["Mine."]


def test_another_document_gets_nothing_of_it(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "1000", "0.01")
    desk.start()
    desk.qtbot.waitUntil(lambda: bool(desk.heard()), timeout=20_000)
    desk.session.open(History(Document()))
    desk.qtbot.wait(300)
    assert desk.session.document.cues == ()
    assert desk.transcription.state == "idle"


def test_times_that_cannot_be_are_brought_into_the_film(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("lie", "16")
    desk.start()
    desk.wait_until_idle()
    for cue in desk.session.document.cues:
        assert 0 <= cue.start < cue.end
        assert all(0 <= word.probability <= 1 for word in cue.words)
    assert any(cue.text for cue in desk.session.document.cues)


def test_a_film_is_heard_from_a_start_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2")
    desk.start(start=30_000)
    desk.wait_until_idle()
    assert desk.session.document.cues[0].start == 30_000
