"""What somebody sees who has no model yet: what is needed, which one to get, other ways, and how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.widgets.flow import Flow
from app.widgets.job_row import Job
from app.widgets.job_rows import JobRows
from app.widgets.plain_label import PlainLabel


class FirstModel(QFrame):
    """`get_wanted` tells that the proposed model shall be fetched, `file_wanted` that somebody has one, `list_wanted`
    that all are to be seen. The signals of `tasks` tell what was pressed in its rows."""

    get_wanted = Signal()
    file_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.sentence, self.proposal, self.meanwhile = PlainLabel(), PlainLabel(), PlainLabel()
        self.get, self.file, self.all = QPushButton(), QPushButton(), QPushButton()
        self.tasks = JobRows()
        bold = self.sentence.font()
        bold.setBold(True)
        self.sentence.setFont(bold)
        layout, buttons = QVBoxLayout(self), Flow()
        for button, signal in (
            (self.get, self.get_wanted),
            (self.file, self.file_wanted),
            (self.all, self.list_wanted),
        ):
            button.clicked.connect(signal)
            buttons.addWidget(button)
        for label in (self.sentence, self.proposal, self.meanwhile):
            label.setWordWrap(True)
        layout.addWidget(self.sentence)
        layout.addWidget(self.proposal)
        layout.addLayout(buttons)
        layout.addWidget(self.tasks)
        layout.addWidget(self.meanwhile)
        self.file.setText(self.tr("&Use a file I have…"))
        self.all.setText(self.tr("All mo&dels…"))

    def propose(self, sentence: str, proposal: str, get: str, meanwhile: str = "") -> None:
        """Say what is needed, which model to get and what it costs, and what can be done without; `get` stands on the
        button that fetches it, "" takes the button away."""
        for label, text in ((self.sentence, sentence), (self.proposal, proposal), (self.meanwhile, meanwhile)):
            label.setText(text)
            label.setVisible(bool(text))
        self.get.setText(get)
        self.get.setVisible(bool(get) and not self.tasks.rows)

    def show_tasks(self, tasks: Sequence[Job]) -> None:
        """Show what is fetched, in the place of the button."""
        self.tasks.show_jobs(tasks)
        self.get.setVisible(bool(self.get.text()) and not tasks)
