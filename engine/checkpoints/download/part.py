"""The part of a file that has come so far: NAME.part, and NAME.part.json, which says of what it is a part."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.checkpoints.download.digests import Digests
from engine.checkpoints.download.values import Outdated, RemoteFile
from engine.errors import EngineError

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class _Belonging:
    """What a part belongs to; `etag` is what the server at `url` called the file, "" if it gave it no lasting name."""

    url: str
    etag: str
    length: int
    digest: str


class Part:
    """A file on its way, open until `close`. `size` bytes of it are here. Raises OSError where the disk fails."""

    def __init__(self, file: RemoteFile, folder: Path) -> None:
        """Go on with what lies in `folder` if it is a part of this very file, else begin anew."""
        self.file = file
        self.size = 0
        self.etag = ""
        self._path = folder / f"{file.name}.part"
        self._note = folder / f"{file.name}.part.json"
        self._place = folder / file.name
        self._old = False  # whether bytes are in it that another run wrote
        known = self._known()
        self._digests = Digests(file)
        self._stream = self._path.open("r+b" if known else "w+b")
        self.etag = known.etag if known and known.url == file.url else ""

    def read_again(self) -> Iterator[None]:
        """Take up what another run wrote, block by block."""
        while block := self._stream.read(_BLOCK):
            self._digests.update(block)
            self.size += len(block)
            self._old = True
            yield
        if self.size > self.file.size:
            self.begin_anew()

    def begin_anew(self) -> None:
        """Forget what is here."""
        self._stream.seek(0)
        self._stream.truncate()
        self._digests = Digests(self.file)
        self.size, self.etag, self._old = 0, "", False

    def belongs_to(self, etag: str) -> None:
        """Note by which name the server knows the file whose bytes are written from here on."""
        self.etag = etag
        belonging = _Belonging(self.file.url, etag, self.file.size, self.file.digest.value)
        self._note.write_text(json.dumps(asdict(belonging)))

    def write(self, block: bytes) -> None:
        """Append. Raises EngineError("network") for more bytes than the file has."""
        if self.size + len(block) > self.file.size:
            self.discard()
            raise EngineError(
                "network",
                f"More came as {self.file.name} than its {self.file.size:,} bytes: try again later. Nothing was "
                "installed.",
            )
        self._stream.write(block)
        self._digests.update(block)
        self.size += len(block)

    def finish(self) -> str:
        """Give the file its name, once it is whole and on the disk; return its SHA-256.

        Raises Outdated if its bytes are wrong and some of them are from another run, whose end nobody saw, and
        EngineError("network") if they all came just now; nothing of them is left then.
        """
        if not self._digests.fits:
            if self._old:
                raise Outdated(f"what was here of {self.file.name} is damaged")
            self.discard()
            raise EngineError(
                "network",
                f"{self.file.name} came with another checksum than the published one: try again later, on another "
                "network if it happens again. Nothing was installed.",
            )
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._stream.close()
        self._path.replace(self._place)
        self._note.unlink(missing_ok=True)
        return self._digests.sha256

    def close(self) -> None:
        self._stream.close()

    def discard(self) -> None:
        """Remove what is here."""
        with suppress(OSError):  # a disk that refuses even that has been told of
            self._stream.close()
        self._path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def _known(self) -> _Belonging | None:
        """Return what the part that is here belongs to if that is this file, told by its checksum."""
        try:
            known = _Belonging(**json.loads(self._note.read_text()))
            fits = (known.digest, known.length) == (self.file.digest.value, self.file.size)
            return known if fits and self._path.is_file() else None
        except (FileNotFoundError, ValueError, TypeError):  # UnicodeDecodeError is a ValueError
            return None
