"""A training from pairs to a model that is better than before: looks at held-out pairs, keeps the best, resumes."""

import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from engine.checkpoints.identity import check_identity
from engine.errors import Cancelled, EngineError
from engine.paths import cache_folder, shown
from engine.progress import Cancel
from engine.training.batches import Batches
from engine.training.clips import Clip, in_turn
from engine.training.gathering import Gathered
from engine.training.greedy import ask, told_rightly, word_errors
from engine.training.initial import begin
from engine.training.languages import mistaken
from engine.training.loop import Step, Trainer
from engine.training.lora import adapt, merge
from engine.training.loss_table import LossTable
from engine.training.plot import plot
from engine.training.recordings import Recording, split
from engine.training.settings import Settings, write
from engine.training.state import Point, load, save
from engine.whisper.checkpoint import Model, vocabulary_of
from engine.whisper.checkpoint import load as load_model
from engine.whisper.folder import Contents, weights_of, write_folder
from engine.whisper.logits import USUAL_START

_HELD_OUT = 8  # every so many-th half minute
_MOST_EXAMINED = 40  # windows
_PATIENCE = 4  # looks
_KEEP_SECONDS = 300  # between two looks
STATE, CURVE, LOSSES, BEST = "state.pt", "curve.svg", "losses.tsv", "model"
_NO_MEMORY = ("out of memory", "allocate memory", "not enough memory")


@dataclass(frozen=True, slots=True)
class Look:
    """What the held-out pairs said after a step, and whether that was the best so far."""

    point: Point
    best: bool


@dataclass(frozen=True, slots=True)
class SteppedDown:
    """Memory ran out: each part of a batch holds only so many windows from now on."""

    batch: int


@dataclass(frozen=True, slots=True)
class Settled:
    """The held-out pairs have said for so many looks that nothing gets better: the training ends after `step`."""

    step: int


Event = Step | Look | SteppedDown | Settled


class Course:
    """One training in its folder: state.pt, losses.tsv, curve.svg, and `model`, the best so far."""

    def __init__(self, settings: Settings, source: Path, gathered: Gathered, phonemes: int, folder: Path) -> None:
        self._settings, self._folder, self._source = settings, folder, source
        check_identity(source, cache_folder())
        self._model = load_model(source, dtype=torch.float32)
        self._vocabulary = vocabulary_of(source)
        self.mistaken = {} if settings.afresh else mistaken(self._model, gathered.recordings)
        fitting = [recording for recording in gathered.recordings if recording.name not in self.mistaken]
        if not fitting:
            raise EngineError("options", "All pairs are in another language than they tell: mend what they tell.")
        trained, held = split(fitting, _HELD_OUT)
        if not any(recording.lines for recording in trained):
            raise EngineError("options", "There is less than a minute of speech to learn from: give more pairs.")
        self._clips = _examined(held)
        self._trainer = self._begin(trained, phonemes)
        self._curve: list[Point] = []
        self._best: float | None = None
        self._minutes = 0.0

    def resume(self) -> None:
        """Go on from the state in the folder, or begin if none was written yet."""
        path = self._folder / STATE
        if not path.is_file():
            return
        state = load(path, self._trainer.network.device)
        self._trainer.resume(state)
        self._curve, self._best, self._minutes = state.curve, state.best, state.minutes

    def run(self, cancel: Cancel) -> Iterator[Event]:
        """Train. Raises EngineError("model") if the result makes no fewer errors than the model that it began from."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            yield from self._run(cancel)
        except OSError as error:
            raise EngineError(
                "disk", f"{shown(self._folder)} can't be written ({error.strerror}): make room and resume."
            ) from error

    def _run(self, cancel: Cancel) -> Iterator[Event]:
        begun = time.monotonic() - 60 * self._minutes
        if not self._curve:
            yield self._look([], 0.0)
        kept = time.monotonic()
        with LossTable(self._folder / LOSSES, self._trainer.step) as table:
            losses = table.after(self._curve[-1].step)
            for event in self._kept(self._steps(cancel), begun):
                yield event
                if isinstance(event, SteppedDown):
                    continue
                table.add(event.number, event.losses.tokens)
                losses.append(event.losses.tokens)
                minutes = (time.monotonic() - begun) / 60
                if event.number % self._settings.look_every == 0 or event.number == self._settings.steps:
                    yield self._look(losses, minutes)
                    kept, losses = time.monotonic(), []
                    if self._settled() and event.number < self._settings.steps:
                        yield Settled(event.number)
                        break
                elif time.monotonic() - kept > _KEEP_SECONDS:
                    self._save(minutes)
                    kept = time.monotonic()
        self._conclude()

    def _kept(self, events: Iterator[Step | SteppedDown], begun: float) -> Iterator[Step | SteppedDown]:
        """Keep the state when somebody asks for the end."""
        try:
            yield from events
        except Cancelled:
            self._save((time.monotonic() - begun) / 60)
            raise

    def _steps(self, cancel: Cancel) -> Iterator[Step | SteppedDown]:
        while self._trainer.step < self._settings.steps:
            try:
                yield from self._trainer.run(cancel)
            except (MemoryError, RuntimeError) as error:
                if not isinstance(error, MemoryError) and not any(sign in str(error) for sign in _NO_MEMORY):
                    raise
                if not self._trainer.halve():
                    raise EngineError(
                        "memory",
                        "Not even one window fits into memory: use --lora, --frugal, or a smaller model.",
                    ) from error
                self._settings = replace(self._settings, parts=self._trainer.recipe.accumulate)
                write(self._settings, self._folder)
                yield SteppedDown(self._trainer.recipe.stages[0].batch)

    def _begin(self, trained: Sequence[Recording], phonemes: int) -> Trainer:
        model, settings = self._model, self._settings
        network = model.network
        if settings.afresh:
            network = begin(network.dims, model.tokenizer, settings.seed).to(network.device)
        network.requires_grad_(True)
        if settings.rank:
            adapt(network, settings.rank, settings.seed)
        recipe = settings.recipe(network.dims.n_audio_state)
        batches = Batches(trained, model.tokenizer, recipe, network.dims.n_text_ctx)
        return Trainer(network, model.tokenizer, batches, recipe, phonemes, settings.workers)

    def _look(self, losses: Sequence[float], minutes: float) -> Look:
        """Ask for the held-out pairs; keep the model if it is the best so far, and the state in any case."""
        network = merge(self._trainer.network).eval()
        model = Model("trained", network, self._model.tokenizer, self._model.abilities, self._model.alignment_heads)
        answers = ask(model, self._clips)
        wer = word_errors(answers)
        loss = sum(losses) / len(losses) if losses else float("nan")
        point = Point(self._trainer.step, minutes, loss, wer, language=told_rightly(answers))
        better = wer < self._to_beat()
        self._curve.append(point)
        if better:
            self._best = wer
            self._keep(model)
        self._save(minutes)
        (self._folder / CURVE).write_text(plot(self._curve, f"Training from {shown(self._source)}"), encoding="utf-8")
        return Look(point, better)

    def _settled(self) -> bool:
        errors = [point.wer or 0.0 for point in self._curve]
        return not self._settings.afresh and len(errors) - 1 - errors.index(min(errors)) >= _PATIENCE

    def _to_beat(self) -> float:
        """Return the errors of the best so far, at first of the model that was begun from."""
        if self._best is not None:
            return self._best
        if not self._curve:
            return 0.0  # the first look is at that model itself
        first = self._curve[0].wer
        return float("inf") if first is None or self._settings.afresh else first

    def _save(self, minutes: float) -> None:
        state = self._trainer.state()
        state.curve, state.best, state.minutes = self._curve, self._best, minutes
        save(state, self._folder / STATE)

    def _keep(self, model: Model) -> None:
        new, place = self._folder / f"{BEST}.new", self._folder / BEST
        shutil.rmtree(new, ignore_errors=True)
        contents = Contents(
            model.network.dims,
            weights_of(model.network, torch.float16),
            model.tokenizer,
            self._vocabulary,
            model.alignment_heads,
            synthetic_only=model.abilities.synthetic_only and not self._settings.afresh,
            latest_start=self._model.latest_start or USUAL_START,
        )
        write_folder(new, contents)
        shutil.rmtree(place, ignore_errors=True)
        new.replace(place)

    def _conclude(self) -> None:
        if self._best is None:
            first, best = self._curve[0].wer, min(point.wer or 0 for point in self._curve[1:])
            raise EngineError(
                "model",
                f"After {self._trainer.step} steps the model makes no fewer errors in the held-out pairs "
                f"({first:.1%} of the words before, {best:.1%} at best now), so none was written: give more pairs, or "
                "train longer or with a lower learning rate.",
            )


def _examined(held: Sequence[Recording]) -> list[Clip]:
    clips = [clip for piece in held for clip in in_turn(piece) if clip.example.lines]
    return clips[:: max(1, len(clips) // _MOST_EXAMINED)]
