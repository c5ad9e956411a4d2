"""Tells the window what a model can do, by its small files; only a .pt file that nobody published must be loaded."""

from collections.abc import Callable, Iterator
from pathlib import Path

from engine.abilities import Abilities
from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.find import abilities_of, find_model
from engine.checkpoints.local import inspect
from engine.paths import model_folders
from engine.protocol import Event, InspectModel, ModelInspected


def inspect_model(request: InspectModel, load: Callable[[Path], Abilities]) -> Iterator[Event]:
    """Yield ModelInspected; `load` loads a model and says what it can do. Raises EngineError("model")."""
    path = find_model(request.model, model_folders())
    if abilities_of(path) is None:
        yield ModelInspected(request.job, path.stem, str(path), 0, path.stat().st_size, load(path))
        return
    info = inspect(path, read_offers())
    yield ModelInspected(request.job, info.name, str(info.path), info.parameters, info.size, info.abilities)
