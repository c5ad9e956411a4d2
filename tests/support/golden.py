"""What the maker and the tests of golden files share: where they lie, and the inputs that can be computed."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

FOLDER = Path(__file__).resolve().parent.parent / "data" / "golden"


def golden(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))[name]


def probe_positions(size: int) -> NDArray[np.int64]:
    """Choose 60 places in `size` numbers."""
    return np.random.Generator(np.random.PCG64(6)).integers(0, size, 60)


def probe_tokens(n_vocab: int) -> Tensor:
    """Make a text of 12 tokens, (1, 12)."""
    return torch.from_numpy(np.random.Generator(np.random.PCG64(7)).integers(0, n_vocab, (1, 12)))


def cost(tokens: int, frames: int) -> NDArray[np.float64]:
    """Make costs (tokens, frames), some of them equal, so that paths have ties."""
    return np.random.Generator(np.random.PCG64([8, tokens, frames])).standard_normal((tokens, frames)).round(1)
