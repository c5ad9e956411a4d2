"""The actions on the queue: films are put into it, looked at, moved, opened; what an earlier run left is offered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.actions.prospects import prospects
from app.actions.table import Action
from app.batch import Batch
from app.dialogs.model_choice.shelf import Prospects
from app.dialogs.several import Answer, Asked
from app.dialogs.several import ask as ask_several
from app.dialogs.transcribe.values import Question, Wanted
from app.dialogs.transcribe.wishes import wishes_of
from app.film import MEDIA
from app.panels.jobs import JobsPanel
from app.preferences import Preferences
from app.queue.file import left_behind, taken_over
from app.queue.names import Place, Target, clashes, targets
from app.queue.values import Entry, Manner, can_move
from app.widgets.file_questions import files_to_open
from app.widgets.job_row import Job, State
from app.widgets.messages import Choice, failure, question
from engine.checkpoints.local import list_models
from engine.errors import EngineError
from engine.paths import shown
from engine.settings import Several

_STATES: dict[str, State] = {"running": "running", "paused": "paused", "stopping": "stopping", "idle": "running"}


class QueueActions(QObject):
    """Fills the queue and shows in the strip of jobs how it stands. `told` is what a status bar should say."""

    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        batch: Batch,
        preferences: Preferences,
        folder: Path,
        strip: JobsPanel,
        open_files: Callable[[Sequence[Path]], object],
        prospects: Callable[[], Prospects] = prospects,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._batch = batch
        self._preferences = preferences
        self._folder = folder
        self._open_files = open_files
        self._prospects = prospects
        batch.changed.connect(lambda: strip.show_queue(self.jobs))
        batch.ended.connect(self._on_ended)
        batch.kept_failed.connect(self.told)
        strip.queue_cancelled.connect(batch.cancel)
        strip.queue_removed.connect(batch.remove)
        strip.queue_paused.connect(lambda _: batch.pause())
        strip.queue_resumed.connect(self.resume)
        strip.queue_opened.connect(self.open)
        strip.queue_moved.connect(self.steer)

    def table(self) -> tuple[Action, ...]:
        """Return the action."""
        hint = self.tr("Let the engine hear films one after another, each into a document of its own")
        return (
            Action("listen.several", self.tr("Transcribe several &films..."), self.ask_for_films, hint, group="start"),
        )

    def ask_for_films(self) -> None:
        """Ask for films, then how they are to be heard."""
        kinds = self.tr("Film and sound ({0})").format(" ".join(f"*{suffix}" for suffix in MEDIA))
        recent = self._preferences.settings.recent
        start = str(recent[0].parent) if recent else ""
        films = files_to_open(self._window, self.tr("Transcribe several films"), start, kinds)
        if films:
            self.offer(films)

    def offer(self, films: Sequence[Path]) -> None:
        """Ask how films are to be heard and saved, and put them into the queue."""
        settings = self._preferences.settings
        place = Place(Path(settings.several.folder) if settings.several.folder else None, settings.several.srt)
        how = Question(
            list_models(self._preferences.model_folders),
            self.tr("Films: {0}").format(len(films)),
            hearing=settings.hearing,
            prospects=self._prospects(),
        )
        named = tuple(dict.fromkeys(film.absolute() for film in films))
        answer = ask_several(
            self._window, Asked(named, how, self._usual(), place, lambda place: clashes(named, place, Path.exists))
        )
        if answer is not None:
            self._remember(answer)
            self.put(named, answer)

    def put(self, films: Sequence[Path], answer: Answer) -> None:
        """Put films into the queue as it was answered."""
        taken = {Path(entry.project) for entry in self._batch.queue.entries if entry.state != "done"}
        found = targets(films, answer.place, answer.clash, Path.exists, taken)
        manner = _manner(answer.wanted)
        self._batch.add(_entry(target, manner) for target in found)
        left_out = len(films) - len(found)
        if left_out:
            self.told.emit(self.tr("Films that were left out, since their files are there: {0}.").format(left_out))

    def offer_left(self) -> None:
        """Offer what windows that are gone have not heard."""
        count = len(left_behind(self._folder).entries)
        if not count:
            return
        answer = question(
            self._window,
            self.tr("Queue"),
            self.tr("Films that an earlier run of Sotto was to transcribe and has not finished: {0}.").format(count),
            (
                Choice("go on", self.tr("&Go on")),
                Choice("later", self.tr("Decide at the &next start"), "no"),
                Choice("forget", self.tr("&Forget them"), "destroy"),
            ),
            "go on",
        )
        if answer not in ("go on", "forget"):
            return
        try:
            with taken_over(self._folder) as queue:
                if answer == "go on":
                    self._batch.add(queue.entries)
        except EngineError as error:
            failure(self._window, self.tr("Queue"), str(error))

    def steer(self, key: str, by: int) -> None:
        """Move one that waits by one place, sooner (-1) or later (1)."""
        step: Literal[-1, 1] = -1 if by < 0 else 1
        self._batch.move(key, step)

    def resume(self, key: str) -> None:
        """Let the one that rests, was stopped or failed go on."""
        entry = self._batch.queue.entry(key)
        if entry is not None and entry.state == "hearing":
            self._batch.resume()
        else:
            self._batch.retry(key)

    def open(self, key: str) -> None:
        """Open the document of one that was heard."""
        entry = self._batch.queue.entry(key)
        if entry is not None and entry.state in ("done", "left", "failed"):
            self._open_files((Path(entry.project),))

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The queue as rows."""
        return tuple(map(self._job, self._batch.queue.entries))

    def _job(self, entry: Entry) -> Job:
        queue, name = self._batch.queue, shown(Path(Path(entry.film).name))
        match entry.state:
            case "hearing":
                return self._heard_now(entry, name)
            case "waiting":
                up, down = can_move(queue, entry.key, -1), can_move(queue, entry.key, 1)
                return Job(entry.key, name, "waiting", up=up, down=down)
            case "left":
                text = self.tr("Stopped. Cues heard: {0}").format(entry.cues)
                return Job(entry.key, name, "left", message=text, opens=entry.cues > 0)
            case "failed":
                return Job(entry.key, name, "failed", message=entry.message, resumes=True, opens=entry.cues > 0)
        text = self.tr("Cues heard: {0}").format(entry.cues) if entry.cues else self.tr("No speech was found.")
        return Job(entry.key, name, "done", message=" ".join(filter(None, (text, entry.message))), opens=True)

    def _heard_now(self, entry: Entry, name: str) -> Job:
        batch = self._batch
        state = _STATES[batch.state]
        job = Job(entry.key, name, "silent" if state == "running" and not batch.answers else state, rests=True)
        told = batch.progress
        if told is None:
            return job
        return replace(
            job, stage=told.stage, done=told.done, total=told.total, speed=told.speed, time_left=told.time_left
        )

    def _usual(self) -> Wanted | None:
        """Return how films were heard the last time, None if its options are none any more."""
        hearing = self._preferences.settings.hearing
        try:
            return Wanted(hearing, wishes=wishes_of(dict(hearing.options), hearing.language))
        except EngineError:
            return None

    def _remember(self, answer: Answer) -> None:
        place = answer.place
        several = Several("" if place.folder is None else str(place.folder), place.srt)
        settings = self._preferences.with_models(answer.wanted.folders)
        self._preferences.change(replace(settings, hearing=answer.wanted.hearing, several=several))

    def _on_ended(self, entry: Entry) -> None:
        name = shown(Path(Path(entry.film).name))
        if entry.state == "failed":
            self.told.emit(self.tr("{0} could not be transcribed. {1}").format(name, entry.message))
        else:
            self.told.emit(self.tr("{0} is transcribed. Cues: {1}").format(name, entry.cues))


def _manner(wanted: Wanted) -> Manner:
    hearing = wanted.hearing
    return Manner(
        hearing.model,
        hearing.task,
        hearing.language or None,
        "each" if hearing.each_channel else "mix",
        wanted.prompt or None,
        wanted.wishes,
    )


def _entry(target: Target, manner: Manner) -> Entry:
    srt = "" if target.srt is None else str(target.srt)
    return Entry(token_hex(8), str(target.film), str(target.project), manner, srt, target.replaces)
