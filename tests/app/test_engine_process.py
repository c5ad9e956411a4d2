"""An engine process ends every job exactly once, whatever its child does."""

import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from engine.protocol import Cancelled, Failed, Finished, LanguageDetected, Progress, SegmentFound, Transcribe

FAKE = (sys.executable, "-m", "tests.support.fake_engine")
ENDS = (Finished, Cancelled, Failed)


class Ears:
    """An engine process and everything that it told."""

    def __init__(self, qtbot: QtBot, *conduct: str) -> None:
        self.qtbot = qtbot
        self.engine = EngineProcess((*FAKE, *conduct))
        self.told: list[object] = []
        self.engine.told.connect(self.told.append)

    def ask(self) -> int:
        job = self.engine.next_job()
        self.engine.ask(Transcribe(job, "film.mp4", "model"))
        return job

    def wait_for_end(self, job: int) -> object:
        def ended() -> None:
            assert self.ends(job)

        self.qtbot.waitUntil(ended, timeout=20_000)
        (end,) = self.ends(job)
        return end

    def ends(self, job: int) -> list[object]:
        return [event for event in self.told if isinstance(event, ENDS) and event.job == job]


@pytest.fixture
def make_ears(qtbot: QtBot) -> Iterator[object]:
    made: list[Ears] = []

    def make(*conduct: str) -> Ears:
        made.append(Ears(qtbot, *conduct))
        return made[-1]

    yield make
    for ears in made:
        ears.engine.stop()


def test_what_is_heard_is_told_one_by_one_and_ends_with_finished(make_ears: type[Ears]) -> None:
    ears = make_ears("count", "2")
    job = ears.ask()
    assert ears.wait_for_end(job) == Finished(job)
    kinds = [type(event) for event in ears.told if getattr(event, "job", 0) == job]
    assert kinds == [LanguageDetected, SegmentFound, Progress, SegmentFound, Progress, Finished]


@pytest.mark.parametrize(
    ("conduct", "kind"),
    [
        (("crash", "1"), "memory"),
        (("crash-at-load",), "memory"),
        (("exit", "1"), "crash"),
        (("junk", "1"), "crash"),
        (("endless",), "crash"),
        (("wrong-version",), "crash"),
        (("fail", "device"), "device"),
    ],
)
def test_a_child_that_dies_or_talks_nonsense_fails_its_job_once(
    make_ears: type[Ears], conduct: tuple[str, ...], kind: str
) -> None:
    ears = make_ears(*conduct)
    job = ears.ask()
    end = ears.wait_for_end(job)
    assert isinstance(end, Failed)
    assert end.kind == kind
    assert not ears.engine.busy


def test_after_a_death_the_next_job_starts_a_new_child(make_ears: type[Ears]) -> None:
    ears = make_ears("crash", "1")
    first = ears.ask()
    ears.wait_for_end(first)
    second = ears.ask()
    end = ears.wait_for_end(second)
    assert isinstance(end, Failed)
    assert sum(isinstance(event, SegmentFound) and event.job == second for event in ears.told) == 1


def test_cancel_ends_a_job_and_keeps_the_child(make_ears: type[Ears]) -> None:
    ears = make_ears("count", "1000", "0.02")
    job = ears.ask()
    ears.qtbot.waitUntil(lambda: any(isinstance(event, SegmentFound) for event in ears.told), timeout=20_000)
    ears.engine.cancel(job)
    ears.engine.cancel(job)
    assert ears.wait_for_end(job) == Cancelled(job)
    assert ears.engine.running


def test_a_job_that_heeds_no_cancel_is_ended_with_its_child(make_ears: type[Ears]) -> None:
    ears = make_ears("deaf", "1")
    ears.engine.set_patience(100)
    job = ears.ask()
    ears.qtbot.waitUntil(lambda: any(isinstance(event, Progress) for event in ears.told), timeout=20_000)
    ears.engine.cancel(job)
    assert ears.wait_for_end(job) == Cancelled(job)
    assert not ears.engine.running


def test_a_job_that_only_waited_behind_one_that_heeds_no_cancel_is_asked_again(make_ears: type[Ears]) -> None:
    ears = make_ears("busy", "1")
    ears.engine.set_patience(100)
    first = ears.ask()
    ears.qtbot.waitUntil(lambda: any(isinstance(event, Progress) for event in ears.told), timeout=20_000)
    second = ears.ask()
    ears.engine.cancel(first)
    assert ears.wait_for_end(first) == Cancelled(first)
    assert ears.engine.busy
    ears.qtbot.waitUntil(lambda: any(isinstance(e, Progress) and e.job == second for e in ears.told), timeout=20_000)
    assert ears.ends(second) == []


def test_silence_is_told_and_cancel_still_works(make_ears: type[Ears]) -> None:
    ears = make_ears("hang", "1")
    ears.engine.set_patience(100, silence=300)
    answers: list[bool] = []
    ears.engine.answering.connect(answers.append)
    job = ears.ask()
    ears.qtbot.waitUntil(lambda: answers == [False], timeout=20_000)
    ears.engine.cancel(job)
    assert ears.wait_for_end(job) == Cancelled(job)


def test_what_is_told_after_the_end_or_of_a_job_that_nobody_asked_for_is_not_heard(make_ears: type[Ears]) -> None:
    ears = make_ears("late", "2")
    job = ears.ask()
    ears.wait_for_end(job)
    count = len(ears.told)
    ears.qtbot.wait(300)
    assert len(ears.told) == count


def test_a_child_that_cannot_be_started_is_told_with_the_remedy(qtbot: QtBot) -> None:
    engine = EngineProcess(("/nowhere/python",))
    told: list[object] = []
    engine.told.connect(told.append)
    job = engine.next_job()
    engine.ask(Transcribe(job, "film.mp4", "model"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Failed(job, "setup", "The engine could not be started: install Sotto again.")]
