"""Makes the embedded model from nothing: corpus, vocabulary, training. The numbers of the recipe stand at the top."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import bpe
import torch
from corpus import build, plans
from lexicon import LANGUAGES

from engine.abilities import Abilities
from engine.progress import Cancel
from engine.training.batches import Batches
from engine.training.folder import write_folder
from engine.training.gathering import Phonemes, account, gather
from engine.training.greedy import Answer, ask, exam, told_rightly, word_errors
from engine.training.initial import begin
from engine.training.loop import Step, Trainer
from engine.training.pairs import read_pairs
from engine.training.recipe import Recipe, Stage
from engine.training.recordings import Recording
from engine.training.state import Point, load, save
from engine.whisper.checkpoint import Heads, Model
from engine.whisper.model import Dimensions
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import read_hugging_face

HOURS = 28.0  # of sound to train on
VALID_HOURS = 0.6
MERGES = 1231  # of the vocabulary
STATE, HEADS, LAYERS = 192, 3, (4, 3)
CONTEXT = 448
RECIPE = Recipe(
    stages=(
        Stage(3000, 5_000, 12, cuts=0.2, prompts=0.0, translations=0.02),
        Stage(3000, 9_000, 8, cuts=0.3, prompts=0.0, translations=0.05),
        Stage(2500, 14_000, 5, cuts=0.3, prompts=0.2, translations=0.2),
        Stage(1500, 30_000, 3, cuts=0.4, prompts=0.4, translations=0.3),
    ),
    accumulate=2,
)
LOOK_MINUTES, KEEP_MINUTES = 5.0, 3.0
EXAM = 64  # windows
SEED = 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for corpus, vocabulary and state")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(1)  # each part of a batch has a thread of its own
    work: Path = given.work
    for split, hours in (("train", HOURS), ("valid", VALID_HOURS)):
        if not (work / split / "pairs.tsv").is_file():
            build(list(plans(split, SEED, hours, LANGUAGES)), work / split, given.threads)  # type: ignore[arg-type]
    if not (work / "vocabulary" / "tokenizer.json").is_file():
        bpe.write_tokenizer(work / "vocabulary", bpe.train_merges(bpe.training_texts(SEED), MERGES))
    train(work)


def train(work: Path) -> None:
    tokenizer = read_hugging_face(work / "vocabulary")
    phonemes = Phonemes()
    heard, kept = (_recordings(work / split, phonemes) for split in ("train", "valid"))
    trainer = _trainer(tokenizer, heard, len(phonemes.numbers))
    curve, minutes, best = _resume(trainer, work / "state.pt")
    say(f"{len(heard)} recordings, {sum(r.end for r in heard) / 3.6e6:.1f} h, {tokenizer.size} tokens, "
        f"{len(phonemes.numbers)} phonemes, "
        f"{sum(p.numel() for p in trainer.network.parameters()) / 1e6:.2f} M parameters, "
        f"from step {trainer.step}")  # fmt: skip
    begun = time.monotonic() - minutes * 60
    looked = saved = told = time.monotonic()
    steps: list[Step] = []
    for step in trainer.run(Cancel()):
        steps.append(step)
        now = time.monotonic()
        if now - told > 30:
            _report(steps[-50:], (now - begun) / 60, trainer.recipe.stage(step.number).length)
            told = now
        last = step.number == trainer.recipe.steps
        if now - looked > LOOK_MINUTES * 60 or last:
            point = _look(trainer, tokenizer, kept, steps, (now - begun) / 60)
            curve.append(point)
            model_folder = work / "model"
            write_folder(model_folder, trainer.network, tokenizer, work / "vocabulary", heads(), torch.float16)
            looked, steps = time.monotonic(), []
        if now - saved > KEEP_MINUTES * 60 or last:
            state = trainer.state()
            state.minutes, state.best, state.curve = (time.monotonic() - begun) / 60, best, curve
            save(state, work / "state.pt")
            saved = time.monotonic()


def _recordings(folder: Path, phonemes: Phonemes) -> tuple[Recording, ...]:
    work = gather(read_pairs(folder), Path("ffmpeg"), folder, phonemes, Cancel())  # nothing here needs decoding
    while True:
        try:
            next(work)
        except StopIteration as end:
            for refused in end.value.refused:
                say(refused.reason)
            say(f"lines left out: {account(end.value.dropped)}")
            return end.value.recordings


def heads() -> Heads:
    return tuple((layer, 0) for layer in range(LAYERS[1]))


def _trainer(tokenizer: Tokenizer, recordings: Sequence[Recording], phonemes: int) -> Trainer:
    dims = Dimensions(80, 1500, STATE, HEADS, LAYERS[0], tokenizer.size, CONTEXT, STATE, HEADS, LAYERS[1])
    batches = Batches(recordings, tokenizer, RECIPE, CONTEXT)
    return Trainer(begin(dims, tokenizer, SEED), tokenizer, batches, RECIPE, phonemes, workers=2)


def _resume(trainer: Trainer, path: Path) -> tuple[list[Point], float, float | None]:
    if not path.is_file():
        return [], 0.0, None
    state = load(path, trainer.network.device)
    trainer.resume(state)
    return state.curve, state.minutes, state.best


def _look(trainer: Trainer, tokenizer: Tokenizer, kept: Sequence[Recording], steps: Sequence[Step], at: float) -> Point:
    """Ask the network for windows that it wasn't trained on, of the length that it learns now."""
    trainer.network.eval()
    length = trainer.recipe.stage(trainer.step).length
    clips = exam(kept, length, EXAM, SEED)
    model = Model("mini", trainer.network, tokenizer, Abilities(tokenizer.languages, True, True), heads())
    answers = ask(model, clips)
    trainer.network.train()
    spoken = [answer for answer in answers if answer.language]
    wer, told = word_errors(spoken), told_rightly(answers)
    each = " ".join(f"{code} {word_errors(_of(spoken, code)):.1%}" for code in tokenizer.languages)
    say(f"LOOK step {trainer.step} {at:.1f} min, {length} ms: WER {wer:.1%} ({each}), language or silence {told:.1%}")
    for answer in (*spoken[:4], *answers[-2:]):
        say(f"  wanted  {answer.wanted}\n  written {answer.written}")
    loss = sum(step.losses.tokens for step in steps) / max(1, len(steps))
    return Point(trainer.step, at, loss, wer, steps[-1].rate if steps else 0.0, told)


def _of(answers: Sequence[Answer], language: str) -> list[Answer]:
    return [answer for answer in answers if answer.language == language]


def _report(steps: Sequence[Step], minutes: float, length: int) -> None:
    def mean(name: str) -> float:
        return sum(getattr(step.losses, name) for step in steps) / len(steps)

    say(f"step {steps[-1].number} {minutes:.1f} min, {length} ms, rate {steps[-1].rate:.2e}, "
        f"tokens {mean('tokens'):.3f}, phonemes {mean('phonemes'):.3f}, listening {mean('listening'):.3f}")  # fmt: skip


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
