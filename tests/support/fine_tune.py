"""Shows what a fine-tune is worth: errors before and after ten minutes of a voice and of words that are new to a model.

python -m tests.support.fine_tune                        # from resources/models/sotto-mini, into out/fine-tune
python -m tests.support.fine_tune --steps 40             # what isn't known here goes on to `sotto train`
"""

import argparse
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors import safe_open

from engine import load_model
from engine.subtitles.formats import read
from tests.support.checkpoints import RECIPES, vocabulary_file, write_folder
from tests.support.command_line import PROJECT

MODEL = PROJECT / "resources" / "models" / "sotto-mini"
MAKER = PROJECT / "packaging" / "model"
LEARNED = ("--seed", "2", "--hours", "0.166")  # 10.1 minutes in three recordings
APART = ("--seed", "13", "--hours", "0.066")  # 4.0 minutes in one
GREEDY = ("--beam_size", "None", "--temperature_increment_on_fallback", "None")
LEAST = 0.3  # share of the errors that a fine-tune must take away
TINY_STEPS = 12


@dataclass(frozen=True, slots=True)
class Heard:
    """What a model made of the part that is kept apart: word errors, and characters of the new words, as shares."""

    wer: float
    cer: float
    minutes: float  # that its training took


def make_pairs(folder: Path) -> tuple[Path, Path]:
    """Let the new voice say what is learned, as a person has it: sound and subtitles; and other sentences."""
    learned, apart = folder / "learned", folder / "apart"
    for place, asked in ((learned, LEARNED), (apart, APART)):
        _run(MAKER / "corpus.py", "--split", "new-voice", "--languages", "en", *asked, "-o", place)
    for beside in (learned / "pairs.tsv", *learned.glob("*.events.tsv")):
        beside.unlink()
    if both := _said(learned) & _said(apart):
        raise RuntimeError(f"{len(both)} sentences are in both parts: choose another seed")
    return learned, apart


def _said(folder: Path) -> set[str]:
    return {cue.text for file in folder.glob("*.vtt") for cue in read(file).document.cues}


def hear(model: Path, apart: Path, words: Path, report: Path, minutes: float = 0.0) -> Heard:
    asked = ("--model", model, "--words", words, "-o", report, "--overwrite", "--quiet", *GREEDY)
    _run("-m", "engine", "evaluate", apart, *asked)
    total = json.loads((report / "report.json").read_text(encoding="utf-8"))["total"]
    return Heard(total["wer"]["rate"], total["listed_words"]["cer"]["rate"], minutes)


def train(model: Path, learned: Path, result: Path, *asked: str) -> float:
    """Run `sotto train` into a new folder; return how many minutes it took."""
    shutil.rmtree(result, ignore_errors=True)
    began = time.monotonic()
    _run("-m", "engine", "train", learned, "--language", "en", "--from", model, "-o", result, *asked)
    return (time.monotonic() - began) / 60


def write_words(folder: Path) -> Path:
    """Write the nouns that only the new voice says, all their forms."""
    file = folder / "words.txt"
    said = "import grammar; print(*grammar.unseen_words('en'), sep='\\n')"
    ran = subprocess.run([sys.executable, "-c", said], cwd=MAKER, check=True, capture_output=True, text=True)
    file.write_text(ran.stdout, encoding="utf-8")
    return file


def is_ordinary(model: Path, source: Path) -> bool:
    """Say whether a folder is read like any other, and its weights have the names of those that it came from."""
    load_model(model)
    return _names(model) == _names(source)


def _names(model: Path) -> set[str]:
    with safe_open(model / "model.safetensors", "pt") as weights:  # type: ignore[no-untyped-call]
        return {*weights.keys()}


def tiny_losses(learned: Path, folder: Path) -> list[float]:
    """Train a network of tiny's size and random weights for a few steps."""
    model = write_folder(folder / "tiny", RECIPES["tiny"])
    asked = ("--afresh", "--steps", str(TINY_STEPS), "--batch", "2", "--look_every", str(TINY_STEPS))
    train(model, learned, folder / "tiny-trained", *asked, "--learning_rate", "1e-3")
    lines = (folder / "tiny-trained" / "losses.tsv").read_text(encoding="utf-8").splitlines()
    return [float(line.split("\t")[1]) for line in lines]


def _run(*arguments: Any) -> None:
    code = subprocess.run([sys.executable, *map(str, arguments)], cwd=PROJECT, check=False).returncode
    if code:
        raise SystemExit(code)


def compare(model: Path, folder: Path, asked: list[str]) -> Iterator[tuple[str, Heard]]:
    """Yield what is heard before and after: of all parameters, and of adapters."""
    learned, apart = make_pairs(folder)
    words = write_words(folder)
    yield "before", hear(model, apart, words, folder / "report-before")
    for name, how in (("full", ()), ("lora", ("--lora",))):
        minutes = train(model, learned, folder / name, *how, *asked)
        yield name, hear(folder / name / "model", apart, words, folder / f"report-{name}", minutes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="model", type=Path, default=MODEL)
    parser.add_argument("-o", "--output", type=Path, default=PROJECT / "out" / "fine-tune")
    given, asked = parser.parse_known_args()
    folder: Path = given.output.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    found = dict(compare(given.model.absolute(), folder, asked))
    before = found["before"]
    fewer = {name: 1 - heard.wer / before.wer for name, heard in found.items()}
    print("| | WER % | characters of the new words wrong % | fewer word errors % | minutes |\n|---|---|---|---|---|")
    for name, heard in found.items():
        print(f"| {name} | {heard.wer:.1%} | {heard.cer:.1%} | {fewer[name]:.1%} | {heard.minutes:.1f} |")
    ordinary = is_ordinary(folder / "lora" / "model", given.model)
    print(f"The merged adapters are an ordinary checkpoint: {ordinary}")
    return 0 if ordinary and lowers_tiny(folder) and min(fewer["full"], fewer["lora"]) >= LEAST else 1


def lowers_tiny(folder: Path) -> bool:
    if vocabulary_file("multilingual") is None:
        print("Not tried: random weights of tiny's size, whose vocabulary is not in $SOTTO_TEST_DATA.")
        return True
    losses = tiny_losses(folder / "learned", folder)
    print(f"Random weights of tiny's size, loss of each step: {', '.join(f'{loss:.2f}' for loss in losses)}")
    return losses[-1] < losses[0]


if __name__ == "__main__":
    sys.exit(main())
