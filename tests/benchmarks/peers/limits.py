"""What this processor and its memory do at best: matrix products by kind of numbers, and reading."""

import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.whisper.packed import Int8Linear, PackedLinear, packs_bfloat16, packs_int8

_SHAPES = ((1500, 384, 1536), (1500, 768, 3072), (2048, 2048, 2048))  # rows, in, out
_TURNS = 8
_READ = 512 << 20  # bytes, far more than any cache holds


@dataclass(frozen=True, slots=True)
class Limits:
    """Operations a second by kind of numbers, and bytes a second.

    `best` is what an encoder that isn't in int8 can hope for: the rate of `numbers`. `rates` are all that were tried.
    """

    rates: dict[str, float]
    numbers: str
    bandwidth: float

    @property
    def best(self) -> float:
        return self.rates[self.numbers]

    @property
    def int8(self) -> float:
        return max((rate for name, rate in self.rates.items() if name.startswith("int8")), default=self.best)


@torch.inference_mode()
def measure() -> Limits:
    """Take the quickest of some turns at each shape: what else the machine does can only be in the way."""
    rates: dict[str, float] = {}
    for rows, width, out in _SHAPES:
        for name, work in _products(rows, width, out):
            rates[name] = max(rates.get(name, 0.0), 2 * rows * width * out / _quickest(work))
    numbers = max((name for name in rates if not name.startswith("int8")), key=lambda name: rates[name])
    much = torch.zeros(_READ // 4, dtype=torch.int32).view(torch.int64)
    matrix = torch.zeros(_READ // 4).view(8192, -1)
    vector = torch.zeros(matrix.shape[1])
    quickest = min(_quickest(much.sum), _quickest(lambda: matrix @ vector))
    return Limits(rates, numbers, _READ / quickest)


def _products(rows: int, width: int, out: int) -> Iterator[tuple[str, Callable[[], object]]]:
    x, linear = torch.randn(rows, width), nn.Linear(width, out)
    yield "float32", lambda: linear(x)
    if torch._C._has_mkldnn:
        packed = torch.ops.mkldnn._reorder_linear_weight(linear.weight, rows)
        yield "float32 packed", lambda: torch.ops.mkldnn._linear_pointwise(x, packed, None, "none", [], "")
    if packs_bfloat16():
        half, fast = x.to(torch.bfloat16), PackedLinear(linear, rows)
        yield "bfloat16 packed", lambda: fast(half)
    if packs_int8():
        small = Int8Linear(linear.weight, linear.bias, reduced=False)
        yield "int8, ours", lambda: small(x)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if (product := _onednn(rows, width, out)) is not None:
            yield "int8, oneDNN", product


def _onednn(rows: int, width: int, out: int) -> Callable[[], Tensor] | None:
    """Return a product of bytes: unsigned ones by signed, for the others there is no quick one."""
    x = torch.randint(0, 255, (rows, width), dtype=torch.uint8)
    weight = torch.randint(-127, 127, (out, width), dtype=torch.int8)
    scales, zeros = torch.full((out,), 0.01), torch.zeros(out, dtype=torch.long)
    behind = (None, 1.0, 0, torch.float32, "none", [], "")

    def product() -> Tensor:
        made: Tensor = torch.ops.onednn.qlinear_pointwise(x, 0.01, 128, packed, scales, zeros, *behind)
        return made

    try:
        packed = torch.ops.onednn.qlinear_prepack(weight, [rows, width])
        product()
    except (AttributeError, RuntimeError):  # a torch or a processor without it
        return None
    return product


def _quickest(work: Callable[[], object]) -> float:
    work()
    return min(_seconds(work) for _ in range(_TURNS))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
