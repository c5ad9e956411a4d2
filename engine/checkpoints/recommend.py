"""Which models to take for a job on a machine, the best first, and how long each will take: facts in, a list out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from engine.checkpoints.sizes import WINDOW, Precision
from engine.checkpoints.suitable import Candidate, Job, decide

Device = Literal["cpu", "gpu"]

_MIB_PER_GB = 1024  # a card sold with 6 GB has 6,144 MiB, and so are the published needs meant
_SMALL = 768  # the width of the model of that name
_MOST_CORES = 8  # more hardly help one window


@dataclass(frozen=True, slots=True)
class Machine:
    """What a machine has. `memory` is what is free, `gpu_memory` what the card has, 0: none; both in MiB.

    `processor` and `card` are the numbers that each computes in well, those to be preferred first.
    """

    memory: int
    cores: int
    gpu_memory: int = 0
    processor: tuple[Precision, ...] = ("float32",)
    card: tuple[Precision, ...] = ("float16",)


@dataclass(frozen=True, slots=True)
class Measured:
    """A model was seen to hear `speed` times faster than the sound lasts on this machine."""

    name: str
    device: Device
    speed: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Take `model` in these numbers; it needs `memory` MiB and takes `time` ms, None where nobody can know yet."""

    model: Candidate
    device: Device
    precision: Precision
    memory: int
    time: int | None


def recommend(
    job: Job, models: Iterable[Candidate], machine: Machine, length: int, measured: Measured | None = None
) -> tuple[Recommendation, ...]:
    """Return the models that can do the job and fit into the machine, the one to take first.

    That is the best of those that are done with `length` ms of sound before the sound itself would be, on the card if
    one fits there that is not very small; behind these come the slower ones, the quickest first. Models of synthetic
    speech are for nobody's job. Best is what was trained for the language, and last what was trained for another; then,
    where words are to be timed, what times them exactly, then the larger network, then the one that knows no other
    language, then the newer.
    """
    known = tuple(models)
    able = [(order, verdict.candidate) for order, verdict in enumerate(decide(job, known)) if verdict.allowed]
    ranked = sorted(able, key=lambda each: _quality(job, each[1], each[0]), reverse=True)
    useful = [model for _, model in ranked if not model.abilities.synthetic_only]
    fitting = [place for model in useful if (place := _place(model, machine)) is not None]
    timed = [_timed(place, known, machine, length, measured) for place in fitting]
    quick = [place for place in timed if place.time is None or place.time <= length]
    slow = [place for place in timed if place.time is not None and place.time > length]
    quick.sort(key=lambda place: place.device != "gpu" or _width(place.model) < _SMALL)
    return (*quick, *sorted(slow, key=lambda place: place.time or 0))


def expected_time(
    model: Candidate, models: Iterable[Candidate], machine: Machine, length: int, measured: Measured | None = None
) -> int | None:
    """Return the ms that a model takes for `length` ms of sound; None if it doesn't fit or nobody can know yet.

    `measured` is used if the model that it names is one of `models`.
    """
    place = _place(model, machine)
    return None if place is None else _time(place, tuple(models), machine, length, measured)


def memory_need(model: Candidate, machine: Machine) -> int | None:
    """Return the MiB that a model needs at least on the processor; None where nobody knows the size of its network."""
    return None if model.sizes is None else min(map(model.sizes.memory, machine.processor))


def least_memory(job: Job, models: Iterable[Candidate], machine: Machine) -> int | None:
    """Return the MiB that the smallest model for a job needs on the processor; None if no model can do it."""
    able = [verdict.candidate for verdict in decide(job, models) if verdict.allowed]
    needs = [memory_need(model, machine) for model in able if not model.abilities.synthetic_only]
    return min((need for need in needs if need is not None), default=None)


def _quality(job: Job, model: Candidate, order: int) -> tuple[int, bool, int, int, bool, int]:
    trained = 0 if not model.trained_for else 1 if job.language in model.trained_for else -1
    timed = not job.word_times or model.abilities.word_times
    alone = len(model.abilities.languages) == 1
    layers = model.sizes.decoder_layers if model.sizes else 0
    return trained, timed, _width(model), layers, alone, order


def _width(model: Candidate) -> int:
    return model.sizes.width if model.sizes else 0


def _place(model: Candidate, machine: Machine) -> Recommendation | None:
    """Return where a model fits: the card before the processor."""
    if model.sizes is None:
        return None
    for numbers in machine.card:
        need = max(model.sizes.memory(numbers), (model.gpu_memory or 0) * _MIB_PER_GB)
        if need <= machine.gpu_memory:
            return Recommendation(model, "gpu", numbers, need, None)
    for numbers in machine.processor:
        need = model.sizes.memory(numbers)
        if need <= machine.memory:
            return Recommendation(model, "cpu", numbers, need, None)
    return None


def _timed(
    place: Recommendation, models: tuple[Candidate, ...], machine: Machine, length: int, measured: Measured | None
) -> Recommendation:
    time = _time(place, models, machine, length, measured)
    return Recommendation(place.model, place.device, place.precision, place.memory, time)


def _time(
    place: Recommendation, models: tuple[Candidate, ...], machine: Machine, length: int, measured: Measured | None
) -> int | None:
    known = None
    if measured is not None and measured.device == place.device:
        known = next((model for model in models if model.name == measured.name), None)
    if place.device == "gpu":
        if measured is None or known is None or not known.speed or not place.model.speed:
            return None
        return round(length / measured.speed * known.speed / place.model.speed)
    cores = min(machine.cores, _MOST_CORES)
    expected = length / WINDOW * place.model.sizes.window_time(cores) if place.model.sizes else 0.0
    if measured is None or known is None or known.sizes is None:
        return round(expected)
    return round(expected * WINDOW / measured.speed / known.sizes.window_time(cores))
