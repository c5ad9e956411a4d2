"""Translating in the window: the question, the work in the strip, the English beside the cues, what is told of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.dialogs.translate.dialog import TranslateDialog
from app.main_window import MainWindow
from engine.paths import resources
from engine.subtitles.edits import set_languages, set_text, set_translation
from tests.support.hands import answering, button, choose, click

SAMPLE = resources() / "sample"
GERMAN = range(10, 18)  # ids of the cues in German
Make = Callable[..., MainWindow]


@pytest.fixture
def open_film(make_window: Make) -> Make:
    def make(*conduct: str) -> MainWindow:
        window = make_window(*conduct)
        window.open([SAMPLE / "interview.vtt"])
        window.parts.session.apply(set_languages("de", ""))
        window.parts.session.select(GERMAN)
        return window

    return make


def translate(window: MainWindow) -> None:
    with answering(TranslateDialog, lambda dialog: click(button(dialog, "Translate"))):
        window.commands.run("listen.translate")


def wait_for_end(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.parts.translation.state == "idle", timeout=30_000)


def translations(window: MainWindow) -> list[str]:
    return [cue.translation for cue in window.parts.session.document.cues if cue.id in GERMAN]


def test_english_comes_beside_the_selected_cues_as_one_step(open_film: Make, qtbot: QtBot) -> None:
    window = open_film("count", "10")
    translate(window)
    wait_for_end(window, qtbot)
    assert all(translations(window))
    assert [cue.translation for cue in window.parts.session.document.cues if cue.id not in GERMAN] == [""] * 9
    assert window.statusBar().currentMessage() == "Cues translated: 8."
    assert window.panels.jobs.rows["translating"].status.text() == (
        "Done. Cues translated: 8, without a translation: 0"
    )
    model, view = window.panels.model, window.panels.table.view
    column = next(number for number, column in enumerate(model.columns) if column.key == "translation")
    assert not view.isColumnHidden(column)
    assert model.data(model.index(9, column)) == translations(window)[0]
    assert window.commands.action("edit.undo").text() == "&Undo Translate"
    window.commands.run("edit.undo")
    assert translations(window) == [""] * 8


def test_a_cue_without_a_translation_is_told_by_mark_and_text_and_is_a_problem(open_film: Make, qtbot: QtBot) -> None:
    window = open_film("count", "3")
    translate(window)
    wait_for_end(window, qtbot)
    assert translations(window)[4:] == ["", "", "", ""]
    model, panels = window.panels.model, window.panels
    keys = [column.key for column in model.columns]
    assert model.data(model.index(16, keys.index("translation"))) == "\u2205 no translation"
    assert str(model.data(model.index(16, keys.index("state")))).startswith("\u25d0 edited  \u2205 no translation")
    assert "no translation" not in str(model.data(model.index(0, keys.index("state"))))
    window.parts.session.select((17,))
    assert panels.editor.translation.placeholderText() == "No translation"
    assert panels.editor.translation.text() == ""
    qtbot.waitUntil(lambda: not panels.problems.checks.busy, timeout=20_000)
    lacking = [each.cue for each in panels.problems.problems if each.rule == "untranslated"]
    assert lacking == [cue for cue, text in zip(GERMAN, translations(window), strict=True) if not text]
    window.parts.session.select((12,))
    window.commands.run("cue.next_problem")
    assert window.parts.session.current is not None
    assert window.parts.session.current.id in lacking


def test_what_is_typed_beside_a_cue_meanwhile_stays(open_film: Make, qtbot: QtBot) -> None:
    window = open_film("count", "10", "0.05")
    translate(window)
    window.parts.session.select((11,))
    window.panels.editor.translation.setFocus()
    QTest.keyClicks(window.panels.editor.translation, "Mine")
    wait_for_end(window, qtbot)
    assert translations(window)[1] == "Mine"
    assert window.panels.editor.translation.text() == "Mine"
    assert all(translations(window))


def test_the_actions_of_the_engine_steer_it_and_nothing_else_begins_meanwhile(open_film: Make, qtbot: QtBot) -> None:
    window = open_film("count", "30", "0.1")
    translate(window)
    commands, translation = window.commands, window.parts.translation
    commands.update()
    assert not commands.action("listen.transcribe").isEnabled()
    assert not commands.action("listen.translate").isEnabled()
    qtbot.waitUntil(lambda: window.status.work.text().startswith("Translating "), timeout=20_000)
    assert window.panels.jobs.rows["translating"].status.text().startswith("Translating, ")
    commands.run("listen.pause")
    assert translation.state == "paused"
    assert window.status.work.text() == "Translation rests"
    assert commands.action("listen.pause").isChecked()
    commands.run("listen.pause")
    assert translation.state == "running"
    click(window.panels.jobs.rows["translating"].pause)
    assert translation.state == "paused"
    click(window.panels.jobs.rows["translating"].resume)
    commands.run("listen.cancel")
    wait_for_end(window, qtbot)
    assert window.panels.jobs.rows["translating"].status.text().startswith("Done. Stopped. Cues translated: ")


def test_a_model_that_writes_down_what_is_said_instead_is_told_of(open_film: Make, qtbot: QtBot) -> None:
    window = open_film("count", "1")
    window.parts.session.apply(set_text(10, "one two"))
    translate(window)
    wait_for_end(window, qtbot)
    assert translations(window)[0] == "one two"
    assert window.statusBar().currentMessage() == (
        "The model wrote down what is said and translated nothing: undo, and choose another model."
    )


def test_where_the_engine_dies_the_remedy_is_told_and_it_can_be_asked_for_again(open_film: Make) -> None:
    window = open_film("crash", "1")
    told: list[str] = []
    with answering(QMessageBox, choose("Keep", told)):
        translate(window)
    assert told[0].startswith("The translation stopped. Cues that are left: 8. ")
    assert "try a smaller model" in told[0]
    assert window.panels.jobs.rows["translating"].job.resumes
    assert translations(window) == [""] * 8
    window.commands.update()
    assert window.commands.action("listen.translate").isEnabled()
    with answering(QMessageBox, choose("Keep", told)):
        click(window.panels.jobs.rows["translating"].resume)
    assert len(told) == 2


def test_the_question_begins_with_what_lacks_a_translation_in_the_language_of_the_document(open_film: Make) -> None:
    window = open_film()
    window.parts.session.apply(set_translation(10, "Mine."))
    asked: list[TranslateDialog] = []

    def leave(dialog: TranslateDialog) -> None:
        asked.append(dialog)
        assert dialog.language.code == "de"
        assert dialog.extent.chosen == "selected"
        assert dialog.answer.cues == frozenset(range(11, 18))
        assert dialog.told.text().startswith("Cues to be translated: 7.\nTranslations by hand")
        dialog.reject()

    with answering(TranslateDialog, leave):
        window.commands.run("listen.translate")
    assert window.parts.translation.state == "idle"
    assert len(asked) == 1


def test_without_a_film_or_cues_there_is_nothing_to_translate(make_window: Make, tmp_path: Path) -> None:
    window = make_window()
    window.commands.update()
    assert not window.commands.action("listen.translate").isEnabled()
    alone = tmp_path / "alone.vtt"
    alone.write_bytes((SAMPLE / "interview.vtt").read_bytes())
    window.open([alone])
    window.commands.update()
    assert window.parts.film.path is None
    assert not window.commands.action("listen.translate").isEnabled()
