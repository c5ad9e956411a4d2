"""What of the machine a model may use."""

import torch

FULL_PRECISION = torch.float32


def use_threads(count: int) -> None:
    """Compute on `count` threads in this process; 0 leaves the choice to torch."""
    if count:
        torch.set_num_threads(count)
