"""Finds a model by what a person types: a path, or the name of one that lies on this machine."""

from collections.abc import Iterable
from pathlib import Path

from engine.abilities import Abilities
from engine.checkpoints.catalogue import Offer, Published, find_name, read_offers
from engine.checkpoints.local import ModelInfo, Unknown, inspect, list_models
from engine.checkpoints.origin import read_origin
from engine.errors import EngineError
from engine.paths import embedded_models

USUAL = "turbo"  # openai-whisper's choice, too
_SAME = {"large": "large-v3", "turbo": "large-v3-turbo"}  # openai-whisper's short names


def find_model(wish: str, folders: Iterable[Path]) -> Path:
    """Return the folder or .pt file of a model. Raises EngineError("model") with the names of those that are here."""
    path = Path(wish)
    if path.exists():
        return path
    models = list_models(folders)
    if found := _fetched(wish, models):
        return found
    if path.name != wish or path.suffix == ".pt":
        raise EngineError(
            "model",
            f"{wish} does not exist: see whether the model was moved, give the name of one, or fetch it first.",
        )
    if found := _named(wish, models):
        return found
    names = ", ".join(sorted({model.name for model in models if isinstance(model, ModelInfo)}))
    raise EngineError(
        "model",
        f"There is no model {wish!r} here: fetch it, name the folder or .pt file of one, or put it into "
        f"{next(iter(folders), Path())}. "
        f"{f'Here are: {names}.' if names else 'None was found.'}",
    )


def usual_model(folders: Iterable[Path]) -> Path:
    """Return the model for somebody who names none: turbo, else the only other that is here, else the embedded one.

    Raises EngineError("model") where there are several others, with their names, and where there is none.
    """
    folders = tuple(folders)
    models = [model for model in list_models(folders) if isinstance(model, ModelInfo)]
    own = [model for model in models if model.path.parent != embedded_models()]
    if models and len(own) < 2 and not _named(USUAL, models):
        return (own or models)[0].path
    return find_model(USUAL, folders)


def _named(wish: str, models: Iterable[ModelInfo | Unknown]) -> Path | None:
    for model in models:
        if _plain(model.path.stem if model.path.is_file() else model.path.name) == _plain(wish):
            return model.path
    return None


def find_published(catalogue: tuple[Published, ...], wish: str) -> Published | None:
    """Return the published model that a person means by any of its names, or by its file's."""
    return find_name(catalogue, wish) or next(
        (model for model in catalogue if _plain(model.name) == _plain(wish)), None
    )


def find_offer(offers: Iterable[Offer], wish: str) -> Offer | None:
    """Return the model that a person means by its short name, by OpenAI's other names or by its file's."""
    offers = tuple(offers)
    official = find_published(tuple(offer for offer in offers if isinstance(offer, Published)), wish)
    return official or next((offer for offer in offers if offer.name == wish.lower()), None)


def _fetched(wish: str, models: Iterable[ModelInfo | Unknown]) -> Path | None:
    """Return the model that was fetched from the repository `wish`."""
    for model in models:
        if "/" in wish and (origin := read_origin(model.path)) and origin.source == wish:
            return model.path
    return None


def abilities_of(path: Path) -> Abilities | None:
    """Say what a model can do before it is loaded; None where only its weights tell: a .pt file that nobody published.

    Raises EngineError("model") for a folder that is no whole model.
    """
    offers = read_offers()
    if (path / "config.json").is_file():
        return inspect(path, offers).abilities
    published = find_name(offers, path.name)
    return published.abilities if published is not None and published.fits(path.stat().st_size) else None


def vocabularies(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders that may hold the vocabulary of a .pt file which has none beside it."""
    return tuple(model.path for model in list_models(folders) if model.path.is_dir())


def _plain(name: str) -> str:
    """Take "whisper-large-v3-turbo", "large-v3-turbo" and "turbo" for one name."""
    bare = name.lower().removeprefix("whisper-")
    return _SAME.get(bare, bare)
