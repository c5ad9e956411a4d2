"""Muon (Jordan et al. 2024): steps of matrices that are orthogonal, all matrices of a shape at once.

torch has it for one matrix after another: of sixty small ones a graphics card then makes the most of a step.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor

_A, _B, _C = 3.4445, -4.7750, 2.0315  # of the polynomial, whose five turns bring singular values near to 1
_TURNS = 5
_LEAST = 1e-7
_SIZE = 0.2  # of a step's numbers on average, as AdamW's have it (Liu et al. 2025, section 2.2)


class Muon(torch.optim.Optimizer):
    """Changes matrices by the orthogonal matrix next to their gradient's momentum, after Nesterov."""

    def __init__(self, groups: Iterable[dict[str, Any]], weight_decay: float, momentum: float = 0.95) -> None:
        super().__init__(groups, {"lr": 0.0, "weight_decay": weight_decay, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: Callable[[], float] | None = None) -> None:  # type: ignore[override]
        assert closure is None, "a step is taken from the gradients that there are"
        for group in self.param_groups:
            alike: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for parameter in group["params"]:
                if parameter.grad is not None:
                    alike[parameter.shape].append(parameter)
            for parameters in alike.values():
                self._step(parameters, group["lr"], group["weight_decay"], group["momentum"])

    def _step(self, parameters: list[Tensor], rate: float, decay: float, momentum: float) -> None:
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]  # as all of them have
        momenta = [self._momentum(parameter) for parameter in parameters]
        torch._foreach_lerp_(momenta, gradients, 1 - momentum)
        ahead = torch.stack(torch._foreach_lerp(gradients, momenta, momentum))
        length = rate * _SIZE * max(parameters[0].shape) ** 0.5
        torch._foreach_mul_(parameters, 1 - rate * decay)
        torch._foreach_add_(parameters, list(orthogonal(ahead).to(ahead.dtype).unbind()), alpha=-length)

    def _momentum(self, parameter: Tensor) -> Tensor:
        state: dict[str, Tensor] = self.state[parameter]
        if "momentum" not in state:
            state["momentum"] = torch.zeros_like(parameter)
        return state["momentum"]


def orthogonal(matrices: Tensor) -> Tensor:
    """Return nearly orthogonal matrices next to (count, rows, columns), in bfloat16, by Newton-Schulz iteration."""
    tall = matrices.shape[1] > matrices.shape[2]
    x = (matrices.mT if tall else matrices).bfloat16()
    x = x / torch.linalg.matrix_norm(x, keepdim=True).clamp(min=_LEAST)
    for _ in range(_TURNS):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=_B, alpha=_C), x, beta=_A)
    return x.mT if tall else x
