"""How several films are heard: the model of the last time, what it lacks, and what can be done about it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.dialogs.several import SeveralDialog
from app.dialogs.transcribe.dialog import TranscribeDialog
from app.dialogs.transcribe.values import Question, Wanted
from engine.settings import Hearing
from tests.support.dialogs import BASE_EN, HOW, MINI, PROSPECTS, SMALL, TURBO, several_asked
from tests.support.hands import answering, click

_OK = QDialogButtonBox.StandardButton.Ok


def _dialog(qtbot: QtBot, how: Question, wanted: Wanted | None = HOW) -> SeveralDialog:
    made = SeveralDialog(replace(several_asked(wanted), how=how))
    qtbot.addWidget(made)
    made.show()
    return made


def _remedies(dialog: SeveralDialog) -> list[str]:
    return [button.text() for button in dialog.remedies.buttons if button.isVisible()]


def test_the_model_of_the_last_time_is_told_with_its_time_for_an_hour(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL, TURBO), prospects=PROSPECTS))
    assert dialog.how.manner.text() == "Model: small; language: Norwegian; written as it is said."
    assert dialog.how.expected.text() == "About 18 minutes for an hour of film on this machine."
    assert dialog.refused == ""


@pytest.mark.parametrize("chosen", ["", "/gone"])
def test_where_none_is_chosen_or_it_is_gone_the_best_is_taken(qtbot: QtBot, chosen: str) -> None:
    dialog = _dialog(qtbot, Question((MINI, SMALL, TURBO), prospects=PROSPECTS), Wanted(Hearing(chosen, "no")))
    assert dialog.answer is not None
    assert dialog.answer.wanted.hearing == Hearing("/m/turbo", "no")


def test_a_model_that_can_not_do_it_is_refused_and_one_click_takes_another(qtbot: QtBot) -> None:
    wanted = Wanted(Hearing("/m/base.en", "no"))
    dialog = _dialog(qtbot, Question((BASE_EN, SMALL), prospects=PROSPECTS), wanted)
    assert dialog.refused == (
        "base.en only knows English. Here can: small. To be had: nb-whisper-tiny, nb-whisper-base, nb-whisper-small."
    )
    assert not dialog.buttons.button(_OK).isEnabled()
    assert _remedies(dialog) == ["Use small", "Get a model…"]
    click(dialog.remedies.buttons[0])
    assert dialog.refused == ""
    assert dialog.answer is not None
    assert dialog.answer.wanted.hearing == Hearing("/m/small", "no")


def test_models_are_got_from_here(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((), prospects=replace(PROSPECTS, manage=lambda _: (SMALL,))))
    assert dialog.how.manner.text() == "No model is chosen yet."
    assert dialog.refused == "There is no model here: get one first."
    assert _remedies(dialog) == ["Get a model…"]
    click(dialog.how.manage)
    assert dialog.how.manner.text() == "Model: small; language: Norwegian; written as it is said."
    assert dialog.buttons.button(_OK).isEnabled()


def test_what_was_got_from_the_question_for_the_manner_is_here_too(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), prospects=replace(PROSPECTS, manage=lambda _: (TURBO,))))

    def answer(how: TranscribeDialog) -> None:
        assert how.answer.hearing.model == "/m/small"
        click(how.model.manage)
        assert how.answer.hearing.model == "/m/turbo"
        click(how.buttons.button(_OK))

    with answering(TranscribeDialog, answer):
        click(dialog.how.change)
    assert dialog.how.manner.text() == "Model: turbo; language: Norwegian; written as it is said."
    assert dialog.refused == ""


def test_the_embedded_model_is_warned_of(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((MINI,)), Wanted(Hearing("/m/mini", "de")))
    told = "It learned from synthetic speech and is useless for people's voices: it is here to try Sotto."
    assert dialog.how.warning.text() == told
    assert not dialog.how.manage.isVisible()
