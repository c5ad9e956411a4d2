"""`sotto train`: from a person's own films and subtitles to a model that makes fewer errors in them."""

import os
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from engine.audio.ffmpeg import find_ffmpeg
from engine.checkpoints.find import find_model
from engine.commands.batch import ctrl_c_asks
from engine.commands.preferences import folders_of_models, preferences
from engine.commands.screen import complain, on_one_line
from engine.errors import EngineError
from engine.languages import LANGUAGES, language_code
from engine.paths import cache_folder, shown
from engine.progress import Cancel, Progress
from engine.sound_folder import sound_folder
from engine.training import settings as kept
from engine.training.course import BEST, Course, Look, SteppedDown
from engine.training.gathering import Gathered, Phonemes, account, gather
from engine.training.loop import Step
from engine.training.pairs import read_pairs
from engine.training.settings import Settings
from engine.whisper.machine import use_threads

Result = TypeVar("Result")

_TELL_SECONDS = 10.0
RANK = 16

Pairs = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PAIRS...", help="Folders or tables of media and their subtitles.", show_default=False),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="Where to keep it all.")]
From = Annotated[str, typer.Option("--from", metavar="MODEL", help="Begin with this model: a name, folder or .pt.")]
Lora = Annotated[bool, typer.Option("--lora", help="Learn small adapters only, and merge them: less memory.")]
Afresh = Annotated[bool, typer.Option("--afresh", help="Forget what the model knows, keep its sizes and vocabulary.")]
Resume = Annotated[Path | None, typer.Option("--resume", metavar="FOLDER", help="Go on with a stopped training.")]
Language = Annotated[str | None, typer.Option("--language", help="What is spoken, where the pairs don't tell.")]
Steps = Annotated[int, typer.Option("--steps", min=1, help="How many times to learn from a batch.")]
Batch = Annotated[int, typer.Option("--batch", min=1, help="Half minutes a step.")]
Rate = Annotated[float | None, typer.Option("--learning_rate", help="By default 1e-4, with --lora 1e-3.")]
Seed = Annotated[int, typer.Option("--seed", help="The same seed draws the same batches.")]
LookEvery = Annotated[int, typer.Option("--look_every", min=1, help="Steps between looks at held-out pairs.")]
Frugal = Annotated[bool, typer.Option("--frugal", help="Compute twice what would have to be remembered.")]
ModelDir = Annotated[Path | None, typer.Option("--model_dir", metavar="FOLDER", help="Look for models here, too.")]
Threads = Annotated[int, typer.Option("--threads", min=0, help="0: as many as there are cores.")]


def train(
    pairs: Pairs = None,
    output: Output = None,
    model: From = "sotto-mini",
    lora: Lora = False,
    afresh: Afresh = False,
    resume: Resume = None,
    language: Language = None,
    steps: Steps = 400,
    batch: Batch = 8,
    learning_rate: Rate = None,
    seed: Seed = 0,
    look_every: LookEvery = 50,
    frugal: Frugal = False,
    model_dir: ModelDir = None,
    threads: Threads = 0,
) -> int:
    """Return the exit code: 0 if a better model was written."""
    if resume is not None:
        if pairs or output:
            raise EngineError("options", "--resume goes on with what its folder tells: leave out PAIRS and -o.")
        settings, folder = kept.read(resume), resume
    else:
        if not pairs or output is None:
            raise EngineError("options", "Give PAIRS and a folder for the result with -o.")
        if lora and afresh:
            raise EngineError("options", "--lora adapts what a model knows, --afresh forgets it: choose one.")
        folder = _empty(output)
        settings = Settings(
            pairs=tuple(str(path.absolute()) for path in pairs),
            model=str(find_model(model, folders_of_models(preferences(), model_dir)).absolute()),
            language=None if language is None else language_code(language),
            rank=RANK if lora else 0,
            afresh=afresh,
            steps=steps,
            batch=batch,
            parts=min(batch, threads or os.cpu_count() or 1),
            workers=min(batch, threads or os.cpu_count() or 1),
            learning_rate=learning_rate or (1e-3 if lora else 1e-4),
            seed=seed,
            look_every=look_every,
            frugal=frugal,
        )
        kept.write(settings, folder)
    return _run(settings, folder, resumed=resume is not None)


def _run(settings: Settings, folder: Path, *, resumed: bool) -> int:
    use_threads(1)  # every part of a batch has a thread of its own
    ffmpeg = find_ffmpeg(preferences().ffmpeg)
    pairs = [pair for path in settings.pairs for pair in read_pairs(Path(path), settings.language)]
    phonemes, cancel = Phonemes(), Cancel()
    with ctrl_c_asks(cancel), sound_folder(cache_folder()) as place:
        gathered = _finish(gather(pairs, ffmpeg, place, phonemes, cancel))
        _tell(gathered, len(pairs))
        course = Course(settings, Path(settings.model), gathered, len(phonemes.numbers), folder)
        for name, code in course.mistaken.items():
            complain(f"Left out: {name} sounds {LANGUAGES[code]}, which isn't the language that its pair tells.")
        if resumed:
            course.resume()
        screen = _Screen(settings.steps)
        for event in course.run(cancel):
            screen.tell(event)
    _say(f"The model is {shown(folder / BEST)}; its curve is curve.svg beside it.")
    return 0


def _empty(folder: Path) -> Path:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EngineError("disk", f"{shown(folder)} is not empty: choose another, or go on there with --resume.")
    return folder


def _finish(work: Generator[Progress, None, Result]) -> Result:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def _tell(gathered: Gathered, pairs: int) -> None:
    for refused in gathered.refused:
        complain(f"Left out: {refused.reason}")
    if gathered.dropped:
        complain(f"Lines left out: {account(gathered.dropped)}.")
    if not gathered.recordings:
        raise EngineError("options", f"None of the {pairs} pairs can be learned from: see above.")
    spoken = sum(line.end - line.start for recording in gathered.recordings for line in recording.lines)
    lines = sum(len(recording.lines) for recording in gathered.recordings)
    _say(f"{pairs - len(gathered.refused)} of {pairs} pairs: {lines} lines, {spoken / 60_000:.1f} minutes of speech.")


class _Screen:
    """Says now and then how far it is, and always what the held-out pairs say."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._told = self._begun = time.monotonic()
        self._first: int | None = None

    def tell(self, event: Step | Look | SteppedDown) -> None:
        match event:
            case Step():
                self._first = event.number - 1 if self._first is None else self._first
                now = time.monotonic()
                if now - self._told > _TELL_SECONDS:
                    left = (now - self._begun) / (event.number - self._first) * (self._steps - event.number)
                    _say(f"step {event.number} of {self._steps}, loss {event.losses.tokens:.3f}, {_time(left)} left")
                    self._told = now
            case Look(point=point):
                best = ", the best so far" if event.best else ""
                _say(f"step {point.step}: {point.wer:.1%} of the held-out words are wrong{best}")
            case SteppedDown():
                complain(f"Memory ran out: going on with {event.batch} half minutes at once.")


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"


def _say(text: str) -> None:
    sys.stdout.write(on_one_line(text) + "\n")
    sys.stdout.flush()
