"""The panel: a list of problems with why they matter, ways through it, and fixes that are shown beforehand."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.look.buttons import IconButton
from app.look.engine_words import in_words
from app.models.problems import ProblemModel
from app.panels.problems.background import BackgroundChecks
from app.panels.problems.mending import fixes_for
from app.panels.problems.preview import Preview
from app.session import Session
from app.widgets.flow import Flow
from app.widgets.plain_label import PlainLabel
from app.widgets.tall import let_shrink
from engine.subtitles.checks import Problem
from engine.subtitles.document import Document
from engine.subtitles.edits import apply_fixes
from engine.subtitles.fixes import propose
from engine.subtitles.profiles import Profile


class ProblemsPanel(QWidget):
    """Shows what the profile finds in the session's document.

    `found` tells all problems whenever they were found anew. `went` tells the id of the cue that somebody went to.
    """

    found = Signal(tuple)
    went = Signal(int)

    def __init__(self, session: Session, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profile = profile
        self._all: tuple[Problem, ...] = ()
        self._checked = session.document
        self.model = ProblemModel(self)
        self.checks = BackgroundChecks(session, profile, self)
        self._make_parts()
        self._lay_out()
        self.checks.checked.connect(self._on_checked)
        self.checks.progressed.connect(self._on_progress)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_problem())
        self.view.activated.connect(self._go_to_row)
        self.view.clicked.connect(self._go_to_row)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found the last time."""
        return self._all

    @property
    def current(self) -> Problem | None:
        """The problem that is selected in the list, None if none is."""
        row = self.view.currentIndex().row()
        return self.model.problems[row] if 0 <= row < len(self.model.problems) else None

    def set_profile(self, profile: Profile) -> None:
        """Check by other rules."""
        self._profile = profile
        self.checks.set_profile(profile)

    def go_next(self) -> None:
        """Go to the next problem behind the current cue, from the first again after the last."""
        self._go(1)

    def go_previous(self) -> None:
        """Go to the last problem before the current cue, from the last again before the first."""
        self._go(-1)

    def fix_current(self) -> None:
        """Mend the current problem, if a safe way is known."""
        problem = self.current
        if problem is not None:
            fixes = fixes_for(self._session.document, self._profile, problem)
            if fixes:
                self._session.apply(apply_fixes(fixes))

    def preview_all(self) -> None:
        """Show what mending everything would change; nothing is changed yet."""
        document = self._session.document
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            changes = propose(document, self._profile)
        finally:
            QApplication.restoreOverrideCursor()
        self.preview.show_changes(document, changes)
        self.pages.setCurrentWidget(self.preview)
        self.preview.view.setFocus()

    def _make_parts(self) -> None:
        self.previous = IconButton("up", self.tr("Previous problem"))
        self.next = IconButton("down", self.tr("Next problem"))
        self.fix = QPushButton(self.tr("Fix"))
        self.fix_all = QPushButton(self.tr("Fix all…"))
        self.advice = QCheckBox(self.tr("Advice, too"))
        self.advice.setChecked(True)
        self.count, self.why = PlainLabel(), PlainLabel()
        self.why.setWordWrap(True)
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.view = QTableView()
        self.preview = Preview()
        self.pages = QStackedWidget()
        self._shape_view()
        self.previous.clicked.connect(self.go_previous)
        self.next.clicked.connect(self.go_next)
        self.fix.clicked.connect(self.fix_current)
        self.fix_all.clicked.connect(self.preview_all)
        self.advice.toggled.connect(self._show_all)
        self.preview.accepted.connect(self._apply)
        self.preview.left.connect(self._leave_preview)

    def _shape_view(self) -> None:
        view, metrics = self.view, self.view.fontMetrics()
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Problems"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setAlternatingRowColors(True)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        title = str(view.model().headerData(0, Qt.Orientation.Horizontal))
        header.resizeSection(0, max(map(metrics.horizontalAdvance, ("000000", title))) + 12)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(2, metrics.horizontalAdvance("00.0 characters/s, at most 00.0 "))
        let_shrink(view, rows=1)

    def _lay_out(self) -> None:
        line = Flow()
        for part in (self.previous, self.next, self.count, self.fix, self.fix_all, self.advice):
            line.addWidget(part)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(line)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.why)
        self.pages.addWidget(page)
        self.pages.addWidget(self.preview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.view)
        self._show_all()

    def _on_progress(self, done: float) -> None:
        self.count.setText(self.tr("Checking: {0} %").format(int(done * 100)))

    def _on_checked(self, document: Document, problems: tuple[Problem, ...]) -> None:
        self._checked, self._all = document, problems
        self._show_all()
        self.found.emit(problems)

    def _show_all(self) -> None:
        """Show the list anew, with the problem that was current or the nearest one."""
        before, row = self.current, self.view.currentIndex().row()
        wanted = self.advice.isChecked()
        shown = tuple(problem for problem in self._all if wanted or problem.level == "problem")
        self.model.show(self._checked, shown)
        again = self.model.row_of(before.cue, before.rule) if before else None
        row = min(max(row, 0), len(shown) - 1) if again is None else again
        if shown:
            self.view.setCurrentIndex(self.model.index(row, 0))
        broken = sum(problem.level == "problem" for problem in self._all)
        texts = (self.tr("Problems: {0}").format(broken), self.tr("advice: {0}").format(len(self._all) - broken))
        self.count.setText(", ".join(texts) if self._all else self.tr("Nothing to find fault with."))
        for button in (self.previous, self.next):
            button.setEnabled(bool(shown))
        self.fix_all.setEnabled(bool(self._all))
        self._show_problem()

    def _show_problem(self) -> None:
        """Say why the current problem matters, and whether it can be mended here."""
        problem = self.current
        fixable = problem is not None and bool(fixes_for(self._session.document, self._profile, problem))
        self.fix.setEnabled(fixable)
        by_hand = "" if fixable or problem is None else self.tr("No safe fix is known: mend it by hand.")
        why = in_words(problem.why) if problem else ""
        self.why.setText("\n".join(filter(None, (why, by_hand))))
        self.view.setAccessibleDescription(why)
        self.fix.setAccessibleDescription(by_hand)

    def _go(self, way: int) -> None:
        """Go from problem to problem: from the one in the list if its cue is the current one, else from the cue."""
        count = len(self.model.problems)
        if not count:
            return
        current, problem = self._session.current, self.current
        if problem is not None and (current is None or problem.cue == current.id):
            row = (self.view.currentIndex().row() + way) % count
        else:
            row = self._row_beside(self.model.number_of(current.id) if current else 0, way)
        self.view.setCurrentIndex(self.model.index(row, 0))
        self._go_to_row(self.view.currentIndex())

    def _row_beside(self, number: int, way: int) -> int:
        """Return the row of the first problem from the cue of a number on, or of the last one before it."""
        numbers = [self.model.number_of(problem.cue) for problem in self.model.problems]
        if way > 0:
            return next((row for row, each in enumerate(numbers) if each >= number), 0)
        return next((row for row in range(len(numbers) - 1, -1, -1) if numbers[row] < number), len(numbers) - 1)

    def _go_to_row(self, index: QModelIndex) -> None:
        problem = self.model.problems[index.row()] if index.isValid() else None
        if problem is not None and self._session.cue(problem.cue) is not None:
            self._session.select((problem.cue,))
            self.went.emit(problem.cue)

    def _apply(self) -> None:
        if self._session.apply(apply_fixes(self.preview.fixes)):
            self._leave_preview()

    def _leave_preview(self) -> None:
        self.pages.setCurrentIndex(0)
        self.view.setFocus()
