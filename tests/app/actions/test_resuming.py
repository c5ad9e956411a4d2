"""A transcription that an earlier run could not finish is offered; film and model may have changed meanwhile."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.dialogs.model_choice.shelf import Shelf
from app.dialogs.other_model import OtherModelDialog
from app.main_window import MainWindow
from app.orders import Order, Unfinished, to_fact
from engine.checkpoints.suitable import Job
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import set_text
from engine.subtitles.formats import read
from engine.subtitles.media import media_at
from engine.subtitles.open_document import new_document
from tests.support.accessibility import unnamed
from tests.support.synthetic import needs_embedded

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample" / "interview.mp4"
MODEL = SAMPLE.parent.parent / "models" / "sotto-mini"
pytestmark = needs_embedded
HEARD = Cue(1, 0, 1_500, "One.", origin="machine")


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "films" / "talk.mp4"
    path.parent.mkdir()
    shutil.copy(SAMPLE, path)
    return path


@pytest.fixture
def project(tmp_path: Path, film: Path) -> Path:
    """A project whose film was heard up to two seconds; its steps are gone, as where it was salvaged."""
    path = tmp_path / "projects" / "talk.sotto"
    path.parent.mkdir()
    document = Document((HEARD,), media=media_at(film))
    left = Unfinished("heard-1", 2_000, 0, str(film), str(MODEL), 1, "en", document.media)
    opened = new_document(tmp_path, document)
    opened.keep(opened.history, {"unfinished": to_fact(left)})
    opened.save_as(opened.history, path, overwrite=False)
    opened.close()
    return path


@pytest.fixture
def answer() -> Iterator[Callable[[type[QDialog], str], list[str]]]:
    """Return a function that lets the next box of a kind be answered by a button's text, and lists what was asked."""
    timers: list[QTimer] = []

    def prepare(kind: type[QDialog], button: str) -> list[str]:
        asked: list[str] = []
        timer = QTimer()
        timers.append(timer)

        def press() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, kind):
                timer.stop()
                asked.append(box.text().replace("\u200b", "") if isinstance(box, QMessageBox) else box.windowTitle())
                next(each for each in box.findChildren(QPushButton) if each.text() == button).click()

        timer.timeout.connect(press)
        timer.start(10)
        return asked

    yield prepare
    for timer in timers:
        timer.stop()


def opened(make_window: Callable[..., MainWindow], project: Path) -> MainWindow:
    window = make_window("count", "5")
    window.open([project])
    return window


def go_on(window: MainWindow, qtbot: QtBot) -> list[int | None]:
    """Press Resume, wait for the end, and return when the words begin that came."""
    qtbot.mouseClick(window.panels.jobs.rows["hearing"].resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.parts.transcription.state == "idle", timeout=20_000)
    return [word.start for cue in window.parts.session.document.cues for word in cue.words]


def test_the_project_says_what_was_not_heard_and_resume_goes_on(
    make_window: Callable[..., MainWindow], qtbot: QtBot, project: Path
) -> None:
    window = opened(make_window, project)
    row = window.panels.jobs.rows["hearing"]
    assert row.name.text() == "talk.mp4"
    assert row.status.text() == "Not finished. Heard up to 0:02; Resume goes on from there."
    assert window.dock("jobs").isVisible()
    assert go_on(window, qtbot)[0] == 2_000
    assert window.parts.session.document.cues[0] == HEARD
    assert window.panels.jobs.rows["hearing"].job.state == "done"
    window.groups.files.close()
    window.open([project])
    assert "left" not in {job.state for job in window.panels.jobs.jobs}


def begun(make_window: Callable[..., MainWindow], qtbot: QtBot, film: Path, text: Path) -> MainWindow:
    """Return a window in which a film is being heard into a subtitle file; three cues or more of it are saved there."""
    window = make_window("deaf", "12")  # of which it tells no end
    window.open([film])
    transcription, session = window.parts.transcription, window.parts.session
    transcription.start(Order(str(film), str(MODEL), window.profile, language="en", film=media_at(film)))
    qtbot.waitUntil(lambda: len(session.document.cues) > 2, timeout=20_000)
    assert window.groups.saving.save_to(text)
    assert not window.parts.recovery.unsaved
    return window


def spoken(window: MainWindow) -> list[int | None]:
    return [word.start for cue in window.parts.session.document.cues for word in cue.words]


@pytest.mark.parametrize("typo", [False, True])
def test_a_saved_subtitle_file_that_is_closed_while_it_is_heard_goes_on_when_it_is_opened_again(
    make_window: Callable[..., MainWindow], qtbot: QtBot, film: Path, tmp_path: Path, typo: bool
) -> None:
    text = tmp_path / "talk.srt"
    window = begun(make_window, qtbot, film, text)
    kept, told = read(text).document.cues, window.statusBar()
    window.groups.files.close()
    assert told.currentMessage().startswith("talk.srt was heard up to 0:")
    assert window.parts.transcription.state == "idle"
    assert window.parts.recovery.left_behind() == ()
    if typo:  # mended by another program
        text.write_text(text.read_text("utf-8").replace(kept[0].text, "Mended."), "utf-8")

    later = make_window("count", "20")
    later.begin([text])
    assert later.parts.film.path == film
    assert "“Go on where it broke off” hears the rest." in later.statusBar().currentMessage()
    assert later.panels.jobs.rows["hearing"].job.state == "left"
    assert later.parts.recovery.recovered == 0
    go_on(later, qtbot)
    cues = later.parts.session.document.cues
    assert [cue.start for cue in cues][: len(kept)] == [cue.start for cue in kept]
    assert len(cues) > len(kept)
    assert cues[0].text == ("Mended." if typo else kept[0].text)
    times = spoken(later)
    assert times == sorted(set(times)), "nothing twice"
    assert later.groups.saving.save()
    later.groups.files.close()
    later.open([text])
    assert "left" not in {job.state for job in later.panels.jobs.jobs}


def test_whoever_discards_what_was_heard_of_a_subtitle_file_is_not_offered_the_rest(
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    film: Path,
    tmp_path: Path,
    answer: Callable[[type[QDialog], str], list[str]],
) -> None:
    text = tmp_path / "talk.srt"
    window = begun(make_window, qtbot, film, text)
    saved = [cue.text for cue in read(text).document.cues]
    window.parts.session.apply(set_text(window.parts.session.document.cues[0].id, "Mine."))
    asked = answer(QMessageBox, "&Discard")
    window.groups.files.close()
    assert asked == ["talk.srt has changes that are not saved."]
    window.open([text])
    assert [cue.text for cue in window.parts.session.document.cues] == saved
    assert "hearing" not in window.panels.jobs.rows


def test_what_is_let_be_is_not_offered_again(
    make_window: Callable[..., MainWindow], qtbot: QtBot, project: Path
) -> None:
    window = opened(make_window, project)
    qtbot.mouseClick(window.panels.jobs.rows["hearing"].remove, Qt.MouseButton.LeftButton)
    assert "hearing" not in window.panels.jobs.rows
    qtbot.waitUntil(lambda: not window.commands.action("listen.resume").isEnabled())
    window.groups.files.close()
    window.open([project])
    assert "hearing" not in window.panels.jobs.rows


def test_another_document_is_not_offered_what_is_left_of_this(
    make_window: Callable[..., MainWindow], project: Path
) -> None:
    window = opened(make_window, project)
    window.groups.files.new()
    assert "hearing" not in window.panels.jobs.rows


def test_a_film_that_was_moved_is_found_and_heard(
    make_window: Callable[..., MainWindow], qtbot: QtBot, project: Path, film: Path
) -> None:
    moved = project.with_name("renamed.mp4")
    film.rename(moved)
    window = opened(make_window, project)
    assert window.parts.film.path == moved
    go_on(window, qtbot)
    order = window.parts.transcription.order
    assert order is not None
    assert order.media == str(moved)


def test_a_film_that_is_gone_is_told_with_the_remedy(
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    project: Path,
    film: Path,
    answer: Callable[[type[QDialog], str], list[str]],
) -> None:
    film.unlink()
    window = opened(make_window, project)
    asked = answer(QMessageBox, "&Not now")
    assert go_on(window, qtbot) == []
    assert asked == ["talk.mp4, which was being transcribed, is not there: connect its disk, or choose where it is."]
    assert window.panels.jobs.rows["hearing"].job.state == "left"


@pytest.mark.parametrize(("button", "words"), [("&Go on with it all the same", True), ("&Not now", False)])
def test_a_film_that_was_changed_is_heard_only_if_somebody_wants_it(
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    project: Path,
    film: Path,
    answer: Callable[[type[QDialog], str], list[str]],
    button: str,
    words: bool,
) -> None:
    changed = project.with_suffix(".mp4")  # of the project's name and beside it
    changed.write_bytes(film.read_bytes() + b"x")
    film.unlink()
    window = opened(make_window, project)
    assert window.parts.film.path == changed
    asked = answer(QMessageBox, button)
    assert bool(go_on(window, qtbot)) is words
    assert asked[0].startswith("talk.mp4 is another film than the one that was heard up to 0:02, or was changed since")


def test_where_the_model_is_gone_another_is_chosen(
    make_window: Callable[..., MainWindow],
    qtbot: QtBot,
    project: Path,
    answer: Callable[[type[QDialog], str], list[str]],
) -> None:
    window = opened(make_window, project)
    left = window.parts.transcription.unfinished
    assert left is not None
    window.parts.transcription.take_up(replace(left, model="/models/small"))
    asked = answer(OtherModelDialog, "Go on with it")
    assert go_on(window, qtbot)
    assert asked == ["Choose a model"]
    order = window.parts.transcription.order
    assert order is not None
    assert Path(order.model).exists()


def test_the_question_for_a_model_is_refused_where_there_is_none(qtbot: QtBot) -> None:
    dialog = OtherModelDialog("The model small is not there any more.", Shelf(()), Job())
    qtbot.addWidget(dialog)
    assert dialog.refused.startswith("There is no model here")
    assert unnamed(dialog) == []
