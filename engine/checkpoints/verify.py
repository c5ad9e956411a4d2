"""Whether the files of a model are what they were when they came, or what was published: by size and SHA-256."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.checkpoints.catalogue import Offer, find_name, sha256
from engine.checkpoints.local import list_models
from engine.checkpoints.origin import FILE, read_origin
from engine.progress import Cancel


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file must be; `size` None is not known. `source` is where the model came from: see Origin."""

    path: Path
    size: int | None
    sha256: str
    source: str

    @property
    def imported(self) -> bool:
        return self.source.startswith("file:")

    @property
    def remedy(self) -> str:
        """Say in half a sentence how to get the file as it should be."""
        return "import the model anew" if self.imported else "fetch the model anew"


def expected_files(model: Path, offers: Iterable[Offer]) -> tuple[Expected, ...]:
    """Return what is known of the files of a model: what was written down when it came, else what OpenAI published of a
    .pt file; nothing if neither is there."""
    folder = model if model.is_dir() else model.parent
    if origin := read_origin(folder):
        return tuple(Expected(folder / file.name, file.size, file.sha256, origin.source) for file in origin.files)
    published = find_name(offers, model.name)
    return () if published is None else (Expected(model, None, published.sha256, published.url),)


def difference(expected: Expected, cancel: Cancel) -> str:
    """Return in half a sentence how a file differs, "" if it doesn't. Raises Cancelled."""
    try:
        size = expected.path.stat().st_size
        if expected.size is not None and size != expected.size:
            return f"has {size:,} bytes instead of {expected.size:,}"
        if sha256(expected.path, cancel) == expected.sha256:
            return ""
        return "isn't what OpenAI published under its name" if expected.size is None else "isn't what it was as it came"
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"can't be read ({error.strerror})"


def models_to_verify(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return all models in `folders`, also those that are so damaged that they aren't listed any more."""
    folders = tuple(folders)
    whole = [model.path for model in list_models(folders)]
    return tuple(dict.fromkeys((*whole, *_remains(folders, {_home(path) for path in whole}))))


def _remains(folders: Iterable[Path], known: set[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (file.parent for file in sorted(folder.glob(f"*/{FILE}")) if file.parent not in known)


def _home(model: Path) -> Path:
    return model if model.is_dir() else model.parent


def named(models: Iterable[Path], wish: str) -> Path | None:
    """Return the model whose folder or file is called `wish`."""
    return next((model for model in models if wish in (model.name, model.stem if model.is_file() else "")), None)
