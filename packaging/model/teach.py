"""Trains the embedded model on the corpus: looks at it by greedy word errors, keeps its state, resumes."""

import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import numpy as np
import torch

from engine.abilities import Abilities
from engine.errors import Cancelled
from engine.model_folder import Dimensions
from engine.progress import Cancel
from engine.training.batches import Batches
from engine.training.clips import Clip, speaking
from engine.training.examples import WINDOW_MS
from engine.training.gathering import Gathered, Phonemes, account, gather
from engine.training.greedy import Answer, ask, exam, told_rightly, word_errors
from engine.training.heads import alignment_heads, attention_inside
from engine.training.initial import begin
from engine.training.loop import Step, Trainer
from engine.training.pairs import read_pairs
from engine.training.plot import plot
from engine.training.recipe import Recipe
from engine.training.state import Point, load, save
from engine.whisper.checkpoint import Heads, Model
from engine.whisper.folder import Contents, weights_of, write_folder
from engine.whisper.tokenizer import TIMESTAMPS
from engine.whisper.vocabulary import read_hugging_face

LOOKS = 6  # on the way
KEEP_MINUTES, TELL_SECONDS = 3.0, 30.0
EXAM = 16  # windows a look
MEASURED = 24  # windows that show which heads follow the sound
STATE = "state.pt"


@dataclass(frozen=True, slots=True)
class Size:
    """Numbers of the network; the decoder's context is 448 tokens, as Whisper's."""

    state: int
    heads: int
    layers: tuple[int, int]  # of encoder and decoder

    def dimensions(self, vocabulary: int) -> Dimensions:
        audio, text = self.layers
        return Dimensions(80, 1500, self.state, self.heads, audio, vocabulary, 448, self.state, self.heads, text)


class Teacher:
    """A training in the folder `work`, which holds train, valid and vocabulary, and gets state.pt and model."""

    def __init__(self, work: Path, size: Size, recipe: Recipe, seed: int, device: torch.device) -> None:
        self._work, self._seed = work, seed
        self._tokenizer = read_hugging_face(work / "vocabulary")
        phonemes = Phonemes()
        heard = _gathered(work / "train", phonemes).recordings
        self._kept = _gathered(work / "valid", phonemes).recordings
        network = begin(size.dimensions(self._tokenizer.size), self._tokenizer, seed).to(device)
        batches = Batches(heard, self._tokenizer, recipe, network.dims.n_text_ctx)
        self._trainer = Trainer(network, self._tokenizer, batches, recipe, len(phonemes.numbers), recipe.accumulate)
        self.curve: list[Point] = []
        self.minutes = 0.0
        if (work / STATE).is_file():
            state = load(work / STATE, network.device)
            self._trainer.resume(state)
            self.curve, self.minutes = state.curve, state.minutes
        hours = sum(recording.end - recording.start for recording in heard) / 3_600_000
        parameters = sum(parameter.numel() for parameter in network.parameters()) / 1e6
        say(f"{hours:.1f} h, {self._tokenizer.size} tokens, {len(phonemes.numbers)} phonemes")
        say(f"{parameters:.2f} M parameters, from step {self._trainer.step} of {recipe.steps}")

    def teach(self) -> None:
        """Take all steps, or those until somebody asks the process to end; what was learned is kept."""
        cancel = Cancel()
        _end_asks(cancel)
        begun = time.monotonic() - 60 * self.minutes
        saved = told = time.monotonic()
        steps: list[Step] = []
        try:
            for step in self._trainer.run(cancel):
                steps.append(step)
                now = time.monotonic()
                self.minutes = (now - begun) / 60
                if now - told > TELL_SECONDS:
                    self._tell(steps[-100:])
                    told = now
                if step.number * LOOKS % self._trainer.recipe.steps < LOOKS:
                    self._look(steps)
                    steps = []
                if now - saved > 60 * KEEP_MINUTES:
                    self._keep()
                    saved = time.monotonic()
        except Cancelled:
            self._keep()
            raise
        self._keep()

    def finish(self) -> Heads:
        """Write the model with the heads that follow the sound, as measured, and the curve. Return the heads."""
        inside = attention_inside(self._trainer.network.eval(), self._tokenizer, self._long_clips())
        say(f"attention inside words, by layer and head: {inside.tolist()}")
        heads = alignment_heads(inside)
        self._write(heads)
        (self._work / "curve.svg").write_text(plot(self.curve, "Training of sotto-mini"), encoding="utf-8")
        return heads

    def _long_clips(self) -> list[Clip]:
        rng = np.random.default_rng(self._seed)
        drawn = (speaking(r, 0, WINDOW_MS, 0.0, rng, respeak=False) for r in self._kept[:MEASURED] if r.lines)
        return [clip for clip in drawn if clip]

    def _write(self, heads: Heads) -> None:
        network = self._trainer.network
        place, vocabulary = self._work / "model", self._work / "vocabulary"
        kept = weights_of(network, torch.float16)
        contents = Contents(network.dims, kept, self._tokenizer, vocabulary, heads, True, TIMESTAMPS - 1)
        write_folder(place, contents)

    def _keep(self) -> None:
        state = self._trainer.state()
        state.minutes, state.curve = self.minutes, self.curve
        save(state, self._work / STATE)

    def _look(self, steps: Sequence[Step]) -> None:
        """Ask the network for windows that it wasn't trained on, of the length that it learns now."""
        network, codes = self._trainer.network.eval(), self._tokenizer.languages
        guided = tuple((layer, 0) for layer in range(network.dims.n_text_layer))
        model = Model("mini", network, self._tokenizer, Abilities(codes, translates=True, word_times=True), guided)
        length = self._trainer.recipe.stage(self._trainer.step).length
        answers = ask(model, exam(self._kept, length, EXAM, self._seed))
        network.train()
        spoken = [answer for answer in answers if answer.language]
        wer, told = word_errors(spoken), told_rightly(answers)
        each = " ".join(f"{code} {word_errors(_of(spoken, code)):.1%}" for code in codes)
        say(
            f"LOOK step {self._trainer.step}, {self.minutes:.1f} min, windows of {length} ms: "
            f"WER {wer:.1%} ({each}), language or silence {told:.1%}"
        )
        for answer in (*spoken[:4], *answers[-2:]):
            say(f"  wanted  {answer.wanted}\n  written {answer.written}")
        loss = sum(step.losses.tokens for step in steps) / max(1, len(steps))
        self.curve.append(Point(self._trainer.step, self.minutes, loss, wer, steps[-1].rate, told))
        self._write(guided)

    def _tell(self, steps: Sequence[Step]) -> None:
        losses = [
            f"{name} {sum(getattr(step.losses, name) for step in steps) / len(steps):.3f}"
            for name in ("tokens", "phonemes", "spelling", "listening")
        ]
        length = self._trainer.recipe.stage(steps[-1].number).length
        told = ", ".join(losses)
        say(f"step {steps[-1].number}, {self.minutes:.1f} min, {length} ms, rate {steps[-1].rate:.1e}: {told}")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _gathered(folder: Path, phonemes: Phonemes) -> Gathered:
    work = gather(read_pairs(folder), Path("ffmpeg"), folder, phonemes, Cancel())  # nothing here needs decoding
    while True:
        try:
            next(work)
        except StopIteration as end:
            gathered: Gathered = end.value
            break
    for refused in gathered.refused:
        say(f"left out: {refused.reason}")
    if gathered.dropped:
        say(f"lines left out: {account(gathered.dropped)}")
    return gathered


def _of(answers: Sequence[Answer], language: str) -> list[Answer]:
    return [answer for answer in answers if answer.language == language]


def _end_asks(cancel: Cancel) -> None:
    """Let the end that is asked for from outside come after a whole step."""

    def ask_for_it(_number: int, _frame: FrameType | None) -> None:
        cancel.ask()

    signal.signal(signal.SIGTERM, ask_for_it)
    signal.signal(signal.SIGINT, ask_for_it)
