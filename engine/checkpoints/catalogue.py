"""The models that can be got, as resources/models.toml lists them, and which of OpenAI's files a file is."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.abilities import Abilities
from engine.checkpoints.facts import Facts, read_facts
from engine.checkpoints.sizes import Precision, Sizes
from engine.languages import LANGUAGES
from engine.paths import resources
from engine.progress import Cancel

_BLOCK = 1 << 20
PRECISIONS: tuple[Precision, ...] = ("float32", "bfloat16", "float16", "int8")


@dataclass(frozen=True, slots=True)
class Offer:
    """A Whisper model that a hub has as `repository`.

    `memory` holds the MiB that a process needs, in the order of PRECISIONS; `gpu_memory` the GB of a graphics card as
    published, and `speed` how many times faster than large it is there: None where nobody tells. `trained_for` are
    languages that it was trained further for. `word_times` of the abilities is False also where only the repository
    could tell.
    """

    name: str
    repository: str
    licence: str
    abilities: Abilities
    sizes: Sizes
    memory: tuple[int, int, int, int]
    gpu_memory: int | None
    speed: float | None
    trained_for: tuple[str, ...]

    @property
    def parameters(self) -> int:
        return self.sizes.parameters

    @property
    def n_mels(self) -> int:
        return self.sizes.n_mels


@dataclass(frozen=True, slots=True)
class Published(Offer):
    """One of OpenAI's, also to be had as an official .pt file; `alignment_heads` are (layer, head) of the decoder's
    cross-attention. `repository` holds the same weights as a Hugging Face folder."""

    file: str
    url: str
    sha256: str
    alignment_heads: tuple[tuple[int, int], ...]

    def fits(self, size: int) -> bool:
        """Whether a file of so many bytes could hold this model, in single or half precision."""
        return 2 * self.parameters <= size <= 4.2 * self.parameters


def read_catalogue(path: Path | None = None) -> tuple[Published, ...]:
    """Read OpenAI's models, from the file that comes with Sotto by default. Raises EngineError("setup") naming what is
    wrong with it."""
    return tuple(offer for offer in read_offers(path) if isinstance(offer, Published))


def read_offers(path: Path | None = None) -> tuple[Offer, ...]:
    """Read all models: OpenAI's from tiny to turbo, then those that others trained from them. Raises as above."""
    content = read_facts(path or resources() / "models.toml", ("model", "community"))
    offers = (*map(_published, content["model"]), *map(_community, content["community"]))
    for facts in (*content["model"], *content["community"]):
        facts.check_all_taken()
    return offers


def _published(facts: Facts) -> Published:
    languages = facts.whole("languages", most=len(LANGUAGES))
    n_mels, n_vocab, parameters = (facts.whole(key) for key in ("n_mels", "n_vocab", "parameters"))
    sizes = _sizes(facts, n_mels, n_vocab)
    if sizes.parameters != parameters:
        raise facts.wrong("parameters", f"these sizes make {sizes.parameters}")
    heads = facts.pairs("alignment_heads")
    return Published(
        name=facts.text("name"),
        repository=facts.text("repository"),
        licence=facts.text("licence"),
        abilities=Abilities(tuple(LANGUAGES)[:languages], facts.truth("translates"), word_times=bool(heads)),
        sizes=sizes,
        memory=facts.wholes_of("memory", PRECISIONS),
        gpu_memory=facts.whole("gpu_memory") if facts.has("gpu_memory") else None,
        speed=facts.number("speed") if facts.has("speed") else None,
        trained_for=(),
        file=facts.text("file"),
        url=facts.text("url"),
        sha256=facts.text("sha256"),
        alignment_heads=heads,
    )


def _community(facts: Facts) -> Offer:
    languages, trained_for = facts.texts("languages"), facts.texts("trained_for") if facts.has("trained_for") else ()
    for code in (*languages, *trained_for):
        if code not in LANGUAGES:
            raise facts.wrong("languages", f"Whisper knows no {code!r}")
    return Offer(
        name=facts.text("name"),
        repository=facts.text("repository"),
        licence=facts.text("licence"),
        abilities=Abilities(languages, facts.truth("translates"), word_times=False),
        sizes=_sizes(facts),
        memory=facts.wholes_of("memory", PRECISIONS),
        gpu_memory=facts.whole("gpu_memory") if facts.has("gpu_memory") else None,
        speed=facts.number("speed") if facts.has("speed") else None,
        trained_for=trained_for,
    )


def _sizes(facts: Facts, *rest: int) -> Sizes:
    return Sizes(*(facts.whole(key) for key in ("width", "encoder_layers", "decoder_layers")), *rest)


def find_name(offers: Iterable[Offer], name: str) -> Published | None:
    """Find one of OpenAI's models by its name or its file's name, as "tiny.en" or "tiny.en.pt"."""
    official = (offer for offer in offers if isinstance(offer, Published))
    return next((model for model in official if name in (model.name, model.file)), None)


def identify(catalogue: tuple[Published, ...], path: Path, cancel: Cancel | None = None) -> Published | None:
    """Find out by SHA-256 which published model `path` is; large-v1 and large-v2 differ in nothing else. Raises
    Cancelled."""
    size = path.stat().st_size
    if not any(model.fits(size) for model in catalogue):
        return None
    digest = sha256(path, cancel)
    return next((model for model in catalogue if model.sha256 == digest), None)


def sha256(path: Path, cancel: Cancel | None = None) -> str:
    """Return the checksum of a file. Raises OSError and Cancelled."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
            if cancel is not None:
                cancel.check()
    return found.hexdigest()
