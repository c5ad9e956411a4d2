"""What `sotto models` says of models that aren't here: which can be got, and which to take on this machine."""

from collections.abc import Iterator

from engine.checkpoints.recommend import Machine, Measured, Recommendation, recommend
from engine.checkpoints.suitable import Candidate, Job
from engine.commands.screen import clock

_HOUR = 3_600_000  # ms


def advice(models: tuple[Candidate, ...], machine: Machine, measured: Measured | None = None) -> Iterator[str]:
    """Yield lines; none speaks of this machine if its free memory isn't known."""
    others = ", ".join(model.name for model in models if not model.installed)
    if others:
        yield f"To be had with sotto models get NAME: {others}; and any other Whisper of a hub as OWNER/NAME."
    jobs = (("to transcribe", Job()), ("to translate into English", Job("translate")))
    for told, job in jobs:
        for found in recommend(job, models, machine, _HOUR, measured)[:1]:
            yield _told(found, told)


def _told(found: Recommendation, job: str) -> str:
    where = "which is here" if found.model.installed else "to be got"
    time = "" if found.time is None else f", about {clock(found.time, thousandths=False)} for an hour of speech"
    return f"For this machine, {job}: {found.model.name} ({where}), {found.memory:,} MiB of memory{time}."
