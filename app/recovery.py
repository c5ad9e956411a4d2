"""Keeps every edit on the disk, saves the person's file, and finds what an earlier run left unsaved."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.behind import Ahead, Behind
from app.session import Session
from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.document import Document
from engine.subtitles.history import History
from engine.subtitles.losses import Loss
from engine.subtitles.open_document import OpenDocument, new_document, open_document, open_unsaved
from engine.subtitles.project.codec import Json
from engine.subtitles.project.file import Facts
from engine.subtitles.project.hidden import Unsaved, unsaved

__all__ = ["Kept", "Recovery", "Unsaved"]

_LARGE = 1_000  # cues


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether the document is on the disk: nothing was changed yet, it is since `at` (HH:MM:SS), or it is not since.

    `problem` says why not.
    """

    state: Literal["untouched", "kept", "failed"] = "untouched"
    at: str = ""
    problem: str = ""


class Recovery(QObject):
    """Holds the open document's files. `kept_changed` tells whether it is on the disk, `named` that its name changed.

    Its functions raise EngineError where a file can't be read or written; the document stays as it is then. With a
    `behind` the window doesn't wait for the disk after an edit: `written` tells, some ms later, each document that is
    there and survives a power cut. Every function here waits until that is so.
    """

    kept_changed = Signal(object)
    written = Signal(object)
    named = Signal()

    def __init__(
        self, session: Session, folder: Path, parent: QObject | None = None, behind: Behind | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._behind = behind
        self._ahead = Ahead(behind, self) if behind else None
        self._folder = folder
        self._opened = new_document(folder, session.document)
        self._laid_by: Facts = {}
        self._taking_over = False
        self._seen: tuple[int, int] | None = None
        self.kept = Kept()
        session.history_changed.connect(self._keep)
        if behind is not None:
            behind.setParent(self)
            behind.ended.connect(self._on_ended)

    @property
    def path(self) -> Path | None:
        """The person's file, None as long as there is none."""
        return self._opened.path

    @property
    def is_project(self) -> bool:
        return self._opened.is_project

    @property
    def encoding(self) -> str:
        """The encoding of the person's file as it was read, "" if none was."""
        return self._opened.reading.encoding if self._opened.reading else ""

    @property
    def repairs(self) -> int:
        """How many things had to be mended in the person's file."""
        return len(self._opened.reading.repairs) if self._opened.reading else 0

    @property
    def recovered(self) -> int:
        """How many edits an earlier run left unsaved, that are in the document again."""
        return self._opened.recovered

    @property
    def told(self) -> str:
        """What a person should be told of the files that were opened, "" if nothing."""
        return self._opened.told

    @property
    def refusal(self) -> str:
        """Why nothing can be kept, "" if all is well."""
        return self._opened.refusal

    @property
    def preparing(self) -> bool:
        """Whether the hidden project of a large document is still being written ahead of its first edit."""
        return self._ahead is not None and self._ahead.busy

    @property
    def writing(self) -> bool:
        """Whether there are edits that are not on the disk yet."""
        return self._behind is not None and self._behind.busy

    @property
    def unsaved(self) -> bool:
        """Whether closing would leave edits that are in no file of the person's."""
        return self._session.history.dirty and not self._opened.is_project

    def left_behind(self) -> tuple[Unsaved, ...]:
        """Return what killed programs left and nobody has open, the latest first."""
        return unsaved(self._folder)

    def new(self, document: Document) -> None:
        """Begin a document without a file."""
        self._settle()
        self._go_on_with(new_document(self._folder, document))

    def open(self, path: Path, encoding: str | None = None) -> None:
        """Open a project or a subtitle file, with what an earlier run left unsaved of it."""
        self._settle()
        self._go_on_with(open_document(path, self._folder, encoding))

    def open_left_behind(self, hidden: Path) -> None:
        """Open what a killed program left."""
        self._settle()
        self._go_on_with(open_unsaved(hidden, self._folder))

    def look_at(self, left: Unsaved) -> tuple[Document, Document | None]:
        """Return a document that was left behind, and the one in its file, None if there is none."""
        opened = open_unsaved(left.project, self._folder)
        document, reading = opened.history.document, opened.reading
        opened.close()
        return document, reading.document if reading else None

    def discard_left_behind(self, left: Unsaved) -> None:
        """Remove for good what was left behind."""
        open_unsaved(left.project, self._folder).discard()

    def as_it_was_saved(self) -> Document:
        """Return the document as the person's file has it, to compare; an empty one without a file."""
        reading = self._opened.reading
        return reading.document if reading else Document()

    def save(self) -> tuple[Loss, ...]:
        """Write the person's file; return what its format can't hold."""
        self._settle()
        history, lost = self._opened.save(self._session.history)
        self._take_over(history)
        return lost

    def save_as(self, path: Path, *, overwrite: bool = True) -> tuple[Loss, ...]:
        """Write the document under another name, and go on with that file."""
        self._settle()
        history, lost = self._opened.save_as(self._session.history, path, overwrite=overwrite)
        self._take_over(history)
        self.named.emit()
        return lost

    def is_changed_outside(self) -> bool:
        """Tell whether another program changed the person's file since it was read or saved."""
        return self._opened.is_changed_outside()

    def is_news_outside(self) -> bool:
        """Tell the same, but once for each change: not again until the file changes once more."""
        seen, self._seen = self._seen, _stamp(self._opened.path)
        return seen != self._seen and self._opened.is_changed_outside()

    def reload(self) -> None:
        """Read the person's file anew, and forget what was changed here."""
        self._settle()
        path = self._opened.path
        if path is not None:
            self._opened.discard()
            self._go_on_with(open_document(path, self._folder))

    def fact(self, name: str) -> dict[str, Json]:
        """Return what is kept beside the document under a name."""
        return dict(self._opened.fact(name))

    def remember(self, facts: Facts) -> None:
        """Keep facts beside the document."""
        self._write(facts)

    def lay_by(self, facts: Facts) -> None:
        """Keep facts with the next edit, in one step with it: one is nothing without the other."""
        self._laid_by = {**self._laid_by, **facts}

    def keep_laid_by(self) -> None:
        """Keep now what was laid by: no edit belongs to it."""
        if self._laid_by:
            self._write({})

    def close(self) -> None:
        """Let go of the files; what was not saved is offered at the next start."""
        self._settle()
        self._opened.close()

    def discard(self) -> None:
        """Let go of the files and of what was not saved."""
        self._settle()
        self._opened.discard()

    def _go_on_with(self, opened: OpenDocument) -> None:
        before, self._opened = self._opened, opened
        before.close()
        self._laid_by = {}
        self._seen = _stamp(opened.path)
        self._say(Kept("failed", _now(), opened.refusal) if opened.refusal else Kept())
        self._taking_over = True
        self._session.open(opened.history)
        self._taking_over = False
        self.named.emit()
        self._prepare()

    def _take_over(self, history: History) -> None:
        self._seen = _stamp(self._opened.path)
        self._taking_over = True
        self._session.note(history)
        self._taking_over = False
        self._say(Kept("kept", _now()))
        self._prepare()

    def _prepare(self) -> None:
        """Let the hidden project of a large document be written while nobody waits for it."""
        if self._ahead is not None and len(self._session.document.cues) > _LARGE:
            self._ahead.begin(self._opened.prepare)

    def _keep(self) -> None:
        if not self._taking_over and self._session.history is not self._opened.history:
            self._write({})

    def _write(self, facts: Facts) -> None:
        """Keep the document. Where that takes long the window waits: nobody works for seconds on what may be lost."""
        history, change = self._session.history, self._session.change
        laid_by, self._laid_by = self._laid_by, {}
        write = self._opened.note(history, {**laid_by, **facts})
        if self._behind is not None:
            is_much = self.preparing or change.length + len(change.cues) > _LARGE
            self._behind.write(history, write)
            if is_much:
                self._settle()
                self._prepare()  # goes on where it was, if there is still something to prepare
            return
        try:
            write()
        except EngineError as error:
            self._on_ended(history, error)
            return
        self._on_ended(history, None)

    def _settle(self) -> None:
        if self._ahead is not None:
            self._ahead.end()
        if self._behind is not None:
            self._behind.settle()

    def _on_ended(self, what: object, error: EngineError | None) -> None:
        if not isinstance(what, History):
            return
        if error is not None:
            since = self.kept.at if self.kept.state == "failed" else _now()
            self._say(Kept("failed", since, str(error)))
            return
        self._say(Kept("kept", _now()))
        self.written.emit(what.document)

    def _say(self, kept: Kept) -> None:
        if kept != self.kept:
            self.kept = kept
            self.kept_changed.emit(kept)


def title_of(path: Path | None, untitled: str) -> str:
    """Return the name of a document as it may be shown."""
    return untitled if path is None else shown(Path(path.name))


def _stamp(path: Path | None) -> tuple[int, int] | None:
    """Return when a file was changed and how long it is, None if it is not there: cheap to ask often."""
    try:
        status = path.stat() if path is not None else None
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size) if status else None


def _now() -> str:
    return time.strftime("%H:%M:%S")
