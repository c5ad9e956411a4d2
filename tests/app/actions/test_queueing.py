"""Several films are put into the queue, by drop, folder or argument; what was heard is opened from the strip."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.dialogs.several import SeveralDialog
from app.main_window import MainWindow
from app.widgets.job_row import JobRow
from engine.settings import Several
from tests.support.answers import Answer
from tests.support.dialogs import several_asked
from tests.support.synthetic import needs_embedded

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample" / "interview.mp4"
pytestmark = needs_embedded  # the question wants a model, which the fake engine doesn't read


@pytest.fixture
def films(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "films"
    folder.mkdir()
    for name in ("a", "b", "c"):
        shutil.copy(SAMPLE, folder / f"{name}.mp4")
    return sorted(folder.iterdir())


def press(text: str) -> Callable[[QDialog], None]:
    def reply(dialog: QDialog) -> None:
        next(each for each in dialog.findChildren(QPushButton) if each.text() == text).click()

    return reply


def rows(window: MainWindow) -> list[JobRow]:
    return [row for key, row in window.panels.jobs.rows.items() if key not in ("film", "hearing")]


def states(window: MainWindow) -> list[str]:
    return [entry.state for entry in window.parts.batch.queue.entries]


def test_a_folder_is_heard_film_by_film_while_another_document_is_open(
    make_window: Callable[..., MainWindow], qtbot: QtBot, films: list[Path], answer: Answer
) -> None:
    window = make_window("count", "3")
    window.open([SAMPLE.with_suffix(".vtt")])
    before = window.parts.session.document
    answer(SeveralDialog, press("Transcribe"))
    window.open([films[0].parent])
    assert [row.name.text() for row in rows(window)] == ["a.mp4", "b.mp4", "c.mp4"]
    qtbot.waitUntil(lambda: states(window) == ["done"] * 3, timeout=30_000)
    assert [film.with_suffix(".sotto").is_file() for film in films] == [True] * 3
    assert window.parts.session.document == before
    assert rows(window)[1].status.text().startswith("Done. Cues heard: ")


def test_what_was_heard_is_opened_by_a_click(
    make_window: Callable[..., MainWindow], qtbot: QtBot, films: list[Path], answer: Answer
) -> None:
    window = make_window("count", "3")
    answer(SeveralDialog, press("Transcribe"))
    window.open(films[:2])
    qtbot.waitUntil(lambda: states(window) == ["done"] * 2, timeout=30_000)
    qtbot.mouseClick(rows(window)[1].open, Qt.MouseButton.LeftButton)
    assert window.parts.recovery.path == films[1].with_suffix(".sotto")
    assert window.parts.film.path == films[1]
    assert window.parts.session.document.cues


def test_without_an_answer_nothing_is_heard(
    make_window: Callable[..., MainWindow], films: list[Path], answer: Answer
) -> None:
    window = make_window("count", "3")
    answer(SeveralDialog, press("Cancel"))
    window.open(films)
    assert states(window) == []
    assert not window.groups.files.is_open


def test_of_films_that_the_window_is_started_with_the_first_is_opened_and_the_others_are_offered(
    make_window: Callable[..., MainWindow], films: list[Path], answer: Answer
) -> None:
    window = make_window("count", "3")
    asked = answer(SeveralDialog, press("Cancel"))
    window.begin(films)
    assert window.parts.film.path == films[0]
    (dialog,) = asked
    assert isinstance(dialog, SeveralDialog)
    assert [dialog.films.item(at).text() for at in range(dialog.films.count())] == ["b.mp4", "c.mp4"]


def test_where_results_go_is_remembered(
    make_window: Callable[..., MainWindow], qtbot: QtBot, films: list[Path], answer: Answer, tmp_path: Path
) -> None:
    window = make_window("count", "3")
    out = tmp_path / "out"
    out.mkdir()

    def reply(dialog: QDialog) -> None:
        assert isinstance(dialog, SeveralDialog)
        dialog.where.choose(True)
        dialog.folder.setText(str(out))
        dialog.srt.setChecked(True)
        press("Transcribe")(dialog)

    answer(SeveralDialog, reply)
    window.open(films[:2])
    qtbot.waitUntil(lambda: states(window) == ["done"] * 2, timeout=30_000)
    assert sorted(path.name for path in out.iterdir()) == ["a.sotto", "a.srt", "b.sotto", "b.srt"]
    assert window.parts.preferences.settings.several == Several(str(out), True)


def test_a_queue_that_was_left_is_offered_at_the_next_start(
    make_window: Callable[..., MainWindow], qtbot: QtBot, films: list[Path], answer: Answer
) -> None:
    first = make_window("count", "1000", "0.02")
    answer(SeveralDialog, press("Transcribe"))
    first.open(films)
    qtbot.waitUntil(lambda: states(first) == ["hearing", "waiting", "waiting"], timeout=20_000)
    first.close()
    second = make_window("count", "3")
    asked = answer(QMessageBox, press("&Go on"))
    second.begin(())
    assert len(asked) == 1
    qtbot.waitUntil(lambda: states(second) == ["done"] * 3, timeout=30_000)
    third = make_window("count", "3")
    third.begin(())
    assert len(asked) == 1


def test_a_queue_that_was_left_is_forgotten_for_good(
    make_window: Callable[..., MainWindow], qtbot: QtBot, films: list[Path], answer: Answer
) -> None:
    first = make_window("count", "1000", "0.02")
    answer(SeveralDialog, press("Transcribe"))
    first.open(films)
    qtbot.waitUntil(lambda: states(first)[0] == "hearing", timeout=20_000)
    first.close()
    second = make_window("count", "3")
    answer(QMessageBox, press("&Forget them"))
    second.begin(())
    second.begin(())
    assert states(second) == []


def test_the_open_document_is_heard_first(
    make_window: Callable[..., MainWindow], qtbot: QtBot, films: list[Path], answer: Answer
) -> None:
    window = make_window("count", "40", "0.02")
    window.open([SAMPLE])
    answer(SeveralDialog, press("Transcribe"))
    window.open(films[:2])
    qtbot.waitUntil(lambda: states(window)[0] == "hearing", timeout=20_000)
    window.groups.listening.start_as_usual()
    qtbot.waitUntil(lambda: states(window) == ["waiting", "waiting"], timeout=20_000)
    assert window.parts.transcription.state == "running"
    qtbot.waitUntil(lambda: states(window) == ["done", "done"], timeout=60_000)
    assert window.parts.transcription.state == "idle"
    assert len(window.parts.session.document.cues) > 3


def test_an_empty_folder_is_told(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    window = make_window()
    (tmp_path / "empty").mkdir()
    window.open([tmp_path / "empty"])
    assert "no film or sound in this folder" in window.statusBar().currentMessage()


def test_the_question_says_what_is_there_already_and_asks_for_a_folder_that_exists(qtbot: QtBot) -> None:
    dialog = SeveralDialog(several_asked())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.clash.isVisible()
    assert dialog.there.text() == "song.sotto"
    assert dialog.refused == ""
    dialog.where.choose(True)
    dialog.folder.setText("/nowhere/at all")
    assert dialog.refused == "This folder does not exist: choose another."
    assert not dialog.clash.isVisible()


def test_without_a_model_the_question_asks_for_one(qtbot: QtBot) -> None:
    dialog = SeveralDialog(several_asked(None))
    qtbot.addWidget(dialog)
    assert dialog.answer is None
    assert dialog.refused == "No model is chosen yet: say how they are heard."
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
