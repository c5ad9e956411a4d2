"""Linears in fewer bits, prepared once for the processor: torch's old interfaces, which nothing else here uses.

Measured on 2 cores of an AMD EPYC (Zen 4), 1500 positions of small: torch's own single precision 195 GFLOP/s, bfloat16
packed by oneDNN 450, int8 700 to 790. For one to eight texts a token's linears are three to five times faster in int8,
where reading the weights is most of the work.
"""

import warnings
from dataclasses import dataclass

import torch
from torch import Tensor, nn

_STEPS = 127  # of a signed byte
_ROWS = 2048  # that are converted at once: what comes between file and bytes stays small
_SMALLEST = 1e-12


class PackedLinear(nn.Module):
    """A linear in bfloat16, with a GELU behind it if `gelu`; takes any numbers and gives bfloat16."""

    def __init__(self, linear: nn.Linear, positions: int, *, gelu: bool = False) -> None:
        super().__init__()
        self._weight = torch.ops.mkldnn._reorder_linear_weight(_in_bfloat16(linear.weight), positions)
        self._bias = None if linear.bias is None else linear.bias.detach().to(torch.bfloat16, copy=True)
        exactly = "none"  # not the approximation by tanh
        self._behind: tuple[str, list[float], str] = ("gelu", [], exactly) if gelu else ("none", [], "")

    def forward(self, x: Tensor) -> Tensor:
        """Turn (..., in) into (..., out)."""
        packed: Tensor = torch.ops.mkldnn._linear_pointwise(
            x.to(torch.bfloat16), self._weight, self._bias, *self._behind
        )
        return packed


class Int8Linear(nn.Module):
    """A linear whose weights are bytes with a scale for each output; what comes in is cut to bytes row by row.

    `reduced` leaves a bit unused, for processors that add products of bytes in 16 bits.
    """

    def __init__(self, weight: "Bytes", bias: Tensor | None, *, reduced: bool) -> None:
        super().__init__()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that torchao is to replace these: it has no kernel of this speed yet
            zeros = torch.zeros(len(weight.scales), dtype=torch.long)
            quantized = torch._make_per_channel_quantized_tensor(weight.numbers, weight.scales.double(), zeros, 0)
            self.packed = torch.ops.quantized.linear_prepack(quantized, None)
        self._bias = None if bias is None else bias.detach().to(torch.float32, copy=True)
        self._reduced = reduced

    def forward(self, x: Tensor) -> Tensor:
        """Turn (..., rows, in) in single precision into (..., rows, out).

        torch has one scale for all that comes in, and a text's first token is far larger than those behind it: so each
        row is brought to the same size before, and back afterwards.
        """
        sizes = x.abs().amax(dim=-1, keepdim=True).clamp_(min=_SMALLEST) if x.shape[:-1].numel() > 1 else None
        evened = x if sizes is None else x / sizes
        result: Tensor = torch.ops.quantized.linear_dynamic(evened, self.packed, self._reduced)
        if sizes is not None:
            result *= sizes
        if self._bias is not None:
            result += self._bias
        return result


@dataclass(frozen=True, slots=True)
class Bytes:
    """Weights as signed bytes, (out, in), with a scale for each output, (out,)."""

    numbers: Tensor
    scales: Tensor


class Int8Rows(nn.Module):
    """A table of bytes: rows by their numbers, (...) to (..., width) in single precision."""

    weight: Tensor

    def __init__(self, table: Bytes) -> None:
        super().__init__()
        self.register_buffer("weight", table.numbers)
        self._scales = table.scales[:, None]

    def forward(self, rows: Tensor) -> Tensor:
        return self.weight[rows] * self._scales[rows]


def cut_to_bytes(weight: Tensor) -> Bytes:
    """Cut (out, in) of any numbers to bytes, so that the largest of each output is 127 steps."""
    numbers, scales = torch.empty(weight.shape, dtype=torch.int8), torch.empty(len(weight))
    for first in range(0, len(weight), _ROWS):
        rows = slice(first, first + _ROWS)
        single = weight.detach()[rows].float()
        scales[rows] = single.abs().amax(dim=1).clamp_(min=_SMALLEST) / _STEPS
        numbers[rows] = (single / scales[rows, None]).round_()
    return Bytes(numbers, scales)


def _in_bfloat16(weight: Tensor) -> Tensor:
    """Return (out, in) in memory of its own. From half precision torch is quick only by way of single."""
    result = torch.empty(weight.shape, dtype=torch.bfloat16)
    for first in range(0, len(weight), _ROWS):
        rows = slice(first, first + _ROWS)
        result[rows] = weight.detach()[rows].float()
    return result


def packs_bfloat16() -> bool:
    """Tell whether the processor computes in bfloat16, rather than to imitate it."""
    capable = torch.backends.cpu.get_cpu_capability().startswith("AVX512")
    return capable and torch._C._has_mkldnn and bool(torch.cpu._is_avx512_bf16_supported())


def packs_int8() -> bool:
    """Tell whether this torch has linears in int8 for this processor."""
    return "fbgemm" in torch.backends.quantized.supported_engines


def needs_reduced_int8() -> bool:
    """Tell whether the processor adds products of bytes in 16 bits, which two large ones overflow."""
    return not (torch.backends.cpu.get_cpu_capability().startswith("AVX512") and torch.cpu._is_vnni_supported())
