"""An empty table says why it is empty, and its button does what helps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.panels.emptiness import Emptiness
from engine.subtitles.document import Document
from tests.support.demo import SAMPLE

FILM = SAMPLE / "interview.mp4"
MakeWindow = Callable[..., MainWindow]


def told(window: MainWindow) -> str:
    return window.panels.emptiness.note.sentence.text().replace("\u200b", "")


def note_of(window: MainWindow) -> Emptiness:
    return window.panels.emptiness


def prepared(window: MainWindow, qtbot: QtBot) -> None:
    window.open([FILM])
    qtbot.waitUntil(lambda: not window.parts.film.preparing, timeout=60_000)


def test_without_a_film_one_can_be_opened(make_window: MakeWindow) -> None:
    window = make_window()
    window.groups.files.new()
    assert told(window) == "No film or sound is open yet."
    assert note_of(window).note.button.text() == "Open film or sound... (Ctrl+Shift+O)"


def test_a_film_that_is_prepared_is_ready_to_be_transcribed(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    prepared(window, qtbot)
    assert told(window) == "The film is ready to be transcribed: Sotto writes down what is said."
    wanted: list[str] = []
    note_of(window).wanted.disconnect()
    note_of(window).wanted.connect(wanted.append)
    qtbot.mouseClick(note_of(window).note.button, Qt.MouseButton.LeftButton)
    assert wanted == ["listen.transcribe"]


def test_an_engine_that_fails_says_what_helps(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window("crash-at-load")
    prepared(window, qtbot)
    assert told(window).endswith("close other programs, or try a smaller model.")


def test_the_note_goes_with_the_first_cue_and_comes_back_with_the_last(
    make_window: MakeWindow, documents: Callable[..., Document]
) -> None:
    window = make_window()
    window.groups.files.new()
    assert note_of(window).note.isVisible()
    window.parts.recovery.new(documents("One."))
    assert not note_of(window).note.isVisible()
    window.parts.recovery.new(Document())
    assert note_of(window).note.isVisible()
