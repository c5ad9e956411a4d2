"""Which models can do a job, why the others can't, and which to take instead: those that are here come first."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.abilities import Abilities, Task
from engine.checkpoints.catalogue import Offer, read_offers
from engine.checkpoints.local import ModelInfo, list_models
from engine.checkpoints.sizes import Sizes
from engine.errors import EngineError
from engine.languages import LANGUAGES

Lack = Literal["translation", "detection", "language"]

_NAMED = 4  # models that a sentence names


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked of a model; `language` None is to be detected."""

    task: Task = "transcribe"
    language: str | None = None
    word_times: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model that is here, or that can be got; the other facts are those of an Offer, as far as they are known."""

    name: str
    installed: bool
    abilities: Abilities
    sizes: Sizes | None
    gpu_memory: int | None = None
    speed: float | None = None
    trained_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` says why the job is refused, "" where it is allowed; `note` what its result will lack."""

    candidate: Candidate
    reason: str = ""
    note: str = ""

    @property
    def allowed(self) -> bool:
        return not self.reason


def candidates(here: Iterable[ModelInfo], offers: Iterable[Offer]) -> tuple[Candidate, ...]:
    """Return the models that are here, then those that can be got; one that is both is here."""
    here, offers = tuple(here), tuple(offers)
    known = [next((offer for offer in offers if _is(model, offer)), None) for model in here]
    rest = (_offered(offer) for offer in offers if offer not in known)
    return (*(_installed(model, offer) for model, offer in zip(here, known, strict=True)), *rest)


def decide(job: Job, models: Iterable[Candidate]) -> tuple[Verdict, ...]:
    """Say of each model whether it can do the job; their order is kept."""
    return tuple(Verdict(model, reason := _reason(job, model.abilities), _note(job, model, reason)) for model in models)


def lack(job: Job, can: Abilities) -> Lack | None:
    """Return what a model lacks for a job, None if it can do it."""
    if job.task == "translate" and not can.translates:
        return "translation"
    if job.language is None:
        return "detection" if len(can.languages) == 1 else None
    return None if job.language in can.languages else "language"


def able(job: Job, models: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return up to four models which can do the job, those that are here first, then those trained for its language.

    Models of synthetic speech are named to nobody.
    """
    found = [verdict.candidate for verdict in decide(job, models) if verdict.allowed]
    found.sort(key=lambda model: (not model.installed, not _is_trained_for(job, model)))
    return tuple(model for model in found if not model.abilities.synthetic_only)[:_NAMED]


def instead(job: Job, models: Iterable[Candidate]) -> str:
    """Return a sentence that names models which can do the job, those that are here first; "" if none can."""
    useful = able(job, models)
    here = ", ".join(model.name for model in useful if model.installed)
    elsewhere = ", ".join(model.name for model in useful if not model.installed)
    parts = (here and f"Here can: {here}.", elsewhere and f"To be fetched: {elsewhere}.")
    return " ".join(part for part in parts if part)


def check(model: Path, can: Abilities, job: Job, folders: Iterable[Path], *, multilingual: bool = False) -> None:
    """Raise EngineError("options") if `model` can't do the job, with the models in `folders` and elsewhere that can."""
    try:
        can.check(model.name, job.task, job.language, multilingual=multilingual)
    except EngineError as error:
        here = (found for found in list_models(folders) if isinstance(found, ModelInfo))
        others = instead(job, candidates(here, read_offers()))
        raise EngineError(error.kind, f"{error} {others}".rstrip()) from error


def _reason(job: Job, can: Abilities) -> str:
    only = LANGUAGES.get(can.languages[0], can.languages[0]) if len(can.languages) == 1 else ""
    match lack(job, can):
        case "translation":
            return "does not translate"
        case "detection":
            return f"only knows {only}, detects nothing"
        case "language":
            return f"only knows {only}" if only else f"knows no {LANGUAGES.get(job.language or '', job.language)}"
    return ""


def _note(job: Job, model: Candidate, reason: str) -> str:
    if reason:
        return ""
    if model.abilities.synthetic_only:
        return "knows synthetic speech only"
    return "times words less exactly" if job.word_times and not model.abilities.word_times else ""


def _is_trained_for(job: Job, model: Candidate) -> bool:
    return job.language is not None and job.language in model.trained_for


def _is(model: ModelInfo, offer: Offer) -> bool:
    """Tell whether a model that is here is one that can be got: by its name, and the network of that."""
    names = (offer.name, offer.repository.rpartition("/")[2])
    if model.name not in names or model.sizes is None:
        return False
    one, other = model.sizes, offer.sizes
    return (one.width, one.encoder_layers, one.decoder_layers) == (
        *(other.width, other.encoder_layers, other.decoder_layers),
    )


def _installed(model: ModelInfo, offer: Offer | None) -> Candidate:
    if offer is None:
        return Candidate(model.name, True, model.abilities, model.sizes)
    trained_for = tuple(code for code in offer.trained_for if code in model.abilities.languages)
    return Candidate(model.name, True, model.abilities, model.sizes, offer.gpu_memory, offer.speed, trained_for)


def _offered(offer: Offer) -> Candidate:
    return Candidate(offer.name, False, offer.abilities, offer.sizes, offer.gpu_memory, offer.speed, offer.trained_for)
