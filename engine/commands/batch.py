"""Several files, one model: everything is checked first, the model is loaded once, and one bad file stops no other."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import engine
from engine.audio.channels import Channels, select
from engine.audio.probe import probe
from engine.commands.outputs import Job, Writing, check_outputs
from engine.commands.screen import Account, Bar, Screen, clock, complain
from engine.errors import Cancelled, EngineError, FailureKind
from engine.paths import shown
from engine.progress import Cancel, MediaReady, Progress
from engine.transcript import DetectedLanguage, Segment
from engine.whisper.options import Options

if TYPE_CHECKING:  # torch comes with it, which no check needs
    from engine.pipeline import LoadedModel


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of every file of a run."""

    model: Path
    device: str | None
    fp16: bool
    threads: int
    options: Options
    track: int | None
    channels: Channels
    writing: Writing
    ffmpeg: Path


@dataclass(slots=True)
class Heard:
    """What one file has given so far."""

    language: str
    segments: list[Segment] = field(default_factory=list)
    ready: MediaReady = field(default_factory=lambda: MediaReady(0, 0))


class Batch:
    """One run over several files."""

    def __init__(self, request: Request, screen: Screen) -> None:
        self._request = request
        self._screen = screen
        self._cancel = Cancel()
        self._failed: list[tuple[Path, FailureKind]] = []

    def run(self, jobs: tuple[Job, ...]) -> int:
        """Transcribe what can be; return the exit code. Raises Cancelled after Ctrl-C."""
        ready = [job for job in jobs if self._passes(job)]
        if ready:
            model = self._load()
            with ctrl_c_asks(self._cancel):
                for job in ready:
                    with self._failing_alone(job):
                        self._transcribe(job, model)
        return self._exit_code(len(jobs))

    def _passes(self, job: Job) -> bool:
        with self._failing_alone(job):
            _check_sound(job.media, self._request)
            check_outputs(job, overwrite=self._request.writing.overwrite)
            return True
        return False

    def _load(self) -> "LoadedModel":
        asked = self._request
        with self._screen.loading(asked.model):
            return engine.load_model(
                asked.model, device=asked.device, fp16=asked.fp16, threads=asked.threads, ffmpeg=asked.ffmpeg
            )

    def _transcribe(self, job: Job, model: "LoadedModel") -> None:
        began = time.monotonic()
        heard = Heard(language=self._request.options.language or model.only_language or "")
        with self._keeping(job, heard):
            with self._screen.bar(job.media) as bar:
                self._listen(job, model, heard, bar)
            if not heard.segments:
                complain(f"No speech found in {shown(job.media)}.")
            self._request.writing.write(job, heard.segments, heard.language, heard.ready.duration or None)
        self._screen.account(
            Account(
                shown(job.media),
                outputs=tuple(map(shown, job.outputs)),
                model=shown(self._request.model),
                language=heard.language or None,
                segments=len(heard.segments),
                duration_ms=heard.ready.duration,
                missing_ms=heard.ready.missing,
                took_ms=round((time.monotonic() - began) * 1000),
                options=self._request.options,
            )
        )

    def _listen(self, job: Job, model: "LoadedModel", heard: Heard, bar: Bar) -> None:
        asked = self._request
        for event in model.events(
            job.media, asked.options, track=asked.track, channels=asked.channels, cancel=self._cancel
        ):
            match event:
                case Progress():
                    bar.move(event)
                case MediaReady():
                    heard.ready = event
                    _say_if_cut(job.media, event)
                case DetectedLanguage(code=code):
                    heard.language = heard.language or code
                case Segment():
                    heard.segments.append(event)
                    self._screen.hear(event)

    @contextmanager
    def _keeping(self, job: Job, heard: Heard) -> Iterator[None]:
        """Let nothing be lost that was heard, whatever ends the work on a file."""
        try:
            yield
        except (Cancelled, EngineError) as end:
            rescued = self._request.writing.rescue(job, heard.segments, heard.language)
            where = f"what was heard is in {', '.join(map(shown, rescued))}" if rescued else "nothing was written"
            if isinstance(end, Cancelled):
                complain(f"Stopped in {shown(job.media)}: {where}; files before it are complete.")
                raise
            raise EngineError(end.kind, f"{end} ({where[0].upper()}{where[1:]}.)" if rescued else str(end)) from end

    @contextmanager
    def _failing_alone(self, job: Job) -> Iterator[None]:
        try:
            yield
        except EngineError as error:
            self._failed.append((job.media, error.kind))
            complain(str(error))
            self._screen.account(Account(shown(job.media), error=str(error)))

    def _exit_code(self, files: int) -> int:
        if not self._failed:
            return 0
        if files > 1:
            names = ", ".join(shown(media) for media, _ in self._failed)
            complain(f"{len(self._failed)} of {files} files failed: {names}")
        return 2 if all(kind == "options" for _, kind in self._failed) else 1


def _check_sound(media: Path, request: Request) -> None:
    track = probe(media, request.ffmpeg).choose(request.track)
    try:
        select(track, request.channels)
    except EngineError as error:
        raise EngineError(error.kind, f"{shown(media)}: {error}") from None


def _say_if_cut(media: Path, ready: MediaReady) -> None:
    if ready.missing:
        end, declared = clock(ready.duration), clock(ready.duration + ready.missing)
        complain(f"{shown(media)} is cut: its sound ends at {end} of {declared}. What there is will be transcribed.")


@contextmanager
def ctrl_c_asks(cancel: Cancel) -> Iterator[None]:
    """Let Ctrl-C end the work in order; pressed again it ends it at once."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        cancel.ask()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, ask), signal.signal(signal.SIGTERM, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])
