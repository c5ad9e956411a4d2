"""Before a model is loaded: are its files still those that came? Each is read once, and known again by its identity.

A file that has the device, inode, size and time of change of one that was read before is taken for that one: to read
three gigabytes at every start would take longer than to load them. Models without an origin are nobody's promise, and
are not looked at.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from engine.checkpoints.verify import Expected, difference, expected_files
from engine.disk import replace_text
from engine.errors import EngineError
from engine.paths import shown
from engine.progress import Cancel

FILE = "known-files.json"  # in the cache
_VERSION = 1
_MOST = 1000  # files that are remembered


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a file from others, and from itself after a change; `changed` is in ns."""

    device: int
    inode: int
    size: int
    changed: int

    @property
    def key(self) -> str:
        return f"{self.device}:{self.inode}:{self.size}:{self.changed}"


def check_identity(model: Path, cache: Path, cancel: Cancel | None = None) -> None:
    """Raise EngineError("model") with the remedy if a file of `model` isn't what its origin says.

    `cache` is the folder in which what was read is remembered; where it can't be written, files are read each time.
    Raises Cancelled.
    """
    expected = expected_files(model, ())
    if not expected:
        return
    remembered = _read(cache / FILE)
    known = dict(remembered)
    for file in expected:
        _check(file, known, cancel or Cancel())
    if known != remembered:
        _write(cache / FILE, known)


def remember(model: Path, cache: Path) -> None:
    """Take the files of a model that has just come for what its origin says: they were compared meanwhile."""
    known = _read(cache / FILE)
    found = ((_identity(file.path), file.sha256) for file in expected_files(model, ()))
    _write(cache / FILE, known | {identity.key: sha256 for identity, sha256 in found if identity is not None})


def _check(file: Expected, known: dict[str, str], cancel: Cancel) -> None:
    before = _identity(file.path)
    if before is not None and known.get(before.key) == file.sha256:
        return
    if told := difference(file, cancel):
        raise EngineError(
            "model",
            f"{shown(file.path)} {told}, and is not loaded: {file.remedy}, or verify it to see what else differs.",
        )
    if before is not None and before == _identity(file.path):  # nobody wrote to it meanwhile
        known[before.key] = file.sha256


def _identity(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return Identity(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _read(file: Path) -> dict[str, str]:
    """Return what is remembered; nothing if the file is damaged: then everything is read once more."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if (
        not isinstance(content, dict)
        or content.get("version") != _VERSION
        or not isinstance(content.get("files"), dict)
    ):
        return {}
    return {key: sha256 for key, sha256 in content["files"].items() if isinstance(sha256, str)}


def _write(file: Path, known: dict[str, str]) -> None:
    latest = dict(list(known.items())[-_MOST:])
    with suppress(OSError):
        replace_text(file, json.dumps({"version": _VERSION, "files": latest}))
