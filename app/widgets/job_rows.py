"""Rows of jobs under each other: those that are there change, others come and go."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.job_row import Job, JobRow


class JobRows(QWidget):
    """Shows jobs. The signals tell what was pressed in a row, with its job's key, `moved` also by how many places;
    `count_changed` how many rows there were and are."""

    paused = Signal(str)
    resumed = Signal(str)
    cancelled = Signal(str)
    removed = Signal(str)
    opened = Signal(str)
    moved = Signal(str, int)
    count_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, JobRow] = {}
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)

    def show_jobs(self, shown: Sequence[Job]) -> None:
        """Change rows that are there, add what came, take away what went."""
        had, jobs = len(self.rows), {job.key: job for job in shown}
        for key in [key for key in self.rows if key not in jobs]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, job in enumerate(jobs.values()):
            if job.key in self.rows:
                self.rows[job.key].show_job(job)
            else:
                self.rows[job.key] = self._row(job)
            if self._list.indexOf(self.rows[job.key]) != at:
                self._list.insertWidget(at, self.rows[job.key])
        if len(jobs) != had:
            self.count_changed.emit(had, len(jobs))

    def height_of(self, count: int) -> int:
        """Return how high its first rows are together."""
        rows = list(self.rows.values())[:count]
        return sum(row.sizeHint().height() + self._list.spacing() for row in rows)

    def _row(self, job: Job) -> JobRow:
        row = JobRow(job)
        row.paused.connect(self.paused)
        row.resumed.connect(self.resumed)
        row.cancelled.connect(self.cancelled)
        row.removed.connect(self.removed)
        row.opened.connect(self.opened)
        row.moved.connect(self.moved)
        return row
