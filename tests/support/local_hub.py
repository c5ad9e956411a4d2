"""A hub of models on 127.0.0.1 that speaks the routes of Hugging Face's, counts what it sends, and misbehaves as told.

    with LocalHub({"someone/whisper-mini": {"config.json": b"{}"}}) as hub:
        hub.misbehave("config.json", Fault(cut=1))       # the next answer; then the one after it ...
        ...  hub.address ...
    assert hub.sent == 3

`python -m tests.support.local_hub FOLDER` serves a model's folder as local/NAME until it is stopped.
"""

import hashlib
import json
import re
import ssl
import sys
import time
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from engine.checkpoints.download.values import Digest, RemoteFile

COMMIT = "5" * 40
_CHUNK = 16 << 10
_LARGE = (".safetensors", ".bin", ".pt")
_RANGE = re.compile(r"bytes=(\d+)-")


@dataclass(frozen=True, slots=True)
class Fault:
    """How an answer differs from a right one. After `cut` bytes of the body the connection ends; after `hold` bytes the
    server waits for LocalHub.go_on; `pause` seconds pass between two blocks. `headers` replace the right ones, None
    leaves one out; `body` replaces the file; `lazy` takes no notice of Range."""

    cut: int | None = None
    hold: int | None = None
    status: int | None = None
    headers: Mapping[str, str | None] = field(default_factory=dict)
    body: bytes | None = None
    lazy: bool = False
    pause: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a file."""

    name: str
    method: str
    range: str
    if_range: str


class LocalHub:
    """The server, in a thread. `held` is set when an answer waits for `go_on`; `listed` replaces what the tree route
    tells of a file; `page` is how many entries it tells at once."""

    def __init__(self, repositories: Mapping[str, Mapping[str, bytes]], certificate: Path | None = None) -> None:
        self.repositories = {name: dict(files) for name, files in repositories.items()}
        self.faults: dict[str, deque[Fault]] = defaultdict(deque)
        self.listed: dict[str, dict[str, Any]] = {}
        self.page = 1000
        self.asked: list[Asked] = []
        self.paths: list[str] = []
        self.sent = 0
        self.held, self.go_on = Event(), Event()
        handler = type("Handler", (_Handler,), {"hub": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = int(self._server.server_address[1])
        self.address = f"http{'s' if certificate else ''}://127.0.0.1:{self.port}"

    def misbehave(self, name: str, *faults: Fault) -> None:
        """Let the next answers for a file, or for "revision" or "tree", be these."""
        self.faults[name].extend(faults)

    def ranges(self, name: str) -> list[str]:
        """Return the Range of each request for a file, "" where there was none."""
        return [asked.range for asked in self.asked if asked.name == name]

    def __enter__(self) -> "LocalHub":
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.go_on.set()
        self._server.shutdown()
        self._server.server_close()


def remote_file(hub: LocalHub, repository: str, name: str) -> RemoteFile:
    """Return a file as the downloader knows it once it has read the hub's list."""
    told = entry(name, hub.repositories[repository][name]) | hub.listed.get(name, {})
    digest = Digest("sha256", told["lfs"]["oid"]) if "lfs" in told else Digest("git", told["oid"])
    return RemoteFile(name, f"{hub.address}/{repository}/resolve/{COMMIT}/{name}", told["size"], digest)


def folder_of(path: Path) -> dict[str, bytes]:
    """Return the files of a folder, as a repository holds them."""
    return {file.name: file.read_bytes() for file in sorted(path.iterdir()) if file.is_file()}


def entry(name: str, content: bytes) -> dict[str, Any]:
    """Return what the tree route tells of a file."""
    told = {"type": "file", "path": name, "size": len(content), "oid": git_name(content)}
    if name.endswith(_LARGE):
        told["lfs"] = {"oid": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 134}
    return told


def git_name(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


class _Handler(BaseHTTPRequestHandler):
    hub: ClassVar[LocalHub]
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._route()

    def do_GET(self) -> None:
        self._route()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        with suppress(OSError):  # the client has gone
            super().handle()

    def _route(self) -> None:
        self.close_connection = True
        path = urlsplit(self.path)
        self.hub.paths.append(self.path)
        match [unquote(part) for part in path.path.strip("/").split("/")]:
            case ["api", "models", owner, name, "revision", _] if self._has(owner, name):
                self._send_json("revision", {"id": f"{owner}/{name}", "sha": COMMIT})
            case ["api", "models", owner, name, "tree", _] if self._has(owner, name):
                self._tree(f"{owner}/{name}", int(parse_qs(path.query).get("cursor", ["0"])[0]))
            case [owner, name, "resolve", _, file] if self._has(owner, name):
                self._resolve(f"{owner}/{name}", file)
            case ["storage", owner, name, file]:
                self._file(file, self.hub.repositories[f"{owner}/{name}"][file])
            case _:
                self._answer(404, {"X-Error-Code": "RepoNotFound"}, b"")

    def _has(self, owner: str, name: str) -> bool:
        return f"{owner}/{name}" in self.hub.repositories

    def _tree(self, repository: str, first: int) -> None:
        hub = self.hub
        files = hub.repositories[repository]
        told = [entry(name, content) | hub.listed.get(name, {}) for name, content in files.items()]
        told.append({"type": "directory", "path": "logs", "size": 0, "oid": "0" * 40})
        end = first + hub.page
        following = f"{hub.address}/api/models/{repository}/tree/{COMMIT}?cursor={end}"
        link = {"Link": f'<{following}>; rel="next"'} if end < len(told) else {}
        self._send_json("tree", told[first:end], link)

    def _resolve(self, repository: str, name: str) -> None:
        content = self.hub.repositories[repository].get(name)
        if content is None:
            self._answer(404, {"X-Error-Code": "EntryNotFound"}, b"")
        elif name.endswith(_LARGE):
            linked = {"X-Linked-Size": str(len(content)), "X-Linked-ETag": f'"{hashlib.sha256(content).hexdigest()}"'}
            place = {"Location": f"/storage/{repository}/{name}", "X-Repo-Commit": COMMIT}
            self._answer(302, place | linked, b"Found. Redirecting")
        else:
            self._file(name, content)

    def _file(self, name: str, content: bytes) -> None:
        hub, asked, condition = self.hub, self.headers.get("Range", ""), self.headers.get("If-Range", "")
        hub.asked.append(Asked(name, self.command, asked, condition))
        fault = hub.faults[name].popleft() if hub.faults[name] else Fault()
        content = content if fault.body is None else fault.body
        etag = fault.headers.get("ETag") or f'"{hashlib.sha256(content).hexdigest()}"'
        headers = {"ETag": etag, "Accept-Ranges": "bytes", "Content-Type": "application/octet-stream"}
        headers |= {"X-Repo-Commit": COMMIT}
        found = _RANGE.fullmatch(asked)
        if not found or fault.lazy or (condition and condition != etag):
            self._answer(200, headers, content, fault)
        elif (first := int(found[1])) >= len(content):
            self._answer(416, headers | {"Content-Range": f"bytes */{len(content)}"}, b"", fault)
        else:
            place = {"Content-Range": f"bytes {first}-{len(content) - 1}/{len(content)}"}
            self._answer(206, headers | place, content[first:], fault)

    def _send_json(self, name: str, content: object, headers: Mapping[str, str] | None = None) -> None:
        fault = self.hub.faults[name].popleft() if self.hub.faults[name] else Fault()
        body = json.dumps(content).encode() if fault.body is None else fault.body
        self._answer(200, {"Content-Type": "application/json"} | dict(headers or {}), body, fault, counted=False)

    def _answer(
        self, status: int, headers: Mapping[str, str], body: bytes, fault: Fault = Fault(), *, counted: bool = True
    ) -> None:
        self.send_response(fault.status or status)
        for name, value in (
            {"Content-Length": str(len(body)), "Connection": "close"} | dict(headers) | dict(fault.headers)
        ).items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        for block in self._blocks(body, fault):
            self.hub.sent += len(block) if counted and (fault.status or status) in (200, 206) else 0
            self.wfile.write(block)  # behind the count, which is complete when the client has all

    def _blocks(self, body: bytes, fault: Fault) -> Iterable[bytes]:
        if fault.hold is not None:
            yield from self._paced(body[: fault.hold], fault.pause)
            self.hub.held.set()
            self.hub.go_on.wait(60)
            body = body[fault.hold :]
        body = body if fault.cut is None else body[: fault.cut]
        yield from self._paced(body, fault.pause)

    def _paced(self, body: bytes, pause: float) -> Iterable[bytes]:
        for at in range(0, len(body), _CHUNK):
            yield body[at : at + _CHUNK]
            time.sleep(pause)


def main(folder: Path) -> None:
    with LocalHub({f"local/{folder.name}": folder_of(folder)}) as hub:
        print(f"HF_ENDPOINT={hub.address} sotto models get local/{folder.name}", flush=True)
        Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
