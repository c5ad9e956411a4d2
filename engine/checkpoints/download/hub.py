"""What a hub of models lists: Hugging Face's, or a mirror with the same routes that HF_ENDPOINT names."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from engine.checkpoints.catalogue import Published
from engine.checkpoints.download.address import join, redirected
from engine.checkpoints.download.answers import check
from engine.checkpoints.download.attentive import attentive
from engine.checkpoints.download.choose import needed, vocabulary
from engine.checkpoints.download.tries import Tries
from engine.checkpoints.download.values import Digest, Interrupted, RemoteFile, RemoteModel
from engine.checkpoints.download.wanted import Wanted, endpoint
from engine.checkpoints.download.web import Answer, Web
from engine.errors import EngineError
from engine.progress import Cancel

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LARGEST = 16 << 20  # bytes of one page of a list
_LARGEST_FILE = 1 << 60
_PAGES = 50


class Hub:
    """A server that lists repositories. Its answers are asked for again where the connection breaks."""

    def __init__(self, web: Web, cancel: Cancel, address: str = "") -> None:
        self._web = web
        self._cancel = cancel
        self._address = address or endpoint()

    def listed(self, wanted: Wanted, revision: str = "main") -> RemoteModel:
        """List what is wanted; one of OpenAI's own files has no revisions. Raises as below."""
        return self.model(wanted.source, revision) if wanted.file is None else self.published(wanted.file)

    def model(self, repository: str, revision: str = "main") -> RemoteModel:
        """List what a Whisper folder needs of a repository, as it is now at `revision`: a branch, tag or commit.

        Raises EngineError("network") or ("model") with the remedy, and Cancelled.
        """
        commit, files = self._files(repository, revision)
        return RemoteModel(repository.split("/")[1], repository, commit, needed(files, repository))

    def published(self, model: Published) -> RemoteModel:
        """List one of OpenAI's files, and from its repository the vocabulary that it comes without. Raises as above."""
        answer, _ = self._ask(model.url, model.file, method="HEAD")
        if not answer.length:
            raise EngineError("network", f"{answer.host} doesn't tell how long {model.file} is: try again later.")
        weights = RemoteFile(model.file, model.url, answer.length, Digest("sha256", model.sha256))
        _, files = self._files(model.repository, "main")
        return RemoteModel(model.name, model.url, "", (*vocabulary(files, model.repository), weights))

    def _files(self, repository: str, revision: str) -> tuple[str, tuple[RemoteFile, ...]]:
        """Return the commit that a revision is now, and the files in its first folder."""
        owner, name = repository.split("/")
        told = self._json(join(self._address, "api", "models", owner, name, "revision", revision), repository)
        commit = told.get("sha") if isinstance(told, dict) else None
        if not isinstance(commit, str) or not _COMMIT.fullmatch(commit):
            raise _unknown_answer(repository)
        base = join(self._address, owner, name, "resolve", commit)
        url = join(self._address, "api", "models", owner, name, "tree", commit)
        return commit, tuple(file for page in self._pages(url, repository) for file in _entries(page, base, repository))

    def _pages(self, url: str, repository: str) -> Iterator[Any]:
        for _ in range(_PAGES):
            answer, content = self._ask(url, f"the list of {repository}'s files")
            yield _parsed(content, repository)
            if not answer.next:
                return
            url = redirected(url, answer.next)

    def _json(self, url: str, repository: str) -> Any:
        return _parsed(self._ask(url, repository)[1], repository)

    def _ask(self, url: str, what: str, method: str = "GET") -> tuple[Answer, bytes]:
        tries = Tries(what, self._web.patience)
        while True:
            try:
                return self._ask_once(url, what, method)
            except Interrupted as trouble:
                self._cancel.wait(tries.failed(trouble))

    def _ask_once(self, url: str, what: str, method: str) -> tuple[Answer, bytes]:
        answer, content = None, b""
        with closing(attentive(self._web.ask(url, method=method), self._cancel)) as stream:
            for said in stream:
                if isinstance(said, Answer):
                    answer = said
                    check(answer, what)
                else:
                    content += said
                if len(content) > _LARGEST:
                    raise _unknown_answer(what)
        if answer is None or (method == "GET" and len(content) < (answer.length or 0)):
            raise Interrupted("the answer broke off")
        return answer, content


def _parsed(content: bytes, repository: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _unknown_answer(repository) from error


def _entries(page: Any, base: str, repository: str) -> Iterator[RemoteFile]:
    """Read the tree route's list: `lfs` tells of what lies in large storage, `oid` is git's name for the rest."""
    try:
        for entry in page:
            if entry["type"] != "file":
                continue
            large = entry.get("lfs")
            digest = Digest("sha256", large["oid"]) if large else Digest("git", entry["oid"])
            size, name = (large or entry)["size"], entry["path"]
            if type(size) is not int or not 0 <= size < _LARGEST_FILE or type(name) is not str or not _is_hex(digest):
                raise ValueError(name)
            yield RemoteFile(name, join(base, name), size, digest)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unknown_answer(repository) from error


def _is_hex(digest: Digest) -> bool:
    shape = _SHA256 if digest.kind == "sha256" else _COMMIT
    return isinstance(digest.value, str) and shape.fullmatch(digest.value) is not None


def _unknown_answer(repository: str) -> EngineError:
    return EngineError(
        "network", f"What the server tells of {repository} is no list of a hub's files: check HF_ENDPOINT."
    )
