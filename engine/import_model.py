"""Takes over a model that a person has: checked as loading checks it, then brought into a folder of models as a Hugging
Face folder."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from engine.checkpoints.bring import Delivery, bring, copies, parts_of_folder, settle
from engine.checkpoints.catalogue import Published, identify, read_catalogue
from engine.checkpoints.find import vocabularies
from engine.checkpoints.identity import check_identity, remember
from engine.checkpoints.origin import Origin
from engine.errors import EngineError
from engine.paths import cache_folder, model_folders, shown
from engine.progress import Cancel
from engine.whisper.checkpoint import check, find_source
from engine.whisper.conversion import contents_of
from engine.whisper.folder import Contents
from engine.whisper.machine import shortages_told


def import_model(
    source: Path,
    folder: Path,
    cancel: Cancel,
    *,
    name: str = "",
    trusted: bool = False,
    replace: bool = False,
    published: tuple[Published, ...] | None = None,
) -> Path:
    """Bring the model at `source` into `folder`, and return where it lies: a Hugging Face folder is copied, a .pt file
    converted into one, with the very same numbers and tokens.

    `name` "" is that of the model as it is; `trusted` allows a .pt file that is none of `published`, which are all of
    OpenAI's by default. Raises EngineError("untrusted") for such a file otherwise, ("model") with what is wrong with
    the model or if something has its name that isn't to be replaced, ("options") for a name that can't be, ("disk"),
    ("memory"), and Cancelled: nothing is left of it then.
    """
    place = find_source(source)
    catalogue = read_catalogue() if published is None else published
    official = identify(catalogue, place, cancel) if place.is_file() else None
    called = _name(name, place, official)
    with shortages_told(shown(Path(place.name))):
        delivery = _converted(place, official, cancel, trusted=trusted) if place.is_file() else _copied(place)
        path = bring(delivery, folder, called, cancel, replace=replace)
    with suppress(OSError):  # without it the model is read once more when it is first loaded
        remember(path, cache_folder())
    return path


def _name(wish: str, source: Path, official: Published | None) -> str:
    name = wish or (official.name if official else source.stem if source.is_file() else source.resolve().name)
    if Path(name).name != name or name.startswith("."):
        raise EngineError("options", f"{name!r} can't be the name of a folder: choose another.")
    return name


def _copied(folder: Path) -> Delivery:
    check(folder)
    return copies(parts_of_folder(folder), folder)


def _converted(file: Path, official: Published | None, cancel: Cancel, *, trusted: bool) -> Delivery:
    if official is None and not trusted:
        raise EngineError(
            "untrusted",
            f"{shown(file)} is none of the files that OpenAI published, and a .pt file can carry a program: import "
            "it only if you know who made it, else take the model's folder with model.safetensors.",
        )
    check_identity(file, cache_folder(), cancel)  # for a file that lies beside an origin
    contents = contents_of(file, vocabularies(model_folders()), official.alignment_heads if official else None)
    return Delivery(contents.size, partial(_write, contents, file))


def _write(contents: Contents, file: Path, folder: Path, cancel: Cancel) -> Origin:
    contents.write(folder, cancel)
    return Origin(file.absolute().as_uri(), "", settle(folder, cancel))
