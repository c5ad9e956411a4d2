"""A folder that training writes says the same in transformers."""

from pathlib import Path

import pytest
import torch

from engine.model_folder import read_config
from engine.training.forward import Texts, forward
from engine.whisper.checkpoint import load
from engine.whisper.folder import Contents, weights_of, write_folder
from tests.support.synthetic import synthetic_copy

transformers = pytest.importorskip("transformers")


@pytest.mark.reference
def test_transformers_reads_what_training_writes(byte_model: Path, tmp_path: Path) -> None:
    model = load(byte_model, dtype=torch.float32)
    weights = weights_of(model.network, torch.float32)
    write_folder(tmp_path, Contents(model.network.dims, weights, model.tokenizer, byte_model, ((1, 0),)))
    theirs = transformers.WhisperForConditionalGeneration.from_pretrained(tmp_path, dtype=torch.float32).eval()
    mel = torch.linspace(-1, 1, 80 * 3000).reshape(1, 80, 3000).sin()
    tokens = torch.tensor([[model.tokenizer.sot, 5, 6, 7]])
    with torch.no_grad():
        start = torch.zeros(1, dtype=torch.long)
        ours = model.network.decoder.logits(forward(model.network, mel, Texts(tokens, start, start), start).states)
        assert torch.allclose(theirs(mel, decoder_input_ids=tokens).logits, ours, atol=1e-2)
    assert theirs.generation_config.alignment_heads == [[1, 0]]


@pytest.mark.reference
def test_transformers_keeps_that_a_model_knows_synthetic_speech_only(byte_model: Path, tmp_path: Path) -> None:
    config = transformers.WhisperConfig.from_pretrained(synthetic_copy(byte_model, tmp_path / "mini"))
    config.save_pretrained(tmp_path / "again")
    assert read_config(tmp_path / "again").synthetic_only
