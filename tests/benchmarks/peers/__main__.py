"""Sotto beside its peers, its own layers beside the bound of the machine, and where its time goes: make bench

make bench                                              # tiny, base and small; some 25 minutes on two quiet processors
make bench ARGS="--sizes tiny --rounds 1"               # some three
make bench ARGS="--peers faster-whisper --ways batched" # one question
make bench ARGS="--whisper-cpp build/bin/whisper-cli"   # whisper.cpp, too; q8_0 if its whisper-quantize lies beside it
make bench ARGS="--parts layers profile"                # ours alone

Everybody hears the same file with the same random weights, made on the spot, which say so many tokens in each window of
30 s and then the end. No text of the window before is told to the next one, as batches can't either. A run is a process
of its own; small hears --minutes of sound, base twice as much, tiny four times, as batches do.
What is found lies in tests/benchmarks/results: bench.md with the goals, bench.svg, profile.md.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import torch

from engine.checkpoints.catalogue import Published, read_catalogue
from engine.whisper.checkpoint import load
from tests.benchmarks.peers import layers, operators
from tests.benchmarks.peers.contenders import CONTENDERS, FAMILIES, OURS, WAYS, Contender
from tests.benchmarks.peers.figures import Missing, Results, summed_up
from tests.benchmarks.peers.files import make_field, make_home
from tests.benchmarks.peers.goals import goals
from tests.benchmarks.peers.report import Report, write
from tests.benchmarks.peers.rounds import Machine, Run, measure
from tests.support.command_line import PROJECT

SIZES = ("tiny", "base", "small")
PARTS = ("peers", "layers", "profile")
_PEERS = PROJECT / ".venv-peers" / "bin" / "python"
_RESULTS = PROJECT / "tests" / "benchmarks" / "results"
_LONGER = {"tiny": 4, "base": 2}  # times as much sound: what is quick must be heard for longer
_BATCHES = 8  # the same for all: a batch is to be full, though the first window is heard by itself


def main() -> None:
    asked = _asked()
    torch.set_num_threads(asked.threads)
    models = [model for model in read_catalogue() if model.name in asked.sizes]
    contenders, missing = _contenders(asked)
    load_before, began = os.getloadavg()[0], time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        home = make_home(Path(folder))
        machine = Machine(Path(sys.executable), asked.peers_python, asked.whisper_cpp, asked.threads, home)
        runs: list[Run] = []
        minutes: dict[tuple[str, str], float] = {}
        bounds: list[layers.Bound] = []
        profiles: list[operators.Profile] = []
        for model in models:
            field = make_field(model, asked.tokens, _minutes(model, asked), contenders, machine)
            if "peers" in asked.parts:
                minutes |= {(model.name, way.name): field.minutes(way) for way in asked.ways}
                runs += _told(measure(field, contenders, asked.ways, asked.rounds, machine))
            if "layers" in asked.parts:
                network = load(field.forms["folder"], device="cpu", mode="fast").network
                bounds += layers.measure(model.name, network)
            if "profile" in asked.parts:
                profiles += operators.profiles(model.name, field.forms["folder"])
            field.remove()
    found = summed_up(runs, minutes)
    results = Results(found.rows, (*found.missing, *missing))
    reached = tuple(goals(asked.sizes, results, bounds))
    taken = (time.monotonic() - began) / 60
    settings = (
        f"{asked.tokens} tokens a window, {asked.rounds} rounds, {taken:.0f} minutes; load {load_before:.1f} before"
    )
    report = Report(settings, asked.threads, reached, results, tuple(bounds), tuple(profiles))
    print(write(asked.output, report))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=SIZES)
    parser.add_argument("--peers", nargs="*", choices=FAMILIES, default=FAMILIES)
    parser.add_argument("--ways", nargs="+", choices=[way.name for way in WAYS], default=[way.name for way in WAYS])
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--minutes", type=float, default=1.0, help="of sound for small; others hear more")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tokens", type=int, default=80, help="in each window")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--whisper-cpp", type=Path, help="its command line's binary")
    parser.add_argument("--peers-python", type=Path, default=_PEERS)
    parser.add_argument("--output", type=Path, default=_RESULTS)
    asked = parser.parse_args()
    asked.ways = tuple(way for way in WAYS if way.name in asked.ways)
    return asked


def _contenders(asked: argparse.Namespace) -> tuple[list[Contender], list[Missing]]:
    """Return who is asked for and here, and who is asked for and isn't."""
    wanted = [each for each in CONTENDERS if each.name == OURS or each.family in asked.peers]
    here, missing = [], []
    for each in wanted:
        why = _why_missing(each, asked)
        if why is None:
            here.append(each)
        else:
            missing.append(Missing("all sizes", "all ways", each.name, why))
    return here, missing


def _why_missing(contender: Contender, asked: argparse.Namespace) -> str | None:
    if contender.name == OURS:
        return None
    if contender.form == "ggml":
        return None if asked.whisper_cpp else "no binary was given: --whisper-cpp PATH"
    return None if asked.peers_python.is_file() else f"{asked.peers_python} isn't there: make bench makes it"


def _minutes(model: Published, asked: argparse.Namespace) -> tuple[float, float]:
    """Return how long the sound is that is heard window by window, and the one for batches."""
    return asked.minutes * _LONGER.get(model.name, 1), asked.minutes * _BATCHES


def _told(runs: Iterator[Run]) -> Iterator[Run]:
    """Show each run as it comes: the whole takes its time."""
    for run in runs:
        told = run.told.missing or f"{run.told.heard:.2f} s, ready in {run.told.ready:.2f} s, {run.told.memory:.0f} MiB"
        print(f"{run.size}, {run.way}, {run.name}: {told}", file=sys.stderr, flush=True)
        yield run


if __name__ == "__main__":
    main()
