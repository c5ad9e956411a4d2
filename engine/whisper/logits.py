"""Rules that forbid or weaken tokens before the next one is chosen (Radford et al. 2022, section 4.5).

A rule changes logits (rows, vocabulary) in place, looking at the tokens sampled so far in this window (rows, sampled).
"""

from dataclasses import dataclass, field
from typing import Protocol

import torch
from torch import Tensor

from engine.errors import EngineError
from engine.whisper.options import Options
from engine.whisper.tokenizer import Tokenizer

_SECONDS_PER_TIMESTAMP = 0.02
USUAL_START = 50  # timestamps: Options.max_initial_timestamp, and max_initial_timestamp_index of published folders


class Rule(Protocol):
    def __call__(self, logits: Tensor, sampled: Tensor) -> None: ...


def rules_for(
    options: Options, tokenizer: Tokenizer, forbidden: tuple[int, ...] = (), latest_start: int = 0
) -> list[Rule]:
    """Choose the rules that the options ask for, in the reference's order after our own two.

    `forbidden` are the checkpoint's own tokens to suppress; they join the non-speech symbols. `latest_start` is its own
    limit for the first timestamp: a window that begins with a long pause needs a later one than the option's default,
    which is that of the published checkpoints and gives way to it.
    """
    rules: list[Rule] = []
    if options.repetition_penalty != 1:
        rules.append(RepetitionPenalty(options.repetition_penalty, tokenizer.eot))
    if options.no_repeat_ngram_size:
        rules.append(NoRepeatedNgrams(options.no_repeat_ngram_size, tokenizer.eot))
    if options.suppress_blank:
        rules.append(NoBlankStart((*tokenizer.encode(" "), tokenizer.eot)))
    if options.suppressed:
        rules.append(Suppress(suppressed_tokens(options.suppressed, tokenizer, forbidden)))
    if not options.without_timestamps:
        latest = options.max_initial_timestamp  # 0 means no limit, as in the reference
        step = round(latest / _SECONDS_PER_TIMESTAMP) if latest else None
        rules.append(Timestamps(tokenizer, max(step, latest_start) if step == USUAL_START else step))
    return rules


def suppressed_tokens(wish: tuple[int, ...], tokenizer: Tokenizer, forbidden: tuple[int, ...] = ()) -> tuple[int, ...]:
    """Complete a list of token ids: -1 stands for the non-speech symbols and those that the checkpoint forbids.

    Tokens that steer the model always join them. Raises EngineError("options") for ids that the model doesn't have.
    """
    ids = set(wish)
    if -1 in ids:
        ids |= {*tokenizer.non_speech_tokens, *forbidden}
    ids |= {tokenizer.transcribe, tokenizer.translate, tokenizer.sot, tokenizer.sot_prev, tokenizer.sot_lm}
    ids |= {tokenizer.no_speech}
    ids.discard(-1)
    if beyond := [i for i in ids if not 0 <= i < tokenizer.size]:
        raise EngineError(
            "options", f"suppress_tokens names {beyond[0]}, but the model's tokens end at {tokenizer.size - 1}."
        )
    return tuple(sorted(ids))


@dataclass(slots=True)
class Suppress:
    """These tokens never come."""

    tokens: tuple[int, ...]
    _ids: Tensor = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._ids = torch.tensor(self.tokens, dtype=torch.long)

    def __call__(self, logits: Tensor, sampled: Tensor) -> None:
        self._ids = self._ids.to(logits.device)  # once: a tuple would be made a tensor, and carried there, every time
        logits.index_fill_(1, self._ids, -torch.inf)


@dataclass(frozen=True, slots=True)
class NoBlankStart:
    """A window doesn't begin with these tokens: a space or its end."""

    tokens: tuple[int, ...]

    def __call__(self, logits: Tensor, sampled: Tensor) -> None:
        if sampled.shape[1] == 0:
            logits[:, self.tokens] = -torch.inf


@dataclass(slots=True)
class Timestamps:
    """Timestamps come in pairs, never go back, begin the window, and win when together they outweigh any text token."""

    tokenizer: Tokenizer
    latest_first: int | None  # steps of 20 ms
    _counted: Tensor = field(default_factory=lambda: torch.empty(0), init=False, compare=False, repr=False)

    def __call__(self, logits: Tensor, sampled: Tensor) -> None:
        begin = self.tokenizer.timestamp_begin
        logits[:, self.tokenizer.no_timestamps] = -torch.inf
        if sampled.shape[1] == 0:
            logits[:, :begin] = -torch.inf
            if self.latest_first is not None:
                logits[:, begin + self.latest_first + 1 :] = -torch.inf
        else:
            self._go_on(logits, sampled)

    def _go_on(self, logits: Tensor, sampled: Tensor) -> None:
        begin = self.tokenizer.timestamp_begin
        stamped = sampled[:, -2:] >= begin  # (rows, 2); (rows, 1) behind the first token
        last = stamped[:, -1:]
        complete = last & stamped[:, :1]  # a pair, or the window's opening: text comes
        ended = last ^ complete  # a segment's end: its pair comes, or the window's end
        _forbid(logits[:, : self.tokenizer.eot], ended)

        # The end of one segment may be the start of the next; a segment itself must last, or decoding would loop.
        highest = sampled.amax(dim=1, keepdim=True)  # timestamps are the highest ids and never decrease
        # Before any timestamp this is below them all; where text comes, above.
        lowest = highest.add_(~ended).add_(complete, alpha=logits.shape[1])  # (rows, 1)
        stamps = logits[:, begin:]
        stamps.masked_fill_(self._places(stamps) < lowest - begin, -torch.inf)

        best_text = logits[:, :begin].amax(dim=1, keepdim=True)  # (rows, 1)
        _forbid(logits[:, :begin], _together(stamps) > best_text)

    def _places(self, stamps: Tensor) -> Tensor:
        if self._counted.shape[0] != stamps.shape[1] or self._counted.device != stamps.device:
            self._counted = torch.arange(stamps.shape[1], device=stamps.device)
        return self._counted


def _together(logits: Tensor) -> Tensor:
    """Return the logarithm of each row's sum, (rows, 1), by the one kernel that doesn't compute it in six steps."""
    return logits.amax(dim=1, keepdim=True) - logits.log_softmax(dim=1).amax(dim=1, keepdim=True)  # of none: nan


def _forbid(logits: Tensor, rows: Tensor) -> None:
    """Let none of these tokens come where `rows` (rows, 1) is true: an addition, a tenth of a masked_fill_'s time."""
    logits += (~rows).log()  # of 1 or 0


@dataclass(frozen=True, slots=True)
class RepetitionPenalty:
    """Text tokens that came before in this window are less likely to return (Keskar et al. 2019, section 4.1)."""

    penalty: float
    eot: int

    def __call__(self, logits: Tensor, sampled: Tensor) -> None:
        scores = logits.gather(1, sampled)  # (rows, sampled)
        weaker = torch.where(scores < 0, scores * self.penalty, scores / self.penalty)
        logits.scatter_(1, sampled, torch.where(sampled < self.eot, weaker, scores))


@dataclass(frozen=True, slots=True)
class NoRepeatedNgrams:
    """No run of `size` text tokens comes twice in a window (Paulus et al. 2017, section 2.5)."""

    size: int
    eot: int

    def __call__(self, logits: Tensor, sampled: Tensor) -> None:
        if sampled.shape[1] < self.size:
            return
        runs = sampled.unfold(1, self.size, 1)  # (rows, runs, size)
        ending = sampled[:, None, sampled.shape[1] - self.size + 1 :]  # (rows, 1, size - 1)
        repeats = (runs[..., :-1] == ending).all(dim=2) & (runs < self.eot).all(dim=2)  # (rows, runs)
        logits.scatter_add_(
            1, runs[..., -1], torch.zeros_like(repeats, dtype=logits.dtype).masked_fill_(repeats, -torch.inf)
        )
