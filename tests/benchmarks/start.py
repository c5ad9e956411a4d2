"""Where a start and its memory go: python -m tests.benchmarks.start [NAME ...]    # tiny and small, if none is named

Random weights at published sizes, as a folder in single precision and as OpenAI's file in half precision, each loaded
by a process of its own in either mode. Printed are the processor's seconds since the start, and the most memory that
the process had until then: torch alone is the floor.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from engine.checkpoints.catalogue import read_catalogue
from tests.benchmarks.modes import network_of
from tests.support.checkpoints import RECIPES, Recipe, vocabulary_file, write_folder, write_pt

_RUNS = 3  # the quickest counts
_STEPS = ("torch", "engine", "loaded", "a window", "64 tokens", "64 tokens, 5 beams")
_START = """
import sys, time
def tell():
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(time.process_time(), int(peak.split()[1]) // 1024)
import torch
tell()
import engine.pipeline
tell()
model = engine.load_model(sys.argv[1], fp16=sys.argv[2] == "fast").model
tell()
from engine.progress import Cancel
from engine.whisper.decoding import Question, decode, encode
from engine.whisper.options import Options
features = encode(model, torch.zeros(model.network.dims.n_mels, 3000))
tell()
for beams in (None, 5):
    decode(model, features, Question("en"), Options(beam_size=beams, sample_len=64), 0.0, Cancel())
    tell()
"""


def recipe_of(name: str) -> Recipe:
    published = next(model for model in read_catalogue() if model.name == name)
    recipe = replace(RECIPES["tiny"], dims=network_of(published).dims, alignment_heads=None)
    if vocabulary_file(recipe.vocabulary) is not None:
        return recipe
    byte = RECIPES["byte"]
    return replace(byte, dims=replace(recipe.dims, n_vocab=byte.dims.n_vocab), alignment_heads=None)


def run(model: Path, mode: str) -> list[tuple[float, int]]:
    """Return (seconds, MiB) after each step."""
    command = [sys.executable, "-W", "ignore", "-c", _START, str(model), mode]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [(float(line.split()[0]), int(line.split()[1])) for line in told.splitlines()]


def rows(name: str, folder: Path) -> Iterator[str]:
    recipe = recipe_of(name)
    models = {
        "folder": write_folder(folder / name, recipe),
        ".pt": write_pt(folder / f"{name}-pt" / f"{name}.pt", recipe, half=True),
    }
    for kind, path in models.items():
        for mode in ("reference", "fast"):
            best = [min(step) for step in zip(*(run(path, mode) for _ in range(_RUNS)), strict=True)]
            yield f"| {name}, {kind}, {mode} | " + " | ".join(f"{took:.2f} s, {peak}" for took, peak in best) + " |"


def main(names: list[str]) -> None:
    print("| seconds of the processor, most MiB, after | " + " | ".join(_STEPS) + " |")
    print("|---" * (len(_STEPS) + 1) + "|")
    with tempfile.TemporaryDirectory() as folder:
        for name in names or ("tiny", "small"):
            for row in rows(name, Path(folder)):
                print(row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
