"""A field for a typed time: arrow keys step the part that the cursor is in, and what can't be read is said."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QStyle, QStyleOptionSpinBox, QWidget

from app.widgets.clock import LATEST, clock, read_clock
from app.widgets.marks import warning_colour, warning_icon

_PARTS = (3_600_000, 60_000, 1_000)  # ms that a step is worth in hours, minutes, seconds


class TimeField(QAbstractSpinBox):
    """A time in ms. `time_changed` follows Enter, leaving the field and each step, never a half-typed time.

    Text that is no time stays where it is, with a mark and the reason as tooltip and description, and no signal.
    """

    time_changed = Signal(int)
    problem_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = 0
        self._step = 100
        self._earliest, self._latest = 0, LATEST
        self._problem = ""
        self._typed = False  # Qt's own isModified is reset before Enter is told
        self._mark: QAction | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setText(clock(0))
        self.lineEdit().textEdited.connect(self._look)
        self.editingFinished.connect(self._commit)

    @property
    def time(self) -> int:
        """The last time that could be read."""
        return self._time

    @property
    def problem(self) -> str:
        """Why the text is no time, "" if it is one."""
        return self._problem

    def set_time(self, time: int) -> None:
        """Show a time without a signal. What somebody is typing is not taken from under their hands."""
        self._time = time
        if not (self.hasFocus() and self._typed):
            self._show(time)

    def set_step(self, step: int) -> None:
        """Set how many ms an arrow key moves the part behind the comma, such as the length of a frame."""
        self._step = step

    def set_range(self, earliest: int, latest: int) -> None:
        self._earliest, self._latest = earliest, latest

    def stepBy(self, steps: int) -> None:  # noqa: N802 (Qt's name)
        typed = read_clock(self.lineEdit().text())
        begin = self._time if typed.problem else typed.time
        place = self.lineEdit().cursorPosition() - len(self.lineEdit().text())
        self._take(min(max(begin + steps * self._part(), self._earliest), self._latest))
        self.lineEdit().setCursorPosition(max(place + len(self.lineEdit().text()), 0))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:  # noqa: N802 (Qt's name)
        none, up, down = (
            QAbstractSpinBox.StepEnabledFlag.StepNone,
            QAbstractSpinBox.StepEnabledFlag.StepUpEnabled,
            QAbstractSpinBox.StepEnabledFlag.StepDownEnabled,
        )
        if self.isReadOnly():
            return none
        return (up if self._time < self._latest else none) | (down if self._time > self._earliest else none)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed; what is no time is told and not swallowed."""
        return QValidator.State.Acceptable, text, position

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape and self._typed:
            self._show(self._time)
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Step only where the focus is: who scrolls past a field doesn't mean to change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        content = QSize(metrics.horizontalAdvance("00:00:00,000") + 2 * metrics.height(), metrics.height() + 4)
        return self.style().sizeFromContents(QStyle.ContentsType.CT_SpinBox, option, content, self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.sizeHint()

    def _part(self) -> int:
        """Return what a step is worth where the cursor stands."""
        text = self.lineEdit().text()
        before = text[: self.lineEdit().cursorPosition()]
        if "," in before or "." in before:
            return self._step
        following = text[len(before) :].count(":")
        return _PARTS[max(len(_PARTS) - 1 - following, 0)]

    def _look(self, text: str) -> None:
        self._typed = True
        self._set_problem(self._explained(self._problem_of(text)))

    def _commit(self) -> None:
        if not self._typed:
            return
        text = self.lineEdit().text()
        if self._problem_of(text) is None:
            self._take(read_clock(text).time)

    def _problem_of(self, text: str) -> str | None:
        typed = read_clock(text)
        if typed.problem is None and not self._earliest <= typed.time <= self._latest:
            return "range"
        return typed.problem

    def _take(self, time: int) -> None:
        changed = time != self._time
        self._time = time
        self._show(time)
        if changed:
            self.time_changed.emit(time)

    def _show(self, time: int) -> None:
        self.lineEdit().setText(clock(time))
        self._typed = False
        self._set_problem("")

    def _explained(self, problem: str | None) -> str:
        texts = {
            None: "",
            "empty": self.tr("Type a time, such as 0:01:02,500"),
            "form": self.tr("This is no time: write hours:minutes:seconds,milliseconds, such as 0:01:02,500"),
            "minutes": self.tr("Minutes go up to 59 where hours stand before them"),
            "seconds": self.tr("Seconds go up to 59 where minutes stand before them"),
            "late": self.tr("This is later than 99:59:59,999"),
        }
        if problem == "range":
            return self.tr("The time must be from {0} to {1}").format(clock(self._earliest), clock(self._latest))
        return texts[problem]

    def _set_problem(self, problem: str) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        self.setToolTip(problem)
        for widget in (self, self.lineEdit()):
            widget.setAccessibleDescription(problem)
        self._mark_line(self.lineEdit(), problem)
        self.problem_changed.emit(problem)

    def _mark_line(self, line: QLineEdit, problem: str) -> None:
        """Put a triangle into the field and colour its text, or take both away."""
        if self._mark is not None:
            line.removeAction(self._mark)
            self._mark = None
        palette = self.palette()
        if problem:
            colour = warning_colour(palette)
            icon = warning_icon(self.fontMetrics().height(), self.devicePixelRatioF(), colour)
            self._mark = QAction(icon, problem, line)
            line.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
            palette.setColor(QPalette.ColorRole.Text, colour)
        line.setPalette(palette)
