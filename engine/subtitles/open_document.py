"""A document that is open in a window: its history, and the file in which every edit is before the next one is made.

A project (.sotto) is its own file. Behind any other document, and behind one that has no name yet, a hidden project
stands from the first edit on. This is how a window's session uses it:

    opened = open_document(path, paths.unsaved_folder())    # or new_document(folder), open_unsaved(path)
    history = opened.history
    history = history.apply(edit)                           # or undo, redo, revise
    opened.keep(history)                                    # after each: it is on the disk when this returns
    history, lost = opened.save(history)                    # into the person's own file
    opened.close()

`keep` can fail as every write can. The session goes on with its history then, says so, and the next `keep` makes up
for it. What a killed program left is found by opening the document again, or by `hidden.unsaved` at the start.

The readers and writers of all formats are imported with the first file: a window without one starts sooner.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from functools import partial
from hashlib import blake2b
from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.document import Document
from engine.subtitles.export import write_bytes_whole
from engine.subtitles.history import History
from engine.subtitles.losses import Loss
from engine.subtitles.project.codec import Json
from engine.subtitles.project.file import NO_FACTS, SUFFIX, Facts, Project, Stage, create_project, open_project
from engine.subtitles.project.hidden import (
    SOURCE,
    UNFINISHED,
    Draft,
    close_hidden,
    create_hidden,
    find_hidden,
    hidden_path,
    source_of,
)
from engine.subtitles.project.salvage import set_aside
from engine.subtitles.reading import Reading

_FILE = "file"  # the fact by which the subtitle file is known again: what it held, and how it was read


class OpenDocument:
    """An open document. `path` is the person's file, None as long as there is none; `reading` is it as it was read.

    `history` is what was kept last. `recovered` counts edits that an earlier run did not save. `told` is what a person
    should be told of the project, "" if nothing: what was salvaged.
    """

    def __init__(
        self,
        path: Path | None,
        folder: Path,
        history: History,
        project: Project | None = None,
        reading: Reading | None = None,
        facts: Facts = NO_FACTS,
        recovered: int = 0,
        told: str = "",
    ) -> None:
        self.path = path
        self.history = history
        self.reading = reading
        self.recovered = recovered
        self.told = told
        self._folder = folder
        self._project = project
        self._draft: Draft | None = None
        self._begun: Path | None = None
        self._facts: dict[str, Mapping[str, Json]] = dict(facts)

    @property
    def refusal(self) -> str:
        """Why nothing can be kept, "" if all is well: it is open in another window, or may not be written."""
        return self._project.refusal if self._project else ""

    @property
    def is_project(self) -> bool:
        """Whether the person's file is a project: every edit is in it at once, and closing loses nothing."""
        return self.path is not None and self.path.suffix.lower() == SUFFIX

    def fact(self, name: str) -> Mapping[str, Json]:
        """Return what is kept beside the document under a name (settings of the transcription, own profiles)."""
        return self._facts.get(name, {})

    def keep(self, history: History, facts: Facts = NO_FACTS) -> None:
        """Make a history durable, and facts beside it. Raise EngineError("disk"): the next call makes up for it.

        Where a document has never been edited its facts wait for the first edit, but for what is left of a file.
        """
        self.note(history, facts)()

    def note(self, history: History, facts: Facts = NO_FACTS) -> Callable[[], None]:
        """Do as `keep`, but leave the writing to what is returned. It may be called in another thread, while nothing
        else is asked of this document, and need not be where a later one is."""
        self.history = history
        self._facts.update(facts)
        return partial(self._write, history, dict(self._facts))

    def prepare(self) -> Stage:
        """Write a bit of the hidden project ahead of the first edit, and return what comes next.

        That is "more" of a few ms; a wait for the "disk", which may be done in another thread as `note` says; all is
        "there" where nothing is to be prepared, too. What fails is left to the first edit.
        """
        if self._project is not None or self.is_project:
            return "there"
        if self._draft is None:
            self._draft = Draft(self._folder, self.path, self.history, self._facts)
        try:
            self._draft.go_on()
        except EngineError:
            self._draft = None
            return "there"
        return self._draft.stage

    def save(self, history: History) -> tuple[History, tuple[Loss, ...]]:
        """Write the person's file; return the history that knows it, and what the file's format can't hold.

        Whether another program changed the file meanwhile is `is_changed_outside`: ask before. Raise EngineError, the
        old file is whole then.
        """
        if self.path is None:
            raise EngineError("disk", "the document has no name yet: choose one to save it")
        lost: tuple[Loss, ...] = ()
        if not self.is_project:
            from engine.subtitles import formats

            data, lost = formats.compose(history.document, self.path, was=self.reading)
            write_bytes_whole(data, self.path, overwrite=True)
            self._facts[_FILE] = {"content": _mark(data)}
        history = history.with_saved()
        self.keep(history)
        return history, lost

    def save_as(self, history: History, path: Path, *, overwrite: bool) -> tuple[History, tuple[Loss, ...]]:
        """Write the document under another name, in the format of its suffix, and go on with that file.

        Raise EngineError; the document goes on under its old name then.
        """
        history = history.with_saved()
        facts = {name: fact for name, fact in self._facts.items() if name not in (SOURCE, _FILE)}
        project: Project | None = None
        lost: tuple[Loss, ...] = ()
        if path.suffix.lower() == SUFFIX:
            project = create_project(path, history, facts, overwrite=overwrite)
        else:
            from engine.subtitles import formats

            data, lost = formats.compose(history.document, path, was=self.reading)
            write_bytes_whole(data, path, overwrite=overwrite)
            facts[_FILE] = {"content": _mark(data)}
        with suppress(EngineError):  # a hidden project that stays is offered once more
            self.discard()
        self.path, self._project, self._facts, self._begun = path, project, facts, None
        self.keep(history)
        return history, lost

    def is_changed_outside(self) -> bool:
        """Tell whether the subtitle file is another than it was when it was read or saved last, or is gone."""
        known = self.fact(_FILE).get("content")
        if self.path is None or self.is_project or known is None:
            return False
        try:
            return _mark(self.path.read_bytes()) != known
        except OSError:
            return True

    def close(self) -> None:
        """Let go of the files. Edits that were not saved stay in the hidden project and are offered again."""
        self._drop_draft()
        if self._project is not None:
            self._project.close() if self.is_project else close_hidden(self._project)
            self._project = None

    def discard(self) -> None:
        """Close without what was not saved: the hidden project goes. A project keeps what was committed."""
        if self._project is not None and not self.is_project and not self._project.refusal:
            self._project.remove()
            self._project = None
            self._facts.pop(UNFINISHED, None)
        self.close()

    def _write(self, history: History, facts: Facts) -> None:
        is_left = self.path is not None and bool(facts.get(UNFINISHED))
        if self._project is None and (history.past or history.future or is_left):
            self._project = self._begin(history, facts)
        if self._project is not None:
            known = self._project
            known.commit(history, {name: fact for name, fact in facts.items() if known.fact(name) != fact})

    def _begin(self, history: History, facts: Facts) -> Project:
        """Make the hidden project; what an attempt of ours left that failed on its way is replaced."""
        draft, self._draft = self._draft, None
        path = draft.path if draft else hidden_path(self._folder, self.path)
        if self._begun is None:
            self._begun = None if path.exists() else path
        if draft is not None:
            with suppress(EngineError):  # what is wrong is told by the second try, if it still is
                return draft.finished()
        return create_hidden(self._folder, self.path, history, facts, self._begun)

    def _drop_draft(self) -> None:
        if self._draft is not None:
            self._draft.close()
            self._draft = None


def new_document(folder: Path, document: Document) -> OpenDocument:
    """Begin a document that has no file yet. `folder` holds the hidden projects (paths.unsaved_folder)."""
    return OpenDocument(None, folder, History(document))


def open_document(path: Path, folder: Path, encoding: str | None = None, rate: Fraction | None = None) -> OpenDocument:
    """Open a project, or a subtitle file with what an earlier run left unsaved of it; `folder` as in new_document.

    What was left to be heard is so, too, where another program changed the file: nobody begins again for a typo.

    Raise EngineError naming the file and the remedy.
    """
    if path.suffix.lower() == SUFFIX:
        opened = open_project(path)
        told = str(opened.salvaged or "")
        return OpenDocument(path, folder, opened.project.history, opened.project, facts=opened.project.facts, told=told)
    from engine.subtitles import formats

    project, told = _left_behind(find_hidden(folder, path))
    try:
        reading = formats.read(path, encoding, rate)
        if project is not None and _goes_on(project, reading):
            return _recovered(project, path, folder, reading, told)
    except BaseException:
        if project is not None:
            project.close()
        raise
    facts = {_FILE: {"content": _mark(reading.data)}}
    document = replace(reading.document, next_id=reading.document.free_id)  # counted here, and not at the first split
    begun = OpenDocument(path, folder, History(document), None, reading, facts, told=told)
    if project is not None and project.fact(UNFINISHED):
        with suppress(EngineError):  # the first edit makes up for it
            begun.keep(begun.history, {UNFINISHED: project.fact(UNFINISHED)})
    return begun


def open_unsaved(hidden: Path, folder: Path) -> OpenDocument:
    """Open what a killed program left (hidden.unsaved), also where its document has no name or is gone."""
    opened = open_project(hidden)
    path = source_of(opened.project)
    if path is not None and path.is_file():
        opened.project.close()
        return open_document(path, folder)
    return _recovered(opened.project, path, folder, None, str(opened.salvaged or ""))


def _left_behind(hidden: Path | None) -> tuple[Project | None, str]:
    """Open a hidden project. One that nobody can read is put aside: it must not keep its document closed."""
    if hidden is None:
        return None, ""
    try:
        opened = open_project(hidden)
    except EngineError as error:
        if error.kind == "disk":
            raise
        kept = set_aside(hidden)
        hidden.unlink()
        return None, f"Edits that an earlier run left cannot be read; they were kept as {shown(kept)}."
    return opened.project, str(opened.salvaged or "")


def _goes_on(project: Project, reading: Reading) -> bool:
    """Tell whether a hidden project still matters; remove it if all of it was saved and the file is another now."""
    if project.refusal or project.history.unsaved or project.fact(_FILE).get("content") == _mark(reading.data):
        return True
    project.remove()
    return False


def _recovered(project: Project, path: Path | None, folder: Path, reading: Reading | None, told: str) -> OpenDocument:
    history = project.history
    opened = OpenDocument(path, folder, history, project, reading, project.facts, history.unsaved, told)
    if path is not None and reading is not None and opened.recovered and opened.is_changed_outside():
        from engine.subtitles import formats

        data, _ = formats.compose(history.document, path, was=reading)
        if data == reading.data:  # it was saved, and the program killed before it could note that
            opened.recovered = 0
            opened.keep(history.with_saved(), {_FILE: {"content": _mark(data)}})
    return opened


def _mark(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
