"""Windows decoded together are decoded as one by one, however they end."""

from dataclasses import replace

import pytest
import torch
from torch import Tensor

from engine.errors import Cancelled
from engine.progress import Cancel
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import (
    DecodingResult,
    Question,
    decode,
    decode_all,
    decode_all_with_fallback,
    decode_with_fallback,
    encode,
)
from engine.whisper.model import Memory
from engine.whisper.options import Options

# Few letters are left, so that some windows end soon and others don't.
FEW = tuple(token for token in range(292) if not 97 <= token < 109)
GREEDY = Options(language="en", temperature=(0.0,), sample_len=40, suppress_tokens=FEW)
QUESTIONS = [Question("en"), Question("en"), Question("en"), Question("de"), Question("no")]


@pytest.fixture(scope="module")
def features(model: Model) -> Tensor:
    """Five windows of other sounds, (5, frames, state)."""
    noise = torch.randn(2, 80, 3000, generator=torch.Generator().manual_seed(2))
    return torch.cat([encode(model, noise[at // 3] * (0.1, 0.3, 0.6)[at % 3]) for at in range(5)])


def _told(result: DecodingResult) -> tuple[object, ...]:
    """All that is exact in a result."""
    return result.tokens, result.text, result.temperature, result.compression_ratio


def _equal(found: list[DecodingResult], expected: list[DecodingResult]) -> None:
    assert list(map(_told, found)) == list(map(_told, expected))
    for one, other in zip(found, expected, strict=True):
        assert one.logprobs == pytest.approx(other.logprobs, abs=1e-4)
        assert (one.avg_logprob, one.no_speech_prob) == pytest.approx(
            (other.avg_logprob, other.no_speech_prob), abs=1e-4
        )


@pytest.mark.parametrize(
    "options",
    [
        GREEDY,
        replace(GREEDY, sample_len=None, suppress_tokens="-1"),
        replace(GREEDY, task="translate", without_timestamps=True),
        replace(GREEDY, prefix="ab", no_repeat_ngram_size=4, repetition_penalty=1.1),
        replace(GREEDY, beam_size=3),
        replace(GREEDY, beam_size=2, patience=2.0, length_penalty=0.6),
    ],
)
def test_windows_are_decoded_as_one_by_one(model: Model, features: Tensor, options: Options) -> None:
    together = decode_all(model, features, QUESTIONS, options, 0.0, Cancel())

    alone = [
        decode(model, features[at : at + 1], question, options, 0.0, Cancel()) for at, question in enumerate(QUESTIONS)
    ]
    _equal(together, alone)


def test_windows_that_fail_go_on_at_the_next_temperature_alone(model: Model, features: Tensor) -> None:
    plain = replace(GREEDY, no_speech_threshold=None, compression_ratio_threshold=None)
    found = decode_all(model, features, QUESTIONS, plain, 0.0, Cancel())
    middle = sorted(result.avg_logprob for result in found)[2]
    # the same temperature twice: what fails is decoded again, to the same
    options = replace(plain, temperature=(0.0, 0.0), logprob_threshold=middle)
    rows: list[int] = []

    def note(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        if not inputs[1].length:
            rows.append(len(inputs[0]))

    hook = model.network.decoder.register_forward_pre_hook(note)
    again = decode_all_with_fallback(model, features, QUESTIONS, options, Cancel())
    hook.remove()

    assert rows == [5, 2]
    _equal(again, found)


def test_each_window_keeps_the_temperature_that_it_was_told_at(model: Model, features: Tensor) -> None:
    options = replace(GREEDY, no_speech_threshold=None, compression_ratio_threshold=None)
    found = decode_all(model, features, QUESTIONS, options, 0.0, Cancel())
    middle = sorted(result.avg_logprob for result in found)[2]
    options = replace(options, temperature=(0.0, 0.7), logprob_threshold=middle, best_of=2)

    temperatures = [
        result.temperature for result in decode_all_with_fallback(model, features, QUESTIONS, options, Cancel())
    ]

    assert temperatures == [0.0 if result.avg_logprob >= middle else 0.7 for result in found]


def test_one_window_falls_back_as_by_itself(model: Model, features: Tensor) -> None:
    options = replace(GREEDY, temperature=(0.0, 0.5, 1.0), logprob_threshold=9.0, no_speech_threshold=None, best_of=2)
    torch.manual_seed(3)
    alone = decode_with_fallback(model, features[:1], QUESTIONS[0], options, Cancel())
    torch.manual_seed(3)

    _equal(decode_all_with_fallback(model, features[:1], QUESTIONS[:1], options, Cancel()), [alone])


def test_of_several_drawn_texts_the_best_stands(model: Model, features: Tensor) -> None:
    options = replace(GREEDY, temperature=(0.8,), best_of=4)
    torch.manual_seed(3)
    found = decode_all(model, features, QUESTIONS, options, 0.8, Cancel())
    torch.manual_seed(3)
    worst = decode_all(model, features, QUESTIONS, replace(options, best_of=1), 0.8, Cancel())

    assert [result.temperature for result in found] == [0.8] * 5
    assert sum(result.avg_logprob for result in found) > sum(result.avg_logprob for result in worst)


@pytest.mark.parametrize("options", [GREEDY, replace(GREEDY, beam_size=2, patience=0.5)])
def test_windows_that_have_ended_are_not_computed_any_more(model: Model, features: Tensor, options: Options) -> None:
    rows: list[int] = []

    def note(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        rows.append(len(inputs[0]))

    hook = model.network.decoder.register_forward_pre_hook(note)
    found = decode_all(model, features, QUESTIONS, options, 0.0, Cancel())
    hook.remove()

    assert rows == [rows[0], *sorted(rows[1:], reverse=True)]
    assert rows[-1] < rows[1] == 5 * (options.beam_size or 1)
    if options is GREEDY:
        assert sum(rows) == 5 + sum(len(result.tokens) for result in found)


def test_texts_that_begin_with_other_numbers_of_tokens_are_refused(model: Model, features: Tensor) -> None:
    questions = [Question("en", (70,)), Question("en")]

    with pytest.raises(ValueError, match="equally many tokens"):
        decode_all(model, features[:2], questions, GREEDY, 0.0, Cancel())


def test_a_cancel_is_heard_within_a_token(model: Model, features: Tensor) -> None:
    cancel, steps = Cancel(), 0

    def ask(_: torch.nn.Module, __: tuple[Tensor, Memory]) -> None:
        nonlocal steps
        steps += 1
        if steps == 3:
            cancel.ask()

    hook = model.network.decoder.register_forward_pre_hook(ask)
    with pytest.raises(Cancelled):
        decode_all(model, features, QUESTIONS, GREEDY, 0.0, cancel)
    hook.remove()

    assert steps == 3
