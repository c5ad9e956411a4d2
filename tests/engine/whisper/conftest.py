"""Fixtures for tests of the model's room: a vocabulary and a model that need no file from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from engine.abilities import Abilities
from engine.whisper.checkpoint import Model, load
from engine.whisper.tokenizer import Tokenizer
from tests.support.checkpoints import RECIPES, special_ids, token_ids


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """Small matrices are slower on several threads, and sums in another order are other sums."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    """The byte vocabulary: 0 to 255 are the bytes, <|endoftext|> and its like follow from 292 on."""
    return Tokenizer(token_ids("byte"), special_ids(RECIPES["byte"]))


@pytest.fixture(scope="session")
def model(byte_model: Path) -> Model:
    return load(byte_model, device="cpu", dtype=torch.float32)


@pytest.fixture(scope="session")
def english_model(model: Model) -> Model:
    """The same network with a vocabulary that knows no other language, as the .en checkpoints."""
    tokenizer = Tokenizer(token_ids("byte"), special_ids(RECIPES["byte"]), multilingual=False)
    return Model("byte.en", model.network, tokenizer, Abilities(("en",), False, True), model.alignment_heads)
