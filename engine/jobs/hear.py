"""Transcribes and translates for the window, with a model that stays loaded from job to job; loads torch."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from engine.abilities import Abilities
from engine.checkpoints.find import abilities_of, find_model
from engine.checkpoints.suitable import Job, check
from engine.errors import EngineError
from engine.jobs.pace import Pace
from engine.jobs.sounds import Sounds, channels_of
from engine.paths import model_folders, shown
from engine.pipeline import Heard, load_model, transcribe_sound
from engine.progress import Cancel
from engine.progress import Progress as Position
from engine.protocol import Event, LanguageDetected, SegmentFound, Transcribe, Wishes
from engine.transcript import DetectedLanguage, Segment
from engine.whisper.checkpoint import Model
from engine.whisper.machine import shortages_told, use_threads
from engine.whisper.options import Options


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What makes a loaded model another one."""

    path: Path
    device: str | None = None
    fp16: bool = True


class Ear:
    """Keeps one loaded model at most, and the sound that it heard last."""

    def __init__(self, folder: Path) -> None:
        self._sounds = Sounds(folder)
        self._loaded: tuple[_Wanted, Model] | None = None

    def transcribe(self, request: Transcribe, cancel: Cancel) -> Iterator[Event]:
        """Yield how far the work is and what is heard, as it is heard. Raises Cancelled and EngineError."""
        options = options_of(request)
        path = find_model(request.model, model_folders())
        _check_abilities(path, options)
        pace = Pace(request.job, cancel)
        try:
            lent = yield from self._sounds.lend(request, cancel, pace)
            yield pace.tell(Position("load", 0, None))
            with self._short_of_nothing(path):
                heard = transcribe_sound(
                    lent.pcms,
                    self._model(_Wanted(path, request.device, request.fp16), request.threads, cancel),
                    options,
                    channels=channels_of(request),
                    start=request.start,
                    end=request.end,
                    speech=lent.finders(request.start),
                    cancel=cancel,
                )
                yield from (_told(event, request.job, pace) for event in heard)
        finally:
            self._sounds.give_back()

    def abilities(self, path: Path) -> Abilities:
        """Load a model to see what it can do. Raises EngineError."""
        with self._short_of_nothing(path):
            return self._model(_Wanted(path), 0, Cancel()).abilities

    def _model(self, wanted: _Wanted, threads: int, cancel: Cancel) -> Model:
        if self._loaded and self._loaded[0] == wanted:
            use_threads(threads)
            return self._loaded[1]
        self._loaded = None  # the next one needs its memory
        made = load_model(wanted.path, device=wanted.device, fp16=wanted.fp16, threads=threads, cancel=cancel)
        self._loaded = wanted, made.model
        return made.model

    @contextmanager
    def _short_of_nothing(self, path: Path) -> Iterator[None]:
        """Say what was short, and let go of the model then: the next job may want a smaller one."""
        try:
            with shortages_told(shown(Path(path.name))):
                yield
        except EngineError as error:
            if error.kind in ("memory", "device"):
                self._loaded = None
            raise


def options_of(request: Transcribe) -> Options:
    """Return what is wished in the reference's words. Raises EngineError("options") for what contradicts itself."""
    wishes = {field.name: getattr(request.wishes, field.name) for field in fields(Wishes)}
    return Options(
        task=request.task,
        language=request.language,
        initial_prompt=request.initial_prompt,
        word_timestamps=request.word_timestamps,
        **wishes,
    )


def _check_abilities(path: Path, options: Options) -> None:
    """Refuse what the model can't do before anything is decoded or loaded."""
    if abilities := abilities_of(path):
        for language in (options.language, *options.allowed_languages):
            job = Job(options.task, language, options.word_timestamps)
            check(path, abilities, job, model_folders(), multilingual=options.multilingual)


def _told(event: Heard, job: int, pace: Pace) -> Event:
    match event:
        case Segment():
            return SegmentFound(job, event)
        case DetectedLanguage(code=code, probability=probability):
            return LanguageDetected(job, code, probability)
        case _:
            return pace.tell(event)
