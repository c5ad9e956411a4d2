"""What every worker is asked and what it tells: one JSON object each way, and the clocks between.

A worker is python -m tests.benchmarks.peers.run_NAME REQUEST, in the environment of the engine that it measures: this
file needs nothing but Python.
"""

import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Request:
    """What to hear and how: `beams` 1 is greedy; `together` windows are decoded at once, 1: one after another.

    `numbers` is what it computes in, by the engine's own word; `program` a binary, for engines that are one.
    """

    model: str
    sound: str
    numbers: str
    beams: int
    together: int
    threads: int
    program: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A run of one process: seconds from the first import to the loaded model, from the file to the first segment and
    to the last one, of the processor meanwhile, MiB that the process had at most, tokens of all segments, timestamps
    among them.

    `first` None: nothing is delivered before the end. `missing` says why it wasn't measured.
    """

    ready: float = 0.0
    first: float | None = None
    heard: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    tokens: int = 0
    version: str = ""
    missing: str = ""


def asked() -> Request:
    """Read what the parent wants from the command line."""
    return Request(**json.loads(sys.argv[1]))


def tell(told: Told) -> None:
    """Hand the figures over to the parent, as the last line that this process prints."""
    print(json.dumps(asdict(told)), flush=True)


def told_by(line: str) -> Told:
    """Read what `tell` wrote. Raises ValueError and TypeError for anything else."""
    return Told(**json.loads(line))


class Watch:
    """Runs from the moment a worker makes it, which is before it imports what it measures."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._ready = self._cpu = 0.0
        self._first: float | None = None

    def ready(self) -> None:
        """The model is loaded: from here on it hears."""
        self._ready, self._cpu = time.perf_counter(), processor_time()

    def segment(self) -> None:
        """A segment was delivered."""
        if self._first is None:
            self._first = time.perf_counter() - self._ready

    def told(self, tokens: int, version: str) -> Told:
        """The last segment was delivered: return the figures."""
        heard = time.perf_counter() - self._ready
        cpu = processor_time() - self._cpu
        return Told(self._ready - self._began, self._first, heard, cpu, peak_memory(), tokens, version)


def processor_time() -> float:
    """Return the seconds that this process, its threads and the children that ended had the processor."""
    times = os.times()
    return sum(times[:4])


def peak_memory() -> float:
    """Return the most MiB that this process had in memory at once."""
    status = Path("/proc/self/status").read_text(encoding="ascii").split()
    return int(status[status.index("VmHWM:") + 1]) / 1024
