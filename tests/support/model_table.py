"""What every known model is asked for, and on which machine it is the one to take: a table.

python -m tests.support.model_table
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.recommend import Machine, Recommendation, least_memory, recommend
from engine.checkpoints.suitable import Candidate, Job, candidates, decide

HOUR = 3_600_000
JOBS = {
    "detect": Job(),
    "English": Job(language="en"),
    "English, words": Job(language="en", word_times=True),
    "Norwegian": Job(language="no"),
    "Swedish": Job(language="sv"),
    "Cantonese": Job(language="yue"),
    "translate": Job("translate"),
    "translate German": Job("translate", "de"),
}
MACHINES = {  # a part of the memory is the system's and the window's
    "4": Machine(memory=2_560, cores=2),
    "8": Machine(memory=6_144, cores=4),
    "16": Machine(memory=13_312, cores=8),
    "G6": Machine(memory=13_312, cores=8, gpu_memory=6_144),
}
_SHORT = (  # what a cell has room for
    ("does not translate", "no translation"),
    ("times words less exactly", "about"),
    (", detects nothing", ""),
    ("only knows ", "only "),
    ("knows no ", "no "),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """`said` is "yes", "about" or why not; `best_on` the machines where no model is better for this job."""

    said: str
    best_on: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((self.said, *(f"*{machine}" for machine in self.best_on)))


def known() -> tuple[Candidate, ...]:
    return candidates((), read_offers())


def best(models: tuple[Candidate, ...]) -> dict[tuple[str, str], Recommendation]:
    """Return what is to be taken for each job on each machine, for an hour of sound."""
    ranked = {(job, on): recommend(JOBS[job], models, MACHINES[on], HOUR) for job in JOBS for on in MACHINES}
    return {place: found[0] for place, found in ranked.items() if found}


def table(models: tuple[Candidate, ...]) -> dict[tuple[str, str], Cell]:
    """Return a cell for each name of a model and of a job."""
    taken = best(models)
    cells = {}
    for job, asked in JOBS.items():
        for verdict in decide(asked, models):
            name = verdict.candidate.name
            on = tuple(each for each in MACHINES if (job, each) in taken and taken[job, each].model.name == name)
            cells[name, job] = Cell(_short(verdict.reason or verdict.note or "yes"), on)
    return cells


def _short(said: str) -> str:
    for text, short in _SHORT:
        said = said.replace(text, short)
    return said


def lines(models: tuple[Candidate, ...]) -> Iterator[str]:
    cells = table(models)
    width = {job: max(len(job), *(len(str(cells[model.name, job])) for model in models)) for job in JOBS}
    yield f"{'':18}" + "  ".join(job.ljust(width[job]) for job in JOBS)
    for model in models:
        yield f"{model.name:18}" + "  ".join(str(cells[model.name, job]).ljust(width[job]) for job in JOBS)
    yield ""
    yield "*4 *8 *16: to take on a machine of so many GB, with 2, 4 and 8 cores. *G6: and with a card of 6 GB."
    yield ""
    taken = best(models)
    for job, on in product(JOBS, MACHINES):
        yield f"{job:18}{on:>3}: {_told(taken.get((job, on))) or _short_of(models, job, on)}"


def _told(taken: Recommendation | None) -> str:
    if taken is None:
        return ""
    time = "time not known before it has run" if taken.time is None else f"{taken.time / 60_000:.0f} min for an hour"
    place = f"{taken.device} {taken.precision}, {taken.memory:,} MiB"
    return f"{taken.model.name:18} {place:27} {time}"


def _short_of(models: tuple[Candidate, ...], job: str, on: str) -> str:
    return f"none fits: the smallest needs {least_memory(JOBS[job], models, MACHINES[on]):,} MiB"


def main() -> None:
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in lines(known()))


if __name__ == "__main__":
    main()
