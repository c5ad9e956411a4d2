"""Transcribe: what was asked the last time is remembered, and what model and sound can't do can't be asked."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.dialogs.transcribe.dialog import TranscribeDialog
from app.dialogs.transcribe.values import Question, Wanted
from app.dialogs.transcribe.wishes import OPTIONS, usual_text, wishes_of
from engine.checkpoints.local import ModelInfo, Unknown
from engine.checkpoints.recommend import Machine, Measured
from engine.errors import EngineError
from engine.protocol import Wishes
from engine.settings import Hearing
from tests.support.dialogs import BASE_EN, BROKEN, MINI, MODELS, PROSPECTS, SMALL, TURBO
from tests.support.hands import click

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


def _names(dialog: TranscribeDialog) -> list[str]:
    """Return what stands in the box before sizes."""
    box = dialog.model.box
    return [box.itemText(place).partition(" – ")[0] for place in range(box.count())]


def _remedies(dialog: TranscribeDialog) -> list[str]:
    return [button.text() for button in dialog.remedies.buttons if button.isVisible()]


def test_names_that_are_typed_are_put_before_every_window(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS))
    qtbot.keyClicks(dialog.vocabulary, "Trollheimen, ")
    qtbot.keyClick(dialog.vocabulary, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.vocabulary, "Nilsen")
    assert dialog.answer.vocabulary == "Trollheimen, Nilsen"
    assert dialog.answer.wishes.hotwords == "Trollheimen, Nilsen"


def test_a_model_that_can_not_translate_is_refused_with_those_that_can_and_one_click_takes_the_best(
    qtbot: QtBot,
) -> None:
    asked = Question(MODELS, hearing=Hearing("/m/turbo", task="translate"), prospects=PROSPECTS)
    dialog = _dialog(qtbot, asked)
    assert dialog.refused == "turbo does not translate. Here can: small. To be had: tiny, base, medium."
    assert not dialog.buttons.button(_OK).isEnabled()
    assert _remedies(dialog) == ["Use small", "Get a model…"]
    click(dialog.remedies.buttons[0])
    assert dialog.answer.hearing == Hearing("/m/small", task="translate")
    assert dialog.refused == ""
    assert _remedies(dialog) == []
    assert dialog.focusWidget() is dialog.buttons.button(_OK)


def test_models_that_can_not_do_what_is_asked_are_marked_with_the_reason(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/small", "de"), prospects=PROSPECTS))
    assert _names(dialog) == [
        *("small", "turbo (recommended)", "base.en (only knows English)", "mini"),
        "broken (can't be used)",
    ]
    assert dialog.model.box.itemData(2, Qt.ItemDataRole.AccessibleDescriptionRole) == "only knows English"
    dialog.task.choose("translate")
    assert _names(dialog)[:4] == [
        *("small (recommended)", "turbo (does not translate)", "base.en (does not translate)", "mini"),
    ]
    dialog.task.choose("transcribe")
    dialog.language.choose("fr")
    assert _names(dialog)[2:4] == ["base.en (only knows English)", "mini (does not know French)"]
    dialog.language.choose("")
    assert _names(dialog)[2:4] == ["base.en (detects no language)", "mini"]


def test_a_model_that_detects_no_language_can_be_given_its_only_one(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/base.en"), prospects=PROSPECTS))
    assert dialog.refused == (
        "base.en only knows English, and detects no language. Here can: small, turbo. To be had: tiny, base."
    )
    assert _remedies(dialog) == ["Choose English", "Use turbo", "Get a model…"]
    click(dialog.remedies.buttons[0])
    assert dialog.answer.hearing == Hearing("/m/base.en", "en")
    assert dialog.refused == ""


def test_english_is_not_translated_into_english(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/small", "en", "translate")))
    assert dialog.answer.hearing.task == "transcribe"


def test_a_language_that_the_model_does_not_know_is_refused_with_the_reason(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/base.en", "de")))
    assert dialog.refused == "base.en only knows English. Here can: small, turbo."
    assert not dialog.buttons.button(_OK).isEnabled()
    _choose_model(dialog, "small")
    assert not dialog.refused
    dialog.language.choose("yue")
    assert dialog.refused == "small does not know Cantonese. Here can: turbo."


def test_the_recommended_model_is_taken_only_where_nobody_has_chosen_one(qtbot: QtBot) -> None:
    assert _dialog(qtbot, Question(MODELS, prospects=PROSPECTS)).answer.hearing.model == "/m/turbo"
    chosen = Question(MODELS, hearing=Hearing("/m/small"), prospects=PROSPECTS)
    assert _dialog(qtbot, chosen).answer.hearing.model == "/m/small"
    gone = Question(MODELS, hearing=Hearing("/gone"), prospects=PROSPECTS)
    assert _dialog(qtbot, gone).answer.hearing.model == "/m/turbo"


def test_nothing_is_recommended_where_there_is_no_choice(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((MINI, SMALL), prospects=PROSPECTS))
    assert _names(dialog) == ["mini", "small"]
    assert dialog.answer.hearing.model == "/m/small"


def test_how_long_the_film_will_take_is_told_and_follows_from_what_is_asked(qtbot: QtBot) -> None:
    asked = Question(MODELS, here=3_600_000, selection=(60_000, 123_000), length=3_750_000, prospects=PROSPECTS)
    dialog = _dialog(qtbot, asked)
    assert dialog.model.expected.text() == "Less than a minute for this part (1:03) on this machine."
    dialog.scope.choose("file")
    assert dialog.model.expected.text() == "About 32 minutes for this film (1:02:30) on this machine."
    _choose_model(dialog, "small")
    assert dialog.model.expected.text() == "About 19 minutes for this film (1:02:30) on this machine."
    dialog.scope.choose("following")
    assert dialog.model.expected.text() == "Less than a minute for this part (2:30) on this machine."
    dialog.task.choose("translate")
    _choose_model(dialog, "turbo")
    assert not dialog.model.expected.isVisible()


def test_a_second_hearing_takes_as_long_as_its_stretches(qtbot: QtBot) -> None:
    asked = Question(MODELS, again=((0, 500_000), (900_000, 1_300_000)), length=3_750_000, prospects=PROSPECTS)
    assert _dialog(qtbot, asked).model.expected.text() == "About 8 minutes for this part (15:00) on this machine."


def test_where_nobody_knows_how_long_a_film_is_an_hour_is_spoken_of(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), prospects=PROSPECTS))
    assert dialog.model.expected.text() == "About 18 minutes for an hour of film on this machine."
    slow = replace(PROSPECTS, measured=Measured("small", "cpu", 0.5))
    dialog = _dialog(qtbot, Question((SMALL,), prospects=slow))
    assert dialog.model.expected.text() == "About 2 h 0 min for an hour of film on this machine."


def test_of_a_machine_that_nobody_knows_nothing_is_told(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question(MODELS, length=3_750_000))
    assert not dialog.model.expected.isVisible()
    assert _names(dialog)[:2] == ["small", "turbo"]


def test_a_model_that_is_too_large_for_the_free_memory_is_warned_of_and_not_refused(qtbot: QtBot) -> None:
    little = replace(PROSPECTS, machine=Machine(memory=2_000, cores=4))
    dialog = _dialog(qtbot, Question(MODELS, hearing=Hearing("/m/turbo"), length=60_000, prospects=little))
    assert dialog.model.warning.text() == (
        "turbo needs about 4.5 GB of memory, and 2.1 GB are free: it may become very slow, or fail. Close other "
        "programs, or choose a smaller model."
    )
    assert not dialog.model.expected.isVisible()
    assert not dialog.refused


def test_models_are_got_from_here_and_the_chosen_one_stays(qtbot: QtBot) -> None:
    above: list[QWidget] = []

    def manage(parent: QWidget) -> tuple[ModelInfo | Unknown, ...]:
        above.append(parent.window())
        return (TURBO, SMALL)

    dialog = _dialog(qtbot, Question((SMALL, BASE_EN), prospects=replace(PROSPECTS, manage=manage)))
    assert dialog.model.manage.text() == "&Get or manage models…"
    click(dialog.model.manage)
    assert above == [dialog]
    assert _names(dialog) == ["turbo (recommended)", "small"]
    assert dialog.answer.hearing.model == "/m/small"


def test_a_model_that_was_removed_is_not_chosen_any_more(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((SMALL,), prospects=replace(PROSPECTS, manage=lambda _: (MINI, TURBO))))
    click(dialog.model.manage)
    assert dialog.answer.hearing.model == "/m/turbo"


def test_where_only_the_embedded_model_is_here_another_is_the_next_step(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((MINI,), prospects=replace(PROSPECTS, manage=lambda _: (MINI, SMALL))))
    assert dialog.model.warning.text() == (
        "It learned from synthetic speech and is useless for people's voices: it is here to try Sotto. For films of "
        "your own get another one."
    )
    assert dialog.model.manage.text() == "&Get a model…"
    assert not dialog.refused
    click(dialog.model.manage)
    assert dialog.answer.hearing.model == "/m/small"
    assert not dialog.model.warning.isVisible()


def test_without_anything_to_get_models_with_there_is_no_button_for_it(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((BASE_EN,)))
    assert not dialog.model.manage.isVisible()
    assert _remedies(dialog) == ["Choose English"]


def test_the_embedded_model_says_plainly_what_it_is_good_for(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((MINI, SMALL), hearing=Hearing("/m/mini")))
    assert dialog.answer.hearing.model == "/m/small", "who chose the toy had nothing else then"
    _choose_model(dialog, "mini")
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


def test_where_no_model_is_here_the_reason_leads_to_one(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Question((), prospects=replace(PROSPECTS, manage=lambda _: (SMALL,))))
    assert dialog.refused == "There is no model here: get one, or choose the folder of one with “Other model…”."
    assert _remedies(dialog) == ["Get a model…"]
    click(dialog.remedies.buttons[0])
    assert dialog.answer.hearing.model == "/m/small"
    assert dialog.buttons.button(_OK).isEnabled()


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
        ({"batch_size": "0"}, "batch_size takes a whole number from 1 or None"),
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
