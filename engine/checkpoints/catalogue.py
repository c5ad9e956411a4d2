"""OpenAI's published checkpoints: the facts of resources/models.toml, and which of them a file is."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from engine.abilities import Abilities
from engine.languages import LANGUAGES
from engine.paths import resources


@dataclass(frozen=True, slots=True)
class Published:
    """One official .pt file; `alignment_heads` are (layer, head) of the decoder's cross-attention. `repository` holds
    the same weights as a Hugging Face folder."""

    name: str
    file: str
    url: str
    repository: str
    sha256: str
    parameters: int
    n_mels: int
    abilities: Abilities
    alignment_heads: tuple[tuple[int, int], ...]

    def fits(self, size: int) -> bool:
        """Whether a file of so many bytes could hold this model, in single or half precision."""
        return 2 * self.parameters <= size <= 4.2 * self.parameters


def read_catalogue(path: Path | None = None) -> tuple[Published, ...]:
    """Read models.toml, by default the one that comes with Sotto."""
    with (path or resources() / "models.toml").open("rb") as stream:
        content = tomllib.load(stream)
    return tuple(
        Published(
            name=model["name"],
            file=model["file"],
            url=model["url"],
            repository=model["repository"],
            sha256=model["sha256"],
            parameters=model["parameters"],
            n_mels=model["n_mels"],
            abilities=Abilities(tuple(LANGUAGES)[: model["languages"]], model["translates"], word_times=True),
            alignment_heads=tuple((layer, head) for layer, head in model["alignment_heads"]),
        )
        for model in content["model"]
    )


def find_name(catalogue: tuple[Published, ...], name: str) -> Published | None:
    """Find a model by its name or its file's name, as "tiny.en" or "tiny.en.pt"."""
    return next((model for model in catalogue if name in (model.name, model.file)), None)


def identify(catalogue: tuple[Published, ...], path: Path) -> Published | None:
    """Find out by SHA-256 which published model `path` is; large-v1 and large-v2 differ in nothing else."""
    size = path.stat().st_size
    if not any(model.fits(size) for model in catalogue):
        return None
    digest = sha256(path)
    return next((model for model in catalogue if model.sha256 == digest), None)


def sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
