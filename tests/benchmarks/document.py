"""The numbers that the document is held to, beside their goals and beside pysrt, pysubs2 and srt, in one run.

python -m tests.benchmarks.document                # some minutes
python -m tests.benchmarks.document --cues 20000   # quicker; the goals are for 200,000

Each row is a process of its own: seconds of its processor time (and of the clock), the best of three, since a machine
may have other work, and the memory that the whole process had at most. For how fast the machine
is at the moment see the peers' columns. A commit is measured by the clock, sync and all, on the disk of --folder.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.support.command_line import PROJECT

TIMES = 3
PREPARE = """
import json, resource, sys, time
from pathlib import Path
count, folder = int(sys.argv[1]), Path(sys.argv[2])
def clock(ms):
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{ms:03}"
def cue(n):
    times = f"{clock(n * 3000)} --> {clock(n * 3000 + 2500)}"
    return f"{n}\\n{times}\\nThis is the text of cue {n},\\nand its second line.\\n\\n"
text = "".join(map(cue, range(1, count + 1)))
file = folder / "big.srt"
file.write_text(text)
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
def measure(work):
    wall, cpu = time.perf_counter(), time.process_time()
    made = work()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(json.dumps({"cpu": cpu, "wall": wall, "mib": peak()}))
    return made
"""
OURS = """
from engine.subtitles import open_document as opening, srt
from engine.subtitles.checks import check
from engine.subtitles.edits import set_text
from engine.subtitles.history import History
from engine.subtitles.profiles import find_profile
from engine.subtitles.search import Query, replace_all
everywhere = replace_all(Query("text"), "word")
"""
PEERS: Mapping[str, str] = MappingProxyType(
    {
        "pysrt": """
import pysrt
read, write = lambda: pysrt.from_string(text), lambda found: "".join(f"{item}\\n" for item in found)
def change(item): item.text = item.text.replace("text", "word")
""",
        "pysubs2": """
import pysubs2
read, write = lambda: pysubs2.SSAFile.from_string(text, format_="srt"), lambda found: found.to_string("srt")
def change(item): item.text = item.text.replace("text", "word")
""",
        "srt": """
import srt
read, write = lambda: list(srt.parse(text)), srt.compose
def change(item): item.content = item.content.replace("text", "word")
""",
    }
)
# What is measured: its goal, our program, the peers' (what they have no word for is not among theirs).
ROWS: tuple[tuple[str, float | None, str, str], ...] = (
    ("SRT parsed", 1.5, "measure(lambda: srt.parse(text))", "measure(read)"),
    (
        "document opened (SRT)",
        3.0,
        "measure(lambda: opening.open_document(file, folder))",
        "measure(lambda: (file.read_text(), read()))",
    ),
    (
        "document opened (project)",
        3.0,
        "measure(lambda: opening.open_document(folder / 'big.sotto', folder)).close()",
        "",
    ),
    (
        "replace-all, in every cue",
        1.0,
        "history = History(srt.parse(text).document); measure(lambda: history.apply(everywhere))",
        "found = read(); measure(lambda: [change(item) for item in found])",
    ),
    (
        "undo of it",
        0.1,
        "history = History(srt.parse(text).document).apply(everywhere); measure(history.undo)",
        "",
    ),
    (
        "checks (22 rules, netflix-en)",
        1.0,
        "found, rules = srt.parse(text).document, find_profile('netflix-en'); measure(lambda: check(found, rules))",
        "",
    ),
    (
        "saved (SRT, after an edit)",
        1.0,
        """
opened = opening.open_document(file, folder)
history = opened.history.apply(set_text(7, "other")); opened.keep(history)
measure(lambda: opened.save(history)); opened.discard()""",
        "found = read(); measure(lambda: (folder / 'out.srt').write_text(write(found)))",
    ),
    (
        "commit of replace-all in every cue",
        None,
        """
opened = opening.open_document(file, folder)
opened.keep(opened.history.apply(set_text(7, "other")))
history = opened.history.apply(everywhere); measure(lambda: opened.keep(history)); opened.discard()""",
        "",
    ),
    (
        "first edit of an SRT (its hidden project is made)",
        None,
        """
opened = opening.open_document(file, folder)
history = opened.history.apply(set_text(7, "other")); measure(lambda: opened.keep(history)); opened.discard()""",
        "",
    ),
)
PROJECT_FILE = """
opened = opening.open_document(file, folder)
opened.save_as(opened.history.apply(set_text(7, "x")), folder / "big.sotto", overwrite=True)
opened.close(); print("{}")
"""
COMMITS = """
from statistics import quantiles
opened = opening.open_document(file, folder)
history = opened.history; taken, busy = [], []
for number in range(500):
    began, cpu = time.perf_counter(), time.process_time()
    history = history.apply(set_text(1 + number * 7919 % 3000, f"typed {number}"))
    opened.keep(history)
    taken.append(1000 * (time.perf_counter() - began)); busy.append(1000 * (time.process_time() - cpu))
taken, busy = sorted(taken[1:]), sorted(busy[1:])  # the first one makes the file
opened.discard()
import os
with (folder / "probe").open("wb") as probe:
    syncs = []
    for _ in range(100):
        began = time.perf_counter(); probe.write(bytes(4096)); probe.flush(); os.fsync(probe.fileno())
        syncs.append(1000 * (time.perf_counter() - began))
p95 = quantiles(taken, n=20)[-1], quantiles(busy, n=20)[-1]
print(json.dumps({"p50": taken[250], "p95": p95[0], "cpu95": p95[1], "sync": sorted(syncs)[50]}))
"""
STEPS = """
import tracemalloc
history = History(srt.parse(text).document)
tracemalloc.start()
for number in range(500):
    history = history.apply(set_text(1 + 5 * number, f"step {number}"))
print(json.dumps({"mib": tracemalloc.get_traced_memory()[0] / 2**20, "steps": len(history.past)}))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cues", type=int, default=200_000)
    parser.add_argument("--folder", help="on the disk that is to be measured")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        print(f"{asked.cues:,} cues: seconds of the processor (of the clock)\n")
        print(f"| what | goal | Sotto | | MiB | {' | '.join(PEERS)} |\n|---|---|---|---|---|---|---|---|", flush=True)
        run(OURS + PROJECT_FILE, asked.cues, folder)
        for what, goal, ours, peers in ROWS:
            print(_row(what, goal, ours, peers, asked.cues, folder), flush=True)
        found = run(OURS + COMMITS, 3000, folder)
        told = (
            f"p95 {found['p95']:.1f} ms by the clock, {found['cpu95']:.1f} of the processor; median {found['p50']:.1f}"
        )
        told += f" (a write of 4 KB with fsync: {found['sync']:.1f})"
        print(f"\nOne edit with its commit, 3,000 cues: {told}; goal 5 ms: {_judged(found['p95'], 5)}")
        found = run(OURS + STEPS, 3000, folder)
        print(f"{found['steps']} undo steps of 3,000 cues: {found['mib']:.1f} MB; goal 20: {_judged(found['mib'], 20)}")


def _row(what: str, goal: float | None, ours: str, peers: str, cues: int, folder: Path) -> str:
    best = min((run(OURS + ours, cues, folder) for _ in range(TIMES)), key=lambda found: found["cpu"])
    others = [run(peer + peers, cues, folder)["cpu"] if peers else None for peer in PEERS.values()]
    limit = "" if goal is None else f"{goal:g} s"
    memory = f"{best['mib']:.0f}" + (f" {_judged(best['mib'], 400)}" if "opened" in what else "")
    cells = (
        *(what, limit + (", 400 MB" if "opened" in what else ""), f"{best['cpu']:.2f} ({best['wall']:.2f})"),
        *("" if goal is None else _judged(best["cpu"], goal), memory),
        *("" if other is None else f"{other:.2f}" for other in others),
    )
    return f"| {' | '.join(cells)} |"


def _judged(value: float, goal: float) -> str:
    return "reached" if value < goal else "MISSED"


def run(program: str, cues: int, folder: Path) -> dict[str, float]:
    """Run a program in a fresh process; return the figures that it prints last."""
    command = [sys.executable, "-c", PREPARE + program, str(cues), str(folder)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PROJECT)
    found: dict[str, float] = json.loads(ran.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
