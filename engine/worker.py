"""The child process of the window, `python -m engine.worker`: the server with what the engine can do.

The window starts several, such as one for media and one for the model, and sends each its jobs, so that a film can be
opened while another is heard. torch, and what opens connections, is loaded by the first job that needs it.
"""

import importlib
import os
import shutil
import sys
import time
import warnings
from collections.abc import Generator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from engine.abilities import Abilities
from engine.errors import EngineError
from engine.jobs import models
from engine.jobs.inspect import inspect_model
from engine.jobs.prepare import discard, prepare
from engine.machine import describe_machine
from engine.paths import cache_folder
from engine.progress import Cancel
from engine.protocol import (
    ClearDownload,
    Discard,
    Event,
    Failed,
    FetchModel,
    ImportModel,
    InspectModel,
    Prepare,
    RemoveModel,
    Transcribe,
    VerifyModel,
    encode,
)
from engine.server import Pipe, Server, Work, take_pipe
from engine.sound_folder import sound_folder

if TYPE_CHECKING:  # torch comes with it
    from engine.jobs.hear import Ear

_NICENESS = 10  # the window, and whatever else a person does, goes before


class Workshop:
    """The works that are done in a private folder, and the ear, once it is needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ear: Ear | None = None

    def prepare(self, request: Prepare, cancel: Cancel) -> Generator[Event]:
        yield from prepare(request, self._folder, cancel)

    def discard(self, request: Discard, cancel: Cancel) -> Generator[Event]:
        discard(request, self._folder)
        yield from ()

    def inspect_model(self, request: InspectModel, cancel: Cancel) -> Generator[Event]:
        yield from inspect_model(request, self._load)

    def transcribe(self, request: Transcribe, cancel: Cancel) -> Generator[Event]:
        yield from self._listener().transcribe(request, cancel)

    def import_model(self, request: ImportModel, cancel: Cancel) -> Generator[Event]:
        yield from models.import_model(request, cancel, _with_torch("engine.import_model").import_model)

    def remove_model(self, request: RemoveModel, cancel: Cancel) -> Generator[Event]:
        models.remove_model(request)
        yield from ()

    def clear_download(self, request: ClearDownload, cancel: Cancel) -> Generator[Event]:
        models.clear_download(request)
        yield from ()

    def _load(self, model: Path) -> Abilities:
        return self._listener().abilities(model)

    def _listener(self) -> "Ear":
        if self._ear is None:
            self._ear = _with_torch("engine.jobs.hear").Ear(self._folder)
        return self._ear


def _with_torch(name: str) -> ModuleType:
    """Import a module that needs torch. Raises EngineError("memory") and ("setup")."""
    try:
        return importlib.import_module(name)
    except (ImportError, OSError, SystemError) as error:
        raise _not_loaded(error) from error


def _not_loaded(error: Exception) -> EngineError:
    told = str(error).lower()  # the system's linker has no other way to say it
    if isinstance(error, SystemError) or "cannot allocate memory" in told or "failed to map" in told:
        return EngineError("memory", "There is not enough memory to load the engine: close other programs.")
    return EngineError("setup", "torch can't be loaded: install Sotto again, with its dependencies.")


def main() -> None:
    """Serve until the window's end of the pipe is closed, and leave nothing behind."""
    pipe = take_pipe()
    os.umask(0o077)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    warnings.simplefilter("ignore")  # they speak to programmers
    try:
        with sound_folder(cache_folder()) as folder:
            _serve(pipe, folder)
    except EngineError as error:
        os.write(pipe.events, encode(Failed(0, error.kind, str(error))))
        os._exit(1)
    os._exit(0)  # at once: torch's own end can take a second


def _serve(pipe: Pipe, folder: Path) -> None:
    def give_up() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)

    shop = Workshop(folder)
    works: dict[type, Work] = {
        Prepare: shop.prepare,
        Discard: shop.discard,
        InspectModel: shop.inspect_model,
        Transcribe: shop.transcribe,
        FetchModel: models.fetch_model,
        ImportModel: shop.import_model,
        VerifyModel: models.verify_model,
        RemoveModel: shop.remove_model,
        ClearDownload: shop.clear_download,
    }
    Server(pipe, works, _log, give_up).run(describe_machine())


def _log(line: str) -> None:
    """Write to the log; lines name jobs, never files or what was said."""
    try:
        sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    except OSError:
        return  # its reader is gone, as the window soon tells us by the pipe


if __name__ == "__main__":
    main()
