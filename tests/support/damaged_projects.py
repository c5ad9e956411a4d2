"""Damages a project in many ways and opens what is left: python -m tests.support.damaged_projects --count 10000.

Each byte of the file may be flipped, a stretch zeroed, the file cut. What is opened must be the whole, or salvage with
nothing in it that was not there; else it is refused by an EngineError and the file stays as it is.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random, SystemRandom

from engine.errors import EngineError
from engine.subtitles.history import History
from engine.subtitles.project.file import create_project, open_project
from tests.support.edit_script import session


def sample(folder: Path, cues: int = 40, edits: int = 12) -> tuple[Path, History]:
    """Write a project with a history; return it and what it holds."""
    path = folder / "sample.sotto"
    states = list(islice(session(3, cues), edits))
    project = create_project(path, states[0], {"transcription": {"model": "small", "temperature": [0, 0.2]}})
    for state in states[1:]:
        project.commit(state)
    project.close()
    return path, states[-1].sealed()


def damages(whole: bytes, random: Random) -> Iterator[tuple[str, bytes]]:
    """Yield kinds of damage with what they leave, without end."""
    while True:
        kind = random.choices(("flip", "byte", "zeros", "cut", "noise"), (5, 2, 2, 1, 1))[0]
        data = bytearray(whole)
        at = random.randrange(len(data))
        if kind == "flip":
            data[at] ^= 1 << random.randrange(8)
        elif kind == "byte":
            data[at] = (data[at] + random.randrange(1, 256)) % 256
        elif kind == "cut":
            del data[at:]
        else:
            length = min(random.choice((16, 512, 4096)), len(data) - at)
            data[at : at + length] = bytes(length) if kind == "zeros" else random.randbytes(length)
        yield kind, bytes(data)


def outcome(data: bytes, whole: History, folder: Path) -> str:
    """Open a damaged project; say what came of it, "WRONG: ..." for what may never be."""
    path = folder / "damaged.sotto"
    path.write_bytes(data)
    try:
        opened = open_project(path)
    except EngineError as error:
        return "refused" if path.read_bytes() == data and str(path) in str(error) else "WRONG: refused and touched"
    project, salvaged = opened.project, opened.salvaged
    found = project.history
    project.close()
    if salvaged is None:
        return "whole" if found == whole else "WRONG: opened as if it were whole"
    kept = salvaged.kept.read_bytes() == data
    salvaged.kept.unlink()
    known = set(whole.document.cues)
    if not kept or not known.issuperset(found.document.cues) or salvaged.cues != len(found.document.cues):
        return "WRONG: the damaged file was not kept, or something else was salvaged"
    return "all cues salvaged" if found.document.cues == whole.document.cues else "some cues salvaged"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1 << 32))
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}")
    seen: Counter[tuple[str, str]] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as name:
        path, whole = sample(Path(name))
        for kind, data in islice(damages(path.read_bytes(), Random(wanted.seed)), wanted.count):
            begun = time.thread_time()
            seen[kind, outcome(data, whole, Path(name))] += 1
            slowest = max(slowest, time.thread_time() - begun)
    print("| damage | outcome | times |\n|---|---|---|")
    for (kind, found), times in sorted(seen.items()):
        print(f"| {kind} | {found} | {times} |")
    print(f"\nThe slowest took {slowest * 1000:.0f} ms of the processor.")
    sys.exit(any(found.startswith("WRONG") for _, found in seen))


if __name__ == "__main__":
    main()
