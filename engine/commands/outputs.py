"""What a run will write and whether it can: asked before the work starts, so that no night of it is lost."""

import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from engine.errors import EngineError
from engine.paths import cache_folder, shown
from engine.subtitles.document import Document
from engine.subtitles.export import check_target, write_whole
from engine.subtitles.formats import compose, compose_transcript
from engine.subtitles.highlight import highlighted
from engine.subtitles.layout import lay_out
from engine.subtitles.profiles import Profile
from engine.subtitles.reference_layout import LineLimits
from engine.transcript import Segment


@dataclass(frozen=True, slots=True)
class Job:
    """One file to transcribe and the files that shall hold what it says."""

    media: Path
    outputs: tuple[Path, ...]


def plan(files: list[Path], folder: Path, suffixes: tuple[str, ...]) -> tuple[Job, ...]:
    """Give each file its outputs, named after it. Raises EngineError("options") where two would meet in one output."""
    for stem, times in Counter(file.stem for file in files).items():
        if times > 1:
            raise EngineError(
                "options",
                f"{times} of the files would be written to {shown(folder / stem)}{suffixes[0]}: give each a run and an "
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
                f"{shown(Path(output.name))} is too long for a file: give {shown(job.media)} a shorter one.",
            )
        if os.path.lexists(output):
            if not overwrite:
                raise EngineError("disk", f"{shown(output)} exists: move it away, or replace it with --overwrite.")
            check_target(output, overwrite=True)


@dataclass(frozen=True, slots=True)
class Writing:
    """How what was heard is written: laid out by a profile, or without one as openai-whisper does."""

    limits: LineLimits
    overwrite: bool
    profile: Profile | None = None

    def write(self, job: Job, segments: Sequence[Segment], language: str, until: int | None = None) -> None:
        """Write every output of `job`, each whole or not at all; no cue stands beyond `until`, where the film ends.

        Raises EngineError("disk").
        """
        self._write(job.outputs, self._texts(job.outputs, segments, language, until), overwrite=self.overwrite)

    def rescue(self, job: Job, segments: Sequence[Segment], language: str) -> tuple[Path, ...]:
        """Write what was heard of a file that can't be finished; return where: (), if nothing was or nowhere could be.

        It goes beside the outputs under names of its own, or, where that fails, into Sotto's cache.
        """
        if not segments:
            return ()
        for folder in (job.outputs[0].parent, cache_folder() / "rescued"):
            outputs = _free_names(folder, job.outputs)
            try:
                self._write(outputs, self._texts(outputs, segments, language), overwrite=False)
            except EngineError:
                for output in outputs:
                    output.unlink(missing_ok=True)
                continue
            return outputs
        return ()

    def _write(self, outputs: tuple[Path, ...], texts: list[str], *, overwrite: bool) -> None:
        _make_folder(outputs[0].parent)
        for output, text in zip(outputs, texts, strict=True):
            write_whole(text, output, overwrite=overwrite)

    def _texts(
        self, outputs: tuple[Path, ...], segments: Sequence[Segment], language: str, until: int | None = None
    ) -> list[str]:
        """Compose the outputs. Text without times and JSON, which has all that is known, aren't laid out."""
        if self.profile is None:
            return [compose_transcript(output.suffix, segments, language, self.limits) for output in outputs]
        cues = lay_out(segments, self.profile, language, until)
        laid_out = Document(cues, language, profile=self.profile.name)
        underlined = replace(laid_out, cues=tuple(each for cue in cues for each in highlighted(cue)))
        shown_as = {".tsv": laid_out, ".srt": laid_out, ".vtt": laid_out}
        if self.limits.highlight_words:
            shown_as |= {".srt": underlined, ".vtt": underlined}
        return [
            compose(shown_as[output.suffix], output)[0].decode()
            if output.suffix in shown_as
            else compose_transcript(output.suffix, segments, language, LineLimits())
            for output in outputs
        ]


def _free_names(folder: Path, outputs: tuple[Path, ...]) -> tuple[Path, ...]:
    """Name outputs that are a beginning only: interview.partial.srt, or with a number where that is taken."""
    for number in count(1):
        mark = ".partial" if number == 1 else f".partial-{number}"
        names = tuple(folder / f"{output.stem}{mark}{output.suffix}" for output in outputs)
        if not any(os.path.lexists(name) for name in names):
            return names
    raise AssertionError("numbers don't end")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(
            "disk", f"{shown(folder)} can't be made ({error.strerror}): choose another --output_dir."
        ) from error
