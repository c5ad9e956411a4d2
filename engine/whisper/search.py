"""Ways to choose a text by its tokens' probabilities: greedy, by drawing samples, by beams."""

from dataclasses import dataclass
from typing import Protocol

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
        self._temperature = temperature
        self._eot = eot

    def advance(self, logits: Tensor, memory: Memory) -> bool:
        chosen = self._choose(logits)  # (rows, 1)
        logprobs = logits.log_softmax(dim=1).gather(1, chosen)
        if self.sampled.shape[1]:
            over = self.sampled[:, -1:] == self._eot
            chosen = chosen.masked_fill(over, self._eot)
            logprobs = logprobs.masked_fill(over, 0)
        self.sampled = torch.cat([self.sampled, chosen], dim=1)
        self._logprobs = torch.cat([self._logprobs, logprobs], dim=1)
        return bool((chosen == self._eot).all())

    def _choose(self, logits: Tensor) -> Tensor:
        if self._temperature == 0:
            return logits.argmax(dim=1, keepdim=True)
        return torch.multinomial((logits / self._temperature).softmax(dim=1), 1)

    def candidates(self) -> list[Candidate]:
        return [self._candidate(*row) for row in zip(self.sampled.tolist(), self._logprobs.tolist(), strict=True)]

    def _candidate(self, tokens: list[int], logprobs: list[float]) -> Candidate:
        end = tokens.index(self._eot) if self._eot in tokens else len(tokens)
        return Candidate(tuple(tokens[:end]), tuple(logprobs[:end]), sum(logprobs))


class Beams:
    """Beam search that ends when `rows * patience` texts have ended (Kasai et al. 2022, arXiv:2204.05424)."""

    def __init__(self, rows: int, patience: float, eot: int, device: torch.device) -> None:
        self.rows = rows
        self.sampled = torch.empty(rows, 0, dtype=torch.long, device=device)
        self._logprobs = torch.empty(rows, 0, device=device)
        self._totals = torch.zeros(rows, device=device)
        self._eot = eot
        self._wanted = max(round(rows * patience), 1)
        self._ended: list[Candidate] = []

    def advance(self, logits: Tensor, memory: Memory) -> bool:
        logprobs, tokens = logits.log_softmax(dim=1).topk(self.rows + 1)  # one more than beams: one may be the end
        totals = self._totals[:, None] + logprobs  # (rows, rows + 1)
        if not self.sampled.shape[1]:
            totals[1:] = -torch.inf  # all rows are still the same text
        best = totals.flatten().sort(descending=True, stable=True)
        origin = best.indices // (self.rows + 1)
        token, logprob = tokens.flatten()[best.indices], logprobs.flatten()[best.indices]

        kept = (token != self._eot).nonzero().flatten()[: self.rows]  # at least `rows` go on: a row has one end at most
        for end in (token[: kept[-1]] == self._eot).nonzero().flatten().tolist():
            if len(self._ended) < self._wanted:
                self._ended.append(self._candidate(int(origin[end]), float(best.values[end])))
        rows = origin[kept]
        self.sampled = torch.cat([self.sampled[rows], token[kept, None]], dim=1)
        self._logprobs = torch.cat([self._logprobs[rows], logprob[kept, None]], dim=1)
        self._totals = best.values[kept]
        memory.select(rows)
        return len(self._ended) >= self._wanted

    def candidates(self) -> list[Candidate]:
        """Return the ended texts, and the best of the others if fewer than beams have ended."""
        missing = max(self.rows - len(self._ended), 0)
        others = self._totals.argsort(descending=True).tolist()[:missing]
        return self._ended + [self._candidate(row, float(self._totals[row])) for row in others]

    def _candidate(self, row: int, total: float) -> Candidate:
        return Candidate(tuple(self.sampled[row].tolist()), tuple(self._logprobs[row].tolist()), total)
