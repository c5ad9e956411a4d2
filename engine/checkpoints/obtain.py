"""A model that somebody asks for: listed, fetched into a folder of models, and known from then on."""

from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from engine.checkpoints.download.fetch import fetch
from engine.checkpoints.download.hub import Hub
from engine.checkpoints.download.values import Fetching
from engine.checkpoints.download.wanted import Wanted
from engine.checkpoints.download.web import Web
from engine.checkpoints.identity import remember
from engine.paths import cache_folder
from engine.progress import Cancel


def obtain(
    model: Wanted, folder: Path, cancel: Cancel, *, revision: str = "main", replace: bool = False
) -> Generator[Fetching, None, Path]:
    """Do what `fetch` does for a model as its server lists it now, and raise what that raises."""
    web = Web()
    path = yield from fetch(Hub(web, cancel).listed(model, revision), folder, web, cancel, replace=replace)
    with suppress(OSError):  # without it the model is read once more when it is first loaded
        remember(path, cache_folder())
    return path
