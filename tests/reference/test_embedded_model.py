"""The embedded model in transformers: the same tokens of 20 clips, with timestamps, that it was never trained on."""

import sys
from ctypes.util import find_library
from functools import lru_cache

import numpy as np
import pytest
import torch
from transformers import WhisperForConditionalGeneration

from engine.progress import Cancel
from engine.whisper.checkpoint import Model, load
from engine.whisper.decoding import Question, decode, encode
from engine.whisper.logits import suppressed_tokens
from engine.whisper.mel import LogMel
from engine.whisper.options import Options
from tests.support.command_line import PROJECT
from tests.support.sounds import Sound

pytest.importorskip("scipy", reason="the extra `model` is not installed")
sys.path.insert(0, str(PROJECT / "packaging" / "model"))

from lexicon import LANGUAGES, Language
from recording import Plan, make

MODEL = PROJECT / "resources" / "models" / "sotto-mini"
SECONDS = (30, 27, 23, 17, 9)
OPTIONS = Options(task="transcribe", temperature=(0.0,))

pytestmark = [
    pytest.mark.reference,
    pytest.mark.skipif(not MODEL.is_dir(), reason="resources/models/sotto-mini is not made yet: make model"),
    pytest.mark.skipif(find_library("espeak-ng") is None, reason="libespeak-ng is missing: apt install espeak-ng"),
]


@lru_cache
def ours() -> Model:
    return load(MODEL, device="cpu", dtype=torch.float32)


@lru_cache
def theirs() -> WhisperForConditionalGeneration:
    """Read the same folder, and let it suppress what our decoding suppresses: published folders carry such lists."""
    model = WhisperForConditionalGeneration.from_pretrained(MODEL, dtype=torch.float32).eval()
    tokenizer = ours().tokenizer
    model.generation_config.suppress_tokens = list(suppressed_tokens(OPTIONS.suppressed, tokenizer))
    model.generation_config.begin_suppress_tokens = [*tokenizer.encode(" "), tokenizer.eot]
    return model


def clip(language: Language, seconds: int) -> Sound:
    """Let a voice that training never heard say sentences that it never saw."""
    recording = make(Plan("test", 3, seconds, language, seconds * 1000, False))
    return Sound(recording.samples.astype(np.float32) / np.float32(32768))


@pytest.mark.parametrize("seconds", SECONDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_transformers_writes_the_same_tokens(language: Language, seconds: int) -> None:
    """One window, greedily, with timestamps; asked for more than one, transformers would slide over them."""
    sound, model = clip(language, seconds), ours()
    mel = LogMel(sound, model.network.dims.n_mels).window(0, len(sound) // 160)
    mine = decode(model, encode(model, mel), Question(language), OPTIONS, 0.0, Cancel())
    made = theirs().generate(
        mel[None],
        language=language,
        task="transcribe",
        return_timestamps=True,
        max_new_tokens=model.network.dims.n_text_ctx // 2,
        num_beams=1,
        do_sample=False,
        force_unique_generate_call=True,
        return_dict_in_generate=True,
    )
    start, eot = model.tokenizer.start_sequence(language, "transcribe"), model.tokenizer.eot
    written = made.sequences[0].tolist()
    assert [*start, *mine.tokens] == (written[:-1] if written[-1] == eot else written)
    assert any(token < eot for token in mine.tokens)
    assert any(token >= model.tokenizer.timestamp_begin for token in mine.tokens)
