"""One more token of each text as a program of torch's own, in which no Python runs.

TorchScript records it: an old interface of torch, which nothing else here uses. Measured on 2 cores of an AMD EPYC
(Zen 4), layers alone, ms of a token by Python and recorded: one text 2.4 and 1.2 at tiny, 4.2 and 2.4 at base, 12 and
8.6 at small; five beams 3.6 and 2.1, 6.3 and 3.8, 18 and 14; eight windows 6.8 and 5.2, 12 and 9.5, 38 and 31.
"""

import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import Tensor, nn

from engine.whisper.model import LayerMemory, Read

Program = Callable[..., Tensor]


class RecordedStep:
    """Does what `Decoder.read` did for one more token of each text, again with other numbers.

    What Python decided on the way stays decided, so that there is a program for each number of texts of a window, and
    another where there is one text at all. Recording takes about as long as twenty tokens. Where this torch doesn't
    record, everything is read as before.
    """

    def __init__(self, packed: Sequence[torch.ScriptObject]) -> None:
        """`packed` are the weights that `read` uses in a form of torch's own: a recording has to be told of those."""
        self._packed = packed
        self._programs: dict[tuple[int, bool], Program | None] = {}

    def __call__(
        self, read: Read, tokens: Tensor, positions: Tensor, layers: Sequence[LayerMemory], past: int
    ) -> Tensor:
        rows, audios = len(tokens), len(layers[0].cross_keys)
        kind = rows // audios, rows > 1
        given = [part for layer in layers for part in (*layer.texts(past + 1), layer.cross_keys, layer.cross_values)]
        if kind not in self._programs:
            self._programs[kind] = _record(read, self._packed, (tokens, positions, *given))
        program = self._programs[kind]
        if program is None:
            return read(tokens, positions, layers, past)
        with torch.jit.optimized_execution(False):  # type: ignore[attr-defined]  # it takes longer than it saves
            return program(tokens, positions, *given)


class _Room(LayerMemory):
    """A layer's memory that ends with room for one more token."""

    def append(self, keys: Tensor, values: Tensor, past: int) -> tuple[Tensor, Tensor]:
        self.keys[:, :, -1:] = keys
        self.values[:, :, -1:] = values
        return self.keys, self.values


class _Recording(nn.Module):
    """What torch looks at while it records."""

    def __init__(self, read: Read, packed: Sequence[torch.ScriptObject]) -> None:
        super().__init__()
        self._read: Read | None = read
        for number, weights in enumerate(packed):
            setattr(self, f"packed_{number}", weights)

    def forward(self, tokens: Tensor, positions: Tensor, *given: Tensor) -> Tensor:
        assert self._read is not None
        layers = [_Room(*parts) for parts in zip(*(given[part::4] for part in range(4)), strict=True)]
        return self._read(tokens, positions, layers, past=1)

    def let_go(self) -> None:
        """Forget the decoder: torch keeps this module, and the decoder will keep the program."""
        self._read = None


def _record(read: Read, packed: Sequence[torch.ScriptObject], example: tuple[Tensor, ...]) -> Program | None:
    """Return what `read` does with tokens, positions and four tensors of each layer, or None if torch can't tell."""
    recording = _Recording(read, packed)

    @torch.inference_mode()
    def record() -> Program:
        # It would keep the example, and with it a window's sound.
        return torch.jit.trace(  # type: ignore[no-any-return, no-untyped-call]
            recording, example, check_trace=False, _store_inputs=False
        )

    # With each operation the calls are noted that led to it, and a thread's own are few: half the time.
    with warnings.catch_warnings(), ThreadPoolExecutor(1) as apart:
        warnings.simplefilter("ignore")  # that this interface is old, and that Python's decisions stay decided
        try:
            return apart.submit(record).result()
        except RuntimeError:
            return None
        finally:
            recording.let_go()
