"""Shift times: by how much, which way, and which cues."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QFormLayout, QWidget

from app.widgets.choices import Choice, Choices
from app.widgets.clock import clock
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question
from app.widgets.time_field import TimeField
from engine.subtitles.document import Cue, Document

Scope = Literal["all", "selected", "following"]


@dataclass(frozen=True, slots=True)
class Shift:
    """So many ms later, earlier if negative: all cues, those selected, or the current one and all that follow it."""

    delta: int = 1000
    scope: Scope = "all"


def ask(parent: QWidget | None, document: Document, selected: tuple[int, ...], last: Shift) -> Shift | None:
    """Ask how to shift; `selected` are ids, the current cue last, `last` is what the question begins with."""
    dialog = ShiftDialog(document, selected, last, parent)
    return dialog.answer if dialog.exec() else None


class ShiftDialog(Question):
    """Shows what becomes of the first of the cues, and refuses to move one before the film."""

    def __init__(
        self, document: Document, selected: tuple[int, ...], last: Shift, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Shift times"), parent)
        self.call_accept(self.tr("Shift"))
        self._cues = _cues_of(document, selected)
        self.way = Choices(
            self.tr("Direction"),
            [Choice(1, self.tr("&Later")), Choice(-1, self.tr("&Earlier"))],
            1 if last.delta >= 0 else -1,
        )
        self.scope = self._scope_choices(last.scope, "" if selected else self.tr("No cue is selected."))
        self.amount = TimeField(self.tr("Amount"))
        self.amount.set_time(abs(last.delta))
        self.preview = PlainLabel()
        form = QFormLayout()
        form.addRow(self.tr("A&mount:"), self.amount)
        self.body.addLayout(form)
        for part in (self.way, self.scope, self.preview):
            self.body.addWidget(part)
        self.body.addStretch()
        self.amount.time_changed.connect(self._look)
        self.amount.problem_changed.connect(self._look)
        self.way.chosen_changed.connect(self._look)
        self.scope.chosen_changed.connect(self._look)
        self._look()

    def _scope_choices(self, chosen: Scope, nothing: str) -> Choices[Scope]:
        """Return the choice of cues; `nothing` is the reason why those that need a selection can't be chosen."""
        counts = {scope: len(cues) for scope, cues in self._cues.items()}
        following = self.tr("The current one and all that &follow (%n)", "", counts["following"])
        return Choices[Scope](
            self.tr("Cues"),
            [
                Choice("all", self.tr("&All (%n)", "", counts["all"])),
                Choice("selected", self.tr("&Selected (%n)", "", counts["selected"]), nothing),
                Choice("following", following, nothing),
            ],
            chosen,
        )

    @property
    def answer(self) -> Shift:
        return Shift(self.way.chosen * self.amount.time, self.scope.chosen)

    def _look(self) -> None:
        cues, delta = self._cues[self.scope.chosen], self.answer.delta
        first = min(cues, key=lambda cue: cue.start, default=None)
        self.refuse(self._problem(first, delta))
        if first is None:
            self.preview.setText("")
        else:
            text = self.tr("The first of them: {0} becomes {1}")
            self.preview.setText(text.format(clock(first.start), clock(first.start + delta)))

    def _problem(self, first: Cue | None, delta: int) -> str:
        if self.amount.problem:
            return self.amount.problem
        if first is None:
            return self.tr("There is no cue.")
        if not delta:
            return self.tr("Type by how much.")
        if first.start + delta < min(0, first.start):
            text = self.tr("The first of them would begin {0} before the film: choose at most {1}.")
            return text.format(clock(-(first.start + delta)), clock(max(0, first.start)))
        return ""


def _cues_of(document: Document, selected: tuple[int, ...]) -> dict[Scope, tuple[Cue, ...]]:
    chosen = frozenset(selected)
    current = next((at for at, cue in enumerate(document.cues) if selected and cue.id == selected[-1]), None)
    return {
        "all": document.cues,
        "selected": tuple(cue for cue in document.cues if cue.id in chosen),
        "following": () if current is None else document.cues[current:],
    }
