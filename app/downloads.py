"""The models that are fetched, one after another, by an engine process of their own: the window opens no connection."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.widgets.job_row import Job
from engine.checkpoints.download.leftovers import Unfinished
from engine.paths import shown
from engine.protocol import Cancelled, End, Failed, FetchModel, Finished, ModelBrought, ModelProgress

_PREFIX = "fetch "  # of the keys


@dataclass(frozen=True, slots=True)
class Download:
    """A model that is fetched, or was begun. `wish` is what the engine is asked for, "" where nobody knows any more;
    `name` what it is called in `folder`; `anew` replaces one that is whole."""

    wish: str
    name: str
    folder: Path
    anew: bool
    job: Job


class Downloads(QObject):
    """`changed` tells that the list is another, or how far its first is; `brought` the path of a model that is here
    now; `ended` a Job that came, or failed.

    What came of a model that was paused, stopped or failed stays on the disk until it goes on, or is removed from the
    list: then `clear` is called with its folder and name.
    """

    changed = Signal()
    brought = Signal(Path)
    ended = Signal(object)

    def __init__(
        self, engine: EngineProcess, clear: Callable[[Path, str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._clear = clear
        self._all: dict[str, Download] = {}
        self._running = ""  # the key of the one that is fetched, and the engine's number of it
        self._number = 0
        self._then: Literal["paused", "left"] = "left"  # what becomes of it when it was stopped
        self._path = ""
        engine.told.connect(self._on_told)
        engine.answering.connect(self._on_answering)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The models as rows of jobs, in the order in which they come."""
        return tuple(download.job for download in self._all.values())

    def __contains__(self, key: str) -> bool:
        return key in self._all

    @property
    def by_wish(self) -> dict[str, Job]:
        """The rows by what the engine is asked for."""
        return {download.wish: download.job for download in self._all.values() if download.wish}

    def fetch(self, wish: str, folder: Path, *, anew: bool = False) -> None:
        """Fetch what `wish` names into `folder`, or go on with it."""
        key, name = _PREFIX + wish, wish.rpartition("/")[2]
        known = self._all.get(key)
        if known is None or known.job.state == "done":
            self._all.pop(key, None)
            self._all[key] = Download(wish, name, folder, anew, Job(key, name, "waiting", rests=True, unit="bytes"))
            self._begin_next()
        else:
            self.resume(key)

    def find(self, folder: Path, found: Iterable[Unfinished]) -> None:
        """List what earlier runs began in `folder` and did not finish, but for what a process is at work on."""
        known = {(each.folder, each.name) for each in self._all.values()}
        for each in found:
            if not each.busy and (folder, each.name) not in known:
                job = self._left(each)
                self._all[job.key] = Download(each.source, each.name, folder, False, job)
        self.changed.emit()

    def pause(self, key: str) -> None:
        """Let one rest: its connection is closed, and the next one comes meanwhile."""
        self._stop(key, "paused")

    def cancel(self, key: str) -> None:
        """Stop one; it stays in the list until it is removed from there."""
        self._stop(key, "left")

    def resume(self, key: str) -> None:
        """Go on with one that rests, was stopped or failed."""
        known = self._all[key]
        if known.wish and known.job.state in ("paused", "left", "failed"):
            self._put(key, replace(known.job, state="waiting", message="", stage=None, speed=None, time_left=None))
            self._begin_next()

    def remove(self, key: str) -> None:
        """Take one that isn't at work out of the list, and what came of it off the disk."""
        known = self._all[key]
        if known.job.state in ("paused", "left", "failed", "done"):
            del self._all[key]
            if known.job.state != "done":
                self._clear(known.folder, known.name)
            self.changed.emit()

    def close(self) -> None:
        """End the process; what came stays, and a later run can go on with it."""
        self._all.clear()
        self._running = ""
        self._engine.stop()

    def _left(self, found: Unfinished) -> Job:
        name = shown(Path(found.name))
        if not found.source:
            text = self.tr("An import or a removal broke off: what is left of it can be removed.")
            return Job(_PREFIX + found.name, name, "failed", message=text, unit="bytes")
        return Job(_PREFIX + found.source, name, "left", message=self._kept(found.size), rests=True, unit="bytes")

    def _begin_next(self) -> None:
        key = next((key for key, each in self._all.items() if each.job.state == "waiting"), "")
        if self._running or not key:
            self.changed.emit()
            return
        known = self._all[key]
        self._running, self._number, self._path = key, self._engine.next_job(), ""
        self._put(key, replace(known.job, state="running"))
        self._engine.ask(FetchModel(self._number, known.wish, str(known.folder), known.anew))

    def _stop(self, key: str, then: Literal["paused", "left"]) -> None:
        job = self._all[key].job
        if key == self._running and job.state in ("running", "silent"):
            self._then = then
            self._put(key, replace(job, state="stopping"))
            self._engine.cancel(self._number)
        elif job.state in ("waiting", "paused"):
            self._put(key, replace(job, state=then))

    def _on_told(self, event: object) -> None:
        if not self._running or getattr(event, "job", None) != self._number:
            return
        match event:
            case ModelProgress():
                self._follow(event)
            case ModelBrought(path=path):
                self._path = path
            case Finished() | Cancelled() | Failed():
                self._end(event)

    def _follow(self, event: ModelProgress) -> None:
        job = self._all[self._running].job
        state = job.state if job.state == "stopping" else "running"
        job = replace(job, state=state, stage=event.activity, done=event.done, total=event.total, message=event.trouble)
        self._put(self._running, replace(job, speed=event.speed, time_left=event.time_left))

    def _end(self, event: End) -> None:
        key, self._running = self._running, ""
        job = self._all[key].job
        if isinstance(event, Finished):
            job = replace(job, state="done", message=self.tr("The model is here."))
        elif isinstance(event, Failed):
            job = replace(job, state="failed", message=event.message, resumes=True)
        else:
            job = replace(job, state=self._then, message=self._kept(job.done))
        self._put(key, job)
        self._begin_next()
        if isinstance(event, Finished) and self._path:
            self.brought.emit(Path(self._path))
        if not isinstance(event, Cancelled):
            self.ended.emit(job)

    def _kept(self, size: int) -> str:
        return self.tr("What has come is kept: Resume goes on from there.") if size else ""

    def _on_answering(self, answers: bool) -> None:
        if self._running and self._all[self._running].job.state in ("running", "silent"):
            job = self._all[self._running].job
            self._put(self._running, replace(job, state="running" if answers else "silent"))

    def _put(self, key: str, job: Job) -> None:
        self._all[key] = replace(self._all[key], job=job)
        self.changed.emit()
