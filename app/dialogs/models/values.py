"""What the list of models shows: those that are here and those that can be got, each as it suits a job on a machine."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from engine.abilities import Abilities
from engine.checkpoints.catalogue import Offer
from engine.checkpoints.local import ModelInfo, Unknown
from engine.checkpoints.recommend import Machine, Measured, Recommendation, recommend
from engine.checkpoints.suitable import Candidate, Job, Verdict, candidates, decide
from engine.paths import embedded_models

State = Literal["here", "embedded", "offered", "broken"]

HOUR = 3_600_000  # ms
_LEAST_BYTES, _MOST_BYTES = 2, 4  # a published weight takes


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to choose from. `length` is that of the film that is open, in ms, 0 where none is. `wishes` are
    what fetches a model that is here, by its path, and `home` where new ones come to."""

    here: tuple[ModelInfo | Unknown, ...]
    offers: tuple[Offer, ...]
    machine: Machine
    measured: Measured | None = None
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

    `size` are bytes: the least and the most where nobody knows before it is asked for. `refusal` says why it can't do
    the job, and `time` how long the film would take, in ms; None where it doesn't fit or nobody knows. `memory` is
    what it needs, in MiB, 0 where nobody knows. `problem` says why what is here can't be used.
    """

    name: str
    state: State
    wish: str = ""
    path: Path | None = None
    size: tuple[int, int] = (0, 0)
    abilities: Abilities | None = None
    trained_for: tuple[str, ...] = ()
    licence: str = ""
    refusal: str = ""
    memory: int = 0
    fits: bool = True
    time: int | None = None
    recommended: bool = False
    problem: str = ""


def rows_of(facts: Facts, job: Job) -> tuple[Row, ...]:
    """Return a person's own models, then what comes with Sotto, what can't be used, and what can be got: of these
    first what can do the job here."""
    infos = [model for model in facts.here if isinstance(model, ModelInfo)]
    known = candidates(infos, facts.offers)
    verdicts = decide(job, known)
    places = recommend(job, known, facts.machine, facts.reckoned, facts.measured)
    placed = tuple(_placed(verdicts, places, facts))
    here = [_here(info, facts.wishes.get(info.path, ""), *each) for info, each in zip(infos, placed, strict=False)]
    broken = [
        Row(each.path.name, "broken", facts.wishes.get(each.path, ""), each.path, problem=each.problem)
        for each in facts.here
        if isinstance(each, Unknown)
    ]
    by_name = {offer.name: offer for offer in facts.offers}
    offered = [_offered(by_name[each[0].candidate.name], *each) for each in placed[len(infos) :]]
    offered.sort(key=lambda row: bool(row.refusal) or not row.fits)
    own = [row for row in here if row.state == "here"]
    return (*own, *(row for row in here if row.state == "embedded"), *broken, *offered)


def recommended(rows: Iterable[Row]) -> Row | None:
    """Return the model to take, None where none fits."""
    return next((row for row in rows if row.recommended), None)


_Place = tuple[Verdict, Recommendation | None, bool, int, bool]


def _placed(verdicts: Sequence[Verdict], places: Sequence[Recommendation], facts: Facts) -> Iterable[_Place]:
    """Yield each verdict with where the model would run, whether that is the best, and the memory that it needs."""
    found = {place.model: place for place in places}
    for verdict in verdicts:
        place = found.get(verdict.candidate)
        best = bool(places) and places[0].model == verdict.candidate
        need = place.memory if place else _need(verdict.candidate, facts.machine)
        fits = place is not None or need <= facts.machine.memory
        yield verdict, place, best, need, fits


def _need(model: Candidate, machine: Machine) -> int:
    return min((model.sizes.memory(each) for each in machine.processor), default=0) if model.sizes else 0


def _here(
    info: ModelInfo, wish: str, verdict: Verdict, place: Recommendation | None, best: bool, need: int, fits: bool
) -> Row:
    return Row(
        info.name,
        "embedded" if info.path.parent == embedded_models() else "here",
        wish,
        info.path,
        size=(info.size, info.size),
        abilities=info.abilities,
        trained_for=verdict.candidate.trained_for,
        refusal=verdict.reason,
        memory=need,
        fits=fits,
        time=place.time if place else None,
        recommended=best,
    )


def _offered(offer: Offer, verdict: Verdict, place: Recommendation | None, best: bool, need: int, fits: bool) -> Row:
    return Row(
        offer.repository.rpartition("/")[2],
        "offered",
        wish=offer.repository,
        size=(_LEAST_BYTES * offer.parameters, _MOST_BYTES * offer.parameters),
        abilities=offer.abilities,
        trained_for=offer.trained_for,
        licence=offer.licence,
        refusal=verdict.reason,
        memory=need,
        fits=fits,
        time=place.time if place else None,
        recommended=best,
    )
