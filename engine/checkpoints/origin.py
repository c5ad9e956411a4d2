"""Where the model in a folder was fetched from, and the checksums of its files: pinned from then on."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "sotto.json"  # in the model's folder
_VERSION = 1


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as it was when it came."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Origin:
    """`source` is a repository, or the URL of a file; `revision` is the commit, "" for a file that has none."""

    source: str
    revision: str
    files: tuple[KnownFile, ...]


def read_origin(folder: Path) -> Origin | None:
    """Return where a model came from; None if nobody wrote it down, or another version of Sotto did."""
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if content["version"] != _VERSION:
            return None
        files = tuple(KnownFile(file["name"], int(file["size"]), file["sha256"]) for file in content["files"])
        return Origin(content["source"], content["revision"], files)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_origin(folder: Path, origin: Origin) -> None:
    """Write it down. Raises OSError."""
    content = {"version": _VERSION} | asdict(origin)
    (folder / FILE).write_text(json.dumps(content, indent=1), encoding="utf-8")
