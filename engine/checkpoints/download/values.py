"""What a download is made of: files with their checksums, the model that they are, and how far it is."""

from dataclasses import dataclass
from typing import Literal

Activity = Literal["waiting", "checking", "fetching", "retrying"]


@dataclass(frozen=True, slots=True)
class Digest:
    """What a file's bytes must come to: a SHA-256, or git's name for them, the SHA-1 of "blob SIZE", NUL and the bytes.

    The hub lists the first for what lies in its large storage and the second for the rest.
    """

    kind: Literal["sha256", "git"]
    value: str


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file as its server lists it; `size` is in bytes, `name` has no folder in it."""

    name: str
    url: str
    size: int
    digest: Digest


@dataclass(frozen=True, slots=True)
class RemoteModel:
    """All files of a model. `name` is that of its folder here; `source` a repository, or the URL of a file, and
    `revision` the commit that was listed, "" for a file that has none."""

    name: str
    source: str
    revision: str
    files: tuple[RemoteFile, ...]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class Fetching:
    """How far a model is: `done` of `total` bytes, all its files together, and what is happening to `file`.

    `speed` is in bytes a second and `left` in ms, None where nobody can know yet. "waiting" is for another process
    that fetches the same, "checking" reads what came before, and "retrying" says in `trouble` why.
    """

    activity: Activity
    file: str
    done: int
    total: int
    speed: int | None = None
    left: int | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a silent server is waited for, and how often a broken connection is tried again. Times are in seconds:
    the wait doubles from `first_wait` with every try that brought nothing."""

    stall: float = 30.0
    tries: int = 6
    first_wait: float = 1.0
    longest_wait: float = 60.0

    def wait(self, failures: int, asked: float | None = None) -> float:
        """Return how long to wait after so many failures in a row; a server may have `asked` for a time."""
        own = self.first_wait * float(2 ** (failures - 1))
        return min(self.longest_wait, max(own, asked or 0.0))


class Interrupted(Exception):  # noqa: N818 - what may pass, and is tried again
    """A connection that broke, or a server that asks to come back; `wait` in seconds is the server's own wish."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Outdated(Interrupted):
    """What is here of the file doesn't belong to what the server has: it must go."""
