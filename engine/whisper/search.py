"""Ways to choose a text by its tokens' probabilities: greedy, by drawing samples, by beams."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import torch
from torch import Tensor

from engine.whisper.model import Memory


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text without its end token, each token's log probability, and their sum, the end token's in it if it came."""

    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]
    total: float

    def score(self, length_penalty: float | None) -> float:
        """Rate the text: by its mean, or with Wu et al. 2016 (equation 14)."""
        length = max(len(self.tokens), 1)
        return self.total / (length if length_penalty is None else ((5 + length) / 6) ** length_penalty)


class Search(Protocol):
    """Texts that grow side by side: `rows` of them, `sampled` (rows, length) so far."""

    rows: int
    sampled: Tensor

    def advance(self, logits: Tensor, memory: Memory) -> bool:
        """Add a token to every row, chosen by logits (rows, vocabulary); tell whether the search is over."""
        ...

    def candidates(self) -> list[Candidate]: ...


class Sampling:
    """The likeliest token each time at temperature 0; else `rows` independent draws."""

    def __init__(self, rows: int, temperature: float, eot: int, device: torch.device) -> None:
        self.rows = rows
        self.sampled = torch.empty(rows, 0, dtype=torch.long, device=device)
        self._logprobs = torch.empty(rows, 0, device=device)
        self.ended = [False] * rows
        self._temperature = temperature
        self._eot = eot

    def advance(self, logits: Tensor, memory: Memory) -> bool:
        chosen = self._choose(logits)  # (rows, 1)
        logprobs = logits.log_softmax(dim=1).gather(1, chosen)
        if self.rows > 1 and self.sampled.shape[1]:
            over = self.sampled[:, -1:] == self._eot
            chosen = chosen.masked_fill(over, self._eot)
            logprobs = logprobs.masked_fill(over, 0)
        self.sampled = torch.cat([self.sampled, chosen], dim=1)
        self._logprobs = torch.cat([self._logprobs, logprobs], dim=1)
        self.ended = [token == self._eot for [token] in chosen.tolist()]
        return all(self.ended)

    def _choose(self, logits: Tensor) -> Tensor:
        if self._temperature == 0:
            return likeliest(logits)
        return torch.multinomial((logits / self._temperature).softmax(dim=1), 1)

    def keep(self, rows: list[int]) -> None:
        """Go on with these rows alone."""
        self.sampled, self._logprobs, self.rows = self.sampled[rows], self._logprobs[rows], len(rows)

    def candidates(self) -> list[Candidate]:
        return [self._candidate(*row) for row in zip(self.sampled.tolist(), self._logprobs.tolist(), strict=True)]

    def _candidate(self, tokens: list[int], logprobs: list[float]) -> Candidate:
        end = tokens.index(self._eot) if self._eot in tokens else len(tokens)
        return Candidate(tuple(tokens[:end]), tuple(logprobs[:end]), sum(logprobs))


class _Step(NamedTuple):
    """A token behind the text of a row, and what that text is worth with it."""

    row: int
    token: int
    logprob: float
    total: float


class Beams:
    """Beam search that ends when `rows * patience` texts have ended (Kasai et al. 2022, arXiv:2204.05424).

    Which texts go on is decided beside the device: each token fetches from it once, and brings back once.
    """

    def __init__(self, rows: int, patience: float, eot: int, device: torch.device) -> None:
        self.rows = rows
        self.sampled = torch.empty(rows, 0, dtype=torch.long, device=device)
        self._steps: list[list[_Step]] = []  # by token and row; `row` leads back to the step before
        self._totals = torch.zeros(rows, 1, device=device)
        self._alike = [[0] * rows for _ in range(rows)]  # so many tokens two rows have in common, from the first on
        self._eot = eot
        self._wanted = max(round(rows * patience), 1)
        self._ended: list[Candidate] = []

    def advance(self, logits: Tensor, memory: Memory) -> bool:
        logprobs, tokens = highest(logits.log_softmax(dim=1), self.rows + 1)  # one more than beams: one may be the end
        totals = self._totals + logprobs  # (rows, rows + 1)
        if not self._steps:
            totals[1:] = -torch.inf  # all rows are still the same text
        kept = self._choose(*torch.stack([totals, logprobs, tokens.to(totals.dtype)]).flatten(1).tolist())
        self._go_on([step.row for step in kept], memory)
        self.sampled = torch.cat([self.sampled, self._column([step.token for step in kept])], dim=1)
        self._totals = self._column([step.total for step in kept])
        self._steps.append(kept)
        return len(self._ended) >= self._wanted

    def _choose(self, totals: list[float], logprobs: list[float], tokens: list[float]) -> list[_Step]:
        """Return the best steps that go on, and note the texts that end better than the last of them."""
        kept: list[_Step] = []
        for at in sorted(range(len(totals)), key=totals.__getitem__, reverse=True):  # equals in the order of rows
            step = _Step(at // (self.rows + 1), int(tokens[at]), logprobs[at], totals[at])
            if step.token != self._eot:
                kept.append(step)
            elif len(self._ended) < self._wanted:
                self._ended.append(self._candidate(step.row, step.total))
            if len(kept) == self.rows:  # always reached: a row has one end at most
                break
        return kept

    def _go_on(self, rows: list[int], memory: Memory) -> None:
        """Bring texts and memory into the order of `rows`; what both hold alike stays where it is."""
        if moved := [self._alike[row][origin] for row, origin in enumerate(rows) if row != origin]:
            order = torch.tensor(rows, device=self.sampled.device)
            memory.select(order, since=memory.length - len(self._steps) + min(moved))
            self.sampled = self.sampled[order]
        length = len(self._steps)
        self._alike = [[length if one == other else self._alike[one][other] for other in rows] for one in rows]

    def _column(self, numbers: list[int] | list[float]) -> Tensor:
        return torch.tensor(numbers, device=self.sampled.device)[:, None]  # (rows, 1)

    def candidates(self) -> list[Candidate]:
        """Return the ended texts, and the best of the others if fewer than beams have ended."""
        missing = max(self.rows - len(self._ended), 0)
        totals = self._totals.flatten().tolist()
        others = sorted(range(self.rows), key=totals.__getitem__, reverse=True)[:missing]
        return self._ended + [self._candidate(row, totals[row]) for row in others]

    def _candidate(self, row: int, total: float) -> Candidate:
        text: list[_Step] = []
        for steps in reversed(self._steps):
            text.append(steps[row])
            row = text[-1].row
        return Candidate(tuple(s.token for s in text[::-1]), tuple(s.logprob for s in text[::-1]), total)


def likeliest(logits: Tensor) -> Tensor:
    """Return each row's highest token, (rows, 1) out of (rows, vocabulary).

    On a processor numpy finds it: torch compares one number after the other there, ten times as long.
    """
    if logits.device.type == "cpu":
        return torch.from_numpy(logits.numpy().argmax(axis=1, keepdims=True))
    return logits.argmax(dim=1, keepdim=True)


_PIECE = 128  # tokens


def highest(scores: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """Return each row's highest scores and their tokens, (rows, count) out of (rows, vocabulary), in falling order.

    On a processor only the best pieces of the vocabulary are sorted: they hold the best tokens, in a fifth of the time.
    """
    rows, size = scores.shape
    pieces = size // _PIECE
    if scores.device.type != "cpu" or pieces < count:
        return torch.topk(scores, count)
    bests = scores[:, : pieces * _PIECE].view(rows, pieces, _PIECE).amax(dim=2)  # (rows, pieces)
    tokens = bests.topk(count).indices[:, :, None] * _PIECE + torch.arange(_PIECE)  # (rows, count, _PIECE)
    rest = torch.arange(pieces * _PIECE, size).expand(rows, -1)
    tokens = torch.cat([tokens.flatten(1), rest], dim=1)
    found = scores.gather(1, tokens).topk(count)
    return found.values, tokens.gather(1, found.indices)
