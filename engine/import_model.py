"""Takes over a model that a person has: checked as loading checks it, then copied into a folder of models."""

from contextlib import suppress
from pathlib import Path

from engine.checkpoints.bring import Part, bring, parts_of_file, parts_of_folder
from engine.checkpoints.catalogue import Published, identify, read_catalogue
from engine.checkpoints.find import vocabularies
from engine.checkpoints.identity import remember
from engine.errors import EngineError
from engine.paths import cache_folder, model_folders, shown
from engine.progress import Cancel
from engine.whisper.checkpoint import check, find_source
from engine.whisper.machine import shortages_told


def import_model(
    source: Path, folder: Path, cancel: Cancel, *, name: str = "", trusted: bool = False, replace: bool = False
) -> Path:
    """Copy the model at `source`, a Hugging Face folder or a .pt file, into `folder`, and return where it lies.

    `name` "" is that of the model as it is; `trusted` allows a .pt file that OpenAI didn't publish. Raises
    EngineError("untrusted") for such a file otherwise, ("model") with what is wrong with the model or if something has
    its name that isn't to be replaced, ("options") for a name that can't be, ("disk"), ("memory"), and Cancelled:
    nothing is left of it then.
    """
    place = find_source(source)
    official = identify(read_catalogue(), place, cancel) if place.is_file() else None
    called = _name(name, place, official)
    with shortages_told(shown(Path(place.name))):
        parts = _parts(place, called, official, trusted=trusted)
    path = bring(parts, place, folder, called, cancel, replace=replace)
    with suppress(OSError):  # without it the model is read once more when it is first loaded
        remember(path, cache_folder())
    return path


def _name(wish: str, source: Path, official: Published | None) -> str:
    name = wish or (official.name if official else source.stem if source.is_file() else source.resolve().name)
    if Path(name).name != name or name.startswith("."):
        raise EngineError("options", f"{name!r} can't be the name of a folder: choose another.")
    return name


def _parts(source: Path, name: str, official: Published | None, *, trusted: bool) -> tuple[Part, ...]:
    """Check the model as loading would, and return its files."""
    if source.is_dir():
        check(source)
        return parts_of_folder(source)
    if official is None and not trusted:
        raise EngineError(
            "untrusted",
            f"{shown(source)} is none of the files that OpenAI published, and a .pt file can carry a program: import "
            "it only if you know who made it, else take the model's folder with model.safetensors.",
        )
    vocabulary = check(source, vocabularies(model_folders()))
    assert vocabulary is not None  # a .pt file has it elsewhere
    return parts_of_file(source, official.file if official else f"{name}.pt", vocabulary)
