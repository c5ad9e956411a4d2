"""Encoder output and logits against openai-whisper's and transformers'."""

import pytest
import torch
from torch import Tensor
from transformers import WhisperForConditionalGeneration

from engine.whisper.mel import LogMel
from tests.reference.oracle import folder_of, oracle, ours
from tests.reference.sounds import music
from tests.support.checkpoints import RECIPES
from tests.support.sounds import Sound

pytestmark = pytest.mark.reference

CLOSE = 1e-4  # relative to the largest number


def _mel(mels: int) -> Tensor:
    return LogMel(Sound(music(14)), mels).window(0, 1400)


def assert_close(ours: Tensor, theirs: Tensor) -> None:
    assert ours.shape == theirs.shape
    assert float((ours - theirs).abs().max() / theirs.abs().max()) < CLOSE


@pytest.mark.parametrize("form", ["pt", "folder"])
@pytest.mark.parametrize("checkpoint", RECIPES)
@torch.inference_mode()
def test_same_numbers_as_openai_whisper(checkpoint: str, form: str) -> None:
    model, reference = ours(checkpoint, form), oracle(checkpoint).model
    mel, tokens = _mel(model.network.dims.n_mels)[None], _tokens(model.network.dims.n_vocab)
    features = model.network.encoder(mel)
    assert_close(features, reference.encoder(mel))
    decoder = model.network.decoder
    assert_close(
        decoder.logits(decoder(tokens, decoder.listen(features))), reference.decoder(tokens, reference.encoder(mel))
    )


@pytest.mark.parametrize("checkpoint", ["tiny", "multilingual", "english", "v3", "turbo", "distilled"])
@torch.inference_mode()
def test_same_numbers_as_transformers(checkpoint: str) -> None:
    model = ours(checkpoint, "folder")
    reference = WhisperForConditionalGeneration.from_pretrained(folder_of(checkpoint)).eval()
    mel, tokens = _mel(model.network.dims.n_mels)[None], _tokens(model.network.dims.n_vocab)
    features = model.network.encoder(mel)
    assert_close(features, reference.model.encoder(mel).last_hidden_state)
    decoder = model.network.decoder
    assert_close(
        decoder.logits(decoder(tokens, decoder.listen(features))), reference(mel, decoder_input_ids=tokens).logits
    )


@pytest.mark.parametrize("mels", [80, 128])
def test_same_spectrogram_as_openai_whisper(mels: int) -> None:
    from whisper.audio import log_mel_spectrogram

    sound = Sound(music(14))
    reference = log_mel_spectrogram(sound.samples, mels, padding=480_000)[:, :1400]
    assert float((LogMel(sound, mels).window(0, 1400)[:, :1400] - reference).abs().max()) < 1e-5


def _tokens(n_vocab: int) -> Tensor:
    return torch.randint(n_vocab, (1, 40), generator=torch.Generator().manual_seed(5))
