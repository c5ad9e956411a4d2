"""One window of sound to tokens: language detection, decoding, and the fallback to higher temperatures."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.errors import EngineError
from engine.progress import Cancel
from engine.transcript import DetectedLanguage
from engine.whisper.checkpoint import Model
from engine.whisper.logits import Rule, rules_for
from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.search import Beams, Candidate, Sampling, Search


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


Sound = Tensor | Memory  # a window's features (1, frames, state), or what the decoder made of them: all asks share it


@torch.inference_mode()
def encode(model: Model, mel: Tensor) -> Tensor:
    """Turn one log-mel window (mels, 3000) into features (1, frames, state)."""
    network = model.network
    return network.encoder(mel[None].to(network.device, network.encoder.dtype))  # type: ignore[no-any-return]


@torch.inference_mode()
def listen(model: Model, sound: Sound) -> Memory:
    """Begin a text for a window: its keys and values are made here, unless they are there already."""
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
        if not failed(result, options):
            break
    return result


def failed(result: DecodingResult, options: Options) -> bool:
    """Tell whether a window is to be tried at the next temperature."""
    improbable = options.logprob_threshold is not None and result.avg_logprob < options.logprob_threshold
    silent = options.no_speech_threshold is not None and result.no_speech_prob > options.no_speech_threshold
    if improbable and silent:
        return False
    ratio = options.compression_ratio_threshold
    return improbable or (ratio is not None and result.compression_ratio > ratio)


@torch.inference_mode()
def decode(
    model: Model, sound: Sound, question: Question, options: Options, temperature: float, cancel: Cancel
) -> DecodingResult:
    """Decode a window once. Raises Cancelled within a token's time."""
    start = start_tokens(model, question, options)
    search = _search_for(options, temperature, model)
    rules = rules_for(options, model.tokenizer, model.suppressed, model.latest_start)
    no_speech_prob = _run(model, listen(model, sound), start, search, rules, options, cancel)
    best = max(search.candidates(), key=lambda candidate: candidate.score(options.length_penalty))
    return result_of(best, no_speech_prob, temperature, model)


def start_tokens(model: Model, question: Question, options: Options) -> list[int]:
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


def _search_for(options: Options, temperature: float, model: Model) -> Search:
    eot, device = model.tokenizer.eot, model.network.device
    if temperature > 0:
        return Sampling(options.best_of or 1, temperature, eot, device)
    if options.beam_size is None:
        return Sampling(1, 0, eot, device)
    return Beams(options.beam_size, options.patience or 1.0, eot, device)


def _run(
    model: Model,
    memory: Memory,
    start: list[int],
    search: Search,
    rules: list[Rule],
    options: Options,
    cancel: Cancel,
) -> float:
    """Let the search choose token after token; return the probability that nobody speaks."""
    decoder, tokenizer, context = model.network.decoder, model.tokenizer, model.network.dims.n_text_ctx
    states = decoder(torch.tensor([start], device=model.network.device), memory)  # (1, start, state)
    at_sot = decoder.logits(states[0, start.index(tokenizer.sot)])
    no_speech_prob = float(at_sot.softmax(dim=0)[tokenizer.no_speech])
    memory.spread(search.rows)
    logits = decoder.logits(states[:, -1]).repeat(search.rows, 1)  # (rows, vocabulary)
    for _ in range(options.sample_len or context // 2):
        cancel.check()
        for rule in rules:
            rule(logits, search.sampled)
        over = search.advance(logits, memory)
        if over or len(start) + search.sampled.shape[1] > context:
            break
        logits = decoder.logits(decoder(search.sampled[:, -1:], memory)[:, -1])
    return no_speech_prob


def result_of(best: Candidate, no_speech_prob: float, temperature: float, model: Model) -> DecodingResult:
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
