"""Several windows decoded together, token by token; a window that has ended makes the tokens of the others cheaper."""

from collections.abc import Sequence
from typing import Protocol

import torch
from torch import Tensor

from engine.progress import Cancel
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import DecodingResult, Question, failed, result_of, start_tokens
from engine.whisper.logits import rules_for
from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.search import Beams, Candidate, Sampling


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
        waiting = [at for at in waiting if failed(results[at], options)]
        if not waiting:
            break
    return [results[at] for at in range(len(questions))]


@torch.inference_mode()
def decode_all(
    model: Model,
    features: Tensor,
    questions: Sequence[Question],
    options: Options,
    temperature: float,
    cancel: Cancel,
) -> list[DecodingResult]:
    """Decode windows, features (windows, frames, state), once: as `decode` does each of them.

    What they are told before has to be equally long, as their texts grow together. Raises Cancelled within a token.
    """
    starts = [start_tokens(model, question, options) for question in questions]
    if len({len(start) for start in starts}) > 1:
        raise ValueError("texts that grow together begin with equally many tokens")
    texts = _texts_for(options, temperature, model, len(questions))
    no_speech_probs, candidates = _run(model, features, starts, texts, options, cancel)
    best = [max(each, key=lambda candidate: candidate.score(options.length_penalty)) for each in candidates]
    return [
        result_of(text, no_speech_prob, temperature, model)
        for text, no_speech_prob in zip(best, no_speech_probs, strict=True)
    ]


def _run(
    model: Model, features: Tensor, starts: list[list[int]], texts: "_Texts", options: Options, cancel: Cancel
) -> tuple[list[float], list[list[Candidate]]]:
    """Let the texts grow; return for each window the probability that nobody speaks, and what was found."""
    decoder, tokenizer, context = model.network.decoder, model.tokenizer, model.network.dims.n_text_ctx
    rules = rules_for(options, tokenizer, model.suppressed, model.latest_start)
    memory = decoder.listen(features)
    states = decoder(torch.tensor(starts, device=features.device), memory)  # (windows, start, state)
    at_sot = decoder.logits(states[:, starts[0].index(tokenizer.sot)])
    no_speech_probs = at_sot.softmax(dim=1)[:, tokenizer.no_speech].tolist()
    memory.spread(texts.rows)
    logits = decoder.logits(states[:, -1]).repeat_interleave(texts.rows, dim=0)  # (windows * rows, vocabulary)
    found: list[list[Candidate]] = [[] for _ in starts]
    growing = list(range(len(starts)))  # which window stands at each place
    for _ in range(options.sample_len or context // 2):
        cancel.check()
        for rule in rules:
            rule(logits, texts.sampled)
        for place in reversed(texts.advance(logits, memory)):
            found[growing[place]] = texts.candidates(place)
            growing[place] = growing[-1]
            growing.pop()
            texts.leave(place)
            memory.leave(place)
        if not growing or len(starts[0]) + texts.sampled.shape[1] > context:
            break
        logits = decoder.logits(decoder(texts.sampled[:, -1:], memory)[:, -1])
    for place, window in enumerate(growing):
        found[window] = texts.candidates(place)
    return no_speech_probs, found


class _Texts(Protocol):
    """Texts of several windows that grow side by side: `rows` a window, `sampled` (windows * rows, length) so far."""

    rows: int

    @property
    def sampled(self) -> Tensor: ...

    def advance(self, logits: Tensor, memory: Memory) -> list[int]:
        """Add a token to every row; return the places of the windows that have ended, in order."""
        ...

    def candidates(self, place: int) -> list[Candidate]: ...

    def leave(self, place: int) -> None:
        """Go on without the window at this place: the last one takes it, as in the memory."""
        ...


def _texts_for(options: Options, temperature: float, model: Model, windows: int) -> _Texts:
    eot, device = model.tokenizer.eot, model.network.device
    if temperature > 0:
        return _Samples(windows, options.best_of or 1, temperature, eot, device)
    if options.beam_size is None:
        return _Samples(windows, 1, 0, eot, device)
    return _Beams(windows, options.beam_size, options.patience or 1.0, eot, device)


class _Samples:
    """Rows that know nothing of each other are one search, whatever window they belong to."""

    def __init__(self, windows: int, rows: int, temperature: float, eot: int, device: torch.device) -> None:
        self.rows = rows
        self._search = Sampling(windows * rows, temperature, eot, device)
        self._eot = eot

    @property
    def sampled(self) -> Tensor:
        return self._search.sampled

    def advance(self, logits: Tensor, memory: Memory) -> list[int]:
        if self._search.advance(logits, memory):
            return list(range(self._search.rows // self.rows))
        ended = (self.sampled[:, -1] == self._eot).view(-1, self.rows).all(dim=1)
        return ended.nonzero().flatten().tolist()

    def candidates(self, place: int) -> list[Candidate]:
        return self._search.candidates()[place * self.rows : (place + 1) * self.rows]

    def leave(self, place: int) -> None:
        rows = list(range(self._search.rows))
        rows[place * self.rows : (place + 1) * self.rows] = rows[-self.rows :]
        self._search.keep(rows[: -self.rows])


class _Beams:
    """Beams of one window are a search of their own."""

    def __init__(self, windows: int, rows: int, patience: float, eot: int, device: torch.device) -> None:
        self.rows = rows
        self._searches = [Beams(rows, patience, eot, device) for _ in range(windows)]
        self._device = device

    @property
    def sampled(self) -> Tensor:
        return torch.cat([search.sampled for search in self._searches])

    def advance(self, logits: Tensor, memory: Memory) -> list[int]:
        ended, chosen = [], []
        for place, (search, part) in enumerate(zip(self._searches, torch.split(logits, self.rows), strict=True)):
            choice = _Choice(self.rows, memory.length, self._device)
            if search.advance(part, choice):
                ended.append(place)
            chosen.append(choice)
        rows = [choice.rows + place * self.rows for place, choice in enumerate(chosen)]
        memory.select(torch.cat(rows), since=min(choice.since for choice in chosen))
        return ended

    def candidates(self, place: int) -> list[Candidate]:
        return self._searches[place].candidates()

    def leave(self, place: int) -> None:
        self._searches[place] = self._searches[-1]
        self._searches.pop()


class _Choice(Memory):
    """Notes which rows of a window its search goes on with, so that those of all windows are moved at once."""

    def __init__(self, rows: int, length: int, device: torch.device) -> None:
        super().__init__([])
        self.length = self.since = length
        self.rows = torch.arange(rows, device=device)

    def select(self, rows: Tensor, since: int = 0) -> None:
        self.rows, self.since = rows, since
