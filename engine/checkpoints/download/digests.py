"""Checksums that are computed while bytes come in."""

import hashlib

from engine.checkpoints.download.values import Digest, RemoteFile


class Digests:
    """SHA-256, and beside it what the server's list names, of the bytes so far."""

    def __init__(self, file: RemoteFile) -> None:
        self._wanted = file.digest
        self._sha256 = hashlib.sha256()
        self._git = hashlib.sha1(b"blob %d\0" % file.size, usedforsecurity=False)

    def update(self, block: bytes) -> None:
        self._sha256.update(block)
        if self._wanted.kind == "git":
            self._git.update(block)

    @property
    def sha256(self) -> str:
        return self._sha256.hexdigest()

    @property
    def fits(self) -> bool:
        """Whether the bytes so far are the file."""
        found = self.sha256 if self._wanted.kind == "sha256" else self._git.hexdigest()
        return Digest(self._wanted.kind, found) == self._wanted
