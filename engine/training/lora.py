"""Low-rank adapters: a large model learns by a few numbers beside each of its matrices (Hu et al. 2021, LoRA)."""

from copy import deepcopy
from typing import TypeVar

import torch
from torch import Tensor, nn

from engine.whisper.model import Whisper

Layer = TypeVar("Layer", bound=nn.Module)


class Adapted(nn.Module):
    """A linear layer that stays as it is, and the product of two thin matrices that is added to it."""

    def __init__(self, base: nn.Linear, rank: int, scale: float, chance: torch.Generator) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        down = torch.randn(rank, base.in_features, generator=chance) * base.in_features**-0.5
        self.down = nn.Parameter(down.to(base.weight.device))
        self.up = nn.Parameter(torch.zeros(base.out_features, rank, device=base.weight.device))
        self.scale = scale

    def forward(self, x: Tensor) -> Tensor:
        added = nn.functional.linear(nn.functional.linear(x, self.down), self.up)
        return self.base(x) + self.scale * added  # type: ignore[no-any-return]

    @torch.no_grad()
    def merged(self) -> nn.Linear:
        """Return one linear layer that says the same."""
        layer = deepcopy(self.base)
        layer.weight += self.scale * (self.up @ self.down)
        return layer


def adapt(network: Whisper, rank: int, seed: int, scale: float = 2.0) -> None:
    """Freeze the network and put adapters of `rank` beside every linear layer of its blocks. They start as nothing."""
    chance = torch.Generator().manual_seed(seed)
    network.requires_grad_(False)
    for parent, name, layer in _layers(network, nn.Linear):
        setattr(parent, name, Adapted(layer, rank, scale, chance))


def merge(network: Whisper) -> Whisper:
    """Return an ordinary network in which the adapters, if there are any, are part of the weights."""
    ordinary = deepcopy(network)
    for parent, name, layer in _layers(ordinary, Adapted):
        setattr(parent, name, layer.merged())
    return ordinary


def _layers(network: Whisper, kind: type[Layer]) -> list[tuple[nn.Module, str, Layer]]:
    return [
        (parent, name, child)
        for parent in network.modules()
        if not isinstance(parent, Adapted)
        for name, child in parent.named_children()
        if isinstance(child, kind)
    ]
