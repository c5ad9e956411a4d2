"""Problems as rows: which cue, what is wrong, by how much; made for as many as there are."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.look.engine_words import in_words
from app.look.icons import icon
from app.widgets.numbers import short
from engine.subtitles.checks import Problem, rule
from engine.subtitles.document import Document

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ProblemModel(QAbstractTableModel):
    """Rows are problems, columns the number of the cue, the rule, and what was measured."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = Document()
        self._problems: tuple[Problem, ...] = ()
        self._numbers: dict[int, int] | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._problems

    def show(self, document: Document, problems: tuple[Problem, ...]) -> None:
        """Show the problems of a document."""
        self.beginResetModel()
        self._document, self._problems, self._numbers = document, problems, None
        self.endResetModel()

    def row_of(self, cue: int, rule_name: str) -> int | None:
        """Return the row of a problem, else of another one of that cue, None if it has none."""
        rows = [row for row, problem in enumerate(self._problems) if problem.cue == cue]
        return next((row for row in rows if self._problems[row].rule == rule_name), next(iter(rows), None))

    def number_of(self, cue: int) -> int:
        """Return the number of a cue, counted from 1; 0 if it is gone."""
        if self._numbers is None:
            self._numbers = {each.id: at for at, each in enumerate(self._document.cues, 1)}
        return self._numbers.get(cue, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Cue"), self.tr("Problem"), self.tr("Measured"))[section]

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        problem = self._problems[index.row()]
        answers: dict[int, Callable[[], object]] = {
            _Role.DisplayRole: lambda: self._text(problem, index.column()),
            _Role.DecorationRole: lambda: icon(_ICONS[problem.level]) if index.column() == 1 else None,
            _Role.AccessibleTextRole: lambda: self._spoken(problem, index.column()),
            _Role.AccessibleDescriptionRole: lambda: in_words(problem.why),
        }
        answer = answers.get(role)
        return None if answer is None else answer()

    def _text(self, problem: Problem, column: int) -> str:
        if column == 0:
            return str(self.number_of(problem.cue))
        return in_words(rule(problem.rule).title) if column == 1 else self._measured(problem)

    def _spoken(self, problem: Problem, column: int) -> str:
        text = self._text(problem, column)
        if column != 1:
            return text
        return (
            self.tr("Problem: {0}").format(text) if problem.level == "problem" else self.tr("Advice: {0}").format(text)
        )

    def _measured(self, problem: Problem) -> str:
        found = rule(problem.rule)
        if not found.unit:
            return ""
        measured = short(problem.measured, 1)
        if not found.limit:
            return f"{measured} {in_words(found.unit)}"
        least = self.tr("{0} {1}, at least {2}") if found.at_least else self.tr("{0} {1}, at most {2}")
        return least.format(measured, in_words(found.unit), short(problem.limit))


_ICONS = {"problem": "problem", "advice": "advice"}
