"""Muon for all matrices of a shape at once takes the steps that torch's takes for one after another."""

import torch
from torch import nn

from engine.training.muon import Muon, orthogonal


def matrices() -> list[nn.Parameter]:
    chance = torch.Generator().manual_seed(0)
    shapes = ((16, 16), (16, 16), (32, 16), (16, 32), (16, 16))
    return [nn.Parameter(torch.randn(shape, generator=chance) * 0.1) for shape in shapes]


def test_steps_are_those_of_torch() -> None:
    ours, theirs = matrices(), matrices()
    muon = Muon([{"params": ours, "lr": 2e-3}], weight_decay=0.05)
    single = torch.optim.Muon(theirs, lr=2e-3, weight_decay=0.05, adjust_lr_fn="match_rms_adamw")
    chance = torch.Generator().manual_seed(1)
    for _ in range(3):
        for one, other in zip(ours, theirs, strict=True):
            one.grad = torch.randn(one.shape, generator=chance)
            other.grad = one.grad.clone()
        muon.step()
        single.step()
    assert not torch.equal(ours[0], matrices()[0])
    for one, other in zip(ours, theirs, strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=0)


def test_a_matrix_without_a_gradient_stays() -> None:
    first, second = matrices()[:2]
    before = second.detach().clone()
    muon = Muon([{"params": [first, second], "lr": 2e-3}], weight_decay=0.05)
    first.grad = torch.ones_like(first)
    muon.step()
    assert torch.equal(second, before)


def test_singular_values_come_near_to_one_whatever_the_shape() -> None:
    chance = torch.Generator().manual_seed(2)
    for shape in ((3, 24, 8), (3, 8, 24)):
        values = torch.linalg.svdvals(orthogonal(torch.randn(shape, generator=chance)).float())
        assert float(values.min()) > 0.5
        assert float(values.max()) < 1.4
