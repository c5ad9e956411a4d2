"""Hears the films of the queue one after another, each into a project of its own, while the window shows another."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.engine_process import EngineProcess
from app.kept_order import keep_order, kept_order
from app.orders import Broken, Order, Unfinished
from app.queue import values
from app.queue.file import QueueFile
from app.queue.values import Entry, Queue
from app.recovery import Recovery
from app.session import Session
from app.transcription import Transcription
from engine.errors import EngineError
from engine.paths import shown
from engine.protocol import MediaReady, Progress
from engine.subtitles import formats
from engine.subtitles.document import Document, Media
from engine.subtitles.export import write_bytes_whole
from engine.subtitles.media import find_media, media_at
from engine.subtitles.profiles import Profile

_KEY = "queue"  # the fact by which a project is known to be the queue's own


class _Unprepared:
    """A film of which nothing is known: the engine reads its sound when its turn comes."""

    ready: MediaReady | None = None
    sound = ""
    duration = 0


class Batch(QObject):
    """`changed` tells that the queue is another, or how far its first is; `ended` an Entry that was heard or failed.

    `kept_failed` says why the queue is not on the disk. One engine hears for it and for the open document: while that
    one is heard, the queue holds.
    """

    changed = Signal()
    ended = Signal(object)
    kept_failed = Signal(str)

    def __init__(
        self, engine: EngineProcess, folder: Path, profile: Callable[[], Profile], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = Session(parent=self)
        self._recovery = Recovery(self._session, folder, self)
        self._transcription = Transcription(self._session, _Unprepared(), engine, self)
        self._file = QueueFile(folder)
        self._profile = profile
        self._current = ""  # the key of the entry that is heard
        self._wanted: Literal["", "stop", "hold"] = ""  # why it is being ended
        self._held = False
        self.queue = Queue()
        self.progress: Progress | None = None
        self.answers = True
        keep_order(self._transcription, self._recovery)
        self._transcription.progressed.connect(self._on_progressed)
        self._transcription.answering.connect(self._on_answering)
        self._transcription.finished.connect(self._on_finished)
        self._transcription.broke.connect(self._on_broke)
        self._transcription.left.connect(self._on_left)

    @property
    def state(self) -> str:
        """What the one that is heard does: as Transcription.state."""
        return self._transcription.state

    def add(self, entries: Iterable[Entry]) -> None:
        """Put films behind the others, and begin if nothing is heard."""
        self._become(values.added(self.queue, entries))
        self._begin_soon()

    def move(self, key: str, by: Literal[-1, 1]) -> None:
        """Let one that waits change places with its neighbour."""
        self._become(values.moved(self.queue, key, by))

    def cancel(self, key: str) -> None:
        """Stop the one that is heard, which can go on later; take out one that waits."""
        if key == self._current:
            self._end("stop")
        else:
            self.remove(key)

    def remove(self, key: str) -> None:
        """Take one out that is not being heard; what was heard of it stays in its project."""
        if key != self._current:
            self._become(values.without(self.queue, key))

    def retry(self, key: str) -> None:
        """Let one that was stopped or failed wait for its turn again; it goes on where it broke off."""
        entry = self.queue.entry(key)
        if entry is not None and entry.state in ("left", "failed"):
            self._become(values.put_back(self.queue, key))
            self._begin_soon()

    def pause(self) -> None:
        """Let the one that is heard rest."""
        self._transcription.pause()
        self.changed.emit()

    def resume(self) -> None:
        """Let it go on after a rest."""
        self._transcription.resume()
        self.changed.emit()

    def hold(self, held: bool) -> None:
        """Let the open document be heard first: what is heard of the queue breaks off, and goes on afterwards."""
        self._held = held
        if held:
            self._end("hold")
        else:
            self._begin_soon()

    def close(self) -> None:
        """Let go of everything; the next window finds what was not heard."""
        self._held = True
        self._transcription.let_go()
        self._recovery.close()
        self._file.close()

    def _become(self, queue: Queue) -> None:
        if queue == self.queue:
            return
        self.queue = queue
        try:
            self._file.write(queue)
        except EngineError as error:
            self.kept_failed.emit(str(error))
        self.changed.emit()

    def _begin_soon(self) -> None:
        QTimer.singleShot(0, self, self._begin)  # not from the midst of what the engine tells

    def _begin(self) -> None:
        entry = self.queue.next
        if self._current or self._held or entry is None:
            return
        self._current, self._wanted, self.progress = entry.key, "", None
        self._become(values.begun(self.queue, entry.key))
        try:
            if entry.begun and Path(entry.project).is_file():
                self._go_on(entry)
            else:
                self._start(entry)
        except EngineError as error:
            self._fail(str(error))

    def _start(self, entry: Entry) -> None:
        """Make the project before anything is heard: every cue is on the disk at once, and goes on from there."""
        film = media_at(Path(entry.film))
        self._recovery.new(Document(media=film))
        self._recovery.remember({_KEY: {"entry": entry.key}})
        self._recovery.save_as(Path(entry.project), overwrite=entry.replaces)
        self._transcription.start(self._order(entry, film))

    def _go_on(self, entry: Entry) -> None:
        project = Path(entry.project)
        self._recovery.open(project)
        if self._recovery.refusal:
            raise EngineError("disk", f"{shown(project)} cannot be written to: {self._recovery.refusal}")
        if self._recovery.fact(_KEY).get("entry") != entry.key:
            raise EngineError("disk", f"{shown(project)} is another document: rename it, and add the film again")
        film, left = self._session.document.media, kept_order(self._recovery)
        found = None if film is None else find_media(film, project)
        if found is None:
            raise EngineError("media", f"{shown(Path(entry.film))} is not there any more, or was changed: put it back")
        if left is not None:
            order = replace(left, media=str(found), model=entry.manner.model)
            self._transcription.resume_from(order, self._profile())
        elif self._session.document.cues:
            self._on_finished(len(self._session.document.cues))
        else:
            self._transcription.start(self._order(replace(entry, film=str(found)), film))

    def _order(self, entry: Entry, film: Media | None) -> Order:
        manner = entry.manner
        return Order(
            entry.film,
            manner.model,
            self._profile(),
            channels=manner.channels,
            task=manner.task,
            language=manner.language,
            prompt=manner.prompt,
            wishes=manner.wishes,
            film=film,
        )

    def _end(self, wanted: Literal["stop", "hold"]) -> None:
        if self._current and self._transcription.state in ("running", "paused"):
            self._wanted = wanted
            self._transcription.leave()
            self.changed.emit()

    def _on_progressed(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    def _on_answering(self, answers: bool) -> None:
        self.answers = answers
        self.changed.emit()

    def _on_finished(self, _: int) -> None:
        entry, cues = self.queue.entry(self._current), len(self._session.document.cues)
        if entry is not None:
            self._let_go(values.done(self.queue, entry.key, cues, self._write_srt(entry)))

    def _on_broke(self, broken: Broken) -> None:
        self._fail(broken.message)

    def _on_left(self, left: Unfinished | None) -> None:
        key, cues = self._current, len(self._session.document.cues)
        if key and self._wanted == "hold":
            self._let_go(values.put_back(self.queue, key))
        elif key and left is not None:
            self._let_go(values.left(self.queue, key, cues))

    def _fail(self, message: str) -> None:
        cues, project = len(self._session.document.cues), self._recovery.path
        self._let_go(values.failed(self.queue, self._current, message, cues))
        if project is not None and not cues:
            project.unlink(missing_ok=True)  # ours, and there is nothing in it

    def _let_go(self, queue: Queue) -> None:
        """Close the project of the one that was heard, and begin the next."""
        key, self._current = self._current, ""
        self._recovery.new(Document())
        self._become(queue)
        entry = queue.entry(key)
        if entry is not None and entry.state in ("done", "failed"):
            self.ended.emit(entry)
        self._begin_soon()

    def _write_srt(self, entry: Entry) -> str:
        """Write the SRT file, if one is wanted; return why it can't be written, "" if all is well."""
        if not entry.srt:
            return ""
        try:
            data, _ = formats.compose(self._session.document, Path(entry.srt))
            write_bytes_whole(data, Path(entry.srt), overwrite=entry.replaces)
        except EngineError as error:
            return str(error)
        return ""
