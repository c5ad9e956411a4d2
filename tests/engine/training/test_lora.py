"""Adapters and what becomes of them."""

from pathlib import Path

import torch

from engine.training.forward import Texts, forward
from engine.training.lora import adapt, merge
from engine.whisper.checkpoint import load
from engine.whisper.model import Whisper


def outlook(network: Whisper) -> torch.Tensor:
    mel = torch.linspace(-1, 1, 80 * 400).reshape(1, 80, 400)
    with torch.no_grad():
        texts = Texts(torch.tensor([[5, 6, 7]]), torch.tensor([0]), torch.tensor([0]))
        return forward(network, mel, texts, torch.tensor([100])).states


def test_new_adapters_change_nothing_and_train_little(byte_model: Path) -> None:
    network = load(byte_model, dtype=torch.float32).network
    before = outlook(network)
    adapt(network, 4, seed=0)
    assert torch.equal(outlook(network), before)
    trained = {name.rpartition(".")[2] for name, parameter in network.named_parameters() if parameter.requires_grad}
    assert trained == {"down", "up"}


def test_the_merged_network_says_what_the_adapters_say(byte_model: Path) -> None:
    network = load(byte_model, dtype=torch.float32).network
    before = outlook(network)
    adapt(network, 4, seed=0)
    chance = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name.endswith(".up"):
                parameter.normal_(std=0.05, generator=chance)
    adapted = outlook(network)
    merged = merge(network)
    assert not torch.allclose(adapted, before, atol=0.1)
    assert torch.allclose(outlook(merged), adapted, atol=1e-3)
    assert set(merged.state_dict()) == set(load(byte_model).network.state_dict())
