"""The actions on models: look at them, get, verify, import and remove them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.actions.prospects import prospects
from app.actions.table import Action
from app.dialogs.models.dialog import ModelsDialog
from app.dialogs.models.values import Facts, Row, recommended, rows_of
from app.downloads import Downloads
from app.model_files import ModelFiles
from app.preferences import Preferences
from app.widgets import job_row
from app.widgets.job_rows import JobRows
from app.widgets.messages import Choice, failure, failure_with_choices, question
from engine.checkpoints.download.leftovers import unfinished
from engine.checkpoints.local import ModelInfo, Unknown, list_models
from engine.checkpoints.origin import read_origin
from engine.checkpoints.suitable import Job
from engine.paths import shown
from engine.protocol import Failed, ImportModel, ModelRequest


class ModelActions(QObject):
    """Joins the list of models with what works on them. `changed` tells that other models are here, `tasks_changed`
    what is at work; `told` what a status bar should say."""

    told = Signal(str)
    changed = Signal()
    tasks_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        downloads: Downloads,
        files: ModelFiles,
        preferences: Preferences,
        length: Callable[[], int],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._downloads = downloads
        self._files = files
        self._preferences = preferences
        self._length = length
        self._dialog: ModelsDialog | None = None
        downloads.changed.connect(self._show_tasks)
        downloads.brought.connect(self._on_brought)
        downloads.ended.connect(self._on_ended)
        files.changed.connect(self._show_tasks)
        files.brought.connect(self._on_brought)
        files.removed.connect(self._on_removed)
        files.verified.connect(self._on_verified)
        files.failed.connect(self._on_failed)

    def table(self) -> tuple[Action, ...]:
        """Return the action."""
        hint = self.tr("See which models are here and which suit this computer; get, check and remove them")
        return (Action("listen.models", self.tr("&Models..."), self.manage, hint, group="models"),)

    def manage(self, parent: QWidget | None = None) -> tuple[ModelInfo | Unknown, ...]:
        """Show the list of models until it is closed, as they suit what was heard last; return those that are here
        then."""
        self.find_begun()
        self._dialog = dialog = ModelsDialog(self.facts(), self._job, parent or self._window)
        dialog.get_wanted.connect(self.get)
        dialog.import_wanted.connect(self.bring)
        dialog.verify_wanted.connect(self._files.verify)
        dialog.remove_wanted.connect(self._remove)
        dialog.home_wanted.connect(self._move_home)
        self.steer_by(dialog.tasks)
        self._show_tasks()
        dialog.exec()
        self._dialog = None
        dialog.deleteLater()
        return list_models(self._preferences.model_folders)

    def facts(self) -> Facts:
        """Return what there is to choose from now."""
        here = list_models(self._preferences.model_folders)
        wishes = {model.path: wish for model in here if (wish := _wish(model.path))}
        return Facts(here, prospects(), self._length(), wishes, self._preferences.model_home)

    def first(self) -> Row | None:
        """Return the model that somebody who has none should get: None where none fits."""
        return recommended(rows_of(self.facts(), self._job))

    def get(self, wish: str, anew: bool = False) -> None:
        """Fetch a model into the folder for new ones; `anew` also where it is already."""
        self._downloads.fetch(wish, self._preferences.model_home, anew=anew)

    def find_begun(self) -> None:
        """List what earlier runs began to fetch and did not finish."""
        home = self._preferences.model_home
        with suppress(OSError):  # what can't be looked at is told when something is fetched into it
            self._downloads.find(home, unfinished(home))

    @property
    def tasks(self) -> tuple[job_row.Job, ...]:
        """What is at work, fetched or done with files, as rows of jobs."""
        return (*self._downloads.jobs, *self._files.jobs)

    def steer_by(self, rows: JobRows) -> None:
        """Do what is pressed in rows that show `tasks`."""
        rows.paused.connect(self._downloads.pause)
        rows.resumed.connect(self._downloads.resume)
        rows.cancelled.connect(self._cancel)
        rows.removed.connect(self._downloads.remove)

    @property
    def _job(self) -> Job:
        hearing = self._preferences.settings.hearing
        return Job(hearing.task, hearing.language or None)

    def _cancel(self, key: str) -> None:
        if key in self._files:
            self._files.cancel(key)
        else:
            self._downloads.cancel(key)

    def bring(self, source: Path) -> None:
        """Import a model that somebody has: of a folder's weights the whole folder."""
        whole = source.parent if source.suffix == ".safetensors" else source
        self._files.bring(whole, self._preferences.model_home)

    def _remove(self, model: Path) -> None:
        text = self.tr("Remove the model {0} from this computer?").format(shown(Path(model.name)))
        choices = (Choice(True, self.tr("&Remove"), "destroy"), Choice(False, self.tr("&Keep it"), "no"))
        if question(self._dialog, self.tr("Remove a model"), text, choices, False):
            self._files.remove(model, self._preferences.own_models)

    def _move_home(self, folder: Path) -> None:
        self._preferences.change(replace(self._preferences.settings, model_home=folder))
        self._show_models()

    def _on_brought(self, path: Path) -> None:
        self._say(self.tr("The model {0} is here.").format(shown(Path(path.name))))
        self._show_models()

    def _on_removed(self, path: Path) -> None:
        self._say(self.tr("The model {0} is gone.").format(shown(Path(path.name))))
        self._show_models()

    def _on_verified(self, path: Path, files: int, problems: tuple[str, ...]) -> None:
        name = shown(Path(path.name))
        if problems:
            text = self.tr("{0} is damaged: {1}. Get it anew, or remove it.").format(name, "; ".join(problems))
        elif files:
            text = self.tr("{0} is as it came: {1} files were compared.").format(name, files)
        else:
            text = self.tr("{0} can't be checked: nobody published what its files should be.").format(name)
        self._say(text)

    def _on_ended(self, job: job_row.Job) -> None:
        if job.state == "failed" and self._dialog is None:
            self.told.emit(self.tr("{0} could not be fetched.").format(job.name))

    def _on_failed(self, request: ModelRequest, failed: Failed) -> None:
        parent, title = self._dialog or self._window, self.tr("Models")
        if failed.kind != "untrusted" or not isinstance(request, ImportModel):
            failure(parent, title, failed.message)
            return
        choices = (
            Choice(True, self.tr("&Import it anyway: I know who made it"), "destroy"),
            Choice(False, self.tr("&Leave it"), "no"),
        )
        if failure_with_choices(parent, title, failed.message, choices, False):
            self._files.bring(Path(request.source), Path(request.folder), trusted=True)

    def _say(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.say(text)
        else:
            self.told.emit(text)

    def _show_models(self) -> None:
        if self._dialog is not None:
            self._dialog.show_facts(self.facts())
        self.changed.emit()

    def _show_tasks(self) -> None:
        self.tasks_changed.emit()
        if self._dialog is not None:
            self._dialog.show_tasks(self.tasks, self._downloads.by_wish)


def _wish(model: Path) -> str:
    """Return what fetches a model anew, "" where it did not come from a hub."""
    origin = read_origin(model if model.is_dir() else model.parent)
    return "" if origin is None or origin.source.startswith("file:") else origin.source
