"""What a screen reader says of work by itself, once each: that it begins, what is done with it, how it ended."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.orders import Order
from app.queue.values import Entry, Manner

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample" / "interview.mp4"
MODEL = SAMPLE.parent.parent / "models" / "sotto-mini"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Qt is given to be announced."""
    told: list[str] = []

    def take(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    return told


def opened(make_window: Callable[..., MainWindow], qtbot: QtBot, *conduct: str) -> MainWindow:
    window = make_window(*conduct)
    window.open([SAMPLE])
    qtbot.waitUntil(lambda: not window.parts.film.preparing, timeout=20_000)
    return window


def order(window: MainWindow) -> Order:
    return Order(str(SAMPLE), str(MODEL), window.profile, language="en")


def test_each_transcription_says_once_that_it_begins_and_once_how_it_ended(
    make_window: Callable[..., MainWindow], qtbot: QtBot, said: list[str]
) -> None:
    window = opened(make_window, qtbot, "count", "3")
    transcription = window.parts.transcription
    for _ in range(2):  # the second one has the row of the first
        said.clear()
        with qtbot.waitSignal(transcription.finished, timeout=20_000) as finished:
            transcription.start(order(window))
        assert said == ["Transcribing", f"Cues written down: {finished.args[0]}."]
        assert window.panels.jobs.rows["hearing"].isVisible()


def test_what_is_done_with_it_meanwhile_is_said_by_its_row(
    make_window: Callable[..., MainWindow], qtbot: QtBot, said: list[str]
) -> None:
    window = opened(make_window, qtbot, "count", "1000", "0.02")
    transcription = window.parts.transcription
    transcription.start(order(window))
    said.clear()
    transcription.pause()
    transcription.resume()
    with qtbot.waitSignal(transcription.finished, timeout=20_000) as finished:
        transcription.cancel()
    assert [line.split(",")[0] for line in said] == [
        "interview.mp4: Paused",
        "interview.mp4: Starting",
        "interview.mp4: Stopping…",
        f"Stopped. Cues written down: {finished.args[0]}.",
    ]


def test_a_film_of_the_queue_says_once_how_it_ended(
    make_window: Callable[..., MainWindow], qtbot: QtBot, said: list[str], tmp_path: Path
) -> None:
    window = opened(make_window, qtbot, "count", "3")
    said.clear()
    films = (SAMPLE, tmp_path / "gone.mp4")
    entries = [
        Entry(film.stem, str(film), str(tmp_path / f"{film.stem}.sotto"), Manner("model", language="en"))
        for film in films
    ]
    window.parts.batch.add(entries)
    qtbot.waitUntil(lambda: not window.parts.batch.queue.waits, timeout=20_000)
    begins = ("interview.mp4: ", "interview.mp4 is transcribed. Cues: ", "gone.mp4: ", "gone.mp4 could not be ")
    assert [line.startswith(begin) for line, begin in zip(said, begins, strict=True)] == [True] * 4, said
