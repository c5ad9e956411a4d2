"""The window is killed midway: the next start offers all that was told to be on the disk, to keep or to discard."""

import json
import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from app.dialogs.recovered import RecoveredDialog
from app.main_window import MainWindow
from engine.subtitles.document import Cue
from tests.support.engine_child import PROJECT, environment, gone
from tests.support.hands import answering, button, click, press, wait_until
from tests.support.sample_job import ask_to_transcribe, open_sample, wait_for_end
from tests.support.seams import strays
from tests.support.synthetic import needs_embedded
from tests.support.window_child import TYPED, own_folders

MakeWindow = Callable[..., MainWindow]
pytestmark = needs_embedded


@dataclass(frozen=True, slots=True)
class Killed:
    """Where the killed window kept what is its own, and the last document that it told to be on the disk."""

    home: Path
    kept: list[list[object]]
    all_gone: bool


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """Start a window of its own, let it transcribe and somebody type, and kill it while more is still to be heard."""
    home, mark = tmp_path_factory.mktemp("home"), uuid.uuid4().hex
    own = {
        **environment(home, mark),
        **own_folders(home),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_XCB_GL_INTEGRATION": "none",
    }
    kept: list[list[object]] = []
    with (
        (home / "log").open("wb") as log,
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.window_child"],
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=PROJECT,
            env=own,
        ) as window,
    ):
        assert window.stdout is not None
        for line in window.stdout:
            kept = json.loads(line)
            if any(str(text).endswith(TYPED) for _, _, _, text, _ in kept):
                break
        os.kill(window.pid, signal.SIGKILL)
        for line in window.stdout:  # what it told before it died
            kept = json.loads(line)
    assert any(str(text).endswith(TYPED) for _, _, _, text, _ in kept), (home / "log").read_text()[-2000:]
    return Killed(home, kept, gone(mark))


@pytest.fixture
def home(killed: Killed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the window of a test find a copy of what the killed one left."""
    shutil.copytree(killed.home, tmp_path / "home", ignore=shutil.ignore_patterns("cache"))
    for name, folder in own_folders(tmp_path / "home").items():
        monkeypatch.setenv(name, folder)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    return tmp_path / "home"


def as_told(cues: tuple[Cue, ...]) -> list[list[object]]:
    return [[cue.id, cue.start, cue.end, cue.text, cue.origin] for cue in cues]


def begin(window: MainWindow, answer: Callable[[RecoveredDialog], None]) -> None:
    """Let the window look at what an earlier run left, as main.py does once it stands."""
    with answering(RecoveredDialog, answer):
        QTimer.singleShot(0, window, lambda: window.begin(()))


def decide(decision: str) -> Callable[[RecoveredDialog], None]:
    def answer(dialog: RecoveredDialog) -> None:
        click(dialog.choice.button(decision))
        click(button(dialog, "Continue"))

    return answer


def test_no_process_of_a_killed_window_is_left(killed: Killed) -> None:
    assert killed.all_gone


def test_what_was_kept_is_offered_compared_and_opened_with_its_film(killed: Killed, make_window: MakeWindow) -> None:
    window = make_window()
    compared: list[int] = []

    def answer(dialog: RecoveredDialog) -> None:
        compared.append(dialog.table.rowCount())
        assert "unsaved edits" in dialog.list.item(0).text()
        decide("keep")(dialog)

    begin(window, answer)
    assert compared[0] >= len(killed.kept)
    session, film = window.parts.session, window.parts.film
    found = as_told(session.document.cues)
    assert [cue for cue in killed.kept if cue not in found] == []
    assert film.path is not None
    assert film.path.name == "interview.mp4"
    wait_until(lambda: not film.preparing, "the sound of the film")
    press("Ctrl+Z", window.panels.table.view)
    assert as_told(session.document.cues) != found
    press("Ctrl+Y", window.panels.table.view)
    assert as_told(session.document.cues) == found
    wait_for_end(window)


def test_what_was_kept_waits_for_the_next_start_or_is_discarded_for_good(make_window: MakeWindow) -> None:
    window = make_window()
    begin(window, lambda dialog: click(button(dialog, "Decide later")))
    assert window.parts.session.document.cues == ()
    begin(window, decide("discard"))
    assert window.parts.session.document.cues == ()
    assert window.parts.recovery.left_behind() == ()


def heard(cues: tuple[Cue, ...]) -> list[str]:
    return [cue.text.removesuffix(TYPED) for cue in cues]


def test_what_was_not_heard_yet_is_heard_after_the_restart_as_if_nobody_had_killed_it(make_window: MakeWindow) -> None:
    window = make_window()
    begin(window, decide("keep"))
    kept = window.parts.session.document.cues
    row = window.panels.jobs.rows["hearing"]
    assert row.status.text().startswith("Not finished. Heard up to 0:")
    wait_until(window.commands.action("listen.resume").isEnabled, "the way to go on")
    click(row.resume)
    wait_for_end(window)
    cues = window.parts.session.document.cues
    assert as_told(cues)[: len(kept)] == as_told(kept)
    assert len(cues) > len(kept)
    assert window.parts.transcription.unfinished is None

    whole = make_window()
    open_sample(whole)
    ask_to_transcribe(whole)
    wait_for_end(whole)
    assert strays(heard(kept), heard(cues), heard(whole.parts.session.document.cues)) == []
