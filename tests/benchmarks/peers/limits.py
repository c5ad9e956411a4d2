"""What this processor and its memory do at best: matrix products by kind of numbers, and reading."""

import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional as F

_SHAPES = ((1500, 384, 1536), (1500, 768, 3072), (2048, 2048, 2048))  # rows, in, out
_TURNS = 8
_READ = 512 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Rates:
    """Operations a second by kind of numbers, of all that were tried."""

    rates: dict[str, float]

    @property
    def numbers(self) -> str:
        """The quickest kind but int8: that of an encoder whose linears aren't in it."""
        return max((name for name in self.rates if not name.startswith("int8")), key=self.rates.__getitem__)

    @property
    def best(self) -> float:
        return self.rates[self.numbers]

    @property
    def int8(self) -> float:
        return max((rate for name, rate in self.rates.items() if name.startswith("int8")), default=self.best)


@torch.inference_mode()
def products() -> Rates:
    """Take the quickest of some turns at each shape: what else the machine does can only be in the way."""
    rates: dict[str, float] = {}
    for rows, width, out in _SHAPES:
        for name, work in _products(rows, width, out):
            rates[name] = max(rates.get(name, 0.0), 2 * rows * width * out / _quickest(work))
    return Rates(rates)


@torch.inference_mode()
def reading() -> float:
    """Return the bytes a second that are read at best, of far more than any cache holds."""
    much = torch.zeros(_READ // 4, dtype=torch.int32).view(torch.int64)
    matrix = torch.zeros(_READ // 4).view(8192, -1)
    vector = torch.zeros(matrix.shape[1])
    return _READ / min(_quickest(much.sum), _quickest(lambda: matrix @ vector))


def _products(rows: int, width: int, out: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield ways to multiply, without those that this torch or processor doesn't have."""
    x, weight = torch.randn(rows, width), torch.randn(out, width)
    yield "float32", partial(F.linear, x, weight)
    for name, prepare in (
        ("float32 packed", partial(_packed, x, weight)),
        ("bfloat16 packed", partial(_packed, x.to(torch.bfloat16), weight.to(torch.bfloat16))),
        ("int8 by fbgemm", partial(_by_fbgemm, x, weight)),
        ("int8 by oneDNN", partial(_by_onednn, rows, width, out)),
    ):
        with warnings.catch_warnings(), suppress(AttributeError, RuntimeError):
            warnings.simplefilter("ignore")  # that the old interfaces are old
            product = prepare()
            product()
            yield name, product


def _packed(x: Tensor, weight: Tensor) -> Callable[[], object]:
    packed = torch.ops.mkldnn._reorder_linear_weight(weight, len(x))
    return partial(torch.ops.mkldnn._linear_pointwise, x, packed, None, "none", [], "")


def _by_fbgemm(x: Tensor, weight: Tensor) -> Callable[[], object]:
    scales, zeros = torch.full((len(weight),), 0.03, dtype=torch.double), torch.zeros(len(weight), dtype=torch.long)
    packed = torch.ops.quantized.linear_prepack(torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8), None)
    return partial(torch.ops.quantized.linear_dynamic, x, packed, False)


def _by_onednn(rows: int, width: int, out: int) -> Callable[[], object]:
    """Multiply unsigned bytes by signed ones: for signed ones alone oneDNN has no quick way."""
    x = torch.randint(0, 255, (rows, width), dtype=torch.uint8)
    weight = torch.randint(-127, 127, (out, width), dtype=torch.int8)
    packed = torch.ops.onednn.qlinear_prepack(weight, [rows, width])
    scales, zeros = torch.full((out,), 0.01), torch.zeros(out, dtype=torch.long)
    behind = (None, 1.0, 0, torch.float32, "none", [], "")
    return partial(torch.ops.onednn.qlinear_pointwise, x, 0.01, 128, packed, scales, zeros, *behind)


def _quickest(work: Callable[[], object]) -> float:
    work()
    return min(_seconds(work) for _ in range(_TURNS))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
