"""Brings a model that a person has into a folder of models, where it appears once it is whole."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from engine.checkpoints.catalogue import sha256
from engine.checkpoints.download.choose import CONFIGURATION, INDEX, VOCABULARY
from engine.checkpoints.download.disk import in_words
from engine.checkpoints.download.staging import Staging
from engine.checkpoints.download.turn import take
from engine.checkpoints.origin import KnownFile, Origin, read_origin
from engine.disk import sync
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


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is to be brought: `need` bytes at most, which `fill` writes into an empty folder.

    `fill` returns where they are from and what was written, durably; it raises OSError where the disk refuses, and
    EngineError and Cancelled, after each of which nothing is left of it.
    """

    need: int
    fill: Callable[[Path, Cancel], Origin]


def copies(parts: Iterable[Part], source: Path) -> Delivery:
    """Return what copies `parts` of the model in the folder `source`.

    A model that Sotto fetched once keeps its origin. Raises EngineError("model") for what can't be read; so does
    `fill`, and for a model that isn't as it came then.
    """
    parts = tuple(parts)
    return Delivery(sum(_size(part.path) for part in parts), partial(_copy_all, parts, source))


def bring(delivery: Delivery, folder: Path, name: str, cancel: Cancel, *, replace: bool = False) -> Path:
    """Let `delivery` become the model `name` in `folder`; return where it lies. `replace` takes the place of another.

    Raises EngineError("model") if something has its name, ("disk"), and what `fill` raises; nothing is left of it then.
    """
    place = Staging(folder, name, imported=True)
    with in_words(place.target, "import the model again"):
        end = take(place.lock)
        if end is None:
            raise EngineError("model", f"{name} is being fetched or imported already: wait for the end of that.")
        try:
            _check_free(place, replace=replace)
            shutil.rmtree(place.files, ignore_errors=True)
            place.files.mkdir()
            place.check_room(delivery.need)
            place.install(delivery.fill(place.files, cancel))
        finally:
            shutil.rmtree(place.files, ignore_errors=True)
            end()
            place.leave()
    return place.target


def settle(folder: Path, cancel: Cancel) -> tuple[KnownFile, ...]:
    """Make all files of a folder durable, and return what they are. Raises OSError and Cancelled."""
    return tuple(_settle(path, cancel) for path in sorted(folder.iterdir()))


def _settle(file: Path, cancel: Cancel) -> KnownFile:
    sync(file)
    return KnownFile(file.name, file.stat().st_size, sha256(file, cancel))


def _check_free(place: Staging, *, replace: bool) -> None:
    place.restore()
    if place.target.exists() and not replace:
        raise EngineError(
            "model",
            f"{shown(place.target)} is there already: remove that first, or choose another name.",
        )


def _copy_all(parts: tuple[Part, ...], source: Path, folder: Path, cancel: Cancel) -> Origin:
    return _origin(source, tuple(_copy(part, folder, cancel) for part in parts))


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
    known = read_origin(source)
    if known is None:
        return Origin(source.absolute().as_uri(), "", copied)
    pinned = {file.name: file for file in known.files}
    for file in copied:
        if file.name in pinned and pinned[file.name] != file:
            raise EngineError(
                "model", f"{shown(source / file.name)} isn't what it was as it came from {known.source}: fetch it anew."
            )
    return Origin(known.source, known.revision, copied)
