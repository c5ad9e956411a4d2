"""The question for another model, where the one that was chosen is gone."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.dialogs.model_choice.choice import ModelChoice
from app.dialogs.model_choice.shelf import Shelf
from app.widgets import question
from app.widgets.plain_label import PlainLabel
from engine.checkpoints.suitable import Job


def ask(parent: QWidget | None, sentence: str, shelf: Shelf, job: Job) -> Path | None:
    """Say why another model is needed for a job, and ask which."""
    dialog = OtherModelDialog(sentence, shelf, job, parent)
    return dialog.answer if dialog.exec() else None


class OtherModelDialog(question.Question):
    """A sentence, and the models that are here."""

    def __init__(self, sentence: str, shelf: Shelf, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Choose a model"), parent)
        self._job = job
        text = PlainLabel(sentence)
        text.setWordWrap(True)
        self.model = ModelChoice(shelf, job)
        self.call_accept(self.tr("Go on with it"))
        for part in (text, self.model):
            self.body.addWidget(part)
        self.body.addStretch()
        self.model.chosen_changed.connect(self._look)
        self._look()

    @property
    def answer(self) -> Path | None:
        """The chosen model; only to be read while nothing is refused."""
        return self.model.model.path if self.model.model else None

    def _look(self) -> None:
        self.refuse(self.model.problem, self.model.remedies())
