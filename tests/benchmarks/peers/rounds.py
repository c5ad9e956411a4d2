"""Measures everybody in turn: each run is a process, and each round goes the other way, so that drift meets all."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.peers.contenders import OURS, Contender, Form, Way
from tests.benchmarks.peers.watch import Request, Told, told_by
from tests.support.command_line import PROJECT

_LONGEST = 1800  # s for one run


@dataclass(frozen=True, slots=True)
class Run:
    """One process: who, by which way, with a model of which size."""

    size: str
    way: str
    name: str
    told: Told


@dataclass(frozen=True, slots=True)
class Field:
    """What all runs with one size share: the files of the checkpoint, the sounds of single windows and of batches."""

    size: str
    forms: dict[Form, Path]
    sound: Path
    long_sound: Path
    lengths: tuple[float, float]  # minutes of the two

    def minutes(self, way: Way) -> float:
        return self.lengths[way.together > 1]

    def remove(self) -> None:
        """Remove the checkpoint: those of all sizes together are gigabytes."""
        for path in set(self.forms.values()):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@dataclass(frozen=True, slots=True)
class Machine:
    """Where runs run: our Python and the peers', whisper.cpp's program, threads, and a folder that is thrown away."""

    ours: Path
    peers: Path
    program: Path | None
    threads: int
    home: Path


def measure(
    field: Field, contenders: Sequence[Contender], ways: Sequence[Way], rounds: int, machine: Machine
) -> Iterator[Run]:
    """Yield each run of each round; who can't run is yielded as missing, once."""
    turns = [(contender, way) for way in ways for contender in contenders if way.name in contender.ways]
    for number in range(rounds):
        for contender, way in list(turns if number % 2 == 0 else reversed(turns)):
            if contender.rare and number % 2:
                continue
            run = _run(field, contender, way, machine)
            if run.told.missing:
                turns.remove((contender, way))
            yield run


def _run(field: Field, contender: Contender, way: Way, machine: Machine) -> Run:
    if contender.form not in field.forms:
        return Run(field.size, way.name, contender.name, Told(missing="its form of the checkpoint could not be made"))
    sound = field.long_sound if way.together > 1 else field.sound
    program = str(machine.program or "")
    request = Request(
        str(field.forms[contender.form]),
        str(sound),
        contender.numbers,
        way.beams,
        way.together,
        machine.threads,
        program,
    )
    python = machine.ours if contender.name == OURS or contender.form == "ggml" else machine.peers
    return Run(field.size, way.name, contender.name, _told(python, contender.worker, request, machine))


def _told(python: Path, worker: str, request: Request, machine: Machine) -> Told:
    command = [python, "-m", f"tests.benchmarks.peers.{worker}", json.dumps(asdict(request))]
    with tempfile.TemporaryFile("w+") as log:
        try:
            ran = subprocess.run(
                command, stdout=subprocess.PIPE, stderr=log, text=True, cwd=PROJECT, env=environment(machine),
                timeout=_LONGEST, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return Told(missing=f"it did not run: {type(error).__name__}")
        log.seek(0)
        said = log.read().strip().splitlines()
    if ran.returncode or not ran.stdout.strip():
        return Told(missing=f"it ended with {ran.returncode}: {said[-1] if said else ''}")
    return told_by(ran.stdout.strip().splitlines()[-1])


def environment(machine: Machine) -> dict[str, str]:
    """Return an environment with a home of its own, in which nobody asks a network for anything."""
    folders = {f"XDG_{kind}_HOME": str(machine.home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
    offline = dict.fromkeys(("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"), "1")
    path = f"{machine.home}{os.pathsep}{os.environ['PATH']}"  # there lies an ffmpeg, which openai-whisper looks for
    return os.environ | folders | offline | {"PATH": path, "OMP_NUM_THREADS": str(machine.threads)}
