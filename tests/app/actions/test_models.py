"""From the start page and the menu: the first model is proposed and fetched, models are checked, imported, removed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.dialogs.models.dialog import ModelsDialog
from app.main_window import MainWindow
from tests.support.accessibility import unnamed
from tests.support.answers import Answer
from tests.support.hands import button
from tests.support.synthetic import needs_embedded

MakeWindow = Callable[..., MainWindow]
pytestmark = needs_embedded


@pytest.fixture(autouse=True)
def own_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nobody has a model, with 8 GB of memory and two cores."""
    QLocale.setDefault(QLocale("C"))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("SOTTO_MODELS", "")
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    monkeypatch.setattr("app.actions.prospects.free_memory", lambda: 8 << 30)
    monkeypatch.setattr("app.actions.prospects.cores", lambda: 2)


def test_who_has_no_model_is_offered_one_for_this_machine(make_window: MakeWindow) -> None:
    first = make_window().panels.start_page.first_model
    assert first.isVisible()
    assert first.sentence.text().startswith("To write down what people say, Sotto needs a Whisper model")
    assert first.proposal.text() == (
        "Recommended: whisper-small (481 MB to 962 MB), about 36 min for 1 h of speech. "
        "It is fetched from huggingface.co, once; nothing is sent there."
    )
    assert first.get.text() == "&Get whisper-small"
    assert "toy" in first.meanwhile.text()
    assert unnamed(first) == []


def test_a_mirror_is_named_where_one_is_asked(make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "https://models.example/")
    assert "from models.example, once" in make_window().panels.start_page.first_model.proposal.text()


def test_the_first_model_is_fetched_rests_and_goes_on(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window("fetch-endless")
    first = window.panels.start_page.first_model
    qtbot.mouseClick(first.get, Qt.MouseButton.LeftButton)
    row = next(iter(first.tasks.rows.values()))
    qtbot.waitUntil(lambda: row.job.done == 500_000, timeout=20_000)
    assert not first.get.isVisible()
    assert row.status.text().startswith("Fetching, 500 kB of 1 MB")
    assert [job.name for job in window.panels.jobs.jobs] == ["whisper-small"]
    qtbot.mouseClick(row.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.job.state == "paused", timeout=20_000)
    qtbot.mouseClick(row.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.job.state == "running", timeout=20_000)
    qtbot.mouseClick(row.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.job.state == "left", timeout=20_000)
    qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(first.get.isVisible, timeout=20_000)
    assert window.panels.jobs.jobs == ()


def test_a_failure_is_told_in_the_row_and_can_be_tried_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window("fetch-fail", "network")
    first = window.panels.start_page.first_model
    qtbot.mouseClick(first.get, Qt.MouseButton.LeftButton)
    row = next(iter(first.tasks.rows.values()))
    qtbot.waitUntil(lambda: row.job.state == "failed", timeout=20_000)
    assert row.status.text().startswith("Failed. ")
    assert row.resume.isVisible()
    assert "whisper-small could not be fetched." in window.statusBar().currentMessage()


def test_the_list_opens_from_the_start_page_and_gets_what_is_chosen(
    make_window: MakeWindow, qtbot: QtBot, answer: Answer
) -> None:
    window = make_window()

    def get(dialog: QDialog) -> None:
        assert isinstance(dialog, ModelsDialog)
        dialog.get.click()
        qtbot.waitUntil(lambda: dialog.outcome.text() == "The model whisper-small is here.", timeout=20_000)
        dialog.reject()

    asked = answer(ModelsDialog, get)
    qtbot.mouseClick(window.panels.start_page.first_model.all, Qt.MouseButton.LeftButton)
    assert len(asked) == 1


def test_what_is_wrong_with_a_file_is_told_with_the_remedy(
    make_window: MakeWindow, qtbot: QtBot, answer: Answer
) -> None:
    window = make_window("differs")

    def verify(dialog: QDialog) -> None:
        assert isinstance(dialog, ModelsDialog)
        dialog.verify_wanted.emit(Path("/m/whisper-small"))
        qtbot.waitUntil(lambda: bool(dialog.outcome.text()), timeout=20_000)
        assert dialog.outcome.text().startswith("whisper-small is damaged: ")
        assert dialog.outcome.text().endswith(". Get it anew, or remove it.")
        dialog.reject()

    asked = answer(ModelsDialog, verify)
    window.commands.run("listen.models")
    assert len(asked) == 1


def test_a_model_is_removed_only_when_it_is_said_again(make_window: MakeWindow, qtbot: QtBot, answer: Answer) -> None:
    window = make_window()
    texts: list[str] = []

    def reply(text: str) -> Callable[[QDialog], None]:
        def press(box: QDialog) -> None:
            assert isinstance(box, QMessageBox)
            texts.append(box.text())
            button(box, text).click()

        return press

    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, ModelsDialog)
        answer(QMessageBox, reply("Keep it"))
        dialog.remove_wanted.emit(Path("/m/whisper-small"))
        assert dialog.outcome.text() == ""
        answer(QMessageBox, reply("Remove"))
        dialog.remove_wanted.emit(Path("/m/whisper-small"))
        qtbot.waitUntil(lambda: dialog.outcome.text() == "The model whisper-small is gone.", timeout=20_000)
        dialog.reject()

    answer(ModelsDialog, remove)
    window.commands.run("listen.models")
    assert texts == ["Remove the model whisper-small from this computer?"] * 2


def test_a_file_that_can_carry_programs_is_imported_only_when_somebody_vouches_for_it(
    make_window: MakeWindow, qtbot: QtBot, answer: Answer
) -> None:
    window = make_window("untrusted")

    def bring(dialog: QDialog) -> None:
        assert isinstance(dialog, ModelsDialog)
        asked = answer(QMessageBox, lambda box: button(box, "Import it anyway").click())
        dialog.import_wanted.emit(Path("/home/mine.pt"))
        qtbot.waitUntil(lambda: dialog.outcome.text() == "The model mine is here.", timeout=20_000)
        assert len(asked) == 1
        dialog.reject()

    answer(ModelsDialog, bring)
    window.commands.run("listen.models")


def test_new_models_come_to_the_folder_that_was_chosen(make_window: MakeWindow, tmp_path: Path, answer: Answer) -> None:
    window = make_window()

    def move(dialog: QDialog) -> None:
        assert isinstance(dialog, ModelsDialog)
        dialog.home_wanted.emit(tmp_path / "shared")
        assert dialog.home.text() == f"New models are kept in {tmp_path / 'shared'}"
        dialog.reject()

    answer(ModelsDialog, move)
    window.commands.run("listen.models")
    assert window.parts.preferences.model_home == tmp_path / "shared"
    assert tmp_path / "shared" in window.parts.preferences.model_folders
