"""The dialog that asks which cues to translate into English, and says why model, language or cues can't be."""

from PySide6.QtWidgets import QFormLayout, QWidget

from app.dialogs.language_choice import LanguageChoice
from app.dialogs.model_choice.choice import ModelChoice
from app.dialogs.model_choice.shelf import Shelf
from app.dialogs.translate.values import Cues, Extent, Question, Wanted
from app.widgets import question
from app.widgets.choices import CheckWithReason, Choice, Choices
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Reason, WithReason
from engine.checkpoints.local import ModelInfo
from engine.checkpoints.suitable import Job


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
        self.language = LanguageChoice(asked.language)
        self._language_field = WithReason(self.language)
        shelf = Shelf(asked.models, asked.prospects)
        self.model = ModelChoice(shelf, self._job, _if_able(shelf.find(asked.model)))
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
        form.addRow(self.tr("Mo&del:"), self.model)
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
        extent = self._extent()
        untouched = extent.said and extent.lacking == extent.said
        self.only_lacking.set_reason(self.tr("None of these cues has a translation yet.") if untouched else "")
        self.model.look(self._job, self._asked.sound(self._chosen()), whole=False)
        english, model, cues = self._language_problem(), self.model.problem, self._cues_problem()
        self._language_field.say(english)
        self.told.say("" if english or model or cues else self._plan(extent))
        if english or not model:
            self.refuse(english or cues)
        else:
            self.refuse(model, self.model.remedies(self.language.choose))

    @property
    def _job(self) -> Job:
        return Job("translate", self.language.code or None)

    def _plan(self, extent: Cues) -> str:
        parts = [self.tr("Cues to be translated: {0}.").format(len(self._chosen()))]
        if extent.kept:
            parts.append(self.tr("Translations by hand, which stay as they are: {0}.").format(len(extent.kept)))
        replaced = len(self._chosen() - extent.lacking)
        if replaced:
            parts.append(self.tr("Translations of a model, which are replaced: {0}.").format(replaced))
        return "\n".join(parts)

    def _language_problem(self) -> str:
        if self.language.code != "en":
            return ""
        return self.tr("English is English already: choose another language if another one is spoken.")

    def _cues_problem(self) -> str:
        if self._chosen():
            return ""
        if self._asked.cues.said - self._asked.cues.kept:
            return self.tr("Each of these cues has a translation: choose others, or have those of a model replaced.")
        return self.tr("Each of these cues has a translation that was made by hand, and stays as it is.")


def _if_able(chosen: ModelInfo | None) -> str:
    """Begin with the model that was chosen only if it translates at all."""
    return str(chosen.path) if chosen is not None and chosen.abilities.translates else ""
