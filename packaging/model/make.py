"""Makes the embedded model from nothing: corpus, vocabulary, training. The numbers of the recipe stand at the top."""

import argparse
import sys
from pathlib import Path

import bpe
import torch
from corpus import build, plans
from lexicon import LANGUAGES
from teach import Size, Teacher

from engine.errors import Cancelled
from engine.training.recipe import Recipe, Stage

SEED = 1
HOURS = 28.0  # of sound to train on
VALID_HOURS = 0.6
MERGES = 1231  # of the vocabulary
SIZE = Size(state=192, heads=3, layers=(4, 3))
RECIPE = Recipe(
    stages=(
        Stage(4500, 5_000, 12, cuts=0.2, prompts=0.0, translations=0.02),
        Stage(3500, 9_000, 8, cuts=0.3, prompts=0.0, translations=0.05),
        Stage(2500, 14_000, 5, cuts=0.3, prompts=0.2, translations=0.2),
        Stage(1500, 30_000, 3, cuts=0.4, prompts=0.4, translations=0.3),
    ),
    seed=0,
    learning_rate=2e-3,
    warm_up=100,
    orthogonal=True,
    accumulate=2,  # parts of a batch, each on a core of its own
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder for corpus, vocabulary, state and model")
    work: Path = parser.parse_args().work
    torch.set_num_threads(1)
    for split, hours in (("train", HOURS), ("valid", VALID_HOURS)):
        if not (work / split / "pairs.tsv").is_file():
            build(list(plans(split, SEED, hours, LANGUAGES)), work / split, RECIPE.accumulate)  # type: ignore[arg-type]
    if not (work / "vocabulary" / "tokenizer.json").is_file():
        bpe.write_tokenizer(work / "vocabulary", bpe.train_merges(bpe.training_texts(SEED), MERGES))
    teacher = Teacher(work, SIZE, RECIPE, SEED)
    try:
        teacher.teach()
    except Cancelled:
        return 130  # the next run goes on from here
    teacher.finish()
    return 0


if __name__ == "__main__":
    sys.exit(main())
