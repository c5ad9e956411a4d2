"""Runs `sotto` as a person does: a process of its own, with a home of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended and what it printed."""

    code: int
    out: str
    err: str


def environment(home: Path) -> dict[str, str]:
    """Return an environment whose terminal is dumb and whose settings, models and caches lie under `home`."""
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    plain = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "80", "OMP_NUM_THREADS": "1", "PYTHONPATH": str(PROJECT)}
    return os.environ | folders | plain | {"HOME": str(home)}


def sotto(*arguments: str | bytes | Path, home: Path, before: tuple[str, ...] = ()) -> Ran:
    """Run one command line to its end; `before` is put in front of it, such as a limit to run under."""
    ran = subprocess.run(
        [*before, sys.executable, "-m", "engine", *arguments],
        env=environment(home),
        cwd=home,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace"))
