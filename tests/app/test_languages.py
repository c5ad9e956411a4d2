"""The window and its dialogs in other languages: translated to the menus, no letter double, no text cut off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from engine.subtitles.edits import merge
from tests.support.cut_off import cut_off
from tests.support.dialogs import DIALOGS
from tests.support.letters import double_letters
from tests.support.spoken_languages import spoken

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample"
MENUS = {
    "en": ["File", "Edit", "Cue", "Times", "Play", "Listen", "View", "Help"],
    "nb": ["Fil", "Rediger", "Replikk", "Tider", "Spill av", "Lytt", "Vis", "Hjelp"],
    "es": ["Archivo", "Editar", "Subtítulo", "Tiempos", "Reproducir", "Escuchar", "Ver", "Ayuda"],
}


@pytest.fixture(params=["nb", "es"])
def language(request: pytest.FixtureRequest, qapp: object) -> Iterator[str]:
    assert qapp is not None
    with spoken(request.param):
        yield request.param


@pytest.fixture
def window(language: str, make_window: Callable[..., MainWindow]) -> MainWindow:
    assert language
    return make_window()


def test_menus_have_their_names(window: MainWindow, language: str) -> None:
    assert [menu.text().replace("&", "") for menu in window.menuBar().actions()] == MENUS[language]


@pytest.mark.parametrize(("code", "same"), [("nb", ["Pause"]), ("es", [])])
def test_no_action_stays_english(code: str, same: list[str], make_window: Callable[..., MainWindow]) -> None:
    english = {action.id: action.plain_text for action in make_window().commands.actions}
    with spoken(code):
        translated = {action.id: action.plain_text for action in make_window().commands.actions}
    assert [text for action, text in translated.items() if text == english[action]] == same


def test_letters_of_the_menu_bar_and_of_each_menu_are_not_double(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    for actions in (bar, *(menu.menu().actions() for menu in bar)):  # type: ignore[attr-defined]
        texts = [action.text().partition("\t")[0] for action in actions]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)), texts


@pytest.mark.parametrize("code", MENUS)
def test_no_letter_leads_to_a_menu_and_to_a_part_of_the_window(
    code: str, make_window: Callable[..., MainWindow]
) -> None:
    with spoken(code):
        window = make_window()
    assert double_letters(window) == []  # the start page
    window.open([SAMPLE / "interview.vtt"])
    assert window.panels.editor.speaker.isVisible()
    assert double_letters(window) == []


def test_undo_names_what_it_undoes(window: MainWindow, language: str) -> None:
    window.open([SAMPLE / "interview.vtt"])
    window.parts.session.apply(merge(tuple(cue.id for cue in window.parts.session.document.cues[:2])))
    said = window.commands.action("edit.undo").text().replace("&", "")
    assert said == {"nb": "Angre: Slå sammen", "es": "Deshacer: Unir"}[language]


def test_what_an_edit_refuses_is_said_in_the_language(window: MainWindow, language: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.parts.session.refused) as refused:
        window.parts.session.apply(merge(()))
    assert refused.args == [
        {
            "nb": "Ingen replikk er merket: merk en først",
            "es": "No hay ningún subtítulo seleccionado: seleccione uno primero",
        }[language]
    ]


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("name", DIALOGS)
def test_no_text_of_a_dialog_is_cut_off(name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    assert cut_off(dialog) == []


@pytest.mark.usefixtures("language")
@pytest.mark.parametrize("name", DIALOGS)
def test_no_letter_of_a_dialog_is_double(name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    assert double_letters(dialog) == []


def test_qts_own_buttons_and_menus_speak_it_too(language: str, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "") == {"nb": "Avbryt", "es": "Cancelar"}[language]
    field = QLineEdit()
    qtbot.addWidget(field)
    assert (
        field.createStandardContextMenu().actions()[0].text().startswith({"nb": "&Angre", "es": "&Deshacer"}[language])
    )
