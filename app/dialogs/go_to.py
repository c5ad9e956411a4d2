"""Go to: one field that takes the number of a cue or a time."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from app.widgets.clock import clock, read_clock
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question


@dataclass(frozen=True, slots=True)
class Places:
    """Where one can go: to the cues 1 to `cues`, to times up to `end` (ms). `cue` is the number of the current one."""

    cues: int
    end: int
    cue: int = 1


@dataclass(frozen=True, slots=True)
class Destination:
    """The number of a cue, counted from 1, or a time in ms."""

    cue: int | None = None
    time: int | None = None


def ask(parent: QWidget | None, places: Places) -> Destination | None:
    """Ask where to go."""
    dialog = GoToDialog(places, parent)
    return dialog.answer if dialog.exec() else None


class GoToDialog(Question):
    """Takes 12 as a cue and 0:01:30 or 1:30 as a time."""

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Go to"), parent)
        self._places = places
        self.answer = Destination(cue=places.cue)
        self.call_accept(self.tr("Go"))
        self.field = QLineEdit(str(places.cue) if places.cues else "")
        self.field.selectAll()
        label = PlainLabel(self.tr("Cue or &time:"))
        label.setBuddy(self.field)
        hint = PlainLabel(
            self.tr("Cues 1 to {0}, such as 12; times up to {1}, such as 0:01:30.").format(
                places.cues, clock(places.end)
            )
        )
        hint.setWordWrap(True)
        self.field.setAccessibleDescription(hint.text())
        for part in (label, self.field, hint):
            self.body.addWidget(part)
        self.body.addStretch()
        self.field.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.refuse(self._problem(self.field.text().strip()))

    def _problem(self, text: str) -> str:
        """Take the answer, or return why there is none."""
        if text.isdecimal():
            if not 1 <= int(text[:12]) <= self._places.cues:
                return self.tr("There is no cue {0}: the last one is {1}.").format(text[:12], self._places.cues)
            self.answer = Destination(cue=int(text))
            return ""
        typed = read_clock(text)
        if typed.problem == "empty":
            return self.tr("Type the number of a cue, or a time.")
        if typed.problem is not None or typed.time < 0:
            return self.tr("This is neither a number nor a time: write 12, or 0:01:30.")
        if typed.time > self._places.end:
            return self.tr("The end is at {0}.").format(clock(self._places.end))
        self.answer = Destination(time=typed.time)
        return ""
