"""The media file of a document: how it is known again, and where it is looked for after it was moved."""

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.document import Media

_PART = 1 << 20  # bytes of the beginning and of the end that are read; a film is never read whole
_MOST_SEEN = 10_000  # files that are looked at in one folder and below it
_DEPTH = 2  # folders below the project's


def media_at(path: Path) -> Media:
    """Return the reference to a media file. Raise EngineError("media") if it can't be read."""
    try:
        return Media(str(path.absolute()), path.stat().st_size, _fingerprint(path))
    except OSError as error:
        raise EngineError("media", f"{shown(path)} cannot be read: {error.strerror}, check name and disk") from None


def find_media(media: Media, beside: Path, folders: Sequence[Path] = ()) -> Path | None:
    """Return where the media file is now, proven by its content; None if it is nowhere where we look.

    Looked at are its old path, the folder of the project file `beside`, first for its name, and `folders`, each with
    the two levels of folders below it.
    """
    name = Path(media.path).name
    near = chain([Path(media.path), beside.parent / name], *(_files(folder) for folder in (beside.parent, *folders)))
    return next((path for path in near if _is(path, media)), None)


def _is(path: Path, media: Media) -> bool:
    try:
        return path.is_file() and path.stat().st_size == media.size and _fingerprint(path) == media.fingerprint
    except (OSError, ValueError):
        return False


def _files(folder: Path) -> Iterator[Path]:
    return islice(_below(folder, _DEPTH), _MOST_SEEN)


def _below(folder: Path, depth: int) -> Iterator[Path]:
    """Yield files, those of the folder itself first; folders that can't be read hold none."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    yield from (Path(entry.path) for entry in found if entry.is_file())
    if depth:
        for entry in found:
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from _below(Path(entry.path), depth - 1)


def _fingerprint(path: Path) -> str:
    """Return a hash of size, first and last part: it tells films apart and takes a moment on a slow disk, too."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        found = blake2b(b"%d " % size, digest_size=16)
        found.update(file.read(_PART))
        file.seek(max(_PART, size - _PART))  # a short file is hashed once
        found.update(file.read(_PART))
    return found.hexdigest()
