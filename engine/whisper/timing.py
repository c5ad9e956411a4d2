"""When each word is spoken: cross-attention, aligned by dynamic time warping, as in the reference.

Heads of the decoder that are known to follow the sound say how much each token listens to each frame; the cheapest
monotone path through that picture gives every token its time.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise
from math import exp
from statistics import fmean

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from engine.whisper.checkpoint import Model
from engine.whisper.decoding import Sound, listen
from engine.whisper.mel import FRAMES_PER_SECOND
from engine.whisper.options import Options
from engine.whisper.segments import FRAMES_PER_TIMESTAMP, SECONDS_PER_TIMESTAMP, Cut, Draft, Window, WordTiming
from engine.whisper.tokenizer import Tokenizer

_MEDIAN_WIDTH = 7
_LONGEST_MEDIAN = 0.7  # seconds
_LEAST_PAUSE = 0.15  # seconds: within less a detector of speech is no better than attention
_SENTENCE_ENDS = ".。!！?？"


def time_words(
    model: Model,
    sound: Sound,
    window: Window,
    drafts: list[Draft],
    options: Options,
    language: str,
    last_speech: float,
) -> None:
    """Give every draft its words, and fit its start and end to them; `last_speech` is where words ended before."""
    text = [token for draft in drafts for token in draft.tokens if token < model.tokenizer.eot]
    words = align(model, sound, window, text, options, language)
    place_words(words, drafts, window, options, model.tokenizer.eot, last_speech)


def place_words(
    words: list[WordTiming], drafts: list[Draft], window: Window, options: Options, eot: int, last_speech: float
) -> None:
    """Deal the words of a window, in seconds from its start, out to its drafts; cut what attention made too long."""
    lasting = [word.end - word.start for word in words if word.end != word.start]
    median = min(_LONGEST_MEDIAN, float(np.median(lasting))) if lasting else 0.0
    if lasting:
        _shorten_at_sentence_ends(words, 2 * median)
    merge_punctuation(words, options.prepend_punctuations, options.append_punctuations)
    rest = iter(words)
    for draft in drafts:
        missing = sum(token < eot for token in draft.tokens)
        while missing > 0 and (word := next(rest, None)):
            missing -= len(word.tokens)
            if word.text:
                word.start = round(window.start + word.start, 2)
                word.end = round(window.start + word.end, 2)
                draft.words.append(word)
        if draft.words:
            _shorten_after_pause(draft.words, median, last_speech)
            _fit(draft, median)
            last_speech = draft.end


def begin_with_speech(drafts: Sequence[Draft], speech: Sequence[tuple[float, float]]) -> None:
    """Let a first word that begins in a silence begin where somebody speaks in it, and its draft with it.

    Attention likes to spread a word over the pause before it. `speech` are starts and ends in seconds, in order.
    """
    for draft in drafts:
        if not draft.words:
            continue
        first = draft.words[0]
        onset = next((start for start, end in speech if end > first.start), first.start)
        if first.start + _LEAST_PAUSE <= onset < first.end:
            first.start = onset
            draft.start = max(draft.start, onset)


def untimed_words(draft: Draft, tokenizer: Tokenizer, language: str) -> list[WordTiming]:
    """Split a draft into words with the probability that decoding gave them, and no times."""
    text = [token for token in draft.tokens if token < tokenizer.eot]
    known = zip(draft.tokens, draft.logprobs, strict=True)
    probabilities = (exp(logprob) for token, logprob in known if token < tokenizer.eot)
    return [
        WordTiming(word, tokens, 0, 0, fmean(islice(probabilities, len(tokens))))
        for word, tokens in zip(*tokenizer.split_to_words(text, language), strict=True)
    ]


def words_end(drafts: Sequence[Draft]) -> float | None:
    """Return where the last word ends, or the last draft if there is no word."""
    ends = (word.end for draft in reversed(drafts) for word in reversed(draft.words))
    return next(ends, drafts[-1].end if drafts else None)


def go_on_from_words(found: Cut, window: Window, silence_threshold: float | None) -> Cut:
    """Begin the next window where the last word ends, if more may follow; words are more exact than timestamps.

    With a threshold (seconds), what is left of the window after the last word must exceed it, or is taken as silent.
    """
    end = words_end(found.drafts)
    if found.complete or end is None or end <= window.start:
        return found
    if silence_threshold is not None and window.end - end <= silence_threshold:
        return replace(found, seek=window.seek + window.size)
    return replace(found, seek=round(end * FRAMES_PER_SECOND))


@torch.inference_mode()
def align(
    model: Model, sound: Sound, window: Window, text: list[int], options: Options, language: str
) -> list[WordTiming]:
    """Time text tokens, in seconds from the window's start."""
    tokenizer, decoder = model.tokenizer, model.network.decoder
    start = tokenizer.start_sequence(language, options.task)
    tokens = [*start, tokenizer.no_timestamps, *text, tokenizer.eot]
    words, word_tokens = tokenizer.split_to_words([*text, tokenizer.eot], language)
    frames = window.size // FRAMES_PER_TIMESTAMP
    if not text or not frames or len(words) < 2 or len(tokens) > model.network.dims.n_text_ctx:
        return []
    scores: list[Tensor] = []
    states = decoder(torch.tensor([tokens], device=model.network.device), listen(model, sound), scores)[0]
    logits = decoder.logits(states[len(start) : len(start) + len(text)])[:, : tokenizer.eot]  # (text, text vocabulary)
    probabilities = logits.softmax(dim=1)[range(len(text)), text].tolist()

    attention = _attention(scores, model, frames)[len(start) : -1]  # from <|notimestamps|>, which predicts text[0]
    token_at, frame_at = warp(-attention.double().cpu().numpy())
    first_frames = frame_at[np.diff(token_at, prepend=-1) > 0]  # (text + 1,)
    times = first_frames * SECONDS_PER_TIMESTAMP
    bounds = np.cumsum([0, *(len(tokens) for tokens in word_tokens[:-1])]).tolist()
    return [
        WordTiming(word, list(tokens), float(times[i]), float(times[j]), float(np.mean(probabilities[i:j])))
        for word, tokens, i, j in zip(words, word_tokens, bounds, bounds[1:], strict=False)  # the last word is the end
    ]


def _attention(scores: Sequence[Tensor], model: Model, frames: int) -> Tensor:
    """Average the aligned heads' attention, standardised over the tokens and smoothed over time: (tokens, frames)."""
    layers = model.network.dims.n_text_layer
    heads = model.alignment_heads or [
        (layer, head) for layer in range(layers // 2, layers) for head in range(model.network.dims.n_text_head)
    ]
    weights = torch.stack([scores[layer][0, head, :, :frames] for layer, head in heads])  # (heads, tokens, frames)
    weights = weights.float().softmax(dim=2)
    deviation, mean = torch.std_mean(weights, dim=1, keepdim=True, unbiased=False)
    # A frame that all tokens hear alike says nothing: 0, where the reference has 0 / 0 and loses the path.
    standardised = torch.where(deviation > 0, (weights - mean) / deviation, 0)
    return median_filter(standardised, _MEDIAN_WIDTH).mean(dim=0)


def median_filter(x: Tensor, width: int) -> Tensor:
    """Replace each value of (heads, tokens, frames) by the median of `width` frames about it, mirrored at the ends."""
    half = width // 2
    if x.shape[-1] <= half:
        return x
    padded = F.pad(x, (half, half), mode="reflect")
    return _median([padded[..., shift : shift + x.shape[-1]] for shift in range(width)])


def _median(values: list[Tensor]) -> Tensor:
    """Find the median of an odd number of equally large tensors, place by place.

    Of just more than half of them the smallest and the largest aren't it: they are forgotten, and another comes in. To
    sort them all takes seven times as long.
    """
    kept, coming = values[: len(values) // 2 + 2], values[len(values) // 2 + 2 :]
    while len(kept) > 1:
        for at in range(1, len(kept)):
            kept[0], kept[at] = torch.minimum(kept[0], kept[at]), torch.maximum(kept[0], kept[at])
        for at in range(1, len(kept) - 1):
            kept[at], kept[-1] = torch.minimum(kept[at], kept[-1]), torch.maximum(kept[at], kept[-1])
        kept = kept[1:-1] + coming[:1]
        coming = coming[1:]
    return kept[0]


def warp(cost: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Find the cheapest path from the first to the last cell of (tokens, frames): the path's tokens and its frames.

    Whole anti-diagonals are computed at once. Ties go to the next frame, and sums are kept in double precision, both as
    in the reference on a CPU, so that paths are equal.
    """
    tokens, frames = cost.shape
    flipped = cost[:, ::-1]
    moves = np.zeros((tokens + frames + 1, tokens + 1), np.uint8)  # by anti-diagonal and token, both counted from 1
    last_but_one = np.full(tokens + 1, np.inf)
    last = last_but_one.copy()
    last_but_one[0] = 0
    for diagonal in range(2, tokens + frames + 1):
        low, high = max(1, diagonal - frames), min(tokens, diagonal - 1) + 1
        both, token, frame = last_but_one[low - 1 : high - 1], last[low - 1 : high - 1], last[low:high]
        alone = np.where((token < both) & (token < frame), _TOKEN, _FRAME)
        move = np.where((both < token) & (both < frame), _BOTH, alone)
        cheapest = np.choose(move, (both, token, frame))
        last_but_one, last = last, np.full(tokens + 1, np.inf)
        last[low:high] = flipped.diagonal(frames - diagonal + 1) + cheapest
        moves[diagonal, low:high] = move
    return _path(moves, tokens, frames)


_BOTH, _TOKEN, _FRAME = 0, 1, 2


def _path(moves: NDArray[np.uint8], token: int, frame: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    path = []
    while token and frame:
        path.append((token - 1, frame - 1))
        move = moves[token + frame, token]
        token -= move != _FRAME
        frame -= move != _TOKEN
    tokens, frames = np.array(path[::-1]).T
    return tokens, frames


def merge_punctuation(words: list[WordTiming], prepend: str, append: str) -> None:
    """Join marks to the word after or before them; a word that was joined to another is left empty."""
    following = len(words) - 1
    for at in range(len(words) - 2, -1, -1):
        mark, word = words[at], words[following]
        if mark.text.startswith(" ") and mark.text.strip() in prepend:
            word.text, word.tokens = mark.text + word.text, mark.tokens + word.tokens
            mark.text, mark.tokens = "", []
        else:
            following = at
    previous = 0
    for at in range(1, len(words)):
        word, mark = words[previous], words[at]
        if not word.text.endswith(" ") and mark.text in append:
            word.text, word.tokens = word.text + mark.text, word.tokens + mark.tokens
            mark.text, mark.tokens = "", []
        else:
            previous = at


def _shorten_at_sentence_ends(words: list[WordTiming], longest: float) -> None:
    """Cut marks that end a sentence, and words after them: the pause between sentences is nobody's word."""
    for before, word in pairwise(words):
        if word.end - word.start > longest:
            if word.text in _SENTENCE_ENDS:
                word.end = word.start + longest
            elif before.text in _SENTENCE_ENDS:
                word.start = word.end - longest


def _shorten_after_pause(words: list[WordTiming], median: float, last_speech: float) -> None:
    """Cut the first words after a pause: attention likes to spread them over it."""
    longest = 2 * median
    first, second = words[0], words[1] if len(words) > 1 else None
    stretched = first.end - first.start > longest
    stretched = stretched or (second is not None and second.end - first.start > 2 * longest)
    if first.end - last_speech <= 4 * median or not stretched:
        return
    if second is not None and second.end - second.start > longest:
        first.end = second.start = second.end - longest
    first.start = first.end - longest


def _fit(draft: Draft, median: float) -> None:
    """Let the draft begin and end with its words, unless its own timestamps show that an outer word is too long."""
    first, last = draft.words[0], draft.words[-1]
    if first.start + 0.5 < draft.start < first.end:
        first.start = max(0, min(first.end - median, draft.start))
    else:
        draft.start = first.start
    if last.start < draft.end < last.end - 0.5:
        last.end = max(last.start + median, draft.end)
    else:
        draft.end = last.end
