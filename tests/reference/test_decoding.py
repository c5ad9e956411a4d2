"""Single windows against whisper.decode: token ids by greedy choice, beams and draws; and against transformers."""

from itertools import product
from typing import Any

import numpy as np
import pytest
import torch
import whisper
from transformers import WhisperForConditionalGeneration
from whisper.decoding import DecodingResult as Reference

from engine.progress import Cancel
from engine.whisper.decoding import DecodingResult, Question, decode, detect_language, encode
from engine.whisper.mel import LogMel
from engine.whisper.options import Options
from tests.reference.oracle import folder_of, oracle, ours, vocabulary_of
from tests.reference.sounds import music, noise
from tests.support.sounds import Sound

pytestmark = pytest.mark.reference
torch.set_num_threads(1)

SMALL = ["byte", "multilingual", "multilingual/1", "english", "v3", "v3/2", "turbo", "distilled"]
SOUNDS = {"music": Sound(music(9)), "noise": Sound(noise(30))}
SEARCHES: dict[str, dict[str, Any]] = {
    "greedy": {},
    "beam 1": {"beam_size": 1},
    "beam 2": {"beam_size": 2},
    "beam 2, impatient": {"beam_size": 2, "patience": 0.5},
    "beam 5": {"beam_size": 5},
    "beam 5, patient, alpha 1": {"beam_size": 5, "patience": 2.0, "length_penalty": 1.0},
    "beam 5, alpha 0": {"beam_size": 5, "length_penalty": 0.0},
    "beam 2, text only": {"beam_size": 2, "without_timestamps": True, "length_penalty": 0.6},
    "greedy, text only": {
        "without_timestamps": True,
        "suppress_tokens": "",
        "suppress_blank": False,
        "length_penalty": 0.5,
    },
}


def both(
    checkpoint: str, sound: Sound, *, prompt: str | None = None, temperature: float = 0.0, **settings: Any
) -> tuple[DecodingResult, Reference]:
    """Decode the first window with both engines."""
    model, reference = ours(checkpoint), oracle(checkpoint)
    assert reference.model is not None, "made before the seeds are set"
    language = settings.pop("language", "en")
    mel = LogMel(sound, model.network.dims.n_mels).window(0, min(len(sound) // 160, 3000))
    question = Question(language, model.tokenizer.encode(" " + prompt.strip()) if prompt else ())
    torch.manual_seed(11)
    mine = decode(model, encode(model, mel), question, Options(**settings), temperature, Cancel())
    torch.manual_seed(11)
    theirs = reference.decode(mel, language=language, prompt=prompt, temperature=temperature, **settings)
    return mine, theirs


def assert_equal(mine: DecodingResult, theirs: Reference) -> None:
    assert list(mine.tokens) == theirs.tokens
    assert mine.text == theirs.text
    assert mine.avg_logprob == pytest.approx(theirs.avg_logprob, abs=1e-4)
    assert mine.no_speech_prob == pytest.approx(theirs.no_speech_prob, abs=1e-4)
    assert mine.compression_ratio == theirs.compression_ratio
    assert mine.temperature == theirs.temperature


@pytest.mark.parametrize(("checkpoint", "sound", "search"), [*product(SMALL, SOUNDS, SEARCHES)])
def test_same_tokens(checkpoint: str, sound: str, search: str) -> None:
    assert_equal(*both(checkpoint, SOUNDS[sound], **SEARCHES[search], sample_len=60))


@pytest.mark.parametrize(
    ("checkpoint", "search"), [*product(["tiny", "tiny.en", "base"], ["greedy", "beam 2", "beam 5"])]
)
def test_same_tokens_at_real_sizes(checkpoint: str, search: str) -> None:
    assert_equal(*both(checkpoint, SOUNDS["music"], **SEARCHES[search], sample_len=30))


@pytest.mark.parametrize("beam_size", [None, 2])
def test_same_tokens_up_to_the_full_length(beam_size: int | None) -> None:
    for checkpoint in ("multilingual", "english"):
        assert_equal(*both(checkpoint, SOUNDS["noise"], beam_size=beam_size, prompt="once more " * 200))


@pytest.mark.parametrize("prompt", ["What was said before.", "long " * 300])
@pytest.mark.parametrize("prefix", [None, " So it goes "])
def test_same_tokens_after_prompt_and_prefix(prompt: str, prefix: str | None) -> None:
    assert_equal(*both("multilingual", SOUNDS["music"], prompt=prompt, prefix=prefix, language="de", sample_len=40))


def test_same_tokens_in_a_translation() -> None:
    assert_equal(*both("v3", SOUNDS["noise"], task="translate", language="yue", sample_len=40))


@pytest.mark.parametrize(("checkpoint", "temperature", "best_of"), [*product(SMALL, [0.2, 1.0], [None, 3])])
def test_same_draws_for_the_same_seed(checkpoint: str, temperature: float, best_of: int | None) -> None:
    assert_equal(*both(checkpoint, SOUNDS["music"], temperature=temperature, best_of=best_of, sample_len=40))


def test_many_draws_follow_the_distribution() -> None:
    """Chi-square of the first text token over 4000 draws, the rarest tokens taken together."""
    model = ours("byte")
    features = encode(model, LogMel(SOUNDS["music"], 80).window(0, 900))
    options = Options(sample_len=1, best_of=1, without_timestamps=True)
    decoder, start = model.network.decoder, [*model.tokenizer.start_sequence("en", "transcribe")]
    tokens = torch.tensor([[*start, model.tokenizer.no_timestamps]])
    with torch.inference_mode():
        logits = decoder.logits(decoder(tokens, decoder.listen(features))[0, -1])
        logits[list(_forbidden(options))] = -torch.inf
        expected = (logits / 2.0).softmax(0).double().numpy()

    torch.manual_seed(1)
    draws, rows = 4000, 5
    seen = np.zeros(len(expected))
    for _ in range(draws // rows):
        for token in _first_tokens(features, rows):
            seen[token] += 1
    common = expected * draws >= 5
    observed = np.append(seen[common], seen[~common].sum())
    wanted = np.append(expected[common], expected[~common].sum()) * draws
    degrees = len(wanted) - 1
    chi_square = float(((observed - wanted) ** 2 / wanted).sum())
    assert degrees > 5
    assert chi_square < degrees + 4 * (2 * degrees) ** 0.5  # four standard deviations above its mean


def _forbidden(options: Options) -> tuple[int, ...]:
    from engine.whisper.logits import suppressed_tokens

    tokenizer = ours("byte").tokenizer
    assert options.suppress_tokens is not None
    return (*suppressed_tokens(options.suppressed, tokenizer), *tokenizer.encode(" "), tokenizer.eot)


def _first_tokens(features: torch.Tensor, rows: int) -> list[int]:
    from engine.whisper.logits import rules_for
    from engine.whisper.search import Sampling

    model = ours("byte")
    decoder, tokenizer = model.network.decoder, model.tokenizer
    tokens = torch.tensor([[*tokenizer.start_sequence("en", "transcribe"), tokenizer.no_timestamps]])
    search = Sampling(rows, 2.0, tokenizer.eot, features.device)
    with torch.inference_mode():
        memory = decoder.listen(features)
        logits = decoder.logits(decoder(tokens, memory)[:, -1]).repeat(rows, 1)
        for rule in rules_for(Options(without_timestamps=True), tokenizer):
            rule(logits, search.sampled)
        search.advance(logits, memory)
    return search.sampled[:, 0].tolist()


@pytest.mark.parametrize("checkpoint", ["byte", "multilingual", "v3", "turbo", "tiny"])
@pytest.mark.parametrize("sound", SOUNDS)
def test_same_language(checkpoint: str, sound: str) -> None:
    model = ours(checkpoint)
    mel = LogMel(SOUNDS[sound], model.network.dims.n_mels).window(0, 900)
    detected = detect_language(model, encode(model, mel))
    reference = oracle(checkpoint)
    with vocabulary_of(reference.recipe):
        _, probabilities = whisper.detect_language(reference.model, mel)
    assert detected.code == max(probabilities, key=probabilities.get)
    assert detected.probability == pytest.approx(probabilities[detected.code], abs=1e-4)


@pytest.mark.parametrize("checkpoint", ["multilingual", "english", "v3", "distilled", "tiny"])
@pytest.mark.parametrize("sound", SOUNDS)
def test_same_greedy_tokens_as_transformers(checkpoint: str, sound: str) -> None:
    """Without timestamps, with equal suppress lists, the rules of both are the same."""
    model = ours(checkpoint, "folder")
    tokenizer = model.tokenizer
    timestamps = range(tokenizer.timestamp_begin, tokenizer.size)  # transformers would slide over them
    options = Options(without_timestamps=True, sample_len=40, suppress_tokens=(-1, *timestamps))
    mel = LogMel(SOUNDS[sound], model.network.dims.n_mels).window(0, 900)
    mine = decode(model, encode(model, mel), Question("de" if tokenizer.multilingual else "en"), options, 0.0, Cancel())

    from engine.whisper.logits import suppressed_tokens

    reference = WhisperForConditionalGeneration.from_pretrained(folder_of(checkpoint)).eval()
    reference.generation_config.suppress_tokens = list(suppressed_tokens(options.suppressed, tokenizer))
    reference.generation_config.begin_suppress_tokens = [*tokenizer.encode(" "), tokenizer.eot]
    asked = {"language": "de", "task": "transcribe"} if tokenizer.multilingual else {}
    made = reference.generate(mel[None], max_new_tokens=40, num_beams=1, do_sample=False, **asked)[0].tolist()
    text = [token for token in made if token < tokenizer.eot]
    assert list(mine.tokens) == text
