from dataclasses import replace

import pytest
import torch
from torch import Tensor

from engine.errors import Cancelled, EngineError
from engine.progress import Cancel
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import (
    DecodingResult,
    Question,
    compression_ratio,
    decode,
    decode_with_fallback,
    detect_language,
    encode,
)
from engine.whisper.model import Memory
from engine.whisper.options import Options

SOT, EN, DE, TRANSLATE, TRANSCRIBE, PREV, NO_SPEECH, NO_TIMESTAMPS = 293, 294, 296, 393, 394, 396, 397, 398
SHORT = Options(language="en", temperature=(0.0,), sample_len=12)


@pytest.fixture(scope="module")
def features(model: Model) -> Tensor:
    return encode(model, torch.randn(80, 3000, generator=torch.Generator().manual_seed(4)) * 0.3)


def _decode(
    model: Model, features: Tensor, options: Options = SHORT, *, prompt: tuple[int, ...] = ()
) -> DecodingResult:
    return decode(model, features, Question("en", prompt), options, options.temperature[0], Cancel())


def _read(model: Model, features: Tensor, options: Options, *, prompt: tuple[int, ...] = ()) -> list[int]:
    """What the decoder is given before the first token is chosen."""
    read: list[list[int]] = []

    def note(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        read.append(inputs[0][0].tolist())

    hook = model.network.decoder.register_forward_pre_hook(note)
    _decode(model, features, replace(options, sample_len=options.sample_len or 1), prompt=prompt)
    hook.remove()
    return read[0]


# --- language


def test_a_window_of_sound_becomes_features(features: Tensor) -> None:
    assert (features.shape, features.requires_grad) == ((1, 1500, 64), False)


def test_the_language_is_the_likeliest_of_all(model: Model, features: Tensor) -> None:
    decoder, tokens = model.network.decoder, list(model.tokenizer.all_language_tokens)
    logits = decoder.logits(decoder(torch.tensor([[SOT]]), decoder.listen(features)))[0, 0, tokens]

    detected = detect_language(model, features)

    assert detected.code == model.tokenizer.languages[int(logits.argmax())]
    assert detected.probability == pytest.approx(float(logits.softmax(dim=0).max()))


def test_the_language_is_the_likeliest_of_those_allowed(model: Model, features: Tensor) -> None:
    first = detect_language(model, features)
    others = tuple(code for code in model.tokenizer.languages if code != first.code)

    second = detect_language(model, features, others)

    assert second.code != first.code
    assert detect_language(model, features, (second.code, first.code)).code == first.code
    assert detect_language(model, features, (second.code,)) == replace(second, probability=1.0)


# --- what the decoder is given


def test_a_window_begins_with_language_and_task(model: Model, features: Tensor) -> None:
    assert _read(model, features, SHORT) == [SOT, EN, TRANSCRIBE]
    assert _read(model, features, replace(SHORT, task="translate")) == [SOT, EN, TRANSLATE]
    assert _read(model, features, replace(SHORT, without_timestamps=True)) == [SOT, EN, TRANSCRIBE, NO_TIMESTAMPS]


def test_an_english_model_is_asked_for_nothing(english_model: Model, features: Tensor) -> None:
    assert _read(english_model, features, SHORT) == [SOT]


def test_a_prompt_stands_before_the_start_and_a_prefix_behind_it(model: Model, features: Tensor) -> None:
    options = replace(SHORT, prefix=" ab ")

    assert _read(model, features, options, prompt=(70, 71)) == [PREV, 70, 71, SOT, EN, TRANSCRIBE, 257, 98]


def test_of_a_long_prompt_the_last_tokens_are_told(model: Model, features: Tensor) -> None:
    prompt = tuple(range(1, 251))

    assert _read(model, features, SHORT, prompt=prompt) == [PREV, *prompt[-223:], SOT, EN, TRANSCRIBE]


def test_a_prefix_leaves_room_for_what_is_sampled(model: Model, features: Tensor) -> None:
    options = replace(SHORT, sample_len=221, prefix="abcdef")

    assert _read(model, features, options) == [SOT, EN, TRANSCRIBE, 100, 101, 102]


def test_what_fills_the_context_is_refused(model: Model, features: Tensor) -> None:
    with pytest.raises(EngineError, match="prefix and prompt fill all 448 tokens of byte") as refusal:
        _decode(model, features, Options(language="en", prefix="!" * 445))

    assert refusal.value.kind == "options"


def test_text_ends_with_the_context(model: Model, features: Tensor) -> None:
    options = Options(language="en", prefix="!" * 440, suppress_tokens="292", temperature=(0.0,))  # it can't end itself

    assert (
        len(_decode(model, features, options).tokens) == 5
    )  # 3 + 441 of the start are followed by 5: one more than fits


# --- tokens

# Only "a", "e" and the end can come, so that texts do end.
FEW = replace(SHORT, without_timestamps=True, suppress_tokens=tuple({*range(1900)} - {97, 101, 292}))


def test_no_more_tokens_come_than_asked_for(model: Model, features: Tensor) -> None:
    options = replace(SHORT, sample_len=4, suppress_tokens="292")

    assert len(_decode(model, features, options).tokens) == 4


def test_text_figures_and_tokens_fit_together(model: Model, features: Tensor) -> None:
    result = _decode(model, features, replace(SHORT, suppress_tokens="292"))

    assert len(result.tokens) == len(result.logprobs) == 12
    assert result.text == model.tokenizer.decode(result.tokens).strip()
    assert result.avg_logprob == pytest.approx(sum(result.logprobs) / 13)
    assert result.compression_ratio == compression_ratio(result.text)
    assert result.temperature == 0.0


def test_the_no_speech_probability_is_told_at_the_start_token(model: Model, features: Tensor) -> None:
    decoder = model.network.decoder
    states = decoder(torch.tensor([[PREV, 70, SOT]]), decoder.listen(features))
    expected = float(decoder.logits(states[0, 2]).softmax(dim=0)[NO_SPEECH])

    assert _decode(model, features, prompt=(70,)).no_speech_prob == pytest.approx(expected, rel=1e-4)


def test_greedy_equals_a_decoder_that_keeps_nothing(model: Model, features: Tensor) -> None:
    options = replace(SHORT, suppress_tokens="292", suppress_blank=False, without_timestamps=True)
    forbidden = [292, SOT, TRANSLATE, TRANSCRIBE, 395, PREV, NO_SPEECH]
    decoder, tokens = model.network.decoder, [SOT, EN, TRANSCRIBE, NO_TIMESTAMPS]
    for _ in range(12):
        logits = decoder.logits(decoder(torch.tensor([tokens]), decoder.listen(features)))[0, -1]
        logits[forbidden] = -torch.inf
        tokens.append(int(logits.argmax()))

    assert list(_decode(model, features, options).tokens) == tokens[4:]


def test_one_beam_is_greedy(model: Model, features: Tensor) -> None:
    options = replace(SHORT, suppress_tokens="292")

    greedy, beam = _decode(model, features, options), _decode(model, features, replace(options, beam_size=1))

    assert beam.tokens == greedy.tokens
    assert beam.avg_logprob == pytest.approx(greedy.avg_logprob, abs=1e-4)


def test_beams_find_text_that_is_at_least_as_likely(model: Model, features: Tensor) -> None:
    options = replace(SHORT, sample_len=3, without_timestamps=True, suppress_tokens="292")

    greedy, beams = _decode(model, features, options), _decode(model, features, replace(options, beam_size=20))

    assert len(beams.tokens) == 3
    assert beams.avg_logprob >= greedy.avg_logprob - 1e-5


def test_the_best_of_several_draws_is_taken(model: Model, features: Tensor) -> None:
    def draw(best_of: int | None) -> list[float]:
        torch.manual_seed(0)
        options = replace(SHORT, temperature=(1.0,), best_of=best_of, sample_len=6, suppress_tokens="292")
        return [_decode(model, features, options).avg_logprob for _ in range(10)]

    assert sum(draw(8)) > sum(draw(None))
    assert draw(8) == draw(8)


def test_beams_are_for_temperature_0_and_draws_for_the_others(model: Model, features: Tensor) -> None:
    """Both may be asked for: each is used where it fits."""
    both = replace(SHORT, beam_size=2, best_of=2)
    torch.manual_seed(1)
    drawn = _decode(model, features, replace(both, temperature=(1.0,)))
    torch.manual_seed(1)

    assert drawn == _decode(model, features, replace(SHORT, best_of=2, temperature=(1.0,)))
    assert _decode(model, features, both) == _decode(model, features, replace(SHORT, beam_size=2))


def test_the_length_penalty_chooses_among_texts(model: Model, features: Tensor) -> None:
    """Of the same draws, penalty 0 takes the likeliest text, none takes the text of the likeliest tokens."""

    def draw(penalty: float | None) -> DecodingResult:
        torch.manual_seed(0)
        few = tuple({*range(1900)} - {33, 260, 292})  # "!", "re", the end
        options = replace(FEW, suppress_tokens=few, temperature=(3.0,), best_of=5, length_penalty=penalty)
        return _decode(model, features, options)

    by_sum, by_mean = draw(0.0), draw(None)
    totals = [found.avg_logprob * (len(found.tokens) + 1) for found in (by_sum, by_mean)]
    assert totals[0] > totals[1]
    assert totals[0] / len(by_sum.tokens) < totals[1] / len(by_mean.tokens)


def test_patience_searches_longer(model: Model, features: Tensor) -> None:
    def steps(patience: float | None) -> int:
        read: list[None] = []
        hook = model.network.decoder.register_forward_pre_hook(lambda *_: read.append(None))
        _decode(model, features, replace(FEW, sample_len=60, beam_size=3, patience=patience))
        hook.remove()
        return len(read)

    assert steps(0.1) < steps(None) < steps(9.0)


def test_a_cancel_ends_the_window_before_the_next_token(model: Model, features: Tensor) -> None:
    cancel, steps = Cancel(), list[int]()

    def ask(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        steps.append(inputs[0].shape[1])
        if len(steps) == 3:
            cancel.ask()

    hook = model.network.decoder.register_forward_pre_hook(ask)
    with pytest.raises(Cancelled):
        decode(model, features, Question("en"), replace(SHORT, suppress_tokens="292"), 0.0, cancel)
    hook.remove()

    assert steps == [3, 1, 1]


# --- fallback


def _temperature_of(model: Model, features: Tensor, **thresholds: float | None) -> float:
    chosen: dict[str, float | None] = {
        "compression_ratio_threshold": None, "logprob_threshold": None, "no_speech_threshold": None
    } | thresholds  # fmt: skip
    options = replace(SHORT, temperature=(0.0, 0.3, 0.9), **chosen)  # type: ignore[arg-type]
    torch.manual_seed(0)
    return decode_with_fallback(model, features, Question("en"), options, Cancel()).temperature


def test_a_good_first_try_stands(model: Model, features: Tensor) -> None:
    assert _temperature_of(model, features) == 0.0
    assert _temperature_of(model, features, compression_ratio_threshold=99, logprob_threshold=-99) == 0.0


def test_improbable_or_repetitive_text_is_tried_at_every_temperature(model: Model, features: Tensor) -> None:
    assert _temperature_of(model, features, logprob_threshold=1.0) == 0.9
    assert _temperature_of(model, features, compression_ratio_threshold=-1.0) == 0.9


def test_silence_may_be_improbable(model: Model, features: Tensor) -> None:
    assert _temperature_of(model, features, logprob_threshold=1.0, no_speech_threshold=-1.0) == 0.0
    assert _temperature_of(model, features, logprob_threshold=1.0, no_speech_threshold=1.0) == 0.9
    # also repetitive; but only what is improbable, too, is silence
    both = {"logprob_threshold": 1.0, "compression_ratio_threshold": -1.0, "no_speech_threshold": -1.0}
    assert _temperature_of(model, features, **both) == 0.0
    assert _temperature_of(model, features, **both | {"logprob_threshold": None}) == 0.9


def test_the_first_temperature_that_is_good_enough_stands(model: Model, features: Tensor) -> None:
    torch.manual_seed(0)
    tries = [decode(model, features, Question("en"), SHORT, temperature, Cancel()) for temperature in (0.0, 0.3, 0.9)]
    best = max(tries, key=lambda found: found.avg_logprob)

    assert _temperature_of(model, features, logprob_threshold=best.avg_logprob - 1e-6) == best.temperature


@pytest.mark.parametrize(("text", "ratio"), [("", 0.0), ("ab", 0.2), ("a" * 1000, 58.82)])
def test_repetition_compresses_well(text: str, ratio: float) -> None:
    assert compression_ratio(text) == pytest.approx(ratio, abs=0.01)
