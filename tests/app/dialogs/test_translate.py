"""Translate: which cues are asked for, and what model, language and cues can't be asked for the reason that is told."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.dialogs.translate.dialog import TranslateDialog
from app.dialogs.translate.values import Cues, Question, Wanted, cues_of
from engine.subtitles.document import Cue
from tests.support.dialogs import BASE_EN, BROKEN, MINI, MODELS, PROSPECTS, SMALL, TURBO
from tests.support.hands import click

_OK = QDialogButtonBox.StandardButton.Ok
CUES = cues_of(
    (
        Cue(1, 0, 1000, "Eins."),
        Cue(2, 1000, 2000, "Zwei.", translation="Two.", translation_origin="machine"),
        Cue(3, 2000, 3000, "Drei.", translation="Three."),
        Cue(4, 3000, 4000, "Vier.", translation="", translation_origin="machine"),
        Cue(5, 4000, 5000, "Fünf.", translation="Five.", translation_origin="verified"),
        Cue(6, 5000, 6000, " "),
    )
)


def _dialog(qtbot: QtBot, asked: Question) -> TranslateDialog:
    made = TranslateDialog(asked)
    qtbot.addWidget(made)
    made.show()
    return made


def test_cues_are_told_apart_by_whose_translation_they_have() -> None:
    assert Cues(frozenset({1, 2, 3, 4, 5}), frozenset({1, 4}), frozenset({3, 5})) == CUES
    assert CUES.among((2, 3, 4)) == Cues(frozenset({2, 3, 4}), frozenset({4}), frozenset({3}))


def test_usually_the_cues_without_a_translation_are_asked_for(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), CUES, model="/m/small", language="de"))
    assert dialog.answer == Wanted("/m/small", "de", frozenset({1, 4}))
    assert dialog.told.text() == "Cues to be translated: 2.\nTranslations by hand, which stay as they are: 2."
    assert dialog.refused == ""


def test_those_of_a_model_are_replaced_on_request_and_those_by_hand_never(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), CUES, language="de"))
    dialog.only_lacking.box.setChecked(False)
    assert dialog.answer.cues == frozenset({1, 2, 4})
    assert dialog.told.text().endswith("Translations of a model, which are replaced: 1.")


def test_selected_cues_alone_are_asked_for_where_several_are_selected(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), CUES, (2, 4), language="de"))
    assert dialog.extent.chosen == "selected"
    assert dialog.answer.cues == frozenset({4})
    dialog.only_lacking.box.setChecked(False)
    assert dialog.answer.cues == frozenset({2, 4})
    dialog.extent.choose("all")
    assert dialog.answer.cues == frozenset({1, 2, 4})


def test_without_a_selection_selected_cues_can_not_be_asked_for(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), CUES, (6,), language="de"))
    assert dialog.extent.chosen == "all"
    assert not dialog.extent.button("selected").isEnabled()
    assert dialog.extent.button("selected").accessibleDescription() == "No cue with text is selected."


def test_where_nothing_is_translated_yet_there_is_nothing_to_leave_out(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), CUES.among((1, 4)), language="de"))
    assert not dialog.only_lacking.box.isEnabled()
    assert dialog.answer.cues == frozenset({1, 4})


@pytest.mark.parametrize(
    ("cues", "reason"),
    [
        ((2, 3), "Each of these cues has a translation: choose others, or have those of a model replaced."),
        ((3, 5), "Each of these cues has a translation that was made by hand, and stays as it is."),
    ],
)
def test_where_no_cue_is_left_the_reason_is_told(qtbot: QtBot, cues: tuple[int, ...], reason: str) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), CUES.among(cues), language="de"))
    assert dialog.refused == reason
    assert not dialog.buttons.button(_OK).isEnabled()


def test_a_model_that_can_translate_is_offered_the_chosen_one_if_it_can(qtbot: QtBot) -> None:
    assert _dialog(qtbot, Question((TURBO, MINI, SMALL), CUES, model="/m/turbo")).answer.model == "/m/small"
    assert _dialog(qtbot, Question(MODELS, CUES, model="/m/mini")).answer.model == "/m/small"
    assert _dialog(qtbot, Question((MINI,), CUES, model="/m/mini")).answer.model == "/m/mini"
    assert _dialog(qtbot, Question((MINI, BASE_EN), CUES)).answer.model == "/m/base.en"  # and refused


def test_a_model_that_can_not_translate_is_refused(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((TURBO,), CUES, language="de", prospects=PROSPECTS))
    assert dialog.refused == "turbo does not translate. To be had: tiny, base, small, medium."
    assert [button.text() for button in dialog.remedies.buttons if button.isVisible()] == ["Get a model…"]
    assert not dialog.buttons.button(_OK).isEnabled()


def test_one_click_takes_a_model_that_can(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((TURBO, SMALL), CUES, language="de", prospects=PROSPECTS))
    dialog.model.choose(TURBO)
    assert dialog.refused == "turbo does not translate. Here can: small. To be had: tiny, base, medium."
    click(dialog.remedies.buttons[0])
    assert dialog.answer.model == "/m/small"
    assert dialog.refused == ""


def test_how_long_the_cues_will_take_is_told(qtbot: QtBot) -> None:
    def sound(cues: frozenset[int]) -> int:
        return 300_000 * len(cues)

    dialog = _dialog(qtbot, Question((SMALL,), CUES, language="de", sound=sound, prospects=PROSPECTS))
    assert dialog.model.expected.text() == "About 3 minutes for this part (10:00) on this machine."
    dialog.only_lacking.box.setChecked(False)
    assert dialog.model.expected.text() == "About 5 minutes for this part (15:00) on this machine."


def test_a_film_in_english_is_refused_unless_another_language_is_spoken(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), CUES, language="en"))
    assert dialog.refused == "English is English already: choose another language if another one is spoken."
    dialog.language.setCurrentIndex(0)
    assert dialog.refused == ""
    assert dialog.answer.language == ""


def test_a_language_that_the_model_does_not_know_is_refused(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((MINI,), CUES, language="fr"))
    assert dialog.refused == "mini does not know French."


def test_without_a_model_there_is_nothing_to_start(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((BROKEN,), CUES, language="de"))
    assert dialog.refused == "There is no model here: choose the folder of one with “Other model…”."


def test_a_folder_from_elsewhere_is_chosen_and_remembered(qtbot: QtBot, byte_model: Path) -> None:
    dialog = _dialog(qtbot, Question((), CUES))
    dialog.model.add_folder(byte_model)
    assert dialog.answer.folders == (byte_model,)
