"""The list of models, and what can be done with each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QHBoxLayout, QPushButton, QWidget

from app.dialogs.language_choice import LanguageChoice
from app.dialogs.models.table import NAME, ModelTable
from app.dialogs.models.values import Facts, Row, recommended, rows_of
from app.dialogs.models.view import ModelView
from app.dialogs.models.words import ListWords
from app.widgets import job_row
from app.widgets.choice_box import ChoiceBox
from app.widgets.file_questions import file_to_open, folder_to_open
from app.widgets.job_rows import JobRows
from app.widgets.messages import ask_text
from app.widgets.plain_label import ElidedLabel, PlainLabel
from app.widgets.question import Question, Reason
from engine.checkpoints.suitable import Job

_Button = QDialogButtonBox.StandardButton
_AT_WORK = ("waiting", "running", "silent", "stopping")


class ModelsDialog(Question):
    """Tells what somebody wants done: `get_wanted` a wish and whether it replaces what is here, `import_wanted` a file
    or folder, `verify_wanted` and `remove_wanted` the path of a model, `home_wanted` where new ones shall be kept. The
    signals of `tasks` tell what was pressed in the rows of what is at work.
    """

    get_wanted = Signal(str, bool)
    import_wanted = Signal(Path)
    verify_wanted = Signal(Path)
    remove_wanted = Signal(Path)
    home_wanted = Signal(Path)

    def __init__(self, facts: Facts, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Models"), parent, _Button.Close)
        self._facts = facts
        self._words = ListWords(self)
        self._fetched: dict[str, job_row.Job] = {}
        self.advice, self.machine, self.details = PlainLabel(), PlainLabel(), PlainLabel()
        for label in (self.advice, self.machine, self.details):
            label.setWordWrap(True)
        self.task = ChoiceBox(self.tr("Task"))
        self.task.addItem(self.tr("Write down what is said"), "transcribe")
        self.task.addItem(self.tr("Translate it into English"), "translate")
        self.task.setCurrentIndex(self.task.findData(job.task))
        self.language = LanguageChoice(job.language or "")
        self.model = ModelTable(self.palette(), self)
        self.table = ModelView(self.model, self.tr("Models"))
        self.get = QPushButton(self.tr("&Get"))
        self.verify = QPushButton(self.tr("&Check its files"))
        self.remove = QPushButton(self.tr("&Remove…"))
        self.file = QPushButton(self.tr("Import a &file…"))
        self.folder = QPushButton(self.tr("Import a f&older…"))
        self.other = QPushButton(self.tr("From a re&pository…"))
        self.home = ElidedLabel()
        self.change_home = QPushButton(self.tr("C&hange…"))
        self.change_home.setAccessibleDescription(self.tr("Where models are kept that come from now on"))
        self.tasks = JobRows()
        self.outcome = Reason()
        self._lay_out()
        self._connect()
        self.show_facts(facts)

    @property
    def job(self) -> Job:
        """What a model is asked for."""
        return Job(self.task.currentData(), self.language.code or None)

    @property
    def chosen(self) -> Row | None:
        """The model on which the cursor stands."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def show_facts(self, facts: Facts) -> None:
        """Show what there is now; the cursor stays on its model, and begins at the one that is recommended."""
        self._facts = facts
        before, rows = self.chosen, rows_of(facts, self.job)
        self.model.show(rows, self.job, is_film=facts.length > 0)
        best = recommended(rows)
        self.advice.setText(self._words.advice(best, facts.reckoned))
        self.machine.setText(self._words.machine(facts))
        self.machine.setVisible(bool(self.machine.text()))
        self.home.setText(self.tr("New models are kept in {0}").format(facts.home))
        wanted = next((row for row in (before, best) if row and self.model.row_of(row) >= 0), None)
        self.table.setCurrentIndex(self.model.index(self.model.row_of(wanted) if wanted else 0, NAME))
        self._look()

    def show_tasks(self, tasks: Sequence[job_row.Job], fetched: dict[str, job_row.Job]) -> None:
        """Show what is at work; `fetched` are those of them that are fetched, by their wishes."""
        self.tasks.show_jobs(tasks)
        self._fetched = fetched
        self.model.show_tasks(fetched)
        self._look()

    def say(self, text: str) -> None:
        """Tell what came of something."""
        self.outcome.say(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Let Enter on a model get it, and Delete remove it."""
        keys = {Qt.Key.Key_Return: self.get, Qt.Key.Key_Enter: self.get, Qt.Key.Key_Delete: self.remove}
        pressed = keys.get(Qt.Key(event.key())) if self.focusWidget() is self.table else None
        if pressed is not None:
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Task:"), self.task)
        form.addRow(self.tr("&Language:"), self.language)
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in (self.get, self.verify, self.remove):
            first.addWidget(button)
        first.addStretch()
        for button in (self.file, self.folder, self.other):
            second.addWidget(button)
        second.addStretch()
        third.addWidget(self.home, 1)
        third.addWidget(self.change_home)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.machine)
        self.body.addLayout(form)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.details)
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addLayout(third)
        self.body.addWidget(self.tasks)
        self.body.addWidget(self.outcome)
        self.details.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        bold = self.advice.font()
        bold.setBold(True)
        self.advice.setFont(bold)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.task.currentIndexChanged.connect(lambda: self.show_facts(self._facts))
        self.language.currentIndexChanged.connect(lambda: self.show_facts(self._facts))
        self.table.selectionModel().currentRowChanged.connect(self._look)
        self.get.clicked.connect(self._get)
        self.verify.clicked.connect(lambda: self._tell(self.verify_wanted))
        self.remove.clicked.connect(lambda: self._tell(self.remove_wanted))
        self.file.clicked.connect(self._ask_for_file)
        self.folder.clicked.connect(self._ask_for_folder)
        self.other.clicked.connect(self._ask_for_other)
        self.change_home.clicked.connect(self._ask_for_home)

    def _look(self) -> None:
        """Say what there is to know of the model at the cursor, and offer what can be done with it."""
        row = self.chosen
        self.details.setText(self._words.details(row, self.job) if row else "")
        task = self._fetched.get(row.wish) if row else None
        self.get.setText(self.tr("&Get anew") if row and row.path else self.tr("&Get"))
        self.get.setEnabled(row is not None and bool(row.wish) and (task is None or task.state not in _AT_WORK))
        self.verify.setEnabled(row is not None and row.state in ("here", "broken"))
        self.remove.setEnabled(row is not None and row.state in ("here", "broken"))

    def _get(self) -> None:
        if self.chosen is not None:
            self.get_wanted.emit(self.chosen.wish, self.chosen.path is not None)

    def _tell(self, wanted: SignalInstance) -> None:
        if self.chosen is not None and self.chosen.path is not None:
            wanted.emit(self.chosen.path)

    def _ask_for_file(self) -> None:
        kinds = self.tr("Models ({0})").format("*.pt *.safetensors")
        chosen = file_to_open(self, self.tr("Import a model"), "", kinds)
        if chosen is not None:
            self.import_wanted.emit(chosen)

    def _ask_for_folder(self) -> None:
        chosen = folder_to_open(self, self.tr("Import the folder of a model"))
        if chosen is not None:
            self.import_wanted.emit(chosen)

    def _ask_for_other(self) -> None:
        text = self.tr("A repository of a Whisper model for transformers, as OWNER/NAME:")
        chosen = (ask_text(self, self.tr("Another model"), text) or "").strip()
        if chosen:
            self.get_wanted.emit(chosen, False)

    def _ask_for_home(self) -> None:
        chosen = folder_to_open(self, self.tr("Where models are kept"), str(self._facts.home))
        if chosen is not None:
            self.home_wanted.emit(chosen)
