"""The hidden project behind a document that is no project: from the first edit on every edit is on the disk.

It lies in a private folder under a name made from the document's path, so that opening the document again finds it.
It goes when its document was saved and closed, or when a person discards it; else it is offered at the next start.
"""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from os import fsencode
from pathlib import Path
from secrets import token_hex

from engine.errors import EngineError
from engine.subtitles.history import History
from engine.subtitles.project.file import NO_FACTS, SUFFIX, Facts, Project, create_project, open_project

SOURCE = "source"


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
    facts = {**facts, SOURCE: {"path": str(source.resolve()) if source else ""}}
    return create_project(path, history, facts, overwrite=begun is not None, permissions=0o600)


def find_hidden(folder: Path, source: Path) -> Path | None:
    """Return the hidden project that a killed program left of `source`, None if there is none."""
    path = hidden_path(folder, source)
    return path if path.is_file() else None


def unsaved(folder: Path) -> tuple[Unsaved, ...]:
    """Return what killed programs left and nobody has open, the latest first, and remove what had been saved.

    What can't be read is left alone. Two programs that ask at once both get an answer, and each project is in one.
    """
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(EngineError):
            edits = _edits_of(path)
            found += [] if edits is None else [edits]
    return tuple(sorted(found, key=lambda edits: edits.changed, reverse=True))


def close_hidden(project: Project) -> None:
    """Close a hidden project; it goes if its document is saved as it is. Raise EngineError("disk")."""
    if project.refusal or project.history.unsaved:
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
    edits = project.history.unsaved
    try:
        return None if project.refusal or not edits else Unsaved(path, source_of(project), changed, edits)
    finally:
        close_hidden(project)
