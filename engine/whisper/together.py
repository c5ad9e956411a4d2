"""Texts of several windows that grow side by side: row beside row, the rows of a window neighbours."""

from typing import Protocol

import torch
from torch import Tensor

from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.search import Beams, Candidate, Sampling


class Texts(Protocol):
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


def texts_for(options: Options, temperature: float, windows: int, eot: int, device: torch.device) -> Texts:
    """Return what looks for the texts of so many windows at this temperature."""
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

    @property
    def sampled(self) -> Tensor:
        return self._search.sampled

    def advance(self, logits: Tensor, memory: Memory) -> list[int]:
        self._search.advance(logits, memory)
        ended = self._search.ended
        return [at // self.rows for at in range(0, len(ended), self.rows) if all(ended[at : at + self.rows])]

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
