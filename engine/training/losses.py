"""What training makes small: wrong tokens, wrong frames, and attention beside the word that is written."""

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.training.examples import IGNORED

REACH = 4  # timestamps on either side that are nearly right
SIGMA = 1.2  # timestamps
_LEAST = 1e-4  # attention mass that the logarithm starts from


def token_loss(logits: Tensor, targets: Tensor, timestamp_begin: int) -> Tensor:
    """Mean cross-entropy of logits (wanted, vocabulary) to targets (wanted,).

    A timestamp's target is a bell of SIGMA over its neighbours, cut off after REACH: 20 ms beside is nearly right.
    """
    logprobs = F.log_softmax(logits.float(), dim=-1)
    chosen = targets[:, None]
    steps = torch.arange(-REACH, REACH + 1, device=logits.device)
    near = chosen + steps
    bell = torch.exp(-0.5 * (steps / SIGMA) ** 2).expand_as(near)
    inside = (near >= timestamp_begin) & (near < logits.shape[-1])
    weights = torch.where(chosen >= timestamp_begin, bell * inside, (steps == 0).float())
    weights = weights / weights.sum(dim=1, keepdim=True)
    near = near.clamp(0, logits.shape[-1] - 1)
    return -(logprobs.gather(1, near) * weights).sum(dim=1).mean()


def frame_loss(logits: Tensor, spoken: Tensor) -> Tensor:
    """Mean cross-entropy of logits (..., kinds) to what is spoken in each frame (...)."""
    if not bool((spoken != IGNORED).any()):
        return logits.sum() * 0
    return F.cross_entropy(logits.flatten(0, -2).float(), spoken.flatten(), ignore_index=IGNORED)


def listening_loss(listening: tuple[Tensor, ...], spans: Tensor) -> Tensor:
    """Mean over words and layers of minus log of the attention (batch, length, frames) that lies inside the span.

    `spans` (batch, length, 2) are the first frame and the one after the last, both -1 where no word is.
    """
    known = spans[..., 1] > 0
    frames = torch.arange(listening[0].shape[-1], device=spans.device)
    if not bool(known.any()):
        return listening[0].sum() * 0
    first, after = spans[known].unbind(dim=1)
    inside = (frames >= first[:, None]) & (frames < after[:, None])  # (words, frames)
    masses = [(layer[known].float() * inside).sum(dim=1) for layer in listening]
    return -torch.stack(masses).clamp(min=_LEAST).log().mean()
