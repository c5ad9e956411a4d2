"""What follows from the sizes of a Whisper network: its parameters, the memory that it needs, and its work.

The constants are fitted to what was measured on 2 cores of an AMD EPYC (Zen 5) with openai-whisper in single precision:
a whole process of tiny took 560 MiB and one of small 1,676; a window of 30 s took the encoders of tiny, base and small
188, 488 and 1,896 ms, and a token with five beams 31, 58 and 149 ms.
"""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["float32", "bfloat16", "float16", "int8"]

WINDOW = 30_000  # ms, what a model hears at once
_POSITIONS, _TEXT_POSITIONS = 1500, 448
_BYTES: dict[Precision, int] = {"float32": 4, "bfloat16": 2, "float16": 2, "int8": 1}
_MIB = 1 << 20
_PROCESS_MIB, _MIB_PER_WIDTH = 78, 0.886  # 418 MiB beside the weights of tiny (width 384), 758 beside small's (768)
_MEASURED_CORES = 2
_FLOP_PER_MS = 0.18e9  # of the encoder
_MS_PER_PARAMETER = 1.05e-6  # of the decoder, for each token
_TOKENS_PER_WINDOW = 100  # of lively speech


@dataclass(frozen=True, slots=True)
class Sizes:
    """`width` is that of the states between layers; `n_vocab` counts tokens."""

    width: int
    encoder_layers: int
    decoder_layers: int
    n_mels: int = 80
    n_vocab: int = 51865

    @property
    def encoder_parameters(self) -> int:
        width = self.width
        convolutions = 3 * self.n_mels * width + width + 3 * width * width + width
        return convolutions + self.encoder_layers * (12 * width * width + 12 * width) + 2 * width

    @property
    def decoder_parameters(self) -> int:
        width = self.width
        tables = (self.n_vocab + _TEXT_POSITIONS) * width
        return tables + self.decoder_layers * (16 * width * width + 17 * width) + 2 * width

    @property
    def parameters(self) -> int:
        """Count as OpenAI does: the encoder's positions are computed, and the output layer is the table of tokens."""
        return self.encoder_parameters + self.decoder_parameters

    def memory(self, precision: Precision) -> int:
        """Estimate the MiB of a whole process: weights, program, sound and what is computed on the way."""
        weights = self.parameters * _BYTES[precision] / _MIB
        return round(weights + _PROCESS_MIB + _MIB_PER_WIDTH * self.width)

    def window_time(self, cores: int) -> int:
        """Estimate the ms for a window of 30 s, with five beams in single precision on so many cores."""
        tokens = _TOKENS_PER_WINDOW * self.decoder_parameters * _MS_PER_PARAMETER
        return round((self._encoder_work() / _FLOP_PER_MS + tokens) * _MEASURED_CORES / cores)

    def _encoder_work(self) -> int:
        """Count the floating point operations of the encoder for one window."""
        width = self.width
        convolutions = 2 * 2 * _POSITIONS * 3 * self.n_mels * width + 2 * _POSITIONS * 3 * width * width
        layer = 24 * _POSITIONS * width * width + 4 * _POSITIONS * _POSITIONS * width
        return convolutions + self.encoder_layers * layer
