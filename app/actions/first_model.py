"""The first model on the start page: what is needed, which one suits this computer, and how far it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.actions.models import ModelActions
from app.dialogs.model_choice.shelf import HOUR
from app.dialogs.models.values import Row
from app.dialogs.models.words import ListWords
from app.panels.start_page import StartPage
from app.widgets.file_questions import file_to_open
from engine.checkpoints.download.wanted import endpoint
from engine.paths import embedded_models, shown


class FirstModelActions(QObject):
    """Shows on `page` which model would hear, else what there is to do for one. `chosen` tells that model's name, ""
    if there is none."""

    chosen = Signal(str)

    def __init__(
        self,
        window: QWidget,
        page: StartPage,
        models: ModelActions,
        usual: Callable[[], Path | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._models = models
        self._usual = usual
        self._words = ListWords(self)
        self._proposed: Row | None = None
        page.models_wanted.connect(lambda: models.manage())
        page.first_model.get_wanted.connect(self._get)
        page.first_model.file_wanted.connect(self._ask_for_file)
        models.steer_by(page.first_model.tasks)
        models.changed.connect(self.show)
        models.tasks_changed.connect(self._show_tasks)

    def show(self) -> None:
        """Look anew which model is here, and which should be."""
        model = self._usual()
        has_own = model is not None and model.parent != embedded_models()
        name = shown(Path(model.name)) if model is not None else ""
        self._page.show_model(self.tr("The model {0} will transcribe.").format(name) if has_own else "")
        if not has_own:
            self._propose(has_toy=model is not None)
        self._show_tasks()
        self.chosen.emit(name)

    def _propose(self, *, has_toy: bool) -> None:
        row = self._proposed = self._models.first()
        needed = self.tr(
            "To write down what people say, Sotto needs a Whisper model on this computer: what you open stays here."
        )
        toy = self.tr(
            "Until then you can try the sample: the model that comes with Sotto is a toy, useless for people's voices."
        )
        if row is None:
            self._page.first_model.propose(needed, self._words.advice(None, HOUR), "", toy if has_toy else "")
            return
        advice = self._words.advice(row, HOUR)
        host = self.tr("It is fetched from {0}, once; nothing is sent there.").format(endpoint().partition("://")[2])
        get = self.tr("&Get {0}").format(row.name.replace("&", "&&"))
        self._page.first_model.propose(needed, f"{advice} {host}", get, toy if has_toy else "")

    def _get(self) -> None:
        if self._proposed is not None:
            self._models.get(self._proposed.wish)

    def _ask_for_file(self) -> None:
        kinds = self.tr("Models ({0})").format("*.pt *.safetensors")
        chosen = file_to_open(self._window, self.tr("Use a model I have"), "", kinds)
        if chosen is not None:
            self._models.bring(chosen)

    def _show_tasks(self) -> None:
        tasks = self._models.tasks
        self._page.first_model.show_tasks(tasks)
        self._page.first_model.setVisible(bool(tasks) or not self._page.model.text())
