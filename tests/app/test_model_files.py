"""Models are verified, imported and removed one after another, and what came of it is told."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.model_files import ModelFiles
from engine.protocol import Failed, ImportModel, ModelRequest

FAKE = (sys.executable, "-m", "tests.support.fake_engine")


class Told:
    """Model files with an engine that behaves as told, and what they told."""

    def __init__(self, *conduct: str) -> None:
        self.files = ModelFiles(EngineProcess((*FAKE, *conduct)))
        self.seen: list[tuple[str, object]] = []
        self.rows: list[list[tuple[str, str, object]]] = []
        self.files.brought.connect(lambda path: self.seen.append(("brought", path)))
        self.files.removed.connect(lambda path: self.seen.append(("removed", path)))
        self.files.verified.connect(lambda path, files, wrong: self.seen.append(("verified", (path, files, wrong))))
        self.files.failed.connect(self._on_failed)
        self.files.changed.connect(lambda: self.rows.append([(j.name, j.state, j.stage) for j in self.files.jobs]))

    def _on_failed(self, request: ModelRequest, failed: Failed) -> None:
        self.seen.append(("failed", (type(request).__name__, failed.kind)))


@pytest.fixture
def make(qapp: object) -> Iterator[Callable[..., Told]]:
    assert qapp is not None
    made: list[Told] = []

    def make(*conduct: str) -> Told:
        made.append(Told(*conduct))
        return made[-1]

    yield make
    for told in made:
        told.files.close()


def test_one_thing_is_done_after_another(make: Callable[..., Told], qtbot: QtBot) -> None:
    told = make("count", "0")
    told.files.verify(Path("/models/whisper-small"))
    told.files.bring(Path("/home/mine"), Path("/models"))
    told.files.remove(Path("/models/whisper-tiny"), [Path("/models")])
    assert told.rows[-1] == [
        ("whisper-small", "running", "checking"),
        ("mine", "waiting", "copying"),
        ("whisper-tiny", "waiting", "removing"),
    ]
    qtbot.waitUntil(lambda: len(told.seen) == 3, timeout=20_000)
    assert told.seen == [
        ("verified", (Path("/models/whisper-small"), 5, ())),
        ("brought", Path("/models/mine")),
        ("removed", Path("/models/whisper-tiny")),
    ]
    assert told.files.jobs == ()


def test_files_that_differ_are_named(make: Callable[..., Told], qtbot: QtBot) -> None:
    told = make("differs")
    told.files.verify(Path("/models/whisper-small"))
    qtbot.waitUntil(lambda: bool(told.seen), timeout=20_000)
    kind, (path, files, problems) = told.seen[0]  # type: ignore[misc]
    assert (kind, path, files, len(problems)) == ("verified", Path("/models/whisper-small"), 5, 2)


def test_a_file_that_nobody_vouches_for_is_imported_only_when_it_is_trusted(
    make: Callable[..., Told], qtbot: QtBot
) -> None:
    told = make("untrusted")
    told.files.bring(Path("/home/mine.pt"), Path("/models"))
    qtbot.waitUntil(lambda: bool(told.seen), timeout=20_000)
    assert told.seen == [("failed", (ImportModel.__name__, "untrusted"))]
    told.files.bring(Path("/home/mine.pt"), Path("/models"), trusted=True)
    qtbot.waitUntil(lambda: len(told.seen) == 2, timeout=20_000)
    assert told.seen[1][0] == "brought"


def test_a_refusal_is_told_with_what_was_asked(make: Callable[..., Told], qtbot: QtBot) -> None:
    told = make("refuse", "disk")
    told.files.remove(Path("/models/whisper-tiny"), [Path("/models")])
    qtbot.waitUntil(lambda: bool(told.seen), timeout=20_000)
    assert told.seen == [("failed", ("RemoveModel", "disk"))]
    assert told.files.jobs == ()
