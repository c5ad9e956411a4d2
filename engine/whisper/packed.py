"""Linears in fewer bits, prepared once for the processor: torch's old interfaces, which nothing else here uses.

Measured on 2 cores of an AMD EPYC (Zen 4), 1500 positions of small: torch's own single precision 195 GFLOP/s, bfloat16
packed by oneDNN 450, int8 700 to 790. For one to eight texts a token's linears are three to five times faster in int8,
where reading the weights is most of the work.
"""

import warnings

import torch
from torch import Tensor, nn

_STEPS = 127  # of a signed byte
_SMALLEST = 1e-12


class PackedLinear(nn.Module):
    """A linear in bfloat16, with a GELU behind it if `gelu`; takes any numbers and gives bfloat16."""

    def __init__(self, linear: nn.Linear, positions: int, *, gelu: bool = False) -> None:
        super().__init__()
        weight = linear.weight.to(torch.bfloat16)
        self._weight = torch.ops.mkldnn._reorder_linear_weight(weight, positions)
        self._bias = None if linear.bias is None else linear.bias.detach().to(torch.bfloat16)
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

    def __init__(self, weight: Tensor, bias: Tensor | None, *, reduced: bool) -> None:
        super().__init__()
        weight = weight.float()
        scales = (weight.abs().amax(dim=1).clamp(min=_SMALLEST) / _STEPS).double()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that torchao is to replace these: it has no kernel of this speed yet
            quantized = torch.quantize_per_channel(
                weight, scales, torch.zeros(len(weight), dtype=torch.long), 0, torch.qint8
            )
            self._packed = torch.ops.quantized.linear_prepack(quantized, None)
        self._bias = None if bias is None else bias.detach().float()
        self._reduced = reduced

    def forward(self, x: Tensor) -> Tensor:
        """Turn (..., in) in single precision into (..., out).

        torch has one scale for all that comes in, and a text's first token is far larger than those behind it: so each
        row is brought to the same size before, and back afterwards.
        """
        rows = x.reshape(-1, x.shape[-1])
        sizes = rows.abs().amax(dim=1, keepdim=True).clamp_(min=_SMALLEST) if len(rows) > 1 else None
        evened = rows if sizes is None else rows / sizes
        result: Tensor = torch.ops.quantized.linear_dynamic(evened, self._packed, self._reduced)
        if sizes is not None:
            result *= sizes
        if self._bias is not None:
            result += self._bias
        return result.view(*x.shape[:-1], -1)


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
