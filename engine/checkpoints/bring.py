"""Copies a model that a person has into a folder of models, where it appears once it is whole."""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from engine.checkpoints.download.choose import CONFIGURATION, INDEX, VOCABULARY
from engine.checkpoints.download.disk import in_words
from engine.checkpoints.download.staging import Staging
from engine.checkpoints.download.turn import take
from engine.checkpoints.origin import KnownFile, Origin, read_origin
from engine.errors import EngineError
from engine.model_folder import weight_files
from engine.paths import shown
from engine.progress import Cancel

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """A file as it will be called, and where it lies now."""

    name: str
    path: Path


def parts_of_folder(folder: Path) -> tuple[Part, ...]:
    """Return what a model needs of a Hugging Face folder, and nothing else that lies there. Raises
    EngineError("model") if it has no weights."""
    small = (folder / name for name in (*CONFIGURATION, INDEX, *VOCABULARY))
    return tuple(Part(path.name, path) for path in (*(path for path in small if path.is_file()), *weight_files(folder)))


def parts_of_file(file: Path, name: str, vocabulary: Path) -> tuple[Part, ...]:
    """Return a .pt file, to be called `name`, and its vocabulary: a .tiktoken file or a folder."""
    if vocabulary.is_file():
        return Part(name, file), Part(vocabulary.name, vocabulary)
    files = (vocabulary / each for each in VOCABULARY)
    return Part(name, file), *(Part(path.name, path) for path in files if path.is_file())


def bring(
    parts: Iterable[Part], source: Path, folder: Path, name: str, cancel: Cancel, *, replace: bool = False
) -> Path:
    """Copy `parts` of the model at `source` into `folder`; return where it lies. `replace` takes the place of another.

    A model that Sotto fetched once keeps its origin. Raises EngineError("model") if it isn't as it came then, or if
    something has its name; ("disk"), and Cancelled: nothing is left of it then.
    """
    place, parts = Staging(folder, name, imported=True), tuple(parts)
    with in_words(place.target, "import the model again"):
        end = take(place.lock)
        if end is None:
            raise EngineError("model", f"{name} is being fetched or imported already: wait for the end of that.")
        try:
            _check_free(place, replace=replace)
            shutil.rmtree(place.files, ignore_errors=True)
            place.files.mkdir()
            place.check_room(sum(_size(part.path) for part in parts))
            copied = tuple(_copy(part, place.files, cancel) for part in parts)
            place.install(_origin(source, copied))
        finally:
            shutil.rmtree(place.files, ignore_errors=True)
            end()
            place.leave()
    return place.target


def _check_free(place: Staging, *, replace: bool) -> None:
    place.restore()
    if place.target.exists() and not replace:
        raise EngineError(
            "model",
            f"{shown(place.target)} is there already: remove that first, or choose another name.",
        )


def _copy(part: Part, folder: Path, cancel: Cancel) -> KnownFile:
    sha256, size = hashlib.sha256(), 0
    with _opened(part.path) as source, (folder / part.name).open("wb") as target:
        while block := source.read(_BLOCK):
            sha256.update(block)
            size += target.write(block)
            cancel.check()
        target.flush()
        os.fsync(target.fileno())
    return KnownFile(part.name, size, sha256.hexdigest())


def _opened(file: Path) -> BinaryIO:
    with _told(file):
        return file.open("rb")


def _size(file: Path) -> int:
    with _told(file):
        return file.stat().st_size


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Say of a file that is to be copied why it can't be read."""
    try:
        yield
    except OSError as error:
        raise EngineError(
            "model", f"{shown(file)} can't be read ({error.strerror}): see to it and try again."
        ) from error


def _origin(source: Path, copied: tuple[KnownFile, ...]) -> Origin:
    folder = source if source.is_dir() else source.parent
    known = read_origin(folder)
    if known is None:
        return Origin(source.absolute().as_uri(), "", copied)
    pinned = {file.name: file for file in known.files}
    for file in copied:
        if file.name in pinned and pinned[file.name] != file:
            raise EngineError(
                "model", f"{shown(folder / file.name)} isn't what it was as it came from {known.source}: fetch it anew."
            )
    return Origin(known.source, known.revision, copied)
