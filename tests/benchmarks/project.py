"""How long an edit waits for its commit, and how long a big project takes to open.

python -m tests.benchmarks.project [FOLDER]     # FOLDER: on the disk that is to be measured; a table, some minutes
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.project.file import Project, create_project
from tests.support.edit_script import edited

EDITS = 500
SIZES = (3_000, 200_000)  # cues
OPEN = """
import sys, time
from pathlib import Path
from engine.subtitles.project.file import open_project
begun, cpu = time.perf_counter(), time.process_time()
project = open_project(Path(sys.argv[1])).project
wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(wall, cpu, int(peak.split()[1]) // 1024)
"""
Edit = Callable[[Document, int], Document]


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        print(f"The disk: {_sync_time(Path(folder)):.2f} ms a write of 4 KB with fsync (median); a commit has four.\n")
        print("| cues | what | times | median, ms | p95, ms | p95 of the processor, ms |\n|---|---|---|---|---|---|")
        for size in SIZES:
            _edits(size, Path(folder))
        print("\n| opening | s | s of the processor | peak memory, MiB | file, MiB |\n|---|---|---|---|---|")
        for size in SIZES:
            _opening(Path(folder) / f"{size}.sotto", size)


def _sync_time(folder: Path) -> float:
    taken = []
    with (folder / "probe").open("wb") as file:
        for _ in range(200):
            begun = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - begun)
    return sorted(taken)[100] * 1000


def _edits(size: int, folder: Path) -> None:
    document = Document(tuple(_cue(number) for number in range(1, size + 1)), "en")
    project = create_project(folder / f"{size}.sotto", History(document))
    for name, edit in (("type", _type), ("insert", _insert), ("delete", _delete)):
        _measure(project, size, name, edit, EDITS // 3)
    _measure(project, size, "replace in all cues", _replace_all, 1)
    project.close()


def _cue(number: int) -> Cue:
    return Cue(number, number * 2000, number * 2000 + 1800, f"This is what was said in cue {number},\nand some more.")


def _measure(project: Project, size: int, name: str, edit: Edit, times: int) -> None:
    taken, busy = [], []
    for number in range(times):
        history = edited(project.history, name, edit(project.history.document, number))
        begun, cpu = time.perf_counter(), time.thread_time()
        project.commit(history)
        taken.append((time.perf_counter() - begun) * 1000)
        busy.append((time.thread_time() - cpu) * 1000)
    median, p95, cpu95 = sorted(taken)[times // 2], *(_p95(values) for values in (taken, busy))
    print(f"| {size} | {name} | {times} | {median:.2f} | {p95:.2f} | {cpu95:.2f} |", flush=True)


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def _type(document: Document, number: int) -> Document:
    at = number * 7919 % len(document.cues)
    cue = replace(document.cues[at], text=f"typed {number}", origin="edited")
    return replace(document, cues=(*document.cues[:at], cue, *document.cues[at + 1 :]))


def _insert(document: Document, number: int) -> Document:
    at = number * 7919 % len(document.cues)
    cue = Cue(1_000_000 + number, at, at + 1, "new")
    return replace(document, cues=(*document.cues[:at], cue, *document.cues[at:]))


def _delete(document: Document, number: int) -> Document:
    at = number * 7919 % len(document.cues)
    return replace(document, cues=document.cues[:at] + document.cues[at + 1 :])


def _replace_all(document: Document, _: int) -> Document:
    return replace(document, cues=tuple(replace(cue, text=cue.text.replace("said", "heard")) for cue in document.cues))


def _opening(path: Path, size: int) -> None:
    command = [sys.executable, "-c", OPEN, str(path)]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() for _ in range(3)]
    wall, cpu, memory = min(runs, key=lambda run: float(run[0]))
    megabytes = path.stat().st_size / (1 << 20)
    print(f"| {size} cues | {float(wall):.2f} | {float(cpu):.2f} | {memory} | {megabytes:.1f} |", flush=True)


if __name__ == "__main__":
    main()
