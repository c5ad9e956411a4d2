"""The strip of jobs: the film that is prepared, what is heard of it, and files that wait for their turn."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.downloads import Downloads
from app.film import Film
from app.rehearing import HeardAgain, Rehearing
from app.transcription import Broken, Transcription, Unfinished
from app.translation import Outcome, Translation
from app.translation import Unfinished as Untranslated
from app.widgets.clock import short_clock
from app.widgets.job_row import Job, JobRow, State
from app.widgets.job_rows import JobRows
from app.widgets.plain_label import PlainLabel
from app.work import Work
from engine.paths import shown
from engine.protocol import Progress

_FILM, _HEARING, _AGAIN, _TRANSLATING = "film", "hearing", "again", "translating"
_SHOWN = 3  # jobs that the strip makes room for; more are scrolled


class JobsPanel(QWidget):
    """Shows what works and steers it. `busy_changed` tells whether there is anything to show, also where there is more
    than before, `resume_wanted` that what broke off should go on. The others tell keys of jobs that `show_queue` was
    given, `queue_moved` by how many places.
    """

    busy_changed = Signal(bool)
    queue_cancelled = Signal(str)
    queue_removed = Signal(str)
    queue_paused = Signal(str)
    queue_resumed = Signal(str)
    queue_opened = Signal(str)
    queue_moved = Signal(str, int)
    resume_wanted = Signal()

    def __init__(self, film: Film, transcription: Transcription, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._film = film
        self._transcription = transcription
        self._works: dict[str, Work] = {}
        self._untranslated: Untranslated | None = None
        self._queue: tuple[Job, ...] = ()
        self._downloads: Downloads | None = None
        self._jobs: dict[str, Job] = {}
        self._list = JobRows()
        self.nothing = PlainLabel(self.tr("Nothing to do."))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        column.addWidget(self.nothing)
        column.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Jobs"))
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(area)
        self._list.count_changed.connect(self._on_count)
        self._list.paused.connect(self._pause)
        self._list.resumed.connect(self._resume)
        self._list.opened.connect(self.queue_opened)
        self._list.moved.connect(self.queue_moved)
        self._list.cancelled.connect(self._cancel)
        self._list.removed.connect(self._remove)
        film.progressed.connect(self._on_film_progress)
        film.prepared.connect(lambda _: self._drop_prepared())
        film.failed.connect(self._on_film_failed)
        film.opened.connect(self._on_film_opened)
        self._steer(_HEARING, transcription)
        transcription.finished.connect(self._on_finished)
        transcription.broke.connect(self._on_broke)
        transcription.left.connect(self._on_left)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """What is shown, in its order."""
        fetched = self._downloads.jobs if self._downloads else ()
        return (*self._jobs.values(), *fetched, *self._queue)

    @property
    def rows(self) -> dict[str, JobRow]:
        """The rows by the keys of their jobs."""
        return self._list.rows

    def watch(self, rehearing: Rehearing) -> None:
        """Show and steer what is heard a second time, too."""
        self._steer(_AGAIN, rehearing)
        rehearing.heard.connect(self._on_heard_again)
        rehearing.stopped.connect(lambda: self._drop(_AGAIN))
        rehearing.broke.connect(lambda message: self._put(Job(_AGAIN, self._film_name, "failed", message=message)))

    def watch_translation(self, translation: Translation) -> None:
        """Show and steer what is translated, too."""
        self._steer(_TRANSLATING, translation)
        translation.finished.connect(self._on_translated)
        translation.broke.connect(self._on_untranslated)

    def watch_downloads(self, downloads: Downloads) -> None:
        """Show and steer the models that are fetched, too."""
        self._downloads = downloads
        downloads.changed.connect(self._show)

    def show_queue(self, queue: Sequence[Job]) -> None:
        """Show files that wait for their turn, or had it."""
        self._queue = tuple(queue)
        self._show()

    def wanted_height(self) -> int:
        """Return how high it would be to show its first jobs whole, as far as there is no need to scroll for them."""
        inside = self._list.height_of(_SHOWN)
        margins = self.contentsMargins().top() + self.contentsMargins().bottom() + 8
        return max(inside + margins, self.minimumSizeHint().height())

    def _steer(self, key: str, work: Work) -> None:
        self._works[key] = work
        work.state_changed.connect(lambda state: self._on_state(key, state))
        work.progressed.connect(lambda progress: self._on_progress(key, progress))
        work.answering.connect(lambda answers: self._on_answering(key, answers))

    def _on_film_opened(self) -> None:
        self._drop(_FILM)
        if self._film.preparing:
            self._put(self._preparing)

    @property
    def _preparing(self) -> Job:
        return Job(_FILM, self._film_name, "running", cancels=False)

    def _on_film_progress(self, progress: Progress) -> None:
        self._put(_with_progress(self._preparing, progress))

    def _drop_prepared(self) -> None:
        if not self._film.preparing:
            self._drop(_FILM)

    def _on_film_failed(self, message: str) -> None:
        self._put(Job(_FILM, self._film_name, "failed", message=message))

    def _on_state(self, key: str, state: str) -> None:
        states: dict[str, State] = {"running": "running", "paused": "paused", "stopping": "stopping"}
        if state in states:
            job = self._jobs.get(key) or Job(key, self._film_name, "running", rests=True)
            self._put(replace(job, name=self._film_name, state=states[state], message="", rests=True))

    def _on_progress(self, key: str, progress: Progress) -> None:
        job = self._jobs.get(key)
        if job is not None and job.state in ("running", "silent"):
            self._put(_with_progress(replace(job, state="running"), progress))

    def _on_finished(self, count: int) -> None:
        stopped = self._jobs.get(_HEARING)
        text = self.tr("Cues heard: {0}").format(count) if count else self.tr("No speech was found.")
        if stopped is not None and stopped.state == "stopping":
            text = self.tr("Stopped. Cues heard: {0}").format(count)
        self._put(Job(_HEARING, self._film_name, "done", message=text))

    def _on_broke(self, broken: Broken) -> None:
        self._put(Job(_HEARING, self._film_name, "failed", message=broken.message, resumes=True))

    def _on_left(self, left: Unfinished | None) -> None:
        job = self._jobs.get(_HEARING)
        if left is not None:
            text = self.tr("Heard up to {0}; Resume goes on from there.").format(short_clock(left.reached))
            self._put(Job(_HEARING, shown(Path(Path(left.media).name)), "left", message=text))
        elif job is not None and job.state != "done":  # of a document that is no longer open
            self._drop(_HEARING)

    def _on_heard_again(self, heard: HeardAgain) -> None:
        text = self.tr("Cues heard again: {0}").format(heard.count) if heard.count else self.tr("No speech was found.")
        self._put(Job(_AGAIN, self._film_name, "done", message=text))

    def _on_translated(self, outcome: Outcome) -> None:
        job = self._jobs.get(_TRANSLATING)
        text = self.tr("Cues translated: {0}, without a translation: {1}").format(outcome.translated, outcome.without)
        if job is not None and job.state == "stopping":
            text = self.tr("Stopped. {0}").format(text)
        self._put(Job(_TRANSLATING, self._film_name, "done", message=text))

    def _on_untranslated(self, left: Untranslated) -> None:
        self._untranslated = left
        self._put(Job(_TRANSLATING, self._film_name, "failed", message=left.message, resumes=True))

    def _on_answering(self, key: str, answers: bool) -> None:
        job = self._jobs.get(key)
        if job is not None and job.state in ("running", "silent"):
            self._put(replace(job, state="running" if answers else "silent"))

    @property
    def _film_name(self) -> str:
        return "" if self._film.path is None else shown(Path(self._film.path.name))

    def _put(self, job: Job) -> None:
        self._jobs[job.key] = job
        self._show()

    def _drop(self, key: str) -> None:
        if self._jobs.pop(key, None) is not None:
            self._show()

    def _show(self) -> None:
        jobs = self.jobs
        self._list.show_jobs(jobs)
        self.nothing.setVisible(not jobs)

    def _on_count(self, before: int, now: int) -> None:
        if now > before or not now:
            self.busy_changed.emit(bool(now))

    def _pause(self, key: str) -> None:
        if key in self._works:
            self._works[key].pause()
        elif self._downloads is not None and key in self._downloads:
            self._downloads.pause(key)
        else:
            self.queue_paused.emit(key)

    def _resume(self, key: str) -> None:
        work = self._works.get(key)
        if self._downloads is not None and key in self._downloads:
            self._downloads.resume(key)
        elif work is None:
            self.queue_resumed.emit(key)
        elif work.state == "paused":
            work.resume()
        elif isinstance(work, Translation) and self._untranslated is not None:
            left, self._untranslated = self._untranslated, None
            work.resume_from(left)
        elif key == _HEARING:
            self.resume_wanted.emit()

    def _cancel(self, key: str) -> None:
        if key in self._works:
            self._works[key].cancel()
        elif self._downloads is not None and key in self._downloads:
            self._downloads.cancel(key)
        else:
            self.queue_cancelled.emit(key)

    def _remove(self, key: str) -> None:
        job = self._jobs.get(key)
        if job is not None:
            self._drop(key)
            if key == _HEARING and (job.resumes or job.state == "left"):
                self._transcription.forget()
        elif self._downloads is not None and key in self._downloads:
            self._downloads.remove(key)
        else:
            self.queue_removed.emit(key)


def _with_progress(job: Job, progress: Progress) -> Job:
    return replace(
        job,
        stage=progress.stage,
        done=progress.done,
        total=progress.total,
        speed=progress.speed,
        time_left=progress.time_left,
    )
