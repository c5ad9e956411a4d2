"""What a run will write and whether it can: asked before the work starts, so that no night of it is lost."""

import os
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from engine.audio.ffmpeg import shown
from engine.errors import EngineError


@dataclass(frozen=True, slots=True)
class Job:
    """One file to transcribe and the files that shall hold what it says."""

    media: Path
    outputs: tuple[Path, ...]


def plan(files: list[Path], folder: Path, suffixes: tuple[str, ...]) -> tuple[Job, ...]:
    """Give each file its outputs, named after it. Raises EngineError("options") where two would meet in one output."""
    for stem, count in Counter(file.stem for file in files).items():
        if count > 1:
            raise EngineError(
                "options",
                f"{count} of the files would be written to {shown(folder / stem)}{suffixes[0]}: give each a run and an "
                "--output_dir of its own.",
            )
    return tuple(Job(file, tuple(folder / f"{file.stem}{suffix}" for suffix in suffixes)) for file in files)


def check_folder(folder: Path) -> None:
    """Raise EngineError("disk") unless files can be put into `folder`, which may have to be made. Leaves no trace."""
    there = next(path for path in (folder, *folder.absolute().parents) if os.path.lexists(path))
    if not there.is_dir():
        raise EngineError("disk", f"{shown(there)} is not a folder: choose another --output_dir.")
    try:
        tempfile.TemporaryFile(dir=there).close()
    except OSError as error:
        raise EngineError(
            "disk", f"{shown(there)} can't be written ({error.strerror}): choose another --output_dir."
        ) from error


def check_outputs(job: Job, *, overwrite: bool) -> None:
    """Raise EngineError("disk") if an output of `job` is there already or can't be."""
    for output in job.outputs:
        if len(os.fsencode(output.name)) > 255:  # NAME_MAX of the usual file systems
            raise EngineError(
                "disk",
                f"The name {shown(Path(output.name))} is too long for a file: give {shown(Path(job.media.name))} a shorter one.",
            )
        if output.is_dir():
            raise EngineError("disk", f"{shown(output)} is a folder: choose another --output_dir.")
        if os.path.lexists(output) and not overwrite:
            raise EngineError("disk", f"{shown(output)} exists: move it away, or replace it with --overwrite.")
