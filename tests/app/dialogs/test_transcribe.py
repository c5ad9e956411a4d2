"""Transcribe: what was asked the last time is remembered, and what model and sound can't do can't be asked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QScrollArea
from pytestqt.qtbot import QtBot

from app.dialogs.transcribe.dialog import TranscribeDialog
from app.dialogs.transcribe.values import Question, Wanted
from app.dialogs.transcribe.wishes import OPTIONS, usual_text, wishes_of
from engine.errors import EngineError
from engine.protocol import Wishes
from engine.settings import Hearing
from tests.support.dialogs import BROKEN, MINI, MODELS, SMALL

_OK = QDialogButtonBox.StandardButton.Ok


def _dialog(qtbot: QtBot, asked: Question) -> TranscribeDialog:
    made = TranscribeDialog(asked)
    qtbot.addWidget(made)
    made.show()
    return made


def _choose_model(dialog: TranscribeDialog, name: str) -> None:
    dialog.model.box.setCurrentIndex(dialog.model.box.findData(f"/m/{name}"))


def test_the_last_answer_is_where_the_question_begins(qtbot: QtBot) -> None:
    hearing = Hearing("/m/small", "no", "translate", each_channel=True, options=(("beam_size", "5"),))
    dialog = _dialog(qtbot, Question(MODELS, "a.mp4", 2, hearing=hearing, vocabulary="Åse", prompt="Hei."))
    assert dialog.answer == Wanted(hearing, "file", "Åse", "Hei.", Wishes(beam_size=5, hotwords="Åse"))
    assert dialog.more.page.isVisible()


def test_names_that_are_typed_are_put_before_every_window(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS))
    qtbot.keyClicks(dialog.vocabulary, "Trollheimen, ")
    qtbot.keyClick(dialog.vocabulary, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.vocabulary, "Nilsen")
    assert dialog.answer.vocabulary == "Trollheimen, Nilsen"
    assert dialog.answer.wishes.hotwords == "Trollheimen, Nilsen"


def test_a_model_that_can_not_translate_is_not_asked_to(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/small", task="translate")))
    assert dialog.answer.hearing.task == "translate"
    _choose_model(dialog, "turbo")
    assert dialog.answer.hearing.task == "transcribe"
    assert dialog.task.button("translate").accessibleDescription() == (
        "turbo cannot translate: choose a multilingual model such as small, medium or large-v3."
    )


def test_english_is_not_translated_into_english(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/small", "en", "translate")))
    assert dialog.answer.hearing.task == "transcribe"


def test_a_language_that_the_model_does_not_know_is_refused_with_the_reason(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/base.en", "de")))
    assert dialog.refused == "base.en only knows English: choose it, or another model."
    assert not dialog.buttons.button(_OK).isEnabled()
    _choose_model(dialog, "small")
    assert not dialog.refused


def test_the_embedded_model_says_plainly_what_it_is_good_for(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((MINI, SMALL)))
    told = "It learned from synthetic speech and is useless for people's voices: it is here to try Sotto."
    assert dialog.model.warning.text() == told
    assert dialog.model.warning.isVisible()
    _choose_model(dialog, "small")
    assert not dialog.model.warning.isVisible()
    assert dialog.model.about.text() == "Knows 99 languages; translates into English; exact word times."


def test_a_model_that_can_not_be_used_is_shown_with_the_reason(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((BROKEN, SMALL)))
    assert dialog.answer.hearing.model == "/m/small"
    assert "Can't be used: /m/broken has no weights." in dialog.model.about.text()


def test_without_a_model_there_is_nothing_to_start(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((BROKEN,)))
    assert dialog.refused == "There is no model here: choose the folder of one with “Other model…”."
    assert not dialog.buttons.button(_OK).isEnabled()


def test_a_folder_from_elsewhere_is_chosen_and_remembered(qtbot: QtBot, byte_model: Path) -> None:
    dialog = _dialog(qtbot, Question(()))
    dialog.model.add_folder(byte_model)
    assert not dialog.refused
    assert dialog.answer.hearing.model == str(byte_model)
    assert dialog.answer.folders == (byte_model,)


def test_a_folder_without_a_model_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, Question((SMALL,)))
    dialog.model.add_folder(tmp_path)
    assert dialog.model.about.text() == "There is no model in this folder: choose one that holds a config.json."
    assert dialog.answer.folders == ()


@pytest.mark.parametrize(
    ("channels", "reason"),
    [(0, "How many channels the sound has is not known yet."), (1, "The sound has one channel only."), (2, "")],
)
def test_speakers_by_channel_need_channels(qtbot: QtBot, channels: int, reason: str) -> None:
    asked = Question(MODELS, channels=channels, hearing=Hearing("/m/small", each_channel=True))
    dialog = _dialog(qtbot, asked)
    assert dialog.channels.box.accessibleDescription() == reason
    assert dialog.answer.hearing.each_channel is (channels == 2)


def test_a_selection_is_what_is_heard_where_there_is_one(qtbot: QtBot) -> None:
    assert _dialog(qtbot, Question(MODELS, selection=(500, 2000))).answer.scope == "selection"
    dialog = _dialog(qtbot, Question(MODELS, here=12_000))
    assert dialog.answer.scope == "file"
    assert not dialog.scope.button("selection").isEnabled()
    qtbot.keyClick(dialog.scope.button("following"), Qt.Key.Key_Space)
    assert dialog.answer.scope == "following"


def test_the_references_options_unfold_and_only_what_was_changed_is_kept(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS))
    assert not dialog.more.page.isVisible()
    qtbot.mouseClick(dialog.more.button, Qt.MouseButton.LeftButton)
    field = dialog.more.fields["beam_size"]
    field.selectAll()  # type: ignore[union-attr]
    qtbot.keyClicks(field, "5")
    assert dialog.answer.hearing.options == (("beam_size", "5"),)
    assert dialog.answer.wishes == Wishes(beam_size=5)


def test_an_option_that_can_not_be_is_told_below(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS))
    dialog.more.show_all(True)
    qtbot.keyClicks(dialog.more.fields["patience"], "x")
    assert dialog.refused == "patience takes a number from 0.001 or None"


def test_what_is_usual_reads_back_as_the_references_defaults() -> None:
    assert wishes_of({option.name: usual_text(option.name) for option in OPTIONS}) == Wishes()


@pytest.mark.parametrize(
    ("texts", "complaint"),
    [
        ({"temperature": "0, warm"}, "temperature takes a number from 0"),
        ({"temperature": "-1"}, "temperature takes a number from 0"),
        ({"beam_size": "0"}, "beam_size takes a whole number from 1 or None"),
        ({"beam_size": "9" * 400}, "beam_size takes a whole number from 1 or None"),
        ({"length_penalty": "2"}, "length_penalty takes a number from 0 to 1 or None"),
        ({"no_speech_threshold": "nan"}, "no_speech_threshold takes a number or None"),
        ({"multilingual": "maybe"}, "multilingual takes True or False"),
        ({"suppress_tokens": "a,b"}, "suppress_tokens takes token ids with commas, such as -1 or 11,13,27"),
        ({"patience": "1"}, "patience needs beam_size"),
    ],
)
def test_wishes_that_can_not_be_are_named_with_what_can(texts: dict[str, str], complaint: str) -> None:
    with pytest.raises(EngineError) as caught:
        wishes_of(texts)
    assert str(caught.value) == complaint


def test_every_window_is_detected_only_where_no_language_is_chosen() -> None:
    assert wishes_of({"multilingual": "True"}).multilingual
    with pytest.raises(EngineError, match="multilingual detects the language"):
        wishes_of({"multilingual": "True"}, "no")


def test_options_of_another_version_are_passed_over() -> None:
    assert wishes_of({"warmth": "7", "beam_size": "2"}) == Wishes(beam_size=2)


def test_what_is_unfolded_is_never_scrolled_sideways(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, "a.mp4"))
    qtbot.mouseClick(dialog.more.button, Qt.MouseButton.LeftButton)
    area = dialog.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
