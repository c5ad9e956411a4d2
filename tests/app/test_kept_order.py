"""What is left to be heard is on the disk together with what was heard, and goes on from there after a restart."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.film import Film
from app.kept_order import keep_order, kept_order
from app.player import Player
from app.recovery import Recovery
from app.session import Session
from app.transcription import Order, Transcription
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import set_text
from engine.subtitles.open_document import open_document
from engine.subtitles.profiles import find_profile

FAKE = (sys.executable, "-m", "tests.support.fake_engine")
PROFILE = find_profile("subtitle-edit")
ORDER = Order("film.mp4", "model", PROFILE, language="en")


class Desk:
    """A project that is heard into."""

    def __init__(self, qtbot: QtBot, folder: Path, *conduct: str) -> None:
        self.qtbot = qtbot
        self.project = folder / "talk.sotto"
        self.session = Session()
        self.recovery = Recovery(self.session, folder)
        self.film = Film(Player(), EngineProcess((*FAKE, "count", "1")))
        self.transcription = Transcription(self.session, self.film, EngineProcess((*FAKE, *conduct)))
        keep_order(self.transcription, self.recovery)

    def begin(self) -> None:
        self.recovery.new(Document())
        self.recovery.save_as(self.project)
        self.transcription.start(ORDER)

    def wait_until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.transcription.state == "idle", timeout=20_000)

    def close(self) -> None:
        self.transcription.close()
        self.film.close()
        self.recovery.close()


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    with ExitStack() as desks:
        yield lambda *conduct: desks.enter_context(closing(Desk(qtbot, tmp_path, *conduct)))


def said(cues: tuple[Cue, ...]) -> list[tuple[int | None, str]]:
    return [(word.start, word.text) for cue in cues for word in cue.words]


def test_whenever_the_program_is_killed_the_file_knows_up_to_where_its_cues_reach(
    make: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = make("count", "40", "0.01")
    copies: list[Path] = []

    def copy() -> None:
        copies.append(tmp_path / f"{len(copies)}.sotto")
        shutil.copy(desk.project, copies[-1])

    desk.transcription.heard.connect(copy)
    desk.begin()
    desk.wait_until_idle()
    assert len(copies) > 3
    for path in copies:
        opened = open_document(path, tmp_path)
        cues = opened.history.document.cues
        assert opened.fact("unfinished")["reached"] == cues[-1].words[-1].end
        assert opened.fact("unfinished")["cues"] == len(cues)
        opened.close()


def test_after_a_restart_it_goes_on_in_the_same_step_and_keeps_what_was_edited(make: Callable[..., Desk]) -> None:
    desk = make("count", "1000", "0.01")
    desk.begin()
    desk.qtbot.waitUntil(lambda: len(desk.session.document.cues) > 2, timeout=20_000)
    desk.session.apply(set_text(desk.session.document.cues[0].id, "Mine."))
    desk.close()  # nobody waits for what is still heard
    kept = desk.session.document.cues

    later = make("count", "10")
    later.recovery.open(desk.project)
    left = kept_order(later.recovery)
    assert left is not None
    assert left.order(PROFILE) == ORDER
    later.transcription.resume_from(left, PROFILE)
    later.wait_until_idle()
    cues = later.session.document.cues
    assert cues[: len(kept)] == kept
    assert cues[0].text == "Mine."
    times = [start for start, _ in said(cues)]
    assert times == sorted(set(times))
    assert len(times) > len(said(kept))
    assert kept_order(later.recovery) is None
    assert [step.label for step in later.session.history.past] == ["Transcribe", "Change text"]


def test_what_came_to_its_end_or_was_stopped_is_not_to_go_on(make: Callable[..., Desk]) -> None:
    desk = make("count", "3")
    desk.begin()
    assert kept_order(desk.recovery) is not None
    desk.wait_until_idle()
    assert kept_order(desk.recovery) is None
    desk.transcription.start(ORDER)
    desk.transcription.cancel()
    desk.wait_until_idle()
    assert kept_order(desk.recovery) is None


def test_what_broke_off_is_kept_until_it_is_let_be(make: Callable[..., Desk]) -> None:
    desk = make("crash", "5")
    desk.begin()
    desk.wait_until_idle()
    left = kept_order(desk.recovery)
    assert left is not None
    assert left.reached == 9_500
    desk.transcription.forget()
    assert kept_order(desk.recovery) is None
    assert desk.transcription.unfinished is None


def test_what_is_left_for_later_goes_on_where_its_cues_end(make: Callable[..., Desk]) -> None:
    desk = make("count", "1000", "0.01")
    desk.begin()
    desk.qtbot.waitUntil(lambda: len(desk.session.document.cues) > 2, timeout=20_000)
    desk.transcription.leave()
    desk.wait_until_idle()
    left = kept_order(desk.recovery)
    assert left is not None
    assert left == desk.transcription.unfinished
    assert left.reached == desk.session.document.cues[-1].words[-1].end


def test_another_document_knows_nothing_of_it(make: Callable[..., Desk]) -> None:
    desk = make("count", "1000", "0.01")
    desk.begin()
    desk.qtbot.waitUntil(lambda: len(desk.session.document.cues) > 2, timeout=20_000)
    desk.recovery.new(Document())
    assert kept_order(desk.recovery) is None
    assert desk.transcription.unfinished is None
    desk.recovery.open(desk.project)
    assert kept_order(desk.recovery) is not None
