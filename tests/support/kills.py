"""Kills a training three times at random steps and compares what the resumed runs lose with an uninterrupted one.

python -m tests.support.kills                  # a small network with random weights
python -m tests.support.kills --seed 7 --from resources/models/sotto-mini --steps 30
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.support.checkpoints import RECIPES, write_folder
from tests.support.command_line import environment
from tests.support.spoken import write_pair

KILLS = 3
NEAR = 1e-6


def write_pairs(folder: Path) -> Path:
    """Write a hundred seconds of two recordings."""
    write_pair(folder, "a", 60, seed=1)
    write_pair(folder, "b", 40, seed=2)
    return folder


def losses(folder: Path) -> list[float]:
    """Return the loss of every step, in their order, as a training's folder tells them."""
    lines = [line.split("\t") for line in (folder / "losses.tsv").read_text().splitlines()]
    assert [int(step) for step, _ in lines] == list(range(1, len(lines) + 1))
    return [float(loss) for _, loss in lines]


def kill_after(steps: int, folder: str, home: Path, arguments: Sequence[str | Path]) -> None:
    """Run a command line until its training in `folder` has taken so many steps, and kill it there."""
    table = home / folder / "losses.tsv"
    with subprocess.Popen(
        [sys.executable, "-m", "engine", *arguments], env=environment(home), cwd=home, stdout=subprocess.DEVNULL
    ) as run:
        while run.poll() is None and not (table.is_file() and table.read_text().count("\n") >= steps):
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)


def killed_losses(places: Sequence[int], home: Path, arguments: Sequence[str | Path]) -> list[float]:
    """Train into home/killed, killed after each of `places` steps and resumed."""
    asked = (*arguments, "-o", "killed")
    for place in places:
        kill_after(place, "killed", home, asked)
        asked = ("train", "--resume", "killed")
    return finished_losses("killed", home, asked)


def finished_losses(folder: str, home: Path, arguments: Sequence[str | Path]) -> list[float]:
    """Run a command line to the end of its training, however long that takes."""
    command = [sys.executable, "-m", "engine", *arguments]
    subprocess.run(command, env=environment(home), cwd=home, stdout=subprocess.DEVNULL, check=True)
    return losses(home / folder)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=random.randrange(1000), help="of the steps to kill at")
    parser.add_argument("--steps", type=int, default=24)
    parser.add_argument("--from", dest="model", type=Path, help="begin with this model's sizes and vocabulary")
    given = parser.parse_args()
    places = sorted(random.Random(given.seed).sample(range(1, given.steps), KILLS))
    print(f"seed {given.seed}: killed after steps {', '.join(map(str, places))}")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pairs = write_pairs(home / "pairs")
        model = given.model.absolute() if given.model else write_folder(home / "model", RECIPES["byte"])
        asked = ["train", pairs, "--language", "en", "--from", model, "--afresh", "--steps", str(given.steps)]
        asked += ["--batch", "2", "--look_every", "5", "--learning_rate", "2e-3"]
        whole = finished_losses("whole", home, [*asked, "-o", "whole"])
        killed = killed_losses(places, home, asked)
    return show(places, whole, killed)


def show(places: Sequence[int], whole: Sequence[float], killed: Sequence[float]) -> int:
    """Print both curves side by side; return 0 if they are the same."""
    begun = dict(zip((last + 1 for last in places), range(1, len(places) + 1), strict=True))
    print("| step | loss, never killed | loss, killed and resumed | difference | |\n|---|---|---|---|---|")
    for step, (first, second) in enumerate(zip(whole, killed, strict=True), 1):
        note = f"after kill {begun[step]}" if step in begun else ""
        print(f"| {step} | {first:.9f} | {second:.9f} | {abs(first - second):.1e} | {note} |")
    worst = max(abs(first - second) for first, second in zip(whole, killed, strict=True))
    print(f"The greatest difference is {worst:.1e}.")
    return int(worst > NEAR)


if __name__ == "__main__":
    sys.exit(main())
