"""Files are opened, saved and exported; a person is asked before anything is lost."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.dialogs.export import Export
from app.main_window import MainWindow
from engine.subtitles.edits import set_text

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample" / "interview.mp4"
SRT = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT, "utf-8")
    return path


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window()


@pytest.fixture
def answer() -> Iterator[Callable[[str], list[str]]]:
    """Return a function that lets the next box be answered by a button's text, and lists what was asked."""
    timers: list[QTimer] = []

    def prepare(button: str) -> list[str]:
        asked: list[str] = []
        timer = QTimer()
        timers.append(timer)

        def press() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                timer.stop()
                asked.append(box.text())
                next(each for each in box.buttons() if each.text() == button).click()

        timer.timeout.connect(press)
        timer.start(10)
        return asked

    yield prepare
    for timer in timers:
        timer.stop()


def texts(window: MainWindow) -> list[str]:
    return [cue.text for cue in window.parts.session.document.cues]


def test_subtitles_are_opened_with_the_film_beside_them(window: MainWindow, file: Path) -> None:
    film = file.with_suffix(".mp4")
    shutil.copy(SAMPLE, film)
    window.open([file])
    assert texts(window) == ["One.", "Two."]
    assert window.parts.film.path == film
    assert window.windowTitle() == "talk.srt[*] - Sotto"
    assert window.parts.session.selected == (1,)
    assert window.parts.preferences.settings.recent == (file,)


def test_a_language_in_the_name_leads_to_the_same_film(window: MainWindow, file: Path) -> None:
    film = file.with_suffix(".mkv")
    shutil.copy(SAMPLE, film)
    window.open([file.rename(file.with_name("talk.en.srt"))])
    assert window.parts.film.path == film


def test_a_film_alone_begins_an_empty_document_with_it(window: MainWindow, tmp_path: Path) -> None:
    film = tmp_path / "talk.mp4"
    shutil.copy(SAMPLE, film)
    window.open([film])
    media = window.parts.session.document.media
    assert media is not None
    assert media.path == str(film)
    assert window.parts.session.document.cues == ()
    assert window.windowTitle() == "talk.mp4[*] - Sotto"


def test_several_films_are_told_and_not_opened(window: MainWindow, tmp_path: Path) -> None:
    told: list[list[Path]] = []
    window.groups.files.several.disconnect()  # the queue would ask
    window.groups.files.several.connect(told.append)
    for name in ("b.mp3", "a.mp4", "notes.pdf"):
        (tmp_path / name).write_bytes(b"x")
    window.open([tmp_path])
    assert told == [[tmp_path / "a.mp4", tmp_path / "b.mp3"]]
    assert not window.groups.files.is_open


def test_a_film_goes_to_the_subtitles_of_its_name_and_the_others_are_told(window: MainWindow, file: Path) -> None:
    told: list[list[Path]] = []
    window.groups.files.several.disconnect()
    window.groups.files.several.connect(told.append)
    for name in ("a.mp4", "talk.mp4"):
        shutil.copy(SAMPLE, file.with_name(name))
    window.groups.files.open_first([file.with_name("a.mp4"), file, file.with_name("talk.mp4")])
    assert window.parts.recovery.path == file
    assert window.parts.film.path == file.with_name("talk.mp4")
    assert told == [[file.with_name("a.mp4")]]


def test_of_several_subtitles_the_first_is_opened_and_that_is_said(window: MainWindow, file: Path) -> None:
    other = file.with_name("other.srt")
    other.write_text(SRT, "utf-8")
    window.open([other, file])
    assert window.parts.recovery.path == other
    assert "other.srt was opened" in window.statusBar().currentMessage()


def test_a_file_that_cannot_be_read_is_told_and_nothing_changes(
    window: MainWindow, file: Path, answer: Callable[[str], list[str]]
) -> None:
    asked = answer("OK")
    window.open([file.with_name("none.srt")])
    assert asked[0].replace("\u200b", "").endswith("none.srt does not exist: check the name")
    assert not window.groups.files.is_open


def test_a_project_is_saved_and_opened_again(window: MainWindow, file: Path) -> None:
    window.open([file])
    window.groups.saving.save_to(file.with_suffix(".sotto"))
    window.parts.session.apply(set_text(1, "Eins."))
    window.groups.files.close()
    assert not window.groups.files.is_open
    window.open([file.with_suffix(".sotto")])
    assert texts(window) == ["Eins.", "Two."]


def test_changes_are_shown_in_the_title_until_they_are_saved(window: MainWindow, file: Path) -> None:
    window.open([file])
    assert not window.isWindowModified()
    window.parts.session.apply(set_text(1, "Eins."))
    assert window.isWindowModified()
    assert window.groups.saving.save()
    assert not window.isWindowModified()
    assert file.read_text("utf-8") == SRT.replace("One.", "Eins.")


@pytest.mark.parametrize(
    ("button", "closed", "written"), [("&Save", True, True), ("&Discard", True, False), ("&Cancel", False, False)]
)
def test_before_closing_it_is_asked_what_becomes_of_changes(
    window: MainWindow,
    file: Path,
    answer: Callable[[str], list[str]],
    button: str,
    closed: bool,
    written: bool,
) -> None:
    window.open([file])
    window.parts.session.apply(set_text(1, "Eins."))
    asked = answer(button)
    window.groups.files.close()
    assert asked == ["talk.srt has changes that are not saved."]
    assert window.groups.files.is_open is not closed
    assert ("Eins." in file.read_text("utf-8")) is written


def test_a_file_changed_outside_is_not_overwritten_unasked(
    window: MainWindow, file: Path, answer: Callable[[str], list[str]]
) -> None:
    window.open([file])
    window.parts.session.apply(set_text(1, "Eins."))
    file.write_text(SRT.replace("Two.", "Zwei."), "utf-8")
    asked = answer("&Cancel")
    assert not window.groups.saving.save()
    assert len(asked) == 1
    assert "Zwei." in file.read_text("utf-8")
    answer("&Overwrite")
    assert window.groups.saving.save()
    assert "Eins." in file.read_text("utf-8")


def test_a_change_outside_is_noticed_and_can_be_read(
    window: MainWindow, file: Path, answer: Callable[[str], list[str]]
) -> None:
    window.open([file])
    file.write_text(SRT.replace("Two.", "Zwei."), "utf-8")
    answer("&Reload")
    window.groups.saving.notice_changes_outside()
    assert texts(window) == ["One.", "Zwei."]


def test_an_export_leaves_the_document_under_its_name(window: MainWindow, file: Path) -> None:
    window.open([file])
    assert window.groups.saving.export_to(file.with_name("out"), Export(".vtt"))
    assert file.with_name("out.vtt").read_text("utf-8").startswith("WEBVTT")
    assert window.parts.recovery.path == file


def test_what_a_format_cannot_hold_is_told(window: MainWindow, file: Path) -> None:
    window.open([file])
    window.parts.session.apply(set_text(1, "<i>One.</i>"))
    window.groups.saving.export_to(file.with_name("out.sbv"), Export(".sbv"))
    assert "can't hold" in window.statusBar().currentMessage()


def test_dropped_files_are_opened(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), actions, dropped, buttons, keys)
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), actions, dropped, buttons, keys))
    qtbot.waitUntil(lambda: texts(window) == ["One.", "Two."])


def test_what_an_earlier_run_left_is_opened_with_its_edits(
    window: MainWindow, make_window: Callable[..., MainWindow], file: Path
) -> None:
    window.open([file])
    window.parts.session.apply(set_text(1, "Eins."))
    window.parts.recovery.close()  # as if it was killed
    later = make_window()
    (left,) = later.parts.recovery.left_behind()
    later.groups.files.open_left_behind(left.project)
    assert texts(later) == ["Eins.", "Two."]
    assert later.isWindowModified()
    assert "are here again: 1." in later.statusBar().currentMessage()
