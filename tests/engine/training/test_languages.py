"""A model that is sure of another language than the pair tells is believed."""

from pathlib import Path

import torch

from engine.training.languages import mistaken
from engine.whisper.checkpoint import Model, load
from tests.support.spoken import recording


def sure_of(folder: Path, code: str) -> Model:
    """A model that hears one language in everything."""
    model = load(folder, dtype=torch.float32)
    rows = model.network.decoder.token_embedding.weight
    rows[list(model.tokenizer.all_language_tokens)] = 0
    model.network.decoder.ln.bias[:] = 1.0
    rows[model.tokenizer.language_token(code)] = 1.0
    return model


def test_a_recording_in_another_language_is_named(byte_model: Path) -> None:
    recordings = [recording(language="no", seed=1), recording(language="en", seed=2)]
    assert mistaken(sure_of(byte_model, "no"), recordings) == {"tones-2": "no"}


def test_a_model_that_is_not_sure_is_not_believed(byte_model: Path) -> None:
    model = sure_of(byte_model, "no")
    model.network.decoder.token_embedding.weight[model.tokenizer.language_token("en")] = 1.0
    assert mistaken(model, [recording(language="en")]) == {}
