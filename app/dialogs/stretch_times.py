"""Stretch times: by two points that are known to be right, or from one frame rate to another."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QGridLayout, QSpinBox, QTabWidget, QVBoxLayout, QWidget

from app.look.engine_words import in_words
from app.widgets.choice_box import ChoiceBox
from app.widgets.clock import clock
from app.widgets.plain_label import PlainLabel, shortened
from app.widgets.question import Question
from app.widgets.time_field import TimeField
from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import Edit, SyncPoint, change_frame_rate, stretch
from engine.subtitles.frames import find_rate
from engine.subtitles.markup import plain_text

_RATES = ("23.976", "24", "25", "29.97", "30", "50", "59.94", "60")
_SHOWN = 40  # characters of a cue


@dataclass(frozen=True, slots=True)
class TwoPoints:
    """Two times of the document, and what each ought to be."""

    first: SyncPoint
    second: SyncPoint

    @property
    def edit(self) -> Edit:
        return stretch(self.first, self.second)


@dataclass(frozen=True, slots=True)
class FrameRates:
    """The frames a second that the times were made for, and those of the film."""

    source: float
    target: float

    @property
    def edit(self) -> Edit:
        return change_frame_rate(self.source, self.target)


Stretch = TwoPoints | FrameRates


def ask(parent: QWidget | None, document: Document) -> Stretch | None:
    """Ask how to stretch all times of a document that has cues."""
    dialog = StretchDialog(document, parent)
    return dialog.answer() if dialog.exec() else None


class StretchDialog(Question):
    """Tries the answer on the first and the last cue, and says why it can't be."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stretch times"), parent)
        self.call_accept(self.tr("Stretch"))
        self._ends = replace(document, cues=_extremes(document.cues))
        self.first = _Point(self.tr("First point"), document.cues, 0)
        self.second = _Point(self.tr("Second point"), document.cues, len(document.cues) - 1)
        self.source, self.target = _rate_box(self.tr("Made for")), _rate_box(self.tr("Film has"))
        self.target.setCurrentText("23.976")
        self.preview = PlainLabel()
        self.pages = QTabWidget()
        self.pages.setAccessibleName(self.windowTitle())
        self.pages.addTab(self._points(), self.tr("By &two points"))
        self.pages.addTab(self._rates(), self.tr("By &frame rate"))
        self.body.addWidget(self.pages)
        self.body.addWidget(self.preview)
        self.pages.currentChanged.connect(self._look)
        for point in (self.first, self.second):
            point.changed.connect(self._look)
        for box in (self.source, self.target):
            box.currentTextChanged.connect(self._look)
        self._look()

    def answer(self) -> Stretch | None:
        """Return what was asked for, None where a rate can't be read."""
        if self.pages.currentIndex() == 0:
            return TwoPoints(self.first.value, self.second.value)
        source, target = find_rate(self.source.currentText()), find_rate(self.target.currentText())
        return None if source is None or target is None else FrameRates(float(source), float(target))

    def _points(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        text = PlainLabel(self.tr("Say of two cues when they should begin; all others move in proportion."))
        text.setWordWrap(True)
        layout.addWidget(text)
        layout.addWidget(self.first)
        layout.addWidget(self.second)
        return page

    def _rates(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        text = PlainLabel(
            self.tr("For times that fit at the beginning and drift away: they were made for a film at another speed.")
        )
        text.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Times were &made for:"), self.source)
        form.addRow(self.tr("The film &has:"), self.target)
        layout.addWidget(text)
        layout.addLayout(form)
        layout.addStretch()
        return page

    def _look(self) -> None:
        answer = self.answer()
        problem = self.first.problem or self.second.problem if self.pages.currentIndex() == 0 else ""
        if answer is None:
            problem = self.tr("This is no frame rate: choose one, or write one such as 25 or 30000/1001.")
        elif answer in (FrameRates(rate := getattr(answer, "source", 0.0), rate),):
            problem = self.tr("Both rates are the same: nothing would change.")
        after = None
        if not problem and answer is not None:
            try:
                after = answer.edit(self._ends)
            except EditError as error:
                problem = in_words(str(error))
        self.refuse(problem)
        self.preview.setText(self._shown(after))

    def _shown(self, after: Document | None) -> str:
        if after is None:
            return ""
        before_last, last = self._ends.cues[-1], after.cues[-1]
        return self.tr("The last cue: {0} becomes {1}").format(clock(before_last.start), clock(last.start))


class _Point(QWidget):
    """A cue by its number, when it begins and when it should. Named by `name` for those who can't see the frame."""

    changed = Signal()

    def __init__(self, name: str, cues: tuple[Cue, ...], index: int) -> None:
        super().__init__()
        self._cues = cues
        self.number = QSpinBox()
        self.number.setRange(1, len(cues))
        self.number.setValue(index + 1)
        self.number.setAccessibleName(self.tr("{0}: number of the cue").format(name))
        self.right = TimeField(self.tr("{0}: should begin at").format(name))
        self.right.set_time(cues[index].start)
        self.begins, self.text = PlainLabel(), PlainLabel()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        head = PlainLabel(name)
        bold = head.font()
        bold.setBold(True)
        head.setFont(bold)
        grid.addWidget(head, 0, 0, 1, 4)
        for column, part in enumerate((PlainLabel(self.tr("Cue")), self.number, self.begins)):
            grid.addWidget(part, 1, column)
        grid.addWidget(self.text, 2, 0, 1, 4)
        grid.addWidget(PlainLabel(self.tr("Should begin at")), 3, 0, 1, 2)
        grid.addWidget(self.right, 3, 2)
        grid.setColumnStretch(3, 1)
        self.number.valueChanged.connect(self._on_number)
        self.right.time_changed.connect(self.changed)
        self.right.problem_changed.connect(self.changed)
        self._show()

    @property
    def value(self) -> SyncPoint:
        return SyncPoint(self._cue.start, self.right.time)

    @property
    def problem(self) -> str:
        return self.right.problem

    @property
    def _cue(self) -> Cue:
        return self._cues[self.number.value() - 1]

    def _on_number(self) -> None:
        self.right.set_time(self._cue.start)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.begins.setText(self.tr("begins at {0}").format(clock(self._cue.start)))
        self.text.setText(shortened(plain_text(self._cue.text).replace("\n", " "), _SHOWN))
        self.number.setAccessibleDescription(f"{self.begins.text()}: {self.text.text()}")


def _rate_box(name: str) -> ChoiceBox:
    box = ChoiceBox(name)
    box.setEditable(True)
    box.addItems(_RATES)
    box.setCurrentText("25")
    return box


def _extremes(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return the cues that leave the film first: the earliest, and the one that ends last."""
    first, last = min(cues, key=lambda cue: cue.start), max(cues, key=lambda cue: cue.end)
    return (first, last) if first is not last else (first,)
