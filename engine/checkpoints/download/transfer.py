"""One file from its server to its place: tried again where it broke, and never another file than was listed."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from engine.checkpoints.download.answers import begin
from engine.checkpoints.download.attentive import attentive
from engine.checkpoints.download.digests import Digests
from engine.checkpoints.download.disk import in_words
from engine.checkpoints.download.part import Part
from engine.checkpoints.download.tries import Tries
from engine.checkpoints.download.values import Activity, Interrupted, Outdated, RemoteFile
from engine.checkpoints.download.web import Answer, Web
from engine.progress import Cancel

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Step:
    """`done` bytes of the file are here."""

    activity: Activity
    done: int
    trouble: str = ""


def transfer(file: RemoteFile, folder: Path, web: Web, cancel: Cancel) -> Generator[Step, None, str]:
    """Put `file` into `folder`, and return its SHA-256; yield how far it is. What has come stays for the next run.

    Raises EngineError("network"), ("model") or ("disk") with the remedy, and Cancelled.
    """
    with in_words(folder / file.name):
        here = yield from _look(file, folder, cancel)
        if here is not None:
            return here
        with closing(Part(file, folder)) as part:
            for _ in part.read_again():
                cancel.check()
                yield Step("checking", part.size)
            tries = Tries(file.name, web.patience)
            while True:
                try:
                    yield from _receive(part, web, cancel)
                    return part.finish()
                except Interrupted as trouble:
                    wait = tries.failed(trouble, part.size)
                    if isinstance(trouble, Outdated):
                        part.begin_anew()
                    yield Step("retrying", part.size, str(trouble))
                    cancel.wait(wait)


def _look(file: RemoteFile, folder: Path, cancel: Cancel) -> Generator[Step, None, str | None]:
    """Return the SHA-256 of a file that came whole before; None if there is none, and it is to be fetched."""
    path = folder / file.name
    if not path.is_file():
        return None
    digests, done = Digests(file), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digests.update(block)
            done += len(block)
            cancel.check()
            yield Step("checking", min(done, file.size))
    if digests.fits:
        return digests.sha256
    path.unlink()
    return None


def _receive(part: Part, web: Web, cancel: Cancel) -> Iterator[Step]:
    """Write what is missing, as far as the connection holds. Raises Interrupted if it broke."""
    file = part.file
    if part.size == file.size:
        return
    with closing(attentive(web.ask(file.url, offset=part.size, etag=part.etag), cancel)) as stream:
        host = ""
        for said in stream:
            if isinstance(said, Answer):
                host = said.host
                if begin(said, file, part.size, part.etag) == 0:
                    part.begin_anew()
                part.belongs_to(said.etag)
            else:
                part.write(said)
                yield Step("fetching", part.size)
    if part.size < file.size:
        raise Interrupted(f"the connection to {host} ended before {file.name} did")
