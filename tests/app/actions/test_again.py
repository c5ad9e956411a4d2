"""Selected cues are heard once more in the window: asked how, compared, and taken as one step, or nothing changes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.dialogs.heard_again import HeardAgainDialog
from app.dialogs.transcribe.dialog import TranscribeDialog
from app.main_window import MainWindow
from app.widgets.clock import short_clock
from app.widgets.plain_label import PlainLabel
from app.widgets.waveform.scene import Stretch
from engine.subtitles.document import Cue
from engine.subtitles.edits import set_text, verify
from engine.subtitles.history import History
from tests.support.hands import answering, button, choose, click, press, type_text, wait_until
from tests.support.synthetic import needs_embedded

pytestmark = needs_embedded  # a model has to be there to be chosen

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample" / "interview.mp4"
CUES = (
    Cue(1, 1_000, 2_500, "One, too?", "Anna", origin="machine"),
    Cue(2, 5_000, 6_500, "Mine.", "Ben", origin="edited"),
    Cue(3, 40_000, 41_500, "Three.", "Anna", "Drei.", origin="machine"),
)


@pytest.fixture
def open_window(make_window: Callable[..., MainWindow], qtbot: QtBot) -> Callable[..., MainWindow]:
    """Return a function that makes a window on the sample with three cues, all selected."""

    def make(*conduct: str) -> MainWindow:
        window = make_window(*conduct)
        window.open([SAMPLE])
        qtbot.waitUntil(lambda: not window.parts.film.preparing, timeout=20_000)
        session = window.parts.session
        session.open(History(replace(session.document, cues=CUES, language="en")))
        session.select((1, 2, 3))
        return window

    return make


def hear_again(window: MainWindow) -> None:
    """Ask for the second hearing through the menu's action, as the dialog offers it."""
    with answering(TranscribeDialog, lambda dialog: click(button(dialog, "Transcribe"))):
        window.commands.run("listen.again")


def texts(window: MainWindow) -> list[str]:
    return [cue.text for cue in window.parts.session.document.cues]


def told(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def take(dialog: HeardAgainDialog) -> None:
    wait_until(dialog.isEnabled, "the end of its deafness")
    press("Return", dialog.view)


def test_what_is_chosen_comes_as_one_step_and_what_a_person_wrote_stays(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("count", "5")
    with answering(HeardAgainDialog, take) as dialogs:
        hear_again(window)
    assert dialogs[0].answer == ("new", "old", "new")
    cues = window.parts.session.document.cues
    assert [(cue.id, cue.text, cue.speaker, cue.translation, cue.origin) for cue in cues] == [
        (1, "one two", "Anna", "", "machine"),
        (2, "Mine.", "Ben", "", "edited"),
        (3, "one four", "Anna", "", "machine"),
    ]
    assert window.parts.session.history.undo_label == "Transcribe again"
    assert told(window) == "Rows replaced: 2."
    wait_until(lambda: not window.commands.action("listen.compare").isEnabled(), "nothing to compare any more")
    window.parts.session.undo()
    assert window.parts.session.document.cues == CUES


def test_new_texts_come_in_the_old_times_as_one_step(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("count", "5")

    def choose_texts(dialog: HeardAgainDialog) -> None:
        wait_until(dialog.isEnabled, "the end of its deafness")
        click(dialog.all_text)
        press("Return", dialog.view)

    with answering(HeardAgainDialog, choose_texts):
        hear_again(window)
    cues = window.parts.session.document.cues
    assert [(cue.id, cue.start, cue.end, cue.speaker, cue.origin) for cue in cues] == [
        (cue.id, cue.start, cue.end, cue.speaker, "machine") for cue in CUES
    ]
    assert texts(window) == ["one two", "one three", "one four"]
    assert all(cue.words for cue in cues)
    assert window.parts.session.history.undo_label == "Transcribe again"
    assert told(window) == "Rows replaced: 3."
    window.parts.session.undo()
    assert window.parts.session.document.cues == CUES


def test_the_question_offers_what_a_transcription_does_but_hears_the_cues_alone(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window("count", "1")

    def look(dialog: TranscribeDialog) -> None:
        assert dialog.windowTitle() == "Transcribe again"
        assert not dialog.scope.isVisible()
        assert dialog.model.isVisible()
        type_text("Åse", dialog.vocabulary)
        dialog.reject()

    with answering(TranscribeDialog, look):
        window.commands.run("listen.again")
    assert window.parts.rehearing.state == "idle"
    assert texts(window) == ["One, too?", "Mine.", "Three."]


def test_who_works_on_is_not_interrupted_and_finds_what_was_changed_kept(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("count", "1", "0.3")
    hear_again(window)
    session = window.parts.session
    session.apply(set_text(1, "I corrected it."))
    session.apply(verify((3,)))
    qtbot.waitUntil(lambda: window.parts.rehearing.state == "idle", timeout=20_000)
    assert told(window) == "Heard again: choose “Compare what was heard again” when you like."
    assert texts(window) == ["I corrected it.", "Mine.", "Three."]

    def choose_all_new(dialog: HeardAgainDialog) -> None:
        assert dialog.kept.text() == "Changed by you meanwhile, and kept as they are: 2."
        click(dialog.all_new)
        press("Return", dialog.view)

    with answering(HeardAgainDialog, choose_all_new):
        window.commands.run("listen.compare")
    assert texts(window) == ["I corrected it.", "one three", "Three."]
    assert told(window) == "Rows replaced: 1. Changed meanwhile, kept: 2."


def test_a_comparison_that_is_left_can_be_made_later(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("count", "5")
    with answering(HeardAgainDialog, lambda dialog: dialog.reject()):
        hear_again(window)
    assert window.parts.session.document.cues == CUES
    with answering(HeardAgainDialog, lambda dialog: (click(dialog.all_old), press("Return", dialog.view))):
        window.commands.run("listen.compare")
    assert window.parts.session.document.cues == CUES
    assert window.parts.session.history.past == ()
    assert told(window) == "Rows replaced: 0."


def test_where_nothing_is_heard_it_is_told_and_nothing_changes(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("count", "0")
    hear_again(window)
    qtbot.waitUntil(lambda: window.parts.rehearing.state == "idle", timeout=20_000)
    assert told(window) == "Nothing was heard there: the cues stay as they are."
    assert window.panels.jobs.rows["again"].status.text() == "Done. No speech was found."
    assert window.parts.session.document.cues == CUES


def test_where_the_engine_is_killed_it_is_told_and_can_be_tried_again(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("crash", "1")
    said: list[str] = []
    with answering(QMessageBox, choose("Try again", said)):
        hear_again(window)
    with answering(QMessageBox, choose("Leave it", said)):
        pass
    assert len(said) == 2
    assert "smaller model" in said[0]
    assert said[0].endswith("The cues stay as they are.")
    assert window.parts.rehearing.state == "idle"
    assert window.parts.session.document.cues == CUES


def test_it_is_steered_as_a_transcription_is_and_neither_begins_beside_the_other(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("count", "900", "0.01")
    hear_again(window)
    rehearing, commands = window.parts.rehearing, window.commands
    commands.update()
    assert not commands.action("listen.transcribe").isEnabled()
    assert not commands.action("listen.again").isEnabled()
    commands.run("listen.pause")
    assert rehearing.state == "paused"
    assert window.panels.jobs.rows["again"].resume.isVisibleTo(window.panels.jobs.rows["again"])
    commands.run("listen.pause")
    assert rehearing.state == "running"
    commands.run("listen.cancel")
    qtbot.waitUntil(lambda: rehearing.state == "idle", timeout=20_000)
    assert told(window) == "Stopped: the cues stay as they are."
    assert window.parts.session.document.cues == CUES
    assert "again" not in window.panels.jobs.rows


def test_without_a_selection_there_is_nothing_to_hear_again(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("count", "1")
    window.parts.session.select(())
    window.commands.update()
    assert not window.commands.action("listen.again").isEnabled()


@pytest.mark.parametrize(
    ("marked", "selected", "heard"),
    [
        ((900, 2_700), (1, 3), [(900, 2_700)]),
        ((900, 2_700), (), [(900, 2_700)]),
        ((900, 2_700), (3,), [(39_800, 41_700)]),
        ((20_000, 21_000), (2,), [(4_800, 6_700)]),
    ],
)
def test_a_marked_time_is_heard_unless_cues_are_selected_elsewhere(
    open_window: Callable[..., MainWindow],
    marked: tuple[int, int],
    selected: tuple[int, ...],
    heard: list[tuple[int, int]],
) -> None:
    window = open_window("count", "1")
    window.parts.session.select(selected)
    window.panels.waveform.view.set_stretch(Stretch(*marked))
    asked: list[str] = []

    def look(dialog: TranscribeDialog) -> None:
        asked.extend(label.text() for label in dialog.findChildren(PlainLabel) if " to 0:" in label.text())
        dialog.reject()

    with answering(TranscribeDialog, look):
        window.commands.run("listen.again")
    assert asked == [f"{short_clock(start, 1)} to {short_clock(end, 1)}" for start, end in heard]


def test_a_window_that_is_closed_meanwhile_asks_nothing(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("count", "900", "0.01")
    hear_again(window)
    window.parts.recovery.discard()
    window.close()
    QTest.qWait(1)
    assert window.parts.rehearing.state == "idle"
