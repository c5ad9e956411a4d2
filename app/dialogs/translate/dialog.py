"""The dialog that asks which cues to translate into English, and says why model, language or cues can't be."""

from PySide6.QtWidgets import QFormLayout, QWidget

from app.dialogs.language_choice import LanguageChoice
from app.dialogs.transcribe.models import ModelChoice
from app.dialogs.translate.values import Cues, Extent, Question, Wanted
from app.look.language_names import language_name
from app.widgets import question
from app.widgets.choices import CheckWithReason, Choice, Choices
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Reason, WithReason
from engine.checkpoints.local import ModelInfo


def ask(parent: QWidget | None, asked: Question) -> Wanted | None:
    """Ask which cues to translate."""
    dialog = TranslateDialog(asked, parent)
    return dialog.answer if dialog.exec() else None


class TranslateDialog(question.Question):
    """Which cues, by which model, out of which language."""

    def __init__(self, asked: Question, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Translate into English"), parent)
        self._asked = asked
        self.call_accept(self.tr("Translate"))
        self.model = ModelChoice(asked.models, _first_choice(asked))
        self._model_field = WithReason(self.model)
        self.language = LanguageChoice(asked.language)
        self._language_field = WithReason(self.language)
        self.extent = self._extent_choices(asked)
        self.only_lacking = CheckWithReason(self.tr("Only cues &without a translation"), checked=True)
        self.told = Reason()
        self._lay_out()
        self.model.chosen_changed.connect(self._look)
        self.language.currentIndexChanged.connect(self._look)
        self.extent.chosen_changed.connect(self._look)
        self.only_lacking.toggled.connect(self._look)
        self._look()

    @property
    def answer(self) -> Wanted:
        """What is asked for; only to be read while nothing is refused."""
        model = self.model.model
        path = "" if model is None else str(model.path)
        return Wanted(path, self.language.code, self._chosen(), self.model.added)

    def _lay_out(self) -> None:
        form = QFormLayout()
        if self._asked.media:
            name = PlainLabel(self._asked.media)
            name.setWordWrap(True)
            form.addRow(self.tr("File:"), name)
        form.addRow(self.tr("Mo&del:"), self._model_field)
        form.addRow(self.tr("&Spoken language:"), self._language_field)
        self.body.addLayout(form)
        for part in (self.extent, self.only_lacking, self.told):
            self.body.addWidget(part)
        self.body.addStretch()

    def _extent_choices(self, asked: Question) -> Choices[Extent]:
        everything, selected = len(asked.cues.said), len(asked.cues.among(asked.selected).said)
        return Choices[Extent](
            self.tr("What"),
            [
                Choice("all", self.tr("&All cues: {0}").format(everything)),
                Choice(
                    "selected",
                    self.tr("Selected &cues only: {0}").format(selected),
                    "" if selected else self.tr("No cue with text is selected."),
                ),
            ],
            "selected" if len(asked.selected) > 1 else "all",
        )

    def _extent(self) -> Cues:
        return self._asked.cues if self.extent.chosen == "all" else self._asked.cues.among(self._asked.selected)

    def _chosen(self) -> frozenset[int]:
        extent = self._extent()
        return extent.lacking if self.only_lacking.checked else extent.said - extent.kept

    def _look(self) -> None:
        """Say what can't be, and what will become of which cues."""
        extent, model = self._extent(), self.model.model
        untouched = extent.said and extent.lacking == extent.said
        self.only_lacking.set_reason(self.tr("None of these cues has a translation yet.") if untouched else "")
        problems = self._model_problem(model), self._language_problem(model), self._cues_problem()
        self._model_field.say(problems[0])
        self._language_field.say(problems[1])
        self.told.say("" if any(problems) else self._plan(extent))
        if model is None:
            self.refuse(self.tr("There is no model here: choose the folder of one with “Other model…”."))
        else:
            self.refuse(next(filter(None, problems), ""))

    def _plan(self, extent: Cues) -> str:
        parts = [self.tr("Cues to be translated: {0}.").format(len(self._chosen()))]
        if extent.kept:
            parts.append(self.tr("Translations by hand, which stay as they are: {0}.").format(len(extent.kept)))
        replaced = len(self._chosen() - extent.lacking)
        if replaced:
            parts.append(self.tr("Translations of a model, which are replaced: {0}.").format(replaced))
        return "\n".join(parts)

    def _model_problem(self, model: ModelInfo | None) -> str:
        if model is None or model.abilities.translates:
            return ""
        text = self.tr("{0} cannot translate: choose a multilingual model such as small, medium or large-v3.")
        return text.format(model.name)

    def _language_problem(self, model: ModelInfo | None) -> str:
        code = self.language.code
        if code == "en":
            return self.tr("English is English already: choose another language if another one is spoken.")
        if model is None or not code or code in model.abilities.languages:
            return ""
        text = self.tr("{0} does not know {1}: choose another model, or another language.")
        return text.format(model.name, language_name(code))

    def _cues_problem(self) -> str:
        if self._chosen():
            return ""
        if self._asked.cues.said - self._asked.cues.kept:
            return self.tr("Each of these cues has a translation: choose others, or have those of a model replaced.")
        return self.tr("Each of these cues has a translation that was made by hand, and stays as it is.")


def _first_choice(asked: Question) -> str:
    """Begin with the usual model, or where that one can't translate with the first that can."""
    able = [each for each in asked.models if isinstance(each, ModelInfo) and each.abilities.translates]
    usual = [each for each in able if str(each.path) == asked.model]
    return next((str(each.path) for each in (*usual, *able)), asked.model)
