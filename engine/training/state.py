"""The state of a training on disk: all that a resumed run needs to go on as if it had never stopped."""

import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

from engine.errors import EngineError
from engine.paths import shown


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the curve: the mean loss since the last one, and what was measured there."""

    step: int
    minutes: float  # of training until here
    loss: float
    wer: float | None = None
    rate: float = 0.0
    language: float | None = None  # share of the windows whose language, or silence, was told rightly


@dataclass(slots=True)
class State:
    """State dicts of network, aids and optimizers, the lowest word error rate so far, and the curve."""

    step: int = 0
    minutes: float = 0.0
    network: dict[str, Any] = field(default_factory=dict)
    aids: dict[str, Any] = field(default_factory=dict)
    optimizers: list[dict[str, Any]] = field(default_factory=list)
    best: float | None = None
    curve: list[Point] = field(default_factory=list)


def save(state: State, path: Path) -> None:
    """Write the state so that a reader finds the old file or the new one, never a half. Raises EngineError("disk")."""
    content = {name: getattr(state, name) for name in ("step", "minutes", "network", "aids", "optimizers", "best")}
    content["curve"] = [asdict(point) for point in state.curve]
    new = path.with_suffix(".new")
    try:
        with new.open("wb") as file:
            torch.save(content, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except (OSError, RuntimeError) as error:  # torch's writer makes its own of what the disk says
        reason = error if isinstance(error, OSError) else error.__context__
        if not isinstance(reason, OSError):
            raise
        raise EngineError(
            "disk", f"{shown(path)} can't be written ({reason.strerror or reason}): make room and resume."
        ) from error


def load(path: Path, device: torch.device) -> State:
    """Read a state. Raises EngineError("model") if it is missing or damaged."""
    try:
        content = torch.load(path, map_location=device, weights_only=True)
        return State(**content | {"curve": [Point(**point) for point in content["curve"]]})
    except (OSError, RuntimeError, KeyError, TypeError, EOFError) as error:
        raise EngineError("model", f"{path} is no state of a training, or damaged: start anew.") from error
