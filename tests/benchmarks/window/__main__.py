"""The numbers that the window is held to, beside their goals: python -m tests.benchmarks.window

python -m tests.benchmarks.window                       # some four minutes, one of them beside a real engine
python -m tests.benchmarks.window --minutes 10          # the engine's part as long as the goal says
python -m tests.benchmarks.window --only start sound    # of: start, sound, cues, busy, memory
xvfb-run -a python -m tests.benchmarks.window --platform xcb    # on a screen of X, else on none (offscreen)

Each part is a process of its own. Times are of the clock and beside it of the processor, which other programs on the
machine don't change (what waits for a disk is in the clock's alone): the longest of a few, or what 95 of 100 stay
below; "late by the clock" says that another program, or the disk, was in the way. What is missed is named with a
profile: the functions with the most time of their own.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from statistics import median
from threading import Timer
from typing import IO

from tests.benchmarks.window.figures import Figure, row, told
from tests.support.command_line import PROJECT

PARTS = ("start", "sound", "cues", "busy", "memory")
_STARTS = 5
_LONGEST = 20 * 60  # s for a child, beside its minutes: only a machine that is busy otherwise needs so long
_HEAVIEST = 12  # imports that are named


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--minutes", type=float, default=1.0, help="beside the engine")
    parser.add_argument("--edits", type=int, default=7_200)
    parser.add_argument("--platform", default="offscreen")
    asked = parser.parse_args()
    os.environ |= {
        "QT_QPA_PLATFORM": asked.platform,
        "OMP_NUM_THREADS": "1",
        "QT_LOGGING_RULES": "*.debug=false;qt.multimedia*=false",
    }
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, on {asked.platform}\n")
    print("| what | goal | by the clock | of the processor | | |\n|---|---|---|---|---|---|", flush=True)
    children = {
        "sound": (["sound"],),
        "cues": (["cues", "3000"], ["cues", "200000"]),
        "busy": (["busy", str(asked.minutes)],),
        "memory": (["memory", str(asked.edits)],),
    }
    missed: list[Figure] = []
    for part in asked.only:
        for figure in _started() if part == "start" else _told(children[part], 60 * asked.minutes):
            print(row(figure), flush=True)
            if figure.verdict == "MISSED":
                missed.append(figure)
    _tell_missed(missed)
    return bool(missed)


def _tell_missed(missed: list[Figure]) -> None:
    print(f"\nload {os.getloadavg()[0]:.1f} at the end; missed: {len(missed)}")
    for figure in missed:
        print(f"\n{figure.what}")
        for line in figure.profile or ("no profile: it was done once",):
            print(f"    {line}")


def _told(commands: tuple[list[str], ...], longer: float) -> Iterator[Figure]:
    """Run the children of a part and yield what they tell; one that fails is a figure that is missed."""
    for name, *arguments in commands:
        command = [sys.executable, "-m", f"tests.benchmarks.window.{name}", *arguments]
        with (
            tempfile.TemporaryFile("w+") as log,
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=PROJECT) as child,
        ):
            assert child.stdout is not None
            limit = Timer(_LONGEST + longer, child.kill)
            limit.start()
            for line in child.stdout:
                yield told(line)
            limit.cancel()
            if child.wait():
                yield Figure(f"{name} failed", 0, "", 1, None, f"ended with {child.returncode}", _last_lines(log))


def _last_lines(log: IO[str]) -> tuple[str, ...]:
    log.seek(0)
    return tuple(log.read().splitlines()[-12:])


def _started() -> Iterator[Figure]:
    """Start the window some times, each in a process of its own with a home of its own."""
    found = []
    for _ in range(_STARTS):
        with tempfile.TemporaryDirectory() as home:
            found.append(_start(home))
    clock, cpu = (median(each[name] for each in found) for name in ("clock", "cpu"))
    mib = max(each["mib"] for each in found)
    best = [min(each[name] for each in found) for name in ("clock", "cpu")]
    usual = f"median of {_STARTS}, best {best[0]:.2f} ({best[1]:.2f})"
    figure = Figure("start to a usable window: painted, nothing left to do", 1.0, "s", clock, cpu, usual)
    yield Figure(figure.what, 1.0, "s", clock, cpu, usual, _imports() if figure.verdict == "MISSED" else ())
    loaded = sorted({name for each in found for name in each["loaded"]})
    yield Figure(
        "... heavy rooms that it loaded (torch and its kind)",
        1,
        "",
        len(loaded),
        None,
        ", ".join(loaded),
        tuple(loaded),
    )
    yield Figure("... memory at most", 200, "MB", mib)


def _start(home: str, *options: str) -> dict[str, float]:
    command = [sys.executable, *options, "-m", "tests.benchmarks.window.start", str(time.monotonic()), home]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT, timeout=120)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


def _imports() -> tuple[str, ...]:
    """Return which imports take the longest by themselves."""
    command = [sys.executable, "-X", "importtime", "-c", "import app.main"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT).stderr.splitlines()
    taken = [line.removeprefix("import time:").split("|") for line in lines if line.count("|") == 2][1:]
    heaviest = sorted(taken, key=lambda each: -int(each[0]))[:_HEAVIEST]
    return tuple(
        f"{int(own) / 1000:6.1f} ms own, {int(whole) / 1000:7.1f} with what it imports: {name.strip()}"
        for own, whole, name in heaviest
    )


if __name__ == "__main__":
    sys.exit(main())
