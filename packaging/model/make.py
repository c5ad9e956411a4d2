"""Makes the embedded model from nothing: corpus, vocabulary, training. The numbers of the recipe stand at the top."""

import argparse
import subprocess
import sys
from pathlib import Path

import bpe
import torch
from card import write_card
from grammar import unseen_words
from lexicon import LANGUAGES
from recording import Split
from teach import Size, Teacher

from engine.errors import Cancelled
from engine.training.recipe import Recipe, Stage

SEED = 1
HOURS = 28.0  # of sound to train on
VALID_HOURS = 0.6
TESTS: tuple[Split, ...] = ("test", "test-noise-10dB", "test-rate", "test-flite", "test-words", "test-silence")
TEST_HOURS = 0.5  # each
GREEDY = ("--beam_size", "None", "--temperature_increment_on_fallback", "None")
MERGES = 2231  # of the vocabulary
SIZE = Size(state=224, heads=4, layers=(4, 3))
RECIPE = Recipe(
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
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for corpus, vocabulary, state and model")
    work: Path = parser.parse_args().work
    torch.set_num_threads(1)
    wanted: tuple[tuple[Split, float], ...] = (("train", HOURS), ("valid", VALID_HOURS))
    for split, hours in wanted:
        if not (work / split / "pairs.tsv").is_file():
            build(split, hours, work)
    if not (work / "vocabulary" / "tokenizer.json").is_file():
        bpe.write_tokenizer(work / "vocabulary", bpe.train_merges(bpe.training_texts(SEED), MERGES))
    teacher = Teacher(work, SIZE, RECIPE, SEED)
    try:
        teacher.teach()
    except Cancelled:
        return 130  # the next run goes on from here
    teacher.finish()
    sizes = f"State {SIZE.state}, {SIZE.heads} heads, {SIZE.layers[0]} encoder and {SIZE.layers[1]} decoder layers."
    write_card(work / "model" / "README.md", RECIPE, teacher.curve, sizes, evaluate(work))
    return 0


def build(split: Split, hours: float, work: Path) -> None:
    """Make a part of the corpus by a command of its own: each recording's process would import this one's torch."""
    numbers = ["--hours", str(hours), "--seed", str(SEED), "--processes", str(RECIPE.accumulate)]
    script = str(Path(__file__).with_name("corpus.py"))
    subprocess.run([sys.executable, script, "--split", split, *numbers, "-o", str(work / split)], check=True)


def evaluate(work: Path) -> str:
    """Let the model hear what it was never trained on, and return the report as Markdown."""
    for split in TESTS:
        if not (work / split / "pairs.tsv").is_file():
            build(split, TEST_HOURS, work)
    words = work / "unseen-words.txt"
    words.write_text("".join(f"{word}\n" for code in LANGUAGES for word in unseen_words(code)), encoding="utf-8")
    asked = [sys.executable, "-m", "engine", "evaluate", *(str(work / split) for split in TESTS), "--words", str(words)]
    asked += ["--model", str(work / "model"), *GREEDY, "-o", str(work / "report"), "--overwrite", "--quiet"]
    subprocess.run(asked, check=False)  # its exit code tells of files left out, which the report names
    return (work / "report" / "report.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
