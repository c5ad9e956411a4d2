"""What the list of models shows: those that are here and those that can be got, each as it suits a job on a machine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.dialogs.model_choice.shelf import HOUR, PLENTY, Prospects
from engine.abilities import Abilities
from engine.checkpoints.catalogue import Offer
from engine.checkpoints.local import ModelInfo, Unknown
from engine.checkpoints.recommend import Machine, Recommendation, memory_need, recommend
from engine.checkpoints.suitable import Job, Verdict, candidates, decide
from engine.paths import embedded_models

State = Literal["here", "embedded", "offered", "broken"]

_LEAST_BYTES, _MOST_BYTES = 2, 4  # a published weight takes


@dataclass(frozen=True, slots=True)
class Facts:
    """The models that are `here`, and what else there is to know. `length` is that of the film that is open, in ms, 0
    where none is. `wishes` are what fetches a model that is here, by its path, and `home` where new ones come to."""

    here: tuple[ModelInfo | Unknown, ...]
    prospects: Prospects
    length: int = 0
    wishes: Mapping[Path, str] = field(default_factory=dict)
    home: Path = Path()

    @property
    def reckoned(self) -> int:
        """The length, in ms, for which times are told: an hour where no film is open."""
        return self.length or HOUR


@dataclass(frozen=True, slots=True)
class Row:
    """A model. `wish` fetches it, "" where it can't be; `path` is where it lies, None if it isn't here.

    `size` are bytes: the least and the most where nobody knows before it is asked for. `able` says whether it can do
    the job, and `time` how long the film would take, in ms; None where it doesn't fit or nobody knows. `memory` is what
    it needs, in MiB, 0 where nobody knows. `problem` says why what is here can't be used.
    """

    name: str
    state: State
    wish: str = ""
    path: Path | None = None
    size: tuple[int, int] = (0, 0)
    abilities: Abilities | None = None
    trained_for: tuple[str, ...] = ()
    licence: str = ""
    able: bool = True
    memory: int = 0
    fits: bool = True
    time: int | None = None
    recommended: bool = False
    problem: str = ""


def rows_of(facts: Facts, job: Job) -> tuple[Row, ...]:
    """Return a person's own models, then what comes with Sotto, what can't be used, and what can be got: of these
    first what can do the job here."""
    infos = [model for model in facts.here if isinstance(model, ModelInfo)]
    about = facts.prospects
    known = candidates(infos, about.offers)
    places = recommend(job, known, about.machine or PLENTY, facts.reckoned, about.measured)
    placed = tuple(_placed(decide(job, known), places, about.machine))
    here = [_here(info, facts.wishes.get(info.path, ""), each) for info, each in zip(infos, placed, strict=False)]
    broken = [
        Row(each.path.name, "broken", facts.wishes.get(each.path, ""), each.path, problem=each.problem)
        for each in facts.here
        if isinstance(each, Unknown)
    ]
    by_name = {offer.name: offer for offer in about.offers}
    offered = [_offered(by_name[each.verdict.candidate.name], each) for each in placed[len(infos) :]]
    offered.sort(key=lambda row: not (row.able and row.fits))
    own = [row for row in here if row.state == "here"]
    return (*own, *(row for row in here if row.state == "embedded"), *broken, *offered)


def recommended(rows: Iterable[Row]) -> Row | None:
    """Return the model to take, None where none fits."""
    return next((row for row in rows if row.recommended), None)


@dataclass(frozen=True, slots=True)
class _Place:
    verdict: Verdict
    time: int | None
    best: bool
    need: int
    fits: bool


def _placed(verdicts: Sequence[Verdict], places: Sequence[Recommendation], machine: Machine | None) -> Iterable[_Place]:
    """Yield each verdict with how long the model would take, whether it is the best, the memory that it needs, and
    whether that is there; of a machine of which nobody tells neither times nor needs."""
    found = {place.model: place for place in places}
    for verdict in verdicts:
        model, place = verdict.candidate, found.get(verdict.candidate)
        best = bool(places) and places[0].model == model
        if machine is None:
            yield _Place(verdict, None, best, 0, True)
            continue
        need = (place.memory if place else memory_need(model, machine)) or 0
        yield _Place(verdict, place.time if place else None, best, need, place is not None or need <= machine.memory)


def _here(info: ModelInfo, wish: str, place: _Place) -> Row:
    return Row(
        info.name,
        "embedded" if info.path.parent == embedded_models() else "here",
        wish,
        info.path,
        (info.size, info.size),
        info.abilities,
        place.verdict.candidate.trained_for,
        able=place.verdict.allowed,
        memory=place.need,
        fits=place.fits,
        time=place.time,
        recommended=place.best,
    )


def _offered(offer: Offer, place: _Place) -> Row:
    return Row(
        offer.repository.rpartition("/")[2],
        "offered",
        wish=offer.repository,
        size=(_LEAST_BYTES * offer.parameters, _MOST_BYTES * offer.parameters),
        abilities=offer.abilities,
        trained_for=offer.trained_for,
        licence=offer.licence,
        able=place.verdict.allowed,
        memory=place.need,
        fits=place.fits,
        time=place.time,
        recommended=place.best,
    )
