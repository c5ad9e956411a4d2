"""A job as a row: what is done with which file, how far it is, how fast, how long still; buttons to steer it."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.clock import short_clock
from app.widgets.numbers import size
from app.widgets.plain_label import ElidedLabel, PlainLabel
from engine.checkpoints.download.values import Activity
from engine.progress import Stage

State = Literal["waiting", "running", "paused", "stopping", "silent", "failed", "left", "done"]
Unit = Literal["ms", "bytes"]
Doing = Stage | Activity | Literal["copying", "removing"]
_ENDS: frozenset[State] = frozenset({"failed", "left", "done"})
_STEPS = 1000  # of a progress bar
_SECOND = 1000  # ms


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work. `name` is its file, `done` of `total` ms are through `stage`, None where nobody knows; `speed`
    are ms of sound in one of work, `time_left` ms. Of a download these count in bytes, and bytes a second, as `unit`
    says. `message` says what went wrong, or what came of it. `rests` says that it can be paused, `resumes` that it can
    go on after it failed, `cancels` that it can be stopped. "left" is what was not finished, `opens` that there is a
    document to look at, `up` and `down` that it can be moved."""

    key: str
    name: str
    state: State
    stage: Doing | None = None
    done: int = 0
    total: int | None = None
    speed: float | None = None
    time_left: int | None = None
    message: str = ""
    rests: bool = False
    resumes: bool = False
    cancels: bool = True
    opens: bool = False
    up: bool = False
    down: bool = False
    unit: Unit = "ms"


class JobRow(QFrame):
    """Shows a job. `paused`, `resumed`, `cancelled`, `removed` and `opened` tell what was pressed, with the job's key,
    `moved` also by how many places. A click on the row, and Enter where no other button has the focus, opens, too."""

    paused = Signal(str)
    resumed = Signal(str)
    cancelled = Signal(str)
    removed = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int)

    def __init__(self, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.job = job
        self.name, self.status = ElidedLabel(), PlainLabel()
        bold = self.name.font()
        bold.setBold(True)
        self.name.setFont(bold)
        self.status.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.pause, self.resume = QPushButton(self.tr("Pause")), QPushButton(self.tr("Resume"))
        self.cancel, self.remove = QPushButton(self.tr("Cancel")), QPushButton(self.tr("Remove"))
        self.open = QPushButton(self.tr("Open"))
        self.up = _arrow(Qt.ArrowType.UpArrow, self.tr("Sooner"))
        self.down = _arrow(Qt.ArrowType.DownArrow, self.tr("Later"))
        for button, signal in (
            (self.pause, self.paused),
            (self.resume, self.resumed),
            (self.cancel, self.cancelled),
            (self.remove, self.removed),
            (self.open, self.opened),
        ):
            button.clicked.connect(lambda _=False, told=signal: told.emit(self.job.key))
        for arrow, by in ((self.up, -1), (self.down, 1)):
            arrow.clicked.connect(lambda _=False, by=by: self.moved.emit(self.job.key, by))
        self._lay_out()
        self._show(job)

    def show_job(self, job: Job) -> None:
        """Show the job as it is now; a change of its state is spoken, but for how it ended and that it begins anew.

        These are spoken by the status bar or a question, which are there also where no row is seen.
        """
        before, self.job = self.job, job
        self._show(job)
        is_told = job.state in ("done", "failed") or (before.state in _ENDS and job.state == "running")
        if job.state != before.state and not is_told and self.isVisible():
            text = f"{job.name}: {self.status.text()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open what is done by a click anywhere on its row."""
        super().mouseReleaseEvent(event)
        if (
            self.job.opens
            and event.button() == Qt.MouseButton.LeftButton
            and self.rect().contains(event.position().toPoint())
        ):
            self.opened.emit(self.job.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter press the button that has the focus: outside of dialogs Qt lets only Space do that."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        line = QHBoxLayout()
        line.addWidget(self.name, 3)
        line.addWidget(self.bar, 2)
        for button in (self.up, self.down, self.pause, self.resume, self.open, self.cancel, self.remove):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addLayout(line)
        column.addWidget(self.status)
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
        again = job.state == "failed" and job.unit == "bytes"
        self.resume.setText(self.tr("Try again") if again else self.tr("Resume"))
        self.resume.setVisible(job.state in ("paused", "left") or (job.state == "failed" and job.resumes))
        self.cancel.setVisible(job.cancels and job.state in ("running", "paused", "stopping", "silent", "waiting"))
        self.cancel.setEnabled(job.state != "stopping")
        self.remove.setVisible(job.state in ("failed", "left", "done"))
        self.open.setVisible(job.opens)
        for arrow, can, text in ((self.up, job.up, self.tr("Sooner")), (self.down, job.down, self.tr("Later"))):
            arrow.setVisible(job.up or job.down)
            arrow.setEnabled(can)
            arrow.setAccessibleName(f"{text}: {job.name}")
        for button in (self.pause, self.resume, self.open, self.cancel, self.remove):
            button.setAccessibleName(f"{button.text()}: {job.name}")

    def _in_words(self, job: Job) -> str:
        words = {
            "waiting": self.tr("Waiting"),
            "running": self._stage(job.stage),
            "paused": self.tr("Paused"),
            "stopping": self.tr("Stopping…"),
            "silent": self.tr("Does not answer"),
            "failed": self.tr("Failed"),
            "left": self.tr("Not finished"),
            "done": self.tr("Done"),
        }
        parts = [words[job.state]]
        if job.state in ("running", "paused", "left") and job.total:
            amount = short_clock if job.unit == "ms" else size
            parts.append(self.tr("{0} of {1}").format(amount(job.done), amount(job.total)))
        if job.state == "running" and job.speed is not None:
            parts.append(self._speed(job.speed, job.unit))
        if job.state == "running" and job.time_left is not None:
            parts.append(self.tr("{0} left").format(short_clock(max(_SECOND, job.time_left))))
        text = ", ".join(parts)
        return f"{text}. {job.message}" if job.message else text

    def _speed(self, speed: float, unit: Unit) -> str:
        if unit == "bytes":
            return self.tr("{0} a second").format(size(round(speed)))
        return self.tr("{0} × real time").format(QLocale().toString(speed, "f", 1))

    def _stage(self, stage: Doing | None) -> str:
        stages: dict[Doing, str] = {
            "remux": self.tr("Rewriting the film for the player"),
            "decode": self.tr("Reading the sound"),
            "speech": self.tr("Looking for speech"),
            "load": self.tr("Loading the model"),
            "transcribe": self.tr("Listening"),
            "translate": self.tr("Translating"),
            "waiting": self.tr("Another program is fetching it: waiting for that one"),
            "checking": self.tr("Checking what is here"),
            "fetching": self.tr("Fetching"),
            "retrying": self.tr("Trying again"),
            "copying": self.tr("Copying"),
            "removing": self.tr("Removing"),
        }
        return self.tr("Starting") if stage is None else stages[stage]


def _arrow(direction: Qt.ArrowType, text: str) -> QToolButton:
    button = QToolButton()
    button.setArrowType(direction)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolTip(text)
    return button
