"""What is heard in English comes beside the cues as one step; what arrived stays, whatever becomes of the engine."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.film import Film
from app.player import Player
from app.session import Session
from app.translation import Outcome, Translation, TranslationOrder, Unfinished
from engine.protocol import Progress
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import delete, insert_at, set_text, set_translation, split_at_text
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile

FAKE = (sys.executable, "-m", "tests.support.fake_engine")

# The fake engine hears two words of a second and a half every two seconds; the second of them counts the jobs. So the
# first stretch gets "one two", "two two", the second "one three". 40 s lie between the sentences: a stretch each.
CUES = tuple(
    Cue(number, 40_000 * number + 2_000 * part, 40_000 * number + 2_000 * part + 1_500, text, origin="machine")
    for number, part, text in ((0, 0, "Eins."), (0, 1, "Zwei."), (1, 0, "Drei."), (1, 1, "Vier."), (2, 0, "Fünf."))
)
DOCUMENT = Document(tuple(replace(cue, id=number) for number, cue in enumerate(CUES, 1)), language="de")
FILLED = ["one two", "two two", "one three", "two three", "one four"]


@dataclass
class Desk:
    """A translation with an engine that behaves as told, and what it told."""

    qtbot: QtBot
    session: Session
    engine: EngineProcess
    translation: Translation
    broken: list[Unfinished]
    finished: list[Outcome]
    progress: list[Progress]

    def start(self, *cues: int) -> None:
        ids = frozenset(cues or (cue.id for cue in self.session.document.cues))
        self.translation.start(TranslationOrder("film.mp4", "model", ids, find_profile("subtitle-edit"), language="de"))

    def wait_until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.translation.state == "idle", timeout=20_000)

    def wait_for(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: sum(map(bool, self.translations())) >= count, timeout=20_000)

    def translations(self) -> list[str]:
        return [cue.translation for cue in self.session.document.cues]


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[Callable[..., Desk]]:
    made: list[EngineProcess] = []

    def make(*conduct: str, document: Document = DOCUMENT) -> Desk:
        session = Session(History(document))
        engine = EngineProcess((*FAKE, *conduct))
        film = Film(Player(), EngineProcess((*FAKE, *conduct)))
        translation = Translation(session, film, engine)
        desk = Desk(qtbot, session, engine, translation, [], [], [])
        translation.broke.connect(desk.broken.append)
        translation.finished.connect(desk.finished.append)
        translation.progressed.connect(desk.progress.append)
        made.append(engine)
        return desk

    yield make
    for engine in made:
        engine.stop()


def test_english_stands_beside_every_cue_as_one_step(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2")
    desk.start()
    desk.wait_until_idle()
    assert desk.translations() == [*FILLED[:4], "one four two four"]
    assert {cue.translation_origin for cue in desk.session.document.cues} == {"machine"}
    assert desk.session.document.translation_language == "en"
    assert desk.finished == [Outcome(5, 0)]
    assert [step.label for step in desk.session.history.past] == ["Translate"]
    desk.session.undo()
    assert desk.session.document == DOCUMENT
    desk.session.redo()
    assert desk.translations()[0] == "one two"


def test_how_far_all_stretches_together_are_is_told(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2")
    desk.start()
    desk.wait_until_idle()
    assert {told.stage for told in desk.progress} == {"translate"}
    assert {told.total for told in desk.progress} == {4_000 + 4_500 + 2_500}
    done = [told.done for told in desk.progress]
    assert done == sorted(done)
    assert done[-1] == 11_000
    assert desk.progress[-1].time_left == 0


def test_a_cue_for_which_nothing_is_heard_is_told_to_be_without(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "1")
    desk.start()
    desk.wait_until_idle()
    assert desk.translations() == ["one two", "", "one three", "", "one four"]
    assert [cue.translation_origin for cue in desk.session.document.cues] == ["machine"] * 5
    assert desk.finished == [Outcome(3, 2)]


def test_only_the_cues_that_were_asked_for_get_one(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2")
    desk.start(2, 5)
    desk.wait_until_idle()
    assert desk.translations() == ["", "one two two two", "", "", "one three two three"]


def test_what_a_person_types_meanwhile_stays(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    desk.start()
    desk.wait_for(2)
    desk.session.apply(set_translation(3, "Mine."))
    desk.session.apply(set_translation(1, "Mine, too."))
    desk.session.apply(set_text(4, "Vier!"))
    desk.wait_until_idle()
    assert desk.translations() == ["Mine, too.", "two two", "Mine.", "two three", "one four two four"]
    assert desk.session.document.cues[3].text == "Vier!"
    for _ in range(4):
        desk.session.undo()
    assert desk.session.document == DOCUMENT


def test_a_cue_that_is_deleted_meanwhile_takes_nothing_from_the_others(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    desk.start()
    desk.wait_for(2)
    desk.session.apply(delete((3,)))
    desk.wait_until_idle()
    assert desk.translations() == ["one two", "two two", "two three", "one four two four"]
    desk.session.undo()
    assert desk.translations() == ["one two", "two two", "one three", "two three", "one four two four"]


def test_stretches_whose_cues_are_all_gone_are_not_heard(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    desk.start()
    desk.session.apply(delete((3, 4)))
    desk.wait_until_idle()
    assert desk.translations() == ["one two", "two two", "one three two three"]


def test_both_halves_of_a_cue_that_is_split_meanwhile_are_heard(make_desk: Callable[..., Desk]) -> None:
    cues = (*DOCUMENT.cues[:2], Cue(3, 40_000, 43_500, "Drei und vier.", origin="machine"))
    desk = make_desk("count", "2", "0.15", document=replace(DOCUMENT, cues=cues))
    desk.start()
    desk.session.apply(split_at_text(3, 4))
    desk.wait_until_idle()
    assert [cue.text for cue in desk.session.document.cues[2:]] == ["Drei", "und vier."]
    assert desk.translations() == ["one two", "two two", "one three", "two three"]


def test_cancel_keeps_what_arrived(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    desk.start()
    desk.wait_for(2)
    desk.translation.cancel()
    desk.wait_until_idle()
    assert desk.translations() == ["one two", "two two", "", "", ""]
    assert desk.finished == [Outcome(2, 3)]
    assert desk.broken == []


def test_it_rests_and_goes_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    desk.start()
    desk.wait_for(2)
    desk.translation.pause()
    desk.qtbot.wait(600)
    assert desk.translation.state == "paused"
    assert desk.translations() == ["one two", "two two", "", "", ""]
    desk.translation.resume()
    desk.wait_until_idle()
    assert desk.finished == [Outcome(5, 0)]


def test_where_the_engine_dies_what_arrived_stays_and_it_can_go_on_in_the_same_step(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk("crash", "2")
    desk.start()
    desk.wait_until_idle()
    (broken,) = desk.broken
    assert broken.kind == "memory"
    assert "smaller model" in broken.message
    assert broken.order.cues == frozenset({1, 2, 3, 4, 5})
    assert desk.session.document == DOCUMENT


def test_what_is_left_of_one_that_broke_is_translated_when_it_goes_on(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    desk.start()
    desk.wait_for(2)
    assert desk.engine.ready is not None
    os.kill(desk.engine.ready.process, signal.SIGKILL)
    desk.wait_until_idle()
    (broken,) = desk.broken
    assert (broken.kind, broken.order.cues) == ("memory", frozenset({3, 4, 5}))
    assert desk.translations() == ["one two", "two two", "", "", ""]
    desk.translation.resume_from(broken)
    desk.wait_until_idle()
    assert all(desk.translations())
    assert [step.label for step in desk.session.history.past] == ["Translate"]


def test_where_its_step_was_undone_for_good_it_stops(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    refused: list[str] = []
    desk.session.refused.connect(refused.append)
    desk.start()
    desk.wait_for(2)
    desk.session.undo()
    desk.session.apply(insert_at(90_000, 91_000, "Mine."))
    desk.wait_until_idle()
    assert refused == ["The translation was undone, and what is still heard has no place: start it again"]
    assert desk.translations() == [""] * 6


def test_another_document_gets_nothing_of_it(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", "0.15")
    desk.start()
    desk.session.open(History(DOCUMENT))
    desk.qtbot.wait(600)
    assert desk.translation.state == "idle"
    assert desk.translations() == [""] * 5


def test_where_no_cue_says_anything_it_is_done_at_once(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("count", "2", document=Document((Cue(1, 0, 1000, ""),)))
    desk.start()
    assert desk.finished == [Outcome(0, 0)]
    assert desk.session.history.past == ()


def test_what_says_the_same_as_its_cue_is_counted_as_copied(make_desk: Callable[..., Desk]) -> None:
    copied = replace(DOCUMENT.cues[0], text="<i>one</i>\ntwo")
    desk = make_desk("count", "2", document=replace(DOCUMENT, cues=(copied, *DOCUMENT.cues[1:])))
    desk.start(1, 2)
    desk.wait_until_idle()
    assert desk.finished == [Outcome(2, 0, 1)]
