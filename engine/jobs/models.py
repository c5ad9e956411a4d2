"""What the window asks for models: to fetch, import, verify and remove them."""

import time
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

from engine.checkpoints import removal
from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.download.leftovers import left_over
from engine.checkpoints.download.values import Fetching
from engine.checkpoints.download.wanted import wanted
from engine.checkpoints.verify import difference, expected_files
from engine.errors import EngineError
from engine.paths import shown
from engine.progress import Cancel
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

_PAUSE = 0.2  # seconds between two messages that say the same but a number


def fetch_model(request: FetchModel, cancel: Cancel) -> Generator[Event]:
    """Yield how far the model is, then ModelBrought. Raises what `obtain` does, and EngineError("options")."""
    from engine.checkpoints.obtain import obtain  # opens connections, which no other job does

    model, folder = wanted(request.wish), Path(request.folder)
    path = None if request.replace else model.here(folder)
    if path is None:
        with closing(obtain(model, folder, cancel, replace=request.replace)) as work:
            path = yield from told(request.job, work)
    yield ModelBrought(request.job, str(path))


def told(
    job: int, work: Generator[Fetching, None, Path], clock: Callable[[], float] = time.monotonic
) -> Generator[ModelProgress, None, Path]:
    """Tell each change of what is done, the end of it, and numbers five times a second; return what `work` does."""
    last, told_at = ("", ""), 0.0
    while True:
        try:
            now = next(work)
        except StopIteration as end:
            return Path(end.value)
        doing, at = (now.activity, now.trouble), clock()
        if doing != last or at - told_at >= _PAUSE or now.done == now.total:
            last, told_at = doing, at
            yield ModelProgress(job, now.activity, now.done, now.total, now.speed, now.left, now.trouble)


def import_model(request: ImportModel, cancel: Cancel, take_over: Callable[..., Path]) -> Generator[Event]:
    """Yield ModelBrought; `take_over` is engine.import_model's function, and raises what that raises."""
    path = take_over(Path(request.source), Path(request.folder), cancel, trusted=request.trusted)
    yield ModelBrought(request.job, str(path))


def verify_model(request: VerifyModel, cancel: Cancel) -> Generator[Event]:
    """Yield ModelVerified. Raises EngineError("model") if nothing is there, and Cancelled."""
    model = Path(request.path)
    expected = expected_files(model, read_offers())
    if not expected and not model.exists():
        raise EngineError("model", f"{shown(model)} is no longer there: look at the list of models again.")
    compared = ((file, difference(file, cancel)) for file in expected)
    problems = tuple(f"{shown(Path(file.path.name))} {how}" for file, how in compared if how)
    yield ModelVerified(request.job, len(expected), problems)


def remove_model(request: RemoveModel) -> None:
    """Remove it. Raises EngineError("model") for what isn't to be removed, and ("disk")."""
    removal.remove(removal.home_of(Path(request.path), tuple(map(Path, request.folders))))


def clear_download(request: ClearDownload) -> None:
    """Remove what came of it. Raises EngineError("model") while a process is at work on it, and ("disk")."""
    folder, name = Path(request.folder), request.name
    if name in left_over(folder) and not removal.clear_away(folder, name):
        raise EngineError("model", f"{shown(Path(name))} is being fetched or imported: stop that first.")
