"""The choice of a model: what is here, how big it is, what it can do, and what can't be used and why."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.look.language_names import language_name
from app.widgets.choice_box import ChoiceBox
from app.widgets.file_questions import folder_to_open
from app.widgets.question import Reason
from engine.checkpoints.local import ModelInfo, Unknown, list_models

_GIGABYTE = 1 << 30
_SHOWN = 32  # letters of a model's name and size
_NAMED = 5  # languages; more are counted


class ModelChoice(QWidget):
    """A box of models and what there is to say of the chosen one. `chosen_changed` follows each change."""

    chosen_changed = Signal()

    def __init__(self, models: tuple[ModelInfo | Unknown, ...], chosen: str) -> None:
        super().__init__()
        self.added: tuple[Path, ...] = ()
        self._models: tuple[ModelInfo | Unknown, ...] = ()
        self.box = ChoiceBox(self.tr("Model"))
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHOWN)
        self.box.setPlaceholderText(self.tr("none"))
        self.other = QPushButton(self.tr("&Other model…"))
        self.about, self.warning = Reason(), Reason()
        bold = self.warning.font()
        bold.setBold(True)
        self.warning.setFont(bold)
        line = QHBoxLayout()
        line.addWidget(self.box, 1)
        line.addWidget(self.other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.about, self.warning):
            layout.addWidget(part)
        layout.insertLayout(0, line)
        self.setFocusProxy(self.box)
        self._add(models)
        self.box.setCurrentIndex(max(self.box.findData(chosen), self._first()))
        self.box.currentIndexChanged.connect(self._show)
        self.other.clicked.connect(self._choose_folder)
        self._show()

    @property
    def model(self) -> ModelInfo | None:
        """The chosen model, None where there is none."""
        index = self.box.currentIndex()
        found = self._models[index] if index >= 0 else None
        return found if isinstance(found, ModelInfo) else None

    def add_folder(self, folder: Path) -> None:
        """Look into a folder for models and choose the first that can be used; say so where there is none."""
        known = {model.path for model in self._models}
        found = tuple(model for model in list_models((folder,)) if model.path not in known)
        usable = next((model for model in list_models((folder,)) if isinstance(model, ModelInfo)), None)
        self._add(found)
        if usable is None:
            problem = next((model.problem for model in found if isinstance(model, Unknown)), "")
            self.about.say(problem or self.tr("There is no model in this folder: choose one that holds a config.json."))
            return
        self.added = (*self.added, folder)
        self.box.setCurrentIndex(self.box.findData(str(usable.path)))

    def _add(self, models: tuple[ModelInfo | Unknown, ...]) -> None:
        self._models += models
        for model in models:
            self.box.addItem(_title(model), str(model.path))
            if isinstance(model, Unknown):
                self._disable_last(model.problem)

    def _disable_last(self, reason: str) -> None:
        items = self.box.model()
        assert isinstance(items, QStandardItemModel)
        item = items.item(self.box.count() - 1)
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        item.setData(reason, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _first(self) -> int:
        return next((at for at, model in enumerate(self._models) if isinstance(model, ModelInfo)), -1)

    def _show(self) -> None:
        model = self.model
        unusable = [each.problem for each in self._models if isinstance(each, Unknown)]
        told = [] if model is None else [self._abilities(model)]
        self.about.say("\n".join([*told, *(self.tr("Can't be used: {0}").format(each) for each in unusable)]))
        self.box.explain(self.about.text())
        synthetic = model is not None and model.abilities.synthetic_only
        text = self.tr("It learned from synthetic speech and is useless for people's voices: it is here to try Sotto.")
        self.warning.say(text if synthetic else "")
        self.chosen_changed.emit()

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


def _title(model: ModelInfo | Unknown) -> str:
    if isinstance(model, Unknown):
        return QCoreApplication.translate("ModelChoice", "{0} (can't be used)").format(model.path.name)
    text = QCoreApplication.translate("ModelChoice", "{0} – {1} M parameters, {2}")
    kind = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    size = QLocale().formattedDataSize(model.size, int(model.size >= _GIGABYTE), kind)
    return text.format(model.name, round(model.parameters / 1e6), size)
