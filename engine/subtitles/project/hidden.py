"""The hidden project behind a document that is no project: from the first edit on every edit is on the disk.

It lies in a private folder under a name made from the document's path, so that opening the document again finds it.
It goes when its document was saved and closed, or when a person discards it; else it is offered at the next start.
Where a document that was saved has not been heard to its end it stays, for no subtitle format can say so, and is found
when the document is opened again.
"""

import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from os import fsencode
from pathlib import Path
from secrets import token_hex

from engine.errors import EngineError
from engine.subtitles.export import DRAFTS
from engine.subtitles.history import History
from engine.subtitles.project.file import (
    NO_FACTS,
    SUFFIX,
    Facts,
    Project,
    Stage,
    at_once,
    create_project,
    creating,
    open_project,
)

SOURCE = "source"
UNFINISHED = "unfinished"  # the fact that says what is still to be heard of a document
_OLD = 24 * 3600  # s
_GIVEN_UP = 90 * _OLD  # after that nobody goes on with a document that is no longer there


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Edits that were not saved: the hidden project, and the document behind which it stands (None without a name).

    `changed` is when the last one was made, in seconds since 1970.
    """

    project: Path
    source: Path | None
    changed: float
    edits: int


def hidden_path(folder: Path, source: Path | None) -> Path:
    """Return where the hidden project of `source` lies in `folder`; a document without a name gets a new one."""
    if source is None:
        return folder / f"untitled-{token_hex(8)}{SUFFIX}"
    return folder / f"{blake2b(fsencode(source.resolve()), digest_size=16).hexdigest()}{SUFFIX}"


def create_hidden(
    folder: Path, source: Path | None, history: History, facts: Facts = NO_FACTS, begun: Path | None = None
) -> Project:
    """Begin a hidden project, at the first edit. Raise EngineError("disk"), also where one exists: open that first.

    `begun` is where an attempt before this one, which failed, may have left something.
    """
    path = begun or hidden_path(folder, source)
    return create_project(path, history, _with_source(facts, source), overwrite=begun is not None, permissions=0o600)


class Draft:
    """A hidden project that is written ahead of the first edit, which then need not wait for it: it has no name yet."""

    def __init__(self, folder: Path, source: Path | None, history: History, facts: Facts) -> None:
        self.path = hidden_path(folder, source)
        self.stage: Stage = "more"
        self._work = creating(self.path, history, _with_source(facts, source), permissions=0o600)

    def go_on(self) -> None:
        """Do what `stage` says comes next, until all is "there". Raise EngineError("disk"); it can't go on then."""
        if self.stage != "there":
            self.stage = next(self._work)

    def finished(self) -> Project:
        """Do the rest, and give it its name. Raise EngineError("disk"), as create_hidden does."""
        return at_once(self._work)

    def close(self) -> None:
        """Leave nothing of it."""
        self._work.close()


def _with_source(facts: Facts, source: Path | None) -> Facts:
    return {**facts, SOURCE: {"path": str(source.resolve()) if source else ""}}


def find_hidden(folder: Path, source: Path) -> Path | None:
    """Return the hidden project that a killed program left of `source`, None if there is none."""
    path = hidden_path(folder, source)
    return path if path.is_file() else None


def unsaved(folder: Path) -> tuple[Unsaved, ...]:
    """Return what killed programs left and nobody has open, the latest first, and remove what had been saved.

    Drafts that they left hold no edit: those of yesterday go. What is still to be heard of a saved document waits for
    that document; if it is gone it goes after three months, for it may be on a disk that is not connected.

    What can't be read is left alone. Two programs that ask at once both get an answer, and each project is in one.
    """
    found = []
    for draft in folder.glob(DRAFTS):
        with suppress(OSError):
            if draft.stat().st_mtime < time.time() - _OLD:
                draft.unlink()
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(EngineError):
            edits = _edits_of(path)
            found += [] if edits is None else [edits]
    return tuple(sorted(found, key=lambda edits: edits.changed, reverse=True))


def close_hidden(project: Project) -> None:
    """Close a hidden project; it goes if its document is saved as it is and heard to its end.

    Raise EngineError("disk").
    """
    is_left = bool(project.fact(UNFINISHED)) and source_of(project) is not None
    if project.refusal or project.history.unsaved or is_left:
        project.close()
    else:
        project.remove()


def source_of(project: Project) -> Path | None:
    """Return the document that a hidden project stands behind, None if it has no name yet."""
    path = project.fact(SOURCE).get("path")
    return Path(path) if isinstance(path, str) and path else None


def _edits_of(path: Path) -> Unsaved | None:
    changed = path.stat().st_mtime
    project = open_project(path).project
    edits, source = project.history.unsaved, source_of(project)
    if not edits and not project.refusal and changed < time.time() - _GIVEN_UP and source and not source.exists():
        project.remove()
        return None
    try:
        return None if project.refusal or not edits else Unsaved(path, source, changed, edits)
    finally:
        close_hidden(project)
