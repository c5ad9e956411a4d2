"""What the fake engine says to requests for models, by what it was told to do: see tests/support/fake_engine.py."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from engine.errors import EngineError, FailureKind
from engine.protocol import (
    ClearDownload,
    Event,
    FetchModel,
    ImportModel,
    ModelBrought,
    ModelProgress,
    ModelVerified,
    RemoveModel,
    VerifyModel,
)
from engine.protocol.messages import ModelRequest

SIZE = 1_000_000  # bytes of each model that it fetches
SPEED = 250_000  # bytes a second, as it says
TROUBLE = "the connection to example.org broke"
PROBLEMS = ("model.safetensors isn't what it was as it came", "tokenizer.json is missing")


def answers(request: ModelRequest, conduct: str, kind: str) -> Iterator[Event]:
    """Yield what is said before the end. Raises EngineError where it was told to fail."""
    if conduct == "refuse" or (conduct == "untrusted" and isinstance(request, ImportModel) and not request.trusted):
        raise EngineError("untrusted" if conduct == "untrusted" else cast(FailureKind, kind), "As it was told to.")
    match request:
        case FetchModel(job=job, wish=wish, folder=folder):
            yield from _fetched(job, conduct, kind)
            yield ModelBrought(job, str(Path(folder) / wish.rpartition("/")[2]))
        case ImportModel(job=job, source=source, folder=folder):
            yield ModelBrought(job, str(Path(folder) / Path(source).stem))
        case VerifyModel(job=job):
            yield ModelVerified(job, 5, PROBLEMS if conduct == "differs" else ())
        case RemoveModel() | ClearDownload():
            pass


def _fetched(job: int, conduct: str, kind: str) -> Iterator[ModelProgress]:
    if conduct == "stumble":
        yield ModelProgress(job, "waiting", 0, SIZE)
        yield ModelProgress(job, "retrying", 0, SIZE, trouble=TROUBLE)
    yield ModelProgress(job, "checking", 0, SIZE)
    for done in (SIZE // 4, SIZE // 2, 3 * SIZE // 4, SIZE):
        if conduct == "fetch-fail" and done > SIZE // 2:
            raise EngineError(cast(FailureKind, kind), "As it was told to.")
        yield ModelProgress(job, "fetching", done, SIZE, SPEED, 1000 * (SIZE - done) // SPEED)
        while conduct == "fetch-endless" and done == SIZE // 2:
            yield ModelProgress(job, "fetching", done, SIZE, SPEED, 1000 * (SIZE - done) // SPEED)
