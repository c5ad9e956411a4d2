"""Kills an editor at random moments and looks at what its project file holds: python -m tests.support.kill_editor.

A child applies a scripted session to a project and tells each edit after its commit. It is killed (SIGKILL), the file
is opened, and what it holds must be a state of the session, not older than the last one told. Then it is edited on.
"""

import argparse
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random, SystemRandom

from engine.subtitles.history import History
from engine.subtitles.project.file import create_project, open_project
from tests.support.edit_script import digest, session

_SESSIONS = 8
_LONGEST = 1.0  # seconds
_BORN = "born"


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: what the child had told, the state that was found (None: none that is legal), what lay beside."""

    session: int
    delay: float
    told: int
    found: int | None
    journal: int
    goes_on: bool

    @property
    def lost(self) -> int:
        return max(0, self.told - (-1 if self.found is None else self.found))

    @property
    def is_right(self) -> bool:
        return self.found is not None and not self.lost and self.goes_on


class Script:
    """The states of one session and their checksums, made as far as they are asked for."""

    def __init__(self, seed: int, cues: int) -> None:
        self._coming = session(seed, cues)
        self._states: list[History] = []
        self._digests: list[str] = []

    def state(self, number: int) -> History:
        for state in islice(self._coming, max(0, number + 1 - len(self._states))):
            self._states.append(state)
            self._digests.append(digest(state))
        return self._states[number]

    def number_of(self, history: History, upto: int) -> int | None:
        """Return the latest state up to `upto` that is equal, by checksum."""
        self.state(upto)
        mark = digest(history)
        return next((number for number in range(upto, -1, -1) if self._digests[number] == mark), None)


def kills(seed: int, count: int, cues: int, folder: Path) -> Iterator[Kill]:
    """Kill `count` editors at moments drawn from `seed`."""
    random = Random(seed)
    scripts = {number: Script(seed + number, cues) for number in range(_SESSIONS)}
    for number in range(count):
        chosen = number % _SESSIONS
        path = folder / f"{number}.sotto"
        delay = random.uniform(0, _LONGEST)
        told = _killed(path, seed + chosen, cues, delay, at_birth=number % 10 == 9)
        journal = path.with_name(f"{path.name}-journal")
        size = journal.stat().st_size if journal.exists() else 0
        yield _looked_at(path, scripts[chosen], chosen, delay, told, size)


def _killed(path: Path, seed: int, cues: int, delay: float, *, at_birth: bool) -> int:
    """Start an editor, kill it `delay` after its project is there, or after its own start, which may be too early.

    Return the last state that it told as written, -1 for none.
    """
    command = [sys.executable, "-m", "tests.support.kill_editor", "--edit", str(path), str(seed), str(cues)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == f"{_BORN}\n"
        told = [] if at_birth else [int(child.stdout.readline())]
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        told += [int(line) for line in child.stdout if line.endswith("\n")]
    return told[-1] if told else -1


def _looked_at(path: Path, script: Script, number: int, delay: float, told: int, journal: int) -> Kill:
    if not path.exists():
        return Kill(number, delay, told, -1, journal, goes_on=True)
    opened = open_project(path)
    project = opened.project
    found = script.number_of(project.history, told + 1)
    goes_on = opened.salvaged is None and not project.refusal
    following = script.state(told + 2)
    project.commit(following)
    project.close()
    again = open_project(path).project
    goes_on = goes_on and again.history == following.sealed()
    again.close()
    return Kill(number, delay, told, found, journal, goes_on)


def _edit(path: Path, seed: int, cues: int) -> None:
    states = session(seed, cues)
    print(_BORN, flush=True)
    project = create_project(path, next(states))
    print(0, flush=True)
    for number, state in enumerate(states, 1):
        project.commit(state)
        print(number, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--cues", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1 << 32))
    parser.add_argument("--edit", nargs=3, metavar=("PROJECT", "SEED", "CUES"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.edit:
        _edit(Path(wanted.edit[0]), int(wanted.edit[1]), int(wanted.edit[2]))
        return
    print(f"seed {wanted.seed}, {wanted.cues} cues, {_SESSIONS} sessions\n")
    print("| kill | session | after s | edits told | state found | edits lost | journal, bytes | goes on |")
    print("|---|---|---|---|---|---|---|---|")
    seen = []
    with tempfile.TemporaryDirectory() as folder:
        for number, kill in enumerate(kills(wanted.seed, wanted.kills, wanted.cues, Path(folder)), 1):
            seen.append(kill)
            found = "ILLEGAL" if kill.found is None else kill.found
            row = (number, kill.session, f"{kill.delay:.3f}", kill.told, found, kill.lost, kill.journal, kill.goes_on)
            print("|", " | ".join(map(str, row)), "|", flush=True)
    ahead = Counter(kill.found - kill.told for kill in seen if kill.found is not None)
    print(
        f"\n{len(seen)} kills, {sum(kill.told for kill in seen)} edits told: "
        f"{sum(kill.lost for kill in seen)} lost, {sum(kill.found is None for kill in seen)} illegal states, "
        f"{sum(not kill.goes_on for kill in seen)} files that could not be edited on.\n"
        f"{sum(kill.journal > 0 for kill in seen)} kills fell into a commit (a journal lay beside); "
        f"{ahead[1]} found a commit done that was not told yet."
    )
    sys.exit(not all(kill.is_right for kill in seen))


if __name__ == "__main__":
    main()
