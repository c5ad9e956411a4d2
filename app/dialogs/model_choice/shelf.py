"""The models that can be chosen, beside those that could be had, and which of them to take for a job."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from engine.checkpoints.catalogue import Offer
from engine.checkpoints.local import ModelInfo, Unknown, list_models
from engine.checkpoints.recommend import Machine, Measured, expected_time, memory_need, recommend
from engine.checkpoints.suitable import Candidate, Job, able, candidates, lack

Manage = Callable[[QWidget], tuple[ModelInfo | Unknown, ...]]

HOUR = 3_600_000  # ms, where nobody knows how much is to be heard
PLENTY = Machine(memory=1 << 20, cores=8)  # stands for a machine of which nobody tells: the best models go first


@dataclass(frozen=True, slots=True)
class Prospects:
    """What else there is to know of models: which can be got, what this machine has (None if nobody tells) and was
    seen to do. `manage` opens what gets and removes them above a widget, and returns those that are here then."""

    offers: tuple[Offer, ...] = ()
    machine: Machine | None = None
    measured: Measured | None = None
    manage: Manage | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """`models` are those that are here, also those that can't be used. Lengths are ms of sound, 0 if nobody knows."""

    models: tuple[ModelInfo | Unknown, ...]
    prospects: Prospects = field(default=Prospects())

    @property
    def usable(self) -> tuple[ModelInfo, ...]:
        return tuple(model for model in self.models if isinstance(model, ModelInfo))

    @property
    def persons(self) -> tuple[ModelInfo, ...]:
        """Those that know people's voices."""
        return tuple(model for model in self.usable if not model.abilities.synthetic_only)

    def with_models(self, models: Iterable[ModelInfo | Unknown]) -> "Shelf":
        """Return it with others behind, as far as they aren't there."""
        known = {model.path for model in self.models}
        return replace(self, models=(*self.models, *(model for model in models if model.path not in known)))

    def with_folders(self, folders: Iterable[Path]) -> "Shelf":
        """Return it with the models that lie in folders."""
        return self.with_models(list_models(folders))

    def find(self, path: str) -> ModelInfo | None:
        return next((model for model in self.usable if str(model.path) == path), None)

    def first(self, job: Job, chosen: str, length: int = 0) -> ModelInfo | None:
        """Return the model to begin with: the one that was chosen, else the best; None if none can be used.

        Who chose the model of synthetic speech had no other then: the first of a person's own goes before it.
        """
        found = self.find(chosen)
        if found is None or (found.abilities.synthetic_only and self.persons):
            found = self.best(job, length)
        rest = sorted(self.usable, key=lambda each: lack(job, each.abilities) is not None)
        return found or min(rest, key=lambda each: each.abilities.synthetic_only, default=None)

    def best(self, job: Job, length: int = 0) -> ModelInfo | None:
        """Return the model that is here and does the job best, even if it needs more memory than is free."""
        recommended = self._recommended(job, length, self.prospects.machine or PLENTY)
        if recommended is not None:
            return recommended
        capable = [each for each in self.persons if lack(job, each.abilities) is None]
        return min(capable, key=lambda each: each.size, default=None)

    def recommended(self, job: Job, length: int = 0) -> ModelInfo | None:
        """Return the model to take for a job among those that are here; None where nobody has a choice, or can know."""
        machine = self.prospects.machine
        return None if machine is None or len(self.persons) < 2 else self._recommended(job, length, machine)

    def others(self, job: Job) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names of models which can do a job: that are here, that can be got."""
        found = able(job, self._candidates)
        here = (each.name for each in found if each.installed)
        return tuple(here), tuple(each.name for each in found if not each.installed)

    def time(self, model: ModelInfo, length: int) -> int | None:
        """Return the ms that a model takes for so much sound, an hour's if nobody knows how much; None if unknown."""
        machine = self.prospects.machine
        if machine is None:
            return None
        return expected_time(self._candidate(model), self._candidates, machine, length or HOUR, self.prospects.measured)

    def lacking_memory(self, model: ModelInfo) -> tuple[int, int] | None:
        """Return the bytes that a model needs and those that are free, None if that is enough or nobody knows."""
        machine = self.prospects.machine
        need = None if machine is None else memory_need(self._candidate(model), machine)
        return None if machine is None or need is None or need <= machine.memory else (need << 20, machine.memory << 20)

    def _recommended(self, job: Job, length: int, machine: Machine) -> ModelInfo | None:
        known = self._candidates
        places = recommend(job, known, machine, length or HOUR, self.prospects.measured)
        taken = next((place.model for place in places if place.model.installed), None)
        return next((model for model, each in zip(self.usable, known, strict=False) if each is taken), None)

    def _candidate(self, model: ModelInfo) -> Candidate:
        return self._candidates[self.usable.index(model)]

    @property
    def _candidates(self) -> tuple[Candidate, ...]:
        return candidates(self.usable, self.prospects.offers)  # those that are here first, in their order
