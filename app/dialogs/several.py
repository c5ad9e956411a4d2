"""The question before several films are heard one after another: how, where they go, and what if a file is there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.how_heard import HowHeard
from app.dialogs.transcribe.values import Question as HowAsked
from app.dialogs.transcribe.values import Wanted
from app.queue.names import Clash, Place
from app.widgets import question
from app.widgets.choices import Choice, Choices
from app.widgets.file_questions import folder_to_open
from app.widgets.plain_label import PlainLabel, breakable
from engine.paths import shown

_SHOWN = 6  # films that are seen without scrolling
_NAMED = 3  # files that are there already; more are counted


@dataclass(frozen=True, slots=True)
class Asked:
    """`films` are those that were given; `how` is the question for the manner, `wanted` its answer of the last time,
    None if there is none; its model need not be here. `place` was chosen the last time. `clashes` tells which files
    are there already."""

    films: tuple[Path, ...]
    how: HowAsked
    wanted: Wanted | None
    place: Place
    clashes: Callable[[Place], tuple[Path, ...]]


@dataclass(frozen=True, slots=True)
class Answer:
    """How the films are heard, where they are saved, and what becomes of those whose files are there already."""

    wanted: Wanted
    place: Place
    clash: Clash


def ask(parent: QWidget | None, asked: Asked) -> Answer | None:
    """Ask how several films are to be heard and saved."""
    dialog = SeveralDialog(asked, parent)
    return dialog.answer if dialog.exec() else None


class SeveralDialog(question.Question):
    """The films, how they are heard, where they go."""

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Transcribe several films"), parent)
        self._asked = asked
        self.call_accept(self.tr("Transcribe"))
        self.films = QListWidget()
        self.films.setAccessibleName(self.tr("Films"))
        self.films.addItems([shown(Path(film.name)) for film in asked.films])
        self.how = HowHeard(asked.how, asked.wanted)
        self.where = Choices[bool](
            self.tr("Where each is saved, as a project of its own"),
            [Choice(False, self.tr("&Beside its film")), Choice(True, self.tr("All in &one folder:"))],
            asked.place.folder is not None,
        )
        self.folder = QLineEdit("" if asked.place.folder is None else str(asked.place.folder))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = QPushButton(self.tr("&Choose..."))
        self.srt = QCheckBox(self.tr("Write an &SRT file, too"))
        self.srt.setChecked(asked.place.srt)
        self.there = PlainLabel()
        self.there.setWordWrap(True)
        self.clash = Choices[Clash](
            self.tr("Some files are there already"),
            [
                Choice("number", self.tr("&Keep them, and number the new ones: “talk 2”")),
                Choice("leave", self.tr("&Leave these films out")),
                Choice("replace", self.tr("&Replace them")),
            ],
            "number",
        )
        self._lay_out()
        self._connect()
        self._look()

    @property
    def answer(self) -> Answer | None:
        """What was answered; None where something is missing."""
        wanted = self.how.wanted
        return None if wanted is None else Answer(wanted, self.place, self.clash.chosen)

    @property
    def place(self) -> Place:
        folder = Path(self.folder.text().strip()).expanduser() if self.where.chosen else None
        return Place(folder, self.srt.isChecked())

    def _lay_out(self) -> None:
        count = PlainLabel(
            self.tr("Films: {0}. They are heard one after another while you work.").format(self.films.count())
        )
        count.setWordWrap(True)
        rows = min(self.films.count(), _SHOWN)
        self.films.setFixedHeight(rows * self.films.sizeHintForRow(0) + 2 * self.films.frameWidth() + 4)
        folder = QHBoxLayout()
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.browse)
        for part in (count, self.films, self.how, self.where, self.srt, self.clash):
            self.body.addWidget(part)
        where, clash = self.where.layout(), self.clash.layout()
        assert isinstance(where, QVBoxLayout)
        assert isinstance(clash, QVBoxLayout)
        where.addLayout(folder)
        clash.insertWidget(0, self.there)
        self.body.addStretch()

    def _connect(self) -> None:
        self.how.changed.connect(self._look)
        self.browse.clicked.connect(self._ask_folder)
        self.where.chosen_changed.connect(self._look)
        self.folder.textChanged.connect(self._look)
        self.srt.toggled.connect(self._look)

    def _ask_folder(self) -> None:
        chosen = folder_to_open(self, self.tr("Folder for the projects"), self.folder.text())
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _look(self) -> None:
        """Show what the answers mean, and say why they can't be given."""
        for part in (self.folder, self.browse):
            part.setEnabled(self.where.chosen)
        place = self.place
        is_folder = place.folder is None or (bool(self.folder.text().strip()) and place.folder.is_dir())
        there = self._asked.clashes(place) if is_folder else ()
        self.clash.setVisible(bool(there))
        names = ", ".join(shown(Path(path.name)) for path in there[:_NAMED])
        more = self.tr("{0} and more: {1}").format(names, len(there) - _NAMED)
        self.there.setText(breakable(names if len(there) <= _NAMED else more))
        problem = self.how.problem
        if not problem and not is_folder:
            self.refuse(self.tr("This folder does not exist: choose another."))
        else:
            self.refuse(problem, self.how.remedies)
