"""A project as a file among others, for programs without a window: its document read, or written as one step."""

from pathlib import Path

from engine.subtitles.document import Document
from engine.subtitles.edits import Edit
from engine.subtitles.history import History
from engine.subtitles.project.file import create_project, open_project
from engine.subtitles.project.salvage import Salvaged


def read_project(path: Path) -> tuple[Document, Salvaged | None]:
    """Read the document of a project, also of one that is open in a window. Raise EngineError as open_project does."""
    opened = open_project(path)
    opened.project.close()
    return opened.project.history.document, opened.salvaged


def write_project(document: Document, path: Path, *, overwrite: bool) -> None:
    """Write a new project, or, with `overwrite`, one more step into the one that is there: it can be undone.

    Raise EngineError("disk"); the old file is whole then.
    """
    if not (overwrite and path.exists()):
        create_project(path, History(document), overwrite=overwrite).close()
        return
    project = open_project(path).project
    try:
        project.commit(project.history.apply(Edit("Replace document", lambda _: document)))
    finally:
        project.close()
