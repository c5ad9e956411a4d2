"""The choice of a model: what is here, what of it can do the job, and what there is to say of the chosen one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.dialogs.model_choice.shelf import Shelf
from app.dialogs.model_choice.words import ModelWords
from app.look.language_names import language_name
from app.widgets.choice_box import ChoiceBox
from app.widgets.file_questions import folder_to_open
from app.widgets.numbers import size
from app.widgets.question import Reason
from app.widgets.remedies import Remedy
from engine.checkpoints.local import ModelInfo, Unknown, list_models
from engine.checkpoints.suitable import Job, lack

_SHOWN = 42  # letters of a model: its name, its mark and its size
_WIDEST, _BESIDE = 640, 24  # pixels of the list that opens; what stands beside its texts
_NAMED = 5  # languages; more are counted


class ModelChoice(QWidget):
    """A box of models and what there is to say of the chosen one, for a job. `chosen_changed` follows each change.

    It begins with the model whose path is `chosen`, if that is here, else with the best one for the job.
    """

    chosen_changed = Signal()

    def __init__(self, shelf: Shelf, job: Job, chosen: str = "", length: int = 0) -> None:
        super().__init__()
        self.added: tuple[Path, ...] = ()
        self._shelf, self._job = shelf, job
        self._length, self._whole = length, True
        self.box = ChoiceBox(self.tr("Model"))
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHOWN)
        self.box.setPlaceholderText(self.tr("none"))
        self.manage = QPushButton()
        self.manage.setVisible(shelf.prospects.manage is not None)
        self.other = QPushButton(self.tr("&Other model…"))
        self.about, self.expected, self.warning = Reason(), Reason(), Reason()
        bold = self.warning.font()
        bold.setBold(True)
        self.warning.setFont(bold)
        self._lay_out()
        self._fill(shelf.first(job, chosen, length))
        self.box.currentIndexChanged.connect(self._on_chosen)
        self.other.clicked.connect(self._choose_folder)
        self.manage.clicked.connect(self.open_models)

    @property
    def model(self) -> ModelInfo | None:
        """The chosen model, None where there is none."""
        return self._shelf.find(str(self.box.currentData() or ""))

    @property
    def problem(self) -> str:
        """Why the chosen model can't do the job and which can, "" if it can."""
        return self._words.refusal(self.model)

    def remedies(self, choose_language: Callable[[str], object] | None = None) -> tuple[Remedy, ...]:
        """Return what can be done about the problem; where a language can be chosen, first to choose the only one that
        the model knows."""
        found, model = self._words.remedies(self._length, self.choose, self.open_models), self.model
        if choose_language is None or model is None or lack(self._job, model.abilities) != "detection":
            return found
        code = model.abilities.languages[0]
        language = Remedy(self.tr("Choose {0}").format(language_name(code)), partial(choose_language, code))
        return (language, *found)

    def look(self, job: Job, length: int = 0, *, whole: bool = True) -> None:
        """Say of every model whether it can do a job, and how long the chosen one takes for so many ms of sound, those
        of the `whole` film or of a part."""
        self._job, self._length, self._whole = job, length, whole
        self._show()

    def choose(self, model: ModelInfo) -> None:
        """Choose one of those that are here."""
        self.box.setCurrentIndex(self.box.findData(str(model.path)))

    def add_folder(self, folder: Path) -> None:
        """Look into a folder for models and choose the first that can be used; say so where there is none."""
        found = list_models((folder,))
        self._shelf = self._shelf.with_models(found)
        usable = next((model for model in found if isinstance(model, ModelInfo)), None)
        if usable is None:
            self._fill(self.model)
            problem = next((model.problem for model in found if isinstance(model, Unknown)), "")
            self.about.say(problem or self.tr("There is no model in this folder: choose one that holds a config.json."))
            return
        self.added = (*self.added, folder)
        self._fill(usable)
        self.chosen_changed.emit()

    def open_models(self) -> None:
        """Let somebody get, look at and remove models, and show those that are here then; the chosen one stays."""
        manage = self._shelf.prospects.manage
        if manage is None:
            return
        chosen, had = self.model, len(self._shelf.persons)
        self._shelf = Shelf(manage(self), self._shelf.prospects).with_folders(self.added)
        is_toy = chosen is not None and chosen.abilities.synthetic_only
        stays = chosen is not None and (not is_toy or had or not self._shelf.persons)
        path = str(chosen.path) if chosen is not None and stays else ""
        self._fill(self._shelf.first(self._job, path, self._length))
        self.chosen_changed.emit()

    @property
    def _words(self) -> ModelWords:
        return ModelWords(self._shelf, self._job)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.manage)
        buttons.addWidget(self.other)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.box, self.about, self.expected, self.warning):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.setFocusProxy(self.box)

    def _fill(self, chosen: ModelInfo | None) -> None:
        """Put the models into the box, and choose one of them."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for model in self._shelf.models:
                self.box.addItem(model.path.name, str(model.path))
                if isinstance(model, Unknown):
                    self._item(self.box.count() - 1).setEnabled(False)
            self.box.setCurrentIndex(-1 if chosen is None else self.box.findData(str(chosen.path)))
        self._show()

    def _item(self, place: int) -> QStandardItem:
        items = self.box.model()
        assert isinstance(items, QStandardItemModel)
        return items.item(place)

    def _on_chosen(self) -> None:
        self._show()
        self.chosen_changed.emit()

    def _show(self) -> None:
        """Mark the models for the job, and tell of the chosen one."""
        words, model = self._words, self.model
        recommended = self._shelf.recommended(self._job, self._length)
        for place, each in enumerate(self._shelf.models):
            self._mark(place, each, is_recommended=each is recommended)
        view = self.box.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + _BESIDE, _WIDEST))
        persons = self._shelf.persons
        self.manage.setText(self.tr("&Get or manage models…") if persons else self.tr("&Get a model…"))
        unusable = [each.problem for each in self._shelf.models if isinstance(each, Unknown)]
        told = [] if model is None else [self._abilities(model)]
        self.about.say("\n".join([*told, *(self.tr("Can't be used: {0}").format(each) for each in unusable)]))
        can = model is not None and lack(self._job, model.abilities) is None
        self.expected.say(words.expected(model, self._length, whole=self._whole) if model and can else "")
        self.warning.say(words.warning(model) if model else "")
        lines = (label.text() for label in (self.about, self.expected, self.warning))
        self.box.explain("\n".join(filter(None, lines)))

    def _mark(self, place: int, model: ModelInfo | Unknown, *, is_recommended: bool) -> None:
        """Write behind a model's name what it lacks, or that it is recommended."""
        if isinstance(model, Unknown):
            text, reason = self.tr("{0} (can't be used)").format(model.path.name), model.problem
        else:
            reason = self._words.mark(model.abilities)
            mark = reason or (self.tr("recommended") if is_recommended else "")
            name = self.tr("{0} ({1})").format(model.name, mark) if mark else model.name
            text = self.tr("{0} – {1} M parameters, {2}")
            text = text.format(name, round(model.parameters / 1e6), size(model.size))
        self.box.setItemText(place, text)
        self.box.setItemData(place, reason, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _abilities(self, model: ModelInfo) -> str:
        known = model.abilities.languages
        names = ", ".join(map(language_name, known))
        parts = [
            self.tr("Knows {0}").format(names if len(known) <= _NAMED else self.tr("{0} languages").format(len(known))),
            self.tr("translates into English") if model.abilities.translates else self.tr("does not translate"),
            self.tr("exact word times") if model.abilities.word_times else self.tr("rough word times"),
        ]
        return f"{'; '.join(parts)}."

    def _choose_folder(self) -> None:
        chosen = folder_to_open(self, self.tr("Folder of a model"))
        if chosen is not None:
            self.add_folder(chosen)
