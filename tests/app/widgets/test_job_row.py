"""A row of a job says in words what the bar shows, and offers what can be done now."""

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from app.widgets.job_row import Job, JobRow
from tests.support.accessibility import unnamed


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale("C"))


def _row(qtbot: QtBot, job: Job) -> JobRow:
    row = JobRow(job)
    qtbot.addWidget(row)
    row.show()
    return row


def _buttons(row: JobRow) -> list[str]:
    return [name for name in ("pause", "resume", "cancel", "remove") if getattr(row, name).isVisible()]


@pytest.mark.parametrize(
    ("job", "text", "buttons"),
    [
        (
            Job("a", "a.mp4", "running", "transcribe", 754_000, 3_600_000, 3.37, 845_000, rests=True),
            "Listening, 12:34 of 1:00:00, 3.4 × real time, 14:05 left",
            ["pause", "cancel"],
        ),
        (Job("a", "a.mp4", "running"), "Starting", ["cancel"]),
        (Job("a", "a.mp4", "running", "load", cancels=False), "Loading the model", []),
        (
            Job("a", "a.mp4", "paused", "transcribe", 1000, 2000, rests=True),
            "Paused, 0:01 of 0:02",
            ["resume", "cancel"],
        ),
        (Job("a", "a.mp4", "silent", "transcribe"), "Does not answer", ["cancel"]),
        (Job("a", "a.mp4", "stopping"), "Stopping…", ["cancel"]),
        (Job("a", "a.mp4", "waiting"), "Waiting", ["cancel"]),
        (Job("a", "a.mp4", "failed", message="No memory.", resumes=True), "Failed. No memory.", ["resume", "remove"]),
        (Job("a", "a.mp4", "failed", message="No sound."), "Failed. No sound.", ["remove"]),
        (
            Job("a", "a.mp4", "left", message="Heard up to 0:31."),
            "Not finished. Heard up to 0:31.",
            ["resume", "remove"],
        ),
        (Job("a", "a.mp4", "done", message="Cues heard: 3"), "Done. Cues heard: 3", ["remove"]),
    ],
)
def test_each_state_has_its_words_and_buttons(qtbot: QtBot, job: Job, text: str, buttons: list[str]) -> None:
    row = _row(qtbot, job)
    assert row.status.text() == text
    assert _buttons(row) == buttons
    assert unnamed(row) == []


def test_how_far_it_is_shows_in_the_bar_and_moves_where_nobody_knows(qtbot: QtBot) -> None:
    row = _row(qtbot, Job("a", "a.mp4", "running", "decode", 250, 1000))
    assert row.bar.value() * 4 == row.bar.maximum()
    row.show_job(Job("a", "a.mp4", "running", "load"))
    assert row.bar.maximum() == 0


def test_buttons_tell_the_key_of_their_job(qtbot: QtBot) -> None:
    row = _row(qtbot, Job("seven", "a.mp4", "running", rests=True))
    for button, signal in ((row.pause, row.paused), (row.cancel, row.cancelled)):
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == ["seven"]
    assert row.pause.accessibleName() == "Pause: a.mp4"


def test_one_that_waits_is_moved_where_it_can_be(qtbot: QtBot) -> None:
    row = _row(qtbot, Job("seven", "a.mp4", "waiting", down=True))
    assert (row.up.isVisible(), row.up.isEnabled(), row.down.isEnabled()) == (True, False, True)
    with qtbot.waitSignal(row.moved) as told:
        qtbot.mouseClick(row.down, Qt.MouseButton.LeftButton)
    assert told.args == ["seven", 1]
    assert row.down.accessibleName() == "Later: a.mp4"
    assert not _row(qtbot, Job("seven", "a.mp4", "waiting")).down.isVisible()


@pytest.mark.parametrize(("opens", "count"), [(True, 3), (False, 0)])
def test_a_click_or_enter_opens_what_is_done(qtbot: QtBot, opens: bool, count: int) -> None:
    row = _row(qtbot, Job("seven", "a.mp4", "done", opens=opens))
    opened: list[str] = []
    row.opened.connect(opened.append)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.status.geometry().center())
    if opens:
        qtbot.mouseClick(row.open, Qt.MouseButton.LeftButton)
        row.open.setFocus()
        qtbot.keyClick(row.open, Qt.Key.Key_Return)
    assert opened == ["seven"] * count


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    row = _row(qtbot, Job("seven", "a.mp4", "done", opens=True))
    row.remove.setFocus()
    with qtbot.waitSignal(row.removed), qtbot.assertNotEmitted(row.opened):
        qtbot.keyClick(row.remove, Qt.Key.Key_Return)


def test_a_job_that_is_stopping_is_not_cancelled_twice(qtbot: QtBot) -> None:
    assert not _row(qtbot, Job("a", "a.mp4", "stopping")).cancel.isEnabled()
