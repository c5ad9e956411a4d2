"""A project on the disk: make one, open one, and write every edit to it at once."""

import os
import sqlite3
import stat
from collections.abc import Callable, Generator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar

from engine.disk import Lock
from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles import export
from engine.subtitles.history import History
from engine.subtitles.project import database, lock, salvage
from engine.subtitles.project.codec import Json, dump, load_mapping
from engine.subtitles.project.read import read
from engine.subtitles.project.rows import HEAD_FACT, STATE_FACT
from engine.subtitles.project.write import Stored, write, write_new

SUFFIX = ".sotto"
_OURS = frozenset({HEAD_FACT, STATE_FACT})
Facts = Mapping[str, Mapping[str, Json]]
Stage = Literal["more", "disk", "there"]
_T = TypeVar("_T")
NO_FACTS: Facts = MappingProxyType({})


class Project:
    """An open project file. `history` is what it holds, durably; `refusal` says why it can't be written to, else "".

    Beside the document it keeps facts: plain mappings by name, such as "transcription" (the settings of the last one)
    and "profile" (the rules, if they are one's own).
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, held: Lock | None, refusal: str, stored: Stored
    ) -> None:
        self.path = path
        self.refusal = refusal
        self._connection = connection
        self._lock = held
        self._identity = _identity(path)
        self._stored = stored
        bodies = {name: body for name, body in stored.facts.items() if name not in _OURS}
        self._facts = {name: load_mapping(body) for name, body in bodies.items()}

    @property
    def history(self) -> History:
        return self._stored.history

    def commit(self, history: History, facts: Facts = NO_FACTS) -> None:
        """Write the rows that differ between what is stored and `history`, and replace the facts that are named.

        When this returns both survive a power cut. Raise EngineError("disk"); the file is as before then, and the next
        commit writes all that is missing.
        """
        if not _OURS.isdisjoint(facts):
            raise ValueError("a fact of the project's own")
        if history is not self.history or facts:
            self._write(history, {**self._stored.facts, **{name: dump(dict(fact)) for name, fact in facts.items()}})
            self._facts.update({name: dict(fact) for name, fact in facts.items()})

    @property
    def facts(self) -> Facts:
        """All that is kept beside the document, by name."""
        return MappingProxyType(self._facts)

    def fact(self, name: str) -> Mapping[str, Json]:
        """Return what was kept under `name`, nothing if nothing was."""
        return self._facts.get(name, {})

    def close(self) -> None:
        """Let go of the file; nothing lies beside it then."""
        if self._lock is not None:
            with suppress(sqlite3.Error):  # an empty journal that stays is harmless
                self._connection.execute("PRAGMA journal_mode=DELETE")
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def remove(self) -> None:
        """Close the project and delete its file. Raise EngineError("disk")."""
        self._refuse_if_not_ours()
        try:
            self.path.unlink()
        except OSError as error:
            raise EngineError("disk", f"{shown(self.path)} cannot be removed: {export.reason(error)}") from None
        finally:
            self.close()

    def _write(self, history: History, facts: Mapping[str, bytes]) -> None:
        self._refuse_if_not_ours()
        try:
            with database.in_words(self.path), database.transaction(self._connection):
                stored = write(self._connection, self._stored, history, facts)
        except database.Damaged:
            raise EngineError("disk", f"{shown(self.path)} was damaged meanwhile: save under another name") from None
        self._stored = stored  # only now it is there

    def _refuse_if_not_ours(self) -> None:
        if self.refusal:
            raise EngineError("disk", f"{shown(self.path)} cannot be written to: {self.refusal}")
        if _identity(self.path) != self._identity:  # its journal would lie where nobody looks for it
            raise EngineError("disk", f"{shown(self.path)} was moved, removed or replaced: save it under a name again")


@dataclass(frozen=True, slots=True)
class Opened:
    """A project, and what was salvaged if its file was damaged."""

    project: Project
    salvaged: salvage.Salvaged | None = None


def create_project(
    path: Path,
    history: History,
    facts: Facts = NO_FACTS,
    *,
    overwrite: bool = False,
    permissions: int = 0o666,
) -> Project:
    """Write a new project in one step, and open it to be written to.

    Raise EngineError("disk"); an old file is whole then.
    """
    return at_once(creating(path, history, facts, overwrite=overwrite, permissions=permissions))


def at_once(work: Generator[Stage, None, _T]) -> _T:
    """Do all of some work without a rest."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: _T = end.value
            return made


def creating(
    path: Path,
    history: History,
    facts: Facts = NO_FACTS,
    *,
    overwrite: bool = False,
    permissions: int = 0o666,
) -> Generator[Stage, None, Project]:
    """Do what create_project does bit by bit, and say what comes next: "more" of a few ms, or a wait for the "disk".

    When all is "there" it still has no name, and what comes next gives it one. If it is closed before, nothing is left.
    """
    target = path.resolve()
    _refuse_if_open(target)
    with export.whole(path, overwrite=overwrite, permissions=permissions) as draft:
        stored = yield from _filling(draft, path, history, facts)
        yield "there"
        salvage.set_journal_aside(target)  # that of another file which had this name
    project = _locked(target, lambda held, refusal: _connected(target, held, refusal, stored))
    if project.refusal:  # it is there, but no edit would be kept
        project.close()
        raise EngineError("disk", f"{shown(path)} cannot be written to: {project.refusal}")
    return project


def open_project(path: Path) -> Opened:
    """Open a project, for reading only where another has it open (`Project.refusal` says so).

    A damaged file is kept beside, and what its checksums prove is opened in its place. Raise EngineError("subtitles")
    for what is no project, is one of a newer version, or is damaged beyond that; such a file is not touched.
    """
    _refuse_what_is_no_file(path)
    path = path.resolve()
    return _locked(path, lambda held, refusal: _open(path, held, refusal))


def _open(path: Path, held: Lock | None, refusal: str) -> Opened:
    try:
        database.refuse_foreign(path)
        return Opened(_connected(path, held, refusal))
    except database.Damaged:
        if held is None:
            raise EngineError("subtitles", f"{shown(path)} is damaged and can't be salvaged here: {refusal}") from None
    remains = salvage.remains(path)
    with export.whole(path, overwrite=True) as draft:
        at_once(_filling(draft, path, History(remains.document, saved=None), remains.facts))
        kept = salvage.set_aside(path)
    return Opened(_connected(path, held, refusal), salvage.Salvaged(remains.cues, remains.expected, kept))


def _locked(path: Path, work: Callable[[Lock | None, str], _T]) -> _T:
    """Do something with the lock of a project, or without and why there is none; let go of it if that fails."""
    held, refusal = _take_lock(path)
    try:
        return work(held, refusal)
    except BaseException:
        if held is not None:
            held.release()
        raise


def _connected(path: Path, held: Lock | None, refusal: str, stored: Stored | None = None) -> Project:
    """Connect to a file that holds `stored`; without it the file is read. Raise Damaged, or EngineError("disk")."""
    with database.in_words(path):
        connection = database.connect(path, "ro" if refusal else "rw")
        try:
            stored = stored or _read(connection, check_trees=not refusal)
            if not refusal:
                database.prepare_to_write(connection)
            return Project(path, connection, held, refusal, stored)
        except BaseException:
            connection.close()
            raise


def _read(connection: sqlite3.Connection, *, check_trees: bool) -> Stored:
    connection.execute("BEGIN")
    database.refuse_unknown_tables(connection)
    if check_trees:
        database.refuse_broken_trees(connection)
    stored = read(connection)
    connection.execute("COMMIT")
    return stored


def _filling(draft: Path, path: Path, history: History, facts: Facts) -> Generator[Stage, None, Stored]:
    bodies = {name: dump(dict(fact)) for name, fact in facts.items()}
    with database.in_words(path), closing(database.connect(draft, "rw")) as connection:
        connection.execute("PRAGMA journal_mode=OFF")  # if this fails the draft goes
        database.make_tables(connection)
        with database.transaction(connection):
            stored = yield from write_new(connection, history, bodies)
            yield "disk"
        return stored


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        status = path.stat()
    except OSError as error:
        raise EngineError("subtitles", f"{shown(path)} cannot be opened: {error.strerror}, check the name") from None
    if not stat.S_ISREG(status.st_mode):
        raise EngineError("subtitles", f"{shown(path)} is a folder, device or pipe: choose a project file")
    if not status.st_size:
        raise EngineError("subtitles", f"{shown(path)} is empty: restore it from a backup")


def _take_lock(path: Path) -> tuple[Lock | None, str]:
    """Return the lock, or None and why there is none."""
    if not os.access(path, os.W_OK):
        return None, "the file is read-only: save a copy under another name"
    try:
        held = lock.take(path)
    except OSError as error:
        return None, export.reason(error)
    since = lock.taken_at(path)
    return held, "" if held else f"it is open in another window{since and f' since {since}'}: go on there"


def _refuse_if_open(path: Path) -> None:
    if path.exists() and not lock.is_free(path):
        raise EngineError("disk", f"{shown(path)} is open in a window: close it there or choose another name")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
