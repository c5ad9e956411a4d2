"""Recovered: edits that an earlier run could not save, to keep, to discard, or to compare with the file first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.widgets.choices import Choice, Choices
from app.widgets.clock import clock
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question
from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import plain_text

_Button = QDialogButtonBox.StandardButton
Decision = Literal["keep", "discard", "later"]
_MOST_COMPARED = 500  # rows; what is more is counted


@dataclass(frozen=True, slots=True)
class Recovered:
    """A document as it was recovered: its file's name ("" if it has none), when it was last changed (seconds since
    1970), how many edits were not saved, the document, and the one of its file (None if there is none)."""

    name: str
    changed: float
    edits: int
    document: Document
    saved: Document | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A cue of the file and what was recovered of it; None where one of them doesn't have it."""

    saved: Cue | None
    recovered: Cue | None


def differences(saved: Document | None, recovered: Document) -> tuple[Difference, ...]:
    """Return what differs, cues matched by their ids, in the order of time."""
    before = {cue.id: cue for cue in (saved.cues if saved else ())}
    after = {cue.id: cue for cue in recovered.cues}
    found = [
        Difference(before.get(key), after.get(key))
        for key in before.keys() | after.keys()
        if _shown(before.get(key)) != _shown(after.get(key))
    ]
    return tuple(sorted(found, key=lambda each: min(cue.start for cue in (each.saved, each.recovered) if cue)))


def ask(parent: QWidget | None, found: Sequence[Recovered]) -> tuple[Decision, ...]:
    """Ask what becomes of each; nothing is discarded where the question was only closed."""
    dialog = RecoveredDialog(found, parent)
    return dialog.answer if dialog.exec() else tuple("later" for _ in found)


class RecoveredDialog(Question):
    """A list of what was recovered, a decision for each, and the difference to its file."""

    def __init__(self, found: Sequence[Recovered], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Recovered edits"), parent, _Button.Ok | _Button.Cancel)
        self._found = tuple(found)
        self._decisions: list[Decision] = ["keep"] * len(found)
        self.call_accept(self.tr("Continue"))
        self.buttons.button(_Button.Cancel).setText(self.tr("Decide later"))
        text = PlainLabel(self.tr("Sotto ended before these edits were saved. They are all still here."))
        text.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Documents with recovered edits"))
        for each in self._found:
            self.list.addItem(self._line(each))
        self.list.setMaximumHeight((self.list.sizeHintForRow(0) + 2) * 4)
        self.choice = Choices[Decision](
            self.tr("What becomes of it"),
            [
                Choice("keep", self.tr("&Keep: open it with these edits; its file stays as it is until you save")),
                Choice("discard", self.tr("&Discard these edits for good")),
                Choice("later", self.tr("Decide at the &next start")),
            ],
            "keep",
        )
        self.compared = PlainLabel()
        self.table = _comparison(self.tr("Differences"), (self.tr("Time"), self.tr("File"), self.tr("Recovered")))
        for part in (text, self.list, self.choice, self.compared, self.table):
            self.body.addWidget(part)
        self.list.currentRowChanged.connect(self._show)
        self.choice.chosen_changed.connect(self._decide)
        self.list.setCurrentRow(0)

    @property
    def answer(self) -> tuple[Decision, ...]:
        return tuple(self._decisions)

    def _line(self, each: Recovered) -> str:
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(each.changed)), QLocale.FormatType.ShortFormat)
        name = each.name or self.tr("Untitled")
        return self.tr("{0} – unsaved edits: {1}, the last on {2}").format(name, each.edits, when)

    def _show(self, row: int) -> None:
        self.choice.choose(self._decisions[row])
        found = differences(self._found[row].saved, self._found[row].document)
        if self._found[row].saved is None:
            text = self.tr("It was never saved. Cues: {0}")
        else:
            text = self.tr("Cues that differ from its file: {0}")
        self.compared.setText(text.format(len(found)))
        self.table.setRowCount(min(len(found), _MOST_COMPARED))
        for at, difference in enumerate(found[:_MOST_COMPARED]):
            cue = difference.recovered or difference.saved
            texts = (clock(cue.start) if cue else "", _shown(difference.saved), _shown(difference.recovered))
            for column, cell in enumerate(texts):
                self.table.setItem(at, column, QTableWidgetItem(cell))

    def _decide(self) -> None:
        self._decisions[self.list.currentRow()] = self.choice.chosen


def _shown(cue: Cue | None) -> str:
    if cue is None:
        return ""
    times = f"{clock(cue.start)} → {clock(cue.end)}"
    texts = [f"{cue.speaker}: " * bool(cue.speaker) + plain_text(cue.text), plain_text(cue.translation)]
    return "\n".join([times, *filter(None, texts)])


def _comparison(name: str, heads: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(heads)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    letter = table.fontMetrics().averageCharWidth()
    table.setMinimumSize(90 * letter, 10 * table.fontMetrics().height())
    return table
