"""Makes the embedded model from nothing: corpus, vocabulary, training. The numbers of the recipe stand at the top."""

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import bpe
import torch
from card import CARD, begin_card, end_card
from grammar import unseen_words
from lexicon import LANGUAGES
from recording import Split
from teach import Size, Teacher

from engine.errors import Cancelled
from engine.training.recipe import Recipe, Stage
from engine.whisper.weights import choose_device

SEED = 1
VALID_HOURS = 0.6
TESTS: tuple[Split, ...] = ("test", "test-noise-10dB", "test-rate", "test-flite", "test-words", "test-silence")
TEST_HOURS = 0.5  # each
GREEDY = ("--beam_size", "None", "--temperature_increment_on_fallback", "None")


@dataclass(frozen=True, slots=True)
class Making:
    """What a model is made of: hours of sound, merges of the vocabulary, sizes of the network, how it is taught."""

    hours: float
    merges: int
    size: Size
    recipe: Recipe


ON_A_CARD = Making(  # the embedded model
    hours=40.0,
    merges=2231,
    size=Size(state=224, heads=4, layers=(6, 3)),
    recipe=Recipe(
        stages=(
            Stage(1880, 5_000, 256, cuts=0.2, prompts=0.0, translations=0.1),
            Stage(940, 9_000, 144, cuts=0.3, prompts=0.15, translations=0.7),
            Stage(750, 14_000, 92, cuts=0.3, prompts=0.4, translations=1.0),
            Stage(610, 30_000, 44, cuts=0.4, prompts=0.6, translations=1.0),
        ),
        seed=0,
        learning_rate=2.5e-3,
        falling=0.4,
        warm_up=150,
        orthogonal=1.0,
    ),
)
ON_A_PROCESSOR = Making(  # two hours on two cores, and a worse model
    hours=28.0,
    merges=2231,
    size=Size(state=224, heads=4, layers=(4, 3)),
    recipe=Recipe(
        stages=(
            Stage(3300, 5_000, 12, cuts=0.2, prompts=0.0, translations=0.1),
            Stage(1300, 9_000, 8, cuts=0.3, prompts=0.15, translations=0.5),
            Stage(1000, 14_000, 5, cuts=0.3, prompts=0.4, translations=1.0),
            Stage(500, 30_000, 3, cuts=0.4, prompts=0.6, translations=1.0),
        ),
        seed=0,
        learning_rate=2e-3,
        falling=0.33,
        warm_up=100,
        orthogonal=1.0,
        accumulate=2,  # parts of a batch, each on a core of its own
    ),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for corpus, vocabulary, state and model")
    parser.add_argument("--only", choices=("train", "evaluate"), help="do the one here, and the other elsewhere")
    given = parser.parse_args()
    torch.set_num_threads(1)
    device = choose_device(None)
    if given.only != "evaluate":
        try:
            train(given.work, ON_A_CARD if device.type == "cuda" else ON_A_PROCESSOR, device)
        except Cancelled:
            return 130  # the next run goes on from here
    if given.only != "train":
        evaluate(given.work)
    return 0


def train(work: Path, making: Making, device: torch.device) -> None:
    """Make the corpus, the vocabulary and the model; the card begins with how. Raises Cancelled."""
    wanted: tuple[tuple[Split, float], ...] = (("train", making.hours), ("valid", VALID_HOURS))
    for split, hours in wanted:
        if not (work / split / "pairs.tsv").is_file():
            build(split, hours, work)
    if not (work / "vocabulary" / "tokenizer.json").is_file():
        bpe.write_tokenizer(work / "vocabulary", bpe.train_merges(bpe.training_texts(SEED), making.merges))
    teacher = Teacher(work, making.size, making.recipe, SEED, device)
    teacher.teach()
    teacher.finish()
    size = making.size
    sizes = f"State {size.state}, {size.heads} heads, {size.layers[0]} encoder and {size.layers[1]} decoder layers."
    where = torch.cuda.get_device_name(device) if device.type == "cuda" else f"{os.cpu_count()} processors"
    how = f"{making.hours:g} hours of sound, {teacher.minutes:.0f} minutes of training on {where}."
    begin_card(work / "model" / CARD, making.recipe, teacher.curve, f"{sizes}\n{how}")


def build(split: Split, hours: float, work: Path) -> None:
    """Make a part of the corpus by a command of its own: each recording's process would import this one's torch."""
    numbers = ["--hours", str(hours), "--seed", str(SEED), "--processes", str(os.cpu_count() or 1)]
    script = str(Path(__file__).with_name("corpus.py"))
    subprocess.run([sys.executable, script, "--split", split, *numbers, "-o", str(work / split)], check=True)


def evaluate(work: Path) -> None:
    """Let the model hear what it was never trained on, and end the card with the report."""
    for split in TESTS:
        if not (work / split / "pairs.tsv").is_file():
            build(split, TEST_HOURS, work)
    words = work / "unseen-words.txt"
    words.write_text("".join(f"{word}\n" for code in LANGUAGES for word in unseen_words(code)), encoding="utf-8")
    asked = [sys.executable, "-m", "engine", "evaluate", *(str(work / split) for split in TESTS), "--words", str(words)]
    asked += ["--model", str(work / "model"), *GREEDY, "-o", str(work / "report"), "--overwrite", "--quiet"]
    subprocess.run(asked, check=False)  # its exit code tells of files left out, which the report names
    end_card(work / "model" / CARD, (work / "report" / "report.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
