"""Where a window's time goes, operator by operator: in single precision and in the fast mode."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.profiler import ProfilerActivity, profile

from engine.whisper.checkpoint import Model, load
from engine.whisper.modes import Mode
from engine.whisper.options import Options
from engine.whisper.transcribe import transcribe

MODES: tuple[Mode, ...] = ("reference", "fast")
_ROWS = 10
_SAMPLES = 30 * 16_000


@dataclass(frozen=True, slots=True)
class Operator:
    """Some calls of one of torch's operators: ms without those that it calls."""

    name: str
    calls: int
    own: float


@dataclass(frozen=True, slots=True)
class Profile:
    """The operators with the most time of their own in half a window's work, and how long all took, in ms."""

    size: str
    what: str
    mode: str
    whole: float
    operators: tuple[Operator, ...]


class Noise:
    """A window of noise."""

    def __len__(self) -> int:
        return _SAMPLES

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return np.random.default_rng(0).standard_normal(stop - start).astype(np.float32) * np.float32(0.1)


class Kept(nn.Module):
    """Stands in for an encoder whose work is done."""

    def __init__(self, features: Tensor, dtype: torch.dtype) -> None:
        super().__init__()
        self.dtype = dtype
        self._features = features

    def forward(self, mel: Tensor) -> Tensor:
        return self._features


def profiles(size: str, folder: Path) -> list[Profile]:
    """Profile one window in both modes: the encoder, then the decoder with all rules, and the mel with it."""
    found = []
    for mode in MODES:
        model = load(folder, device="cpu", mode=mode)
        network = model.network
        mel = torch.randn(1, network.dims.n_mels, 2 * network.dims.n_audio_ctx).to(network.encoder.dtype)
        with torch.inference_mode():
            features = network.encoder(mel)
            found.append(_profiled(size, "encoder", mode, partial(network.encoder, mel)))
        network.encoder = Kept(features, network.encoder.dtype)  # type: ignore[assignment]
        for what, beams in (("decoder, greedy", None), ("decoder, beam 5", 5)):
            found.append(_profiled(size, what, mode, partial(_hear, model, beams)))
    return found


def _hear(model: Model, beams: int | None) -> None:
    options = Options(language="en", temperature=(0.0,), beam_size=beams, condition_on_previous_text=False)
    for _ in transcribe(model, Noise(), options):
        pass


def _profiled(size: str, what: str, mode: str, work: Callable[[], object]) -> Profile:
    work()
    with profile(activities=[ProfilerActivity.CPU]) as watched:
        work()
    events = watched.key_averages()
    heaviest = sorted(events, key=lambda event: -event.self_cpu_time_total)[:_ROWS]
    operators = tuple(Operator(event.key, event.count, event.self_cpu_time_total / 1000) for event in heaviest)
    return Profile(size, what, mode, sum(event.self_cpu_time_total for event in events) / 1000, operators)


def written(found: Sequence[Profile]) -> str:
    """Return the profiles as Markdown, single precision beside the fast mode."""
    lines = ["# Where the time of one window goes", "", "ms of the operator itself, without what it calls.", ""]
    for each in (one for one in found if one.mode == MODES[0]):
        other = next(two for two in found if (two.size, two.what, two.mode) == (each.size, each.what, MODES[1]))
        lines += [
            f"## {each.size}: {each.what}",
            "",
            f"| {MODES[0]}: {each.whole:.1f} ms | calls | ms | {MODES[1]}: {other.whole:.1f} ms | calls | ms |",
            "|---|---|---|---|---|---|",
            *(f"{_cells(one)}{_cells(two)}|" for one, two in zip(each.operators, other.operators, strict=False)),
            "",
        ]
    return "\n".join(lines)


def _cells(operator: Operator) -> str:
    return f"| `{operator.name}` | {operator.calls} | {operator.own:.2f} "
