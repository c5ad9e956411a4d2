"""Which models lie on this machine and what each can do, told by their small files alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path

from engine.abilities import Abilities, can_translate
from engine.checkpoints.catalogue import Offer, find_name, read_offers
from engine.checkpoints.origin import read_origin
from engine.checkpoints.sizes import Sizes
from engine.errors import EngineError
from engine.model_folder import Dimensions, named_languages, read_config, read_tensors, weight_files


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model that could be loaded; `size` is in bytes on disk."""

    name: str
    path: Path
    abilities: Abilities
    parameters: int
    size: int
    n_mels: int
    sizes: Sizes | None = None  # of the network; None where nobody looked


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that looks like a model, and one sentence on why nothing can be said of it, with the remedy."""

    path: Path
    problem: str


def list_models(folders: Iterable[Path]) -> tuple[ModelInfo | Unknown, ...]:
    """List the models in `folders`, each of which may be a model itself or hold some; missing folders hold none."""
    offers = read_offers()
    return tuple(_look(path, offers) for path in dict.fromkeys(p for f in folders for p in _candidates(f)))


def inspect(path: Path, offers: tuple[Offer, ...]) -> ModelInfo:
    """Say what the model at `path` is and can do. Raises EngineError("model") with what is wrong and the remedy.

    Of a folder that was fetched from one of the offers that offer says which languages it knows, and whether it
    translates: its files have the tokens of everything that OpenAI's know.
    """
    if path.is_dir():
        info, origin = _inspect_folder(path), read_origin(path)
        offer = next((offer for offer in offers if origin and origin.source == offer.repository), None)
        return info if offer is None else replace(info, abilities=_as_offered(info.abilities, offer))
    model = find_name(offers, path.name)
    size = path.stat().st_size
    if model is None or not model.fits(size):
        raise EngineError(
            "model", f"{path} is none of OpenAI's published files by name and size: load it to see what it can do."
        )
    return ModelInfo(model.name, path, model.abilities, model.parameters, size, model.n_mels, model.sizes)


def _candidates(folder: Path) -> Iterator[Path]:
    if (folder / "config.json").is_file() or (folder.suffix == ".pt" and folder.is_file()):
        yield folder
    elif folder.is_dir():
        children = sorted(folder.iterdir())
        yield from (child for child in children if (child / "config.json").is_file() or child.suffix == ".pt")
        yield from (file for child in children if child.is_dir() for file in sorted(child.glob("*.pt")))


def _look(path: Path, offers: tuple[Offer, ...]) -> ModelInfo | Unknown:
    try:
        return inspect(path, offers)
    except EngineError as error:
        return Unknown(path, str(error))
    except OSError as error:
        return Unknown(path, f"{path} can't be read ({error.strerror}).")


def _as_offered(found: Abilities, offer: Offer) -> Abilities:
    known = offer.abilities
    return replace(found, languages=known.languages, translates=found.translates and known.translates)


def _inspect_folder(folder: Path) -> ModelInfo:
    config = read_config(folder)
    files = weight_files(folder)
    tensors = read_tensors(files)
    named = tuple(code for code, _ in config.language_tokens or ()) or named_languages(folder)
    multilingual = len(named) > 1 if config.multilingual is None else config.multilingual
    translates = can_translate(
        multilingual=multilingual, encoder_layers=config.sizes.n_audio_layer, decoder_layers=config.sizes.n_text_layer
    )
    return ModelInfo(
        folder.resolve().name,
        folder,
        Abilities(
            named if multilingual else ("en",),
            translates and config.translates is not False,
            config.alignment_heads is not None,
            config.synthetic_only,
        ),
        sum(prod(tensor.shape) for tensor in tensors if tensor.name != "proj_out.weight"),
        sum(file.stat().st_size for file in files),
        config.sizes.n_mels,
        _sizes(config.sizes),
    )


def _sizes(told: Dimensions) -> Sizes:
    return Sizes(told.n_audio_state, told.n_audio_layer, told.n_text_layer, told.n_mels, told.n_vocab)
