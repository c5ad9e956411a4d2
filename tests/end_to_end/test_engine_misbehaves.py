"""An engine process that misbehaves: the window says what happened and what to do, keeps what arrived, and goes on."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from app.main_window import MainWindow
from tests.support.fake_engine import DURATION
from tests.support.hands import answering, choose, click, press, wait_until
from tests.support.sample_job import ask_to_transcribe
from tests.support.synthetic import needs_embedded

FAKE = (sys.executable, "-m", "tests.support.fake_engine")
MakeWindow = Callable[..., MainWindow]
pytestmark = needs_embedded  # the dialog wants a model, which the fake engine doesn't read


@dataclass(frozen=True, slots=True)
class Fault:
    """What the engine does, the remedy that the message must name, and how many cues have arrived by then at least."""

    conduct: tuple[str, ...]
    remedy: str
    cues: int


BREAKS = (
    Fault(("crash", "8"), "try a smaller model", 1),
    Fault(("crash", "0"), "try a smaller model", 0),
    Fault(("exit", "8"), "Try again", 1),
    Fault(("junk", "8"), "install Sotto again", 1),
    Fault(("endless", "8"), "install Sotto again", 1),
    Fault(("crash-at-load",), "try a smaller model", 0),
    Fault(("wrong-version",), "install Sotto again", 0),
    Fault(("fail", "memory"), "As it was told to.", 1),
)


def open_film(window: MainWindow) -> None:
    click(window.panels.start_page.sample_button)
    wait_until(lambda: not window.parts.film.preparing, "the end of the film's preparation")


@pytest.mark.parametrize("fault", BREAKS, ids=lambda fault: "-".join(fault.conduct))
def test_a_transcription_that_breaks_ends_in_a_message_with_a_remedy(make_window: MakeWindow, fault: Fault) -> None:
    window = make_window((*FAKE, *fault.conduct))
    open_film(window)
    told: list[str] = []
    with answering(QMessageBox, choose("Keep", told)):
        ask_to_transcribe(window)
    assert told[0].startswith("The transcription stopped at 0:")
    assert fault.remedy in told[0]
    assert len(window.parts.session.document.cues) >= fault.cues
    assert window.parts.transcription.state == "idle"
    assert window.commands.action("listen.resume").isEnabled()


def test_a_film_whose_engine_crashes_is_told_with_a_remedy_and_can_be_edited(make_window: MakeWindow) -> None:
    window = make_window((*FAKE, "crash-at-load"))
    open_film(window)
    assert "close other programs" in window.statusBar().currentMessage()
    press("Ctrl+Alt+Insert", window)
    assert len(window.parts.session.document.cues) == 1


@pytest.mark.parametrize("conduct", ["hang", "stop"])
def test_an_engine_that_falls_silent_is_said_not_to_answer_and_can_be_stopped(
    make_window: MakeWindow, conduct: str
) -> None:
    window = make_window((*FAKE, conduct, "8"))
    open_film(window)
    ask_to_transcribe(window)
    wait_until(lambda: "does not answer" in window.status.work.text(), "that the engine does not answer")
    assert "Ctrl+Shift+T" in window.status.work.text()
    arrived = len(window.parts.session.document.cues)
    assert arrived
    press("Ctrl+Shift+T", window)
    wait_until(lambda: window.parts.transcription.state == "idle", "the end")
    assert len(window.parts.session.document.cues) >= arrived
    assert window.status.work.text() == ""
    assert QApplication.activeModalWidget() is None


def test_an_engine_that_lies_brings_cues_that_can_be_and_is_told_on(make_window: MakeWindow) -> None:
    window = make_window((*FAKE, "lie", "16"))
    open_film(window)
    ask_to_transcribe(window)
    wait_until(lambda: window.parts.transcription.state == "idle", "the end")
    cues = window.parts.session.document.cues
    assert cues
    assert all(0 <= cue.start < cue.end <= DURATION for cue in cues)
    assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)
    assert "times that can't be" in window.statusBar().currentMessage()


def test_after_a_crash_the_transcription_goes_on_with_a_new_process(make_window: MakeWindow) -> None:
    window = make_window((*FAKE, "crash", "8"))
    open_film(window)
    told: list[str] = []
    with answering(QMessageBox, choose("Resume", told)):
        ask_to_transcribe(window)
    with answering(QMessageBox, choose("Keep", told)):
        pass
    assert len(told) == 2
    cues = window.parts.session.document.cues
    assert max(cue.end for cue in cues) > 20_000
