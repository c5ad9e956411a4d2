"""A job as a row: what is done with which file, how far it is, how fast, how long still; buttons to steer it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.widgets.clock import short_clock
from app.widgets.plain_label import PlainLabel
from engine.progress import Stage

State = Literal["waiting", "running", "paused", "stopping", "silent", "failed", "done"]
_STEPS = 1000  # of a progress bar
_SECOND = 1000  # ms


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work. `name` is its file, `done` of `total` ms are through `stage`, None where nobody knows; `speed`
    are ms of sound in one of work, `time_left` ms. `message` says what went wrong, or what came of it. `rests` says
    that it can be paused, `resumes` that it can go on after it failed, `cancels` that it can be stopped."""

    key: str
    name: str
    state: State
    stage: Stage | None = None
    done: int = 0
    total: int | None = None
    speed: float | None = None
    time_left: int | None = None
    message: str = ""
    rests: bool = False
    resumes: bool = False
    cancels: bool = True


class JobRow(QFrame):
    """Shows a job. `paused`, `resumed`, `cancelled` and `removed` tell what was pressed, with the job's key."""

    paused = Signal(str)
    resumed = Signal(str)
    cancelled = Signal(str)
    removed = Signal(str)

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self.name, self.status = PlainLabel(), PlainLabel()
        bold = self.name.font()
        bold.setBold(True)
        self.name.setFont(bold)
        self.status.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.pause, self.resume = QPushButton(self.tr("Pause")), QPushButton(self.tr("Resume"))
        self.cancel, self.remove = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Remove"))
        for button, signal in (
            (self.pause, self.paused),
            (self.resume, self.resumed),
            (self.cancel, self.cancelled),
            (self.remove, self.removed),
        ):
            button.clicked.connect(lambda _=False, told=signal: told.emit(self.job.key))
        self._lay_out()
        self._show(job)

    def show_job(self, job: Job) -> None:
        """Show the job as it is now; a change of its state is spoken."""
        before, self.job = self.job, job
        self._show(job)
        if job.state != before.state and self.isVisible():
            text = f"{job.name}: {self.status.text()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        buttons = QHBoxLayout()
        for button in (self.pause, self.resume, self.cancel, self.remove):
            buttons.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.bar, 0, 1)
        grid.addLayout(buttons, 0, 2)
        grid.addWidget(self.status, 1, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.bar.setMinimumWidth(12 * self.fontMetrics().averageCharWidth())

    def _show(self, job: Job) -> None:
        self.name.setText(job.name)
        self.status.setText(self._in_words(job))
        known = bool(job.total)
        self.bar.setRange(0, _STEPS if known or job.state != "running" else 0)
        self.bar.setValue(int(_STEPS * job.done / job.total) if job.total else 0)
        self.bar.setVisible(job.state in ("running", "paused", "stopping", "silent"))
        self.bar.setAccessibleName(self.tr("Progress of {0}").format(job.name))
        self.pause.setVisible(job.rests and job.state == "running")
        self.resume.setVisible(job.state == "paused" or (job.state == "failed" and job.resumes))
        self.cancel.setVisible(job.cancels and job.state in ("running", "paused", "stopping", "silent", "waiting"))
        self.cancel.setEnabled(job.state != "stopping")
        self.remove.setVisible(job.state in ("failed", "done"))
        for button in (self.pause, self.resume, self.cancel, self.remove):
            button.setAccessibleName(f"{button.text()}: {job.name}")

    def _in_words(self, job: Job) -> str:
        words = {
            "waiting": self.tr("Waiting"),
            "running": self._stage(job.stage),
            "paused": self.tr("Paused"),
            "stopping": self.tr("Stopping…"),
            "silent": self.tr("Does not answer"),
            "failed": self.tr("Failed"),
            "done": self.tr("Done"),
        }
        parts = [words[job.state]]
        if job.state in ("running", "paused") and job.total:
            parts.append(self.tr("{0} of {1}").format(short_clock(job.done), short_clock(job.total)))
        if job.state == "running" and job.speed is not None:
            parts.append(self.tr("{0} × real time").format(QLocale().toString(job.speed, "f", 1)))
        if job.state == "running" and job.time_left is not None:
            parts.append(self.tr("{0} left").format(short_clock(max(_SECOND, job.time_left))))
        text = ", ".join(parts)
        return f"{text}. {job.message}" if job.message else text

    def _stage(self, stage: Stage | None) -> str:
        stages: dict[Stage, str] = {
            "remux": self.tr("Rewriting the film for the player"),
            "decode": self.tr("Reading the sound"),
            "speech": self.tr("Looking for speech"),
            "load": self.tr("Loading the model"),
            "transcribe": self.tr("Listening"),
            "translate": self.tr("Translating"),
        }
        return self.tr("Starting") if stage is None else stages[stage]
