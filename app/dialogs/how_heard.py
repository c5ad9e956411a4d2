"""How several films are to be heard: in words, with what the model of the last time lacks, and what changes it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.dialogs.model_choice.shelf import Shelf
from app.dialogs.model_choice.words import ModelWords
from app.dialogs.transcribe.dialog import ask
from app.dialogs.transcribe.values import Question, Wanted
from app.look.language_names import language_name
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Reason
from app.widgets.remedies import Remedy
from engine.checkpoints.local import ModelInfo, Unknown
from engine.checkpoints.suitable import Job
from engine.paths import shown


class HowHeard(QWidget):
    """The manner in words, and the buttons that lead to the question for it and to the models.

    `asked` is that question. It begins with `wanted`, or with the best model where the wanted one isn't here; None
    waits for an answer. `changed` follows every other one.
    """

    changed = Signal()

    def __init__(self, asked: Question, wanted: Wanted | None) -> None:
        super().__init__()
        self._asked = asked
        self._shelf = Shelf(asked.models, asked.prospects)
        self.wanted = wanted
        self.manner, self.expected, self.warning = PlainLabel(), Reason(), Reason()
        self.manner.setWordWrap(True)
        bold = self.warning.font()
        bold.setBold(True)
        self.warning.setFont(bold)
        self.change = QPushButton(self.tr("&How they are heard..."))
        self.manage = QPushButton(self.tr("&Get or manage models…"))
        self.manage.setVisible(asked.prospects.manage is not None)
        self.change.clicked.connect(self._ask)
        self.manage.clicked.connect(self.open_models)
        self._lay_out()
        self._take_what_is_here()

    @property
    def problem(self) -> str:
        """Why nothing can be heard like this, "" if it can."""
        if self._model is not None:
            return self._words.refusal(self._model)
        if self._shelf.usable or self._shelf.prospects.manage is None:
            return self.tr("No model is chosen yet: say how they are heard.")
        return self.tr("There is no model here: get one first.")

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """What can be done about the problem."""
        return () if self.wanted is None else self._words.remedies(0, self._use, self.open_models)

    def open_models(self) -> None:
        """Let somebody get, look at and remove models; the one that films are heard with stays if it is still here."""
        if self._shelf.prospects.manage is not None:
            self._manage(self)
            self._take_what_is_here()

    def _manage(self, above: QWidget) -> tuple[ModelInfo | Unknown, ...]:
        manage = self._asked.prospects.manage
        models = self._shelf.models if manage is None else manage(above)
        self._shelf = Shelf(models, self._asked.prospects)
        return models

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.change)
        buttons.addWidget(self.manage)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.manner, self.expected, self.warning):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def _ask(self) -> None:
        prospects, wanted = self._asked.prospects, self.wanted
        if prospects.manage is not None:
            prospects = replace(prospects, manage=self._manage)  # what is got there is here, too
        asked = replace(self._asked, models=self._shelf.models, prospects=prospects)
        if wanted is not None:
            asked = replace(asked, hearing=wanted.hearing, vocabulary=wanted.vocabulary, prompt=wanted.prompt)
        self.wanted = ask(self, asked) or wanted
        self._take_what_is_here()

    def _take_what_is_here(self) -> None:
        """Take the best model where the wanted one is not here, or no more."""
        wanted = self.wanted
        if wanted is None:
            self._use(None)
            return
        self._shelf = self._shelf.with_folders(wanted.folders)
        self._use(self._shelf.first(self._words.job, wanted.hearing.model))

    def _use(self, model: ModelInfo | None) -> None:
        if self.wanted is not None and model is not None:
            self.wanted = replace(self.wanted, hearing=replace(self.wanted.hearing, model=str(model.path)))
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        model, words = self._model, self._words
        self.manner.setText(self._in_words(model))
        can = model is not None and not words.refusal(model)
        self.expected.say(words.expected(model, 0, whole=True) if model and can else "")
        self.warning.say(words.warning(model) if model else "")

    @property
    def _model(self) -> ModelInfo | None:
        return None if self.wanted is None else self._shelf.find(self.wanted.hearing.model)

    @property
    def _words(self) -> ModelWords:
        hearing = self._asked.hearing if self.wanted is None else self.wanted.hearing
        return ModelWords(self._shelf, Job(hearing.task, hearing.language or None, word_times=True))

    def _in_words(self, model: ModelInfo | None) -> str:
        if self.wanted is None or model is None:
            return self.tr("No model is chosen yet.")
        hearing = self.wanted.hearing
        language = language_name(hearing.language) if hearing.language else self.tr("detected")
        told = self.tr("translated into English") if hearing.task == "translate" else self.tr("written as it is said")
        text = self.tr("Model: {0}; language: {1}; {2}.")
        return text.format(shown(Path(model.name)), language, told)
