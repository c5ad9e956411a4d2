"""Models are fetched one after another; what was begun stays, can go on, and goes when it is removed."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.downloads import Downloads
from app.engine_process import EngineProcess
from app.widgets.job_row import Job
from engine.checkpoints.download.leftovers import Unfinished

FAKE = (sys.executable, "-m", "tests.support.fake_engine")
FOLDER = Path("/models")
SMALL = "fetch openai/whisper-small"


class Shelf:
    """Downloads with an engine that behaves as told, and what they told."""

    def __init__(self, *conduct: str) -> None:
        self.engine = EngineProcess((*FAKE, *conduct))
        self.cleared: list[tuple[Path, str]] = []
        self.downloads = Downloads(self.engine, lambda folder, name: self.cleared.append((folder, name)))
        self.brought: list[Path] = []
        self.ended: list[Job] = []
        self.downloads.brought.connect(self.brought.append)
        self.downloads.ended.connect(self.ended.append)

    def job(self, key: str = SMALL) -> Job:
        return next(job for job in self.downloads.jobs if job.key == key)

    def states(self) -> list[str]:
        return [job.state for job in self.downloads.jobs]


@pytest.fixture
def make(qapp: object) -> Iterator[Callable[..., Shelf]]:
    assert qapp is not None
    made: list[Shelf] = []

    def make(*conduct: str) -> Shelf:
        made.append(Shelf(*conduct))
        return made[-1]

    yield make
    for shelf in made:
        shelf.downloads.close()


def test_a_model_that_came_is_told_with_its_folder(make: Callable[..., Shelf], qtbot: QtBot) -> None:
    shelf = make("count", "0")
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    assert shelf.job().name == "whisper-small"
    qtbot.waitUntil(lambda: bool(shelf.ended), timeout=20_000)
    assert shelf.brought == [FOLDER / "whisper-small"]
    assert (shelf.job().state, shelf.job().done, shelf.job().total) == ("done", 1_000_000, 1_000_000)
    assert shelf.downloads.by_wish["openai/whisper-small"].state == "done"


def test_the_second_waits_for_the_first(make: Callable[..., Shelf], qtbot: QtBot) -> None:
    shelf = make("fetch-endless")
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    shelf.downloads.fetch("openai/whisper-tiny", FOLDER)
    qtbot.waitUntil(lambda: shelf.job().done > 0, timeout=20_000)
    assert shelf.states() == ["running", "waiting"]


def test_one_that_rests_lets_the_next_come_and_goes_on_when_its_turn_is(
    make: Callable[..., Shelf], qtbot: QtBot
) -> None:
    shelf = make("fetch-endless")
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    shelf.downloads.fetch("openai/whisper-tiny", FOLDER)
    qtbot.waitUntil(lambda: shelf.job().done > 0, timeout=20_000)
    shelf.downloads.pause(SMALL)
    assert shelf.job().state == "stopping"
    qtbot.waitUntil(lambda: shelf.states() == ["paused", "running"], timeout=20_000)
    assert shelf.job().message == "What has come is kept: Resume goes on from there."
    shelf.downloads.resume(SMALL)
    assert shelf.states() == ["waiting", "running"]
    shelf.downloads.cancel("fetch openai/whisper-tiny")
    qtbot.waitUntil(lambda: shelf.states() == ["running", "left"], timeout=20_000)


def test_one_that_was_stopped_is_cleared_away_only_when_it_is_removed(make: Callable[..., Shelf], qtbot: QtBot) -> None:
    shelf = make("fetch-endless")
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    qtbot.waitUntil(lambda: shelf.job().done > 0, timeout=20_000)
    shelf.downloads.cancel(SMALL)
    qtbot.waitUntil(lambda: shelf.job().state == "left", timeout=20_000)
    assert shelf.cleared == []
    assert shelf.ended == []
    shelf.downloads.remove(SMALL)
    assert shelf.cleared == [(FOLDER, "whisper-small")]
    assert shelf.downloads.jobs == ()


def test_a_failure_says_why_and_can_be_tried_again(make: Callable[..., Shelf], qtbot: QtBot) -> None:
    shelf = make("fetch-fail", "network")
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    qtbot.waitUntil(lambda: bool(shelf.ended), timeout=20_000)
    assert shelf.job().state == "failed"
    assert shelf.job().message
    assert shelf.job().resumes
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    assert shelf.job().state == "running"
    qtbot.waitUntil(lambda: len(shelf.ended) == 2, timeout=20_000)


def test_trouble_on_the_way_is_told(make: Callable[..., Shelf], qtbot: QtBot) -> None:
    shelf = make("stumble")
    seen: list[tuple[object, str]] = []
    shelf.downloads.changed.connect(lambda: seen.append((shelf.job().stage, shelf.job().message)))
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    qtbot.waitUntil(lambda: bool(shelf.ended), timeout=20_000)
    stages = [stage for stage, _ in seen]
    assert "waiting" in stages
    assert any(stage == "retrying" and message for stage, message in seen)
    assert shelf.job().state == "done"


def test_what_an_earlier_run_began_goes_on(make: Callable[..., Shelf], qtbot: QtBot) -> None:
    shelf = make("count", "0")
    begun = (
        Unfinished("whisper-small", "openai/whisper-small", 70_000_000, busy=False),
        Unfinished("whisper-base", "openai/whisper-base", 1_000, busy=True),
        Unfinished("mine", "", 5_000, busy=False),
    )
    shelf.downloads.find(FOLDER, begun)
    assert [(job.name, job.state, job.resumes) for job in shelf.downloads.jobs] == [
        ("whisper-small", "left", False),
        ("mine", "failed", False),
    ]
    shelf.downloads.find(FOLDER, begun)
    assert len(shelf.downloads.jobs) == 2
    shelf.downloads.resume("fetch mine")
    assert shelf.states() == ["left", "failed"]
    shelf.downloads.resume(SMALL)
    qtbot.waitUntil(lambda: shelf.brought == [FOLDER / "whisper-small"], timeout=20_000)
    shelf.downloads.remove("fetch mine")
    assert shelf.cleared == [(FOLDER, "mine")]


def test_an_engine_that_dies_leaves_what_came(make: Callable[..., Shelf], qtbot: QtBot) -> None:
    shelf = make("fetch-endless")
    shelf.downloads.fetch("openai/whisper-small", FOLDER)
    qtbot.waitUntil(lambda: shelf.job().done > 0, timeout=20_000)
    shelf.engine._kill()
    shelf.engine._end_all("crash", "The engine stopped unexpectedly.")
    assert shelf.job().state == "failed"
    assert shelf.job().message == "The engine stopped unexpectedly."
