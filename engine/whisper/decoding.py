"""Windows of sound to tokens: language detection, decoding, and the fallback to higher temperatures."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.errors import EngineError
from engine.progress import Cancel
from engine.transcript import DetectedLanguage
from engine.whisper.checkpoint import Model
from engine.whisper.logits import rules_for
from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.search import Candidate
from engine.whisper.together import Texts, texts_for


@dataclass(frozen=True, slots=True)
class DecodingResult:
    """What a window was decoded to; field names are the reference's."""

    tokens: tuple[int, ...]  # text and timestamps, without the end
    logprobs: tuple[float, ...]  # of each token
    text: str
    avg_logprob: float
    no_speech_prob: float
    temperature: float
    compression_ratio: float


@dataclass(frozen=True, slots=True)
class Question:
    """What a window is decoded as: its language, and tokens of text that are taken to come before it."""

    language: str
    prompt: Sequence[int] = ()


# Windows' features (windows, frames, state), or what the decoder made of a window: all asks share it.
Sound = Tensor | Memory


@torch.inference_mode()
def encode(model: Model, mel: Tensor) -> Tensor:
    """Turn one log-mel window (mels, 3000) into features (1, frames, state)."""
    network = model.network
    return network.encoder(mel[None].to(network.device, network.encoder.dtype))  # type: ignore[no-any-return]


@torch.inference_mode()
def listen(model: Model, sound: Sound) -> Memory:
    """Begin texts for windows: keys and values are made here, unless they are there already."""
    return sound.anew() if isinstance(sound, Memory) else model.network.decoder.listen(sound)


@torch.inference_mode()
def detect_language(model: Model, sound: Sound, allowed: Sequence[str] = ()) -> DetectedLanguage:
    """Tell the language of a window: the likeliest token after the start (section 2.3)."""
    tokenizer, decoder = model.tokenizer, model.network.decoder
    codes = [code for code in tokenizer.languages if not allowed or code in allowed]
    start = torch.tensor([[tokenizer.sot]], device=model.network.device)
    logits = decoder.logits(decoder(start, listen(model, sound)))[0, 0]
    probabilities = logits[[tokenizer.language_token(code) for code in codes]].softmax(dim=0)
    best = int(probabilities.argmax())
    return DetectedLanguage(codes[best], float(probabilities[best]))


def decode_with_fallback(
    model: Model, sound: Sound, question: Question, options: Options, cancel: Cancel
) -> DecodingResult:
    """Decode at rising temperatures until the text is neither repetitive nor improbable; the last try stands."""
    sound = listen(model, sound)
    for temperature in options.temperature:
        result = decode(model, sound, question, options, temperature, cancel)
        if not _failed(result, options):
            break
    return result


def decode_all_with_fallback(
    model: Model, features: Tensor, questions: Sequence[Question], options: Options, cancel: Cancel
) -> list[DecodingResult]:
    """Decode windows, features (windows, frames, state); those that fail go on together at the next temperature."""
    results: dict[int, DecodingResult] = {}
    waiting = list(range(len(questions)))
    for temperature in options.temperature:
        asked = [questions[at] for at in waiting]
        decoded = decode_all(model, features[waiting], asked, options, temperature, cancel)
        results.update(zip(waiting, decoded, strict=True))
        waiting = [at for at in waiting if _failed(results[at], options)]
        if not waiting:
            break
    return [results[at] for at in range(len(questions))]


def _failed(result: DecodingResult, options: Options) -> bool:
    """Tell whether a window is to be tried at the next temperature."""
    improbable = options.logprob_threshold is not None and result.avg_logprob < options.logprob_threshold
    silent = options.no_speech_threshold is not None and result.no_speech_prob > options.no_speech_threshold
    if improbable and silent:
        return False
    ratio = options.compression_ratio_threshold
    return improbable or (ratio is not None and result.compression_ratio > ratio)


def decode(
    model: Model, sound: Sound, question: Question, options: Options, temperature: float, cancel: Cancel
) -> DecodingResult:
    """Decode a window once. Raises Cancelled within a token's time."""
    return decode_all(model, sound, [question], options, temperature, cancel)[0]


@torch.inference_mode()
def decode_all(
    model: Model,
    sound: Sound,
    questions: Sequence[Question],
    options: Options,
    temperature: float,
    cancel: Cancel,
) -> list[DecodingResult]:
    """Decode windows once, together, token by token; one that has ended makes the tokens of the others cheaper.

    What they are told before has to be equally long, as their texts grow together. Raises Cancelled within a token.
    """
    starts = [_start_tokens(model, question, options) for question in questions]
    if len({len(start) for start in starts}) > 1:
        raise ValueError("texts that grow together begin with equally many tokens")
    texts = texts_for(options, temperature, len(questions), model.tokenizer.eot, model.network.device)
    no_speech_probs, candidates = _run(model, listen(model, sound), starts, texts, options, cancel)
    best = [max(each, key=lambda candidate: candidate.score(options.length_penalty)) for each in candidates]
    return [
        _result(text, no_speech_prob, temperature, model)
        for text, no_speech_prob in zip(best, no_speech_probs, strict=True)
    ]


def _start_tokens(model: Model, question: Question, options: Options) -> list[int]:
    """Return what the decoder reads before it chooses a token."""
    tokenizer, context = model.tokenizer, model.network.dims.n_text_ctx
    tokens = list(tokenizer.start_sequence(question.language, options.task))
    if options.without_timestamps:
        tokens.append(tokenizer.no_timestamps)
    if options.prefix:
        room = context // 2 - (options.sample_len or context // 2)
        tokens += tokenizer.encode(" " + options.prefix.strip())[-room:]  # room 0 takes all of it, as the reference
    if question.prompt:
        tokens = [tokenizer.sot_prev, *question.prompt[-(context // 2 - 1) :], *tokens]
    if len(tokens) >= context:
        raise EngineError("options", f"prefix and prompt fill all {context} tokens of {model.name}: shorten them.")
    return tokens


def _run(
    model: Model, memory: Memory, starts: list[list[int]], texts: Texts, options: Options, cancel: Cancel
) -> tuple[list[float], list[list[Candidate]]]:
    """Let the texts grow; return for each window the probability that nobody speaks, and what was found."""
    decoder, tokenizer, context = model.network.decoder, model.tokenizer, model.network.dims.n_text_ctx
    rules = rules_for(options, tokenizer, model.suppressed, model.latest_start)
    states = decoder(torch.tensor(starts, device=model.network.device), memory)  # (windows, start, state)
    at_sot = decoder.logits(states[:, starts[0].index(tokenizer.sot)])
    no_speech_probs = at_sot.softmax(dim=1)[:, tokenizer.no_speech].tolist()
    memory.spread(texts.rows)
    logits = decoder.logits(states[:, -1]).repeat_interleave(texts.rows, dim=0)  # (windows * rows, vocabulary)
    found: list[list[Candidate]] = [[] for _ in starts]
    growing = list(range(len(starts)))  # which window stands at each place
    sampled = texts.sampled
    for _ in range(options.sample_len or context // 2):
        cancel.check()
        for rule in rules:
            rule(logits, sampled)
        for place in reversed(texts.advance(logits, memory)):
            found[growing[place]] = texts.candidates(place)
            growing[place] = growing[-1]
            growing.pop()
            texts.leave(place)
            memory.leave(place)
        if not growing:
            break
        sampled = texts.sampled
        if len(starts[0]) + sampled.shape[1] > context:
            break
        logits = decoder.logits(decoder(sampled[:, -1:], memory)[:, -1])
    for place, window in enumerate(growing):
        found[window] = texts.candidates(place)
    return no_speech_probs, found


def _result(best: Candidate, no_speech_prob: float, temperature: float, model: Model) -> DecodingResult:
    text = model.tokenizer.decode(best.tokens).strip()
    return DecodingResult(
        best.tokens,
        best.logprobs,
        text,
        avg_logprob=best.total / (len(best.tokens) + 1),
        no_speech_prob=no_speech_prob,
        temperature=temperature,
        compression_ratio=compression_ratio(text),
    )


def compression_ratio(text: str) -> float:
    """Tell how many times smaller zlib makes the text: repetition shows as more than 2.4."""
    encoded = text.encode()
    return len(encoded) / len(zlib.compress(encoded))
