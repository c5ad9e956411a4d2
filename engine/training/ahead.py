"""Batches that other processes make ahead, in order: a graphics card learns faster than one thread can make them."""

import os
from collections.abc import Iterator

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from engine.training.batches import Batch, Batches

_MOST = 16  # processes
_EACH = 2  # batches that a process may be ahead

Drawn = tuple[Batch, np.random.Generator]


class Ahead:
    """Draws what `batches` would draw from step `first` on; each batch once, in turn."""

    def __init__(self, batches: Batches, first: int) -> None:
        processes = min(_MOST, max(1, (os.cpu_count() or 2) - 1))
        loader = DataLoader(
            _InTurn(batches, first),
            batch_size=None,  # they are batches already
            num_workers=processes,
            prefetch_factor=_EACH,
            collate_fn=_as_it_is,  # type: ignore[arg-type]  # without a batch size it gets one item
            pin_memory=torch.cuda.is_available(),
        )
        self._drawn: Iterator[Drawn] = iter(loader)

    def batch(self, step: int, part: int) -> Drawn:
        return next(self._drawn)


class _InTurn(Dataset[Drawn]):
    def __init__(self, batches: Batches, first: int) -> None:
        self._batches, self._first = batches, first

    def __len__(self) -> int:
        recipe = self._batches.recipe
        return (recipe.steps - self._first) * recipe.accumulate

    def __getitem__(self, index: int) -> Drawn:
        step, part = divmod(index, self._batches.recipe.accumulate)
        return self._batches.batch(self._first + step, part)


def _as_it_is(drawn: Drawn) -> Drawn:
    return drawn
