"""Silero's voice detector on numpy: how likely somebody speaks in each 32 ms of a sound.

Only the weights of the package silero-vad are read, not its program: that loads torch, hears one piece at a time and
changes how many threads the process computes on. The network: the magnitudes of four short Fourier transforms, four
convolutions over them, an LSTM from piece to piece, one neuron. A test holds it equal to the package's own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file

from engine.audio.pcm import SAMPLES_PER_MS, Pcm, Stretch
from engine.progress import Cancel

PIECE_MS = 32
_PIECE = PIECE_MS * SAMPLES_PER_MS  # samples
_CONTEXT = 64  # samples of the piece before it that a piece is heard with
_MIRRORED = 64  # samples at its end that are heard again, backwards
_FFT, _HOP, _STEPS = 256, 128, 4
_AT_ONCE = 1_000  # pieces: 32 s
_STATE = 128
_SHAPES = {
    "stft_conv.weight": (258, 1, _FFT),
    "conv1.weight": (128, 129, 3),
    "conv2.weight": (64, 128, 3),
    "conv3.weight": (64, 64, 3),
    "conv4.weight": (128, 64, 3),
    "lstm_cell.weight_ih": (4 * _STATE, _STATE),
    "lstm_cell.weight_hh": (4 * _STATE, _STATE),
    "final_conv.weight": (1, _STATE, 1),
}
Array = NDArray[np.float32]


def find_weights() -> Path | None:
    """Return the file of weights that silero-vad carries; None where that isn't installed."""
    found = find_spec("silero_vad")
    for folder in (found and found.submodule_search_locations) or ():
        if (file := Path(folder) / "data" / "silero_vad_16k.safetensors").is_file():
            return file
    return None


@dataclass(frozen=True, slots=True)
class Detector:
    """The network's weights by their names."""

    weights: Mapping[str, Array]

    def probabilities(self, pcm: Pcm | Stretch, cancel: Cancel) -> Iterator[Array]:
        """Yield, some 32 s at a time, how likely each piece is speech, from 0 to 1. Raises Cancelled."""
        return Listening(self).go_on(pcm, cancel)

    def features(self, pieces: Array) -> Array:
        """Turn (pieces, 640 samples) into (pieces, 128)."""
        windows = np.lib.stride_tricks.sliding_window_view(pieces, _FFT, axis=1)[:, ::_HOP]  # (pieces, 4, 256)
        waves = windows @ self.weights["stft_conv.weight"][:, 0].T  # (pieces, 4, 258): cosines, then sines
        heard = np.sqrt(waves[..., :129] ** 2 + waves[..., 129:] ** 2)
        for name, stride in (("conv1", 1), ("conv2", 2), ("conv3", 2), ("conv4", 1)):
            heard = _convolve(heard, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"], stride)
        return heard[:, 0]

    def remember(self, features: Array, hidden: Array, cell: Array) -> tuple[Array, Array, Array]:
        """Go through (pieces, 128) in order; return the last state and its cell, and all states."""
        bias = self.weights["lstm_cell.bias_ih"] + self.weights["lstm_cell.bias_hh"]
        given = features @ self.weights["lstm_cell.weight_ih"].T + bias  # (pieces, 512)
        back = np.ascontiguousarray(self.weights["lstm_cell.weight_hh"].T)  # (128, 512)
        states = np.empty((len(features), _STATE), np.float32)
        for piece, gates in enumerate(given):
            gates = gates + hidden @ back
            opened = _sigmoid(gates)
            cell = opened[_STATE : 2 * _STATE] * cell + opened[:_STATE] * np.tanh(gates[2 * _STATE : 3 * _STATE])
            hidden = opened[3 * _STATE :] * np.tanh(cell)
            states[piece] = hidden
        return hidden, cell, states


class Listening:
    """One pass of a detector through a sound, which may still be written: it goes on as often as there is more."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self._hidden, self._cell = np.zeros(_STATE, np.float32), np.zeros(_STATE, np.float32)
        self.heard = 0  # pieces

    def go_on(self, pcm: Pcm | Stretch, cancel: Cancel, *, whole: bool = True) -> Iterator[Array]:
        """Yield how likely each further piece is speech; a last one that is cut off only if the sound is `whole`."""
        total = -(-pcm.samples // _PIECE) if whole else pcm.samples // _PIECE
        weight, bias = (self._detector.weights[f"final_conv.{part}"] for part in ("weight", "bias"))
        while self.heard < total:
            cancel.check()
            count = min(_AT_ONCE, total - self.heard)
            features = self._detector.features(_pieces(pcm, self.heard, count))
            self._hidden, self._cell, states = self._detector.remember(features, self._hidden, self._cell)
            self.heard += count
            yield _sigmoid(np.maximum(states, 0) @ weight[0, :, 0] + bias)


def load_detector(file: Path) -> Detector | None:
    """Read the weights; None where they are not those of the network that is known here."""
    try:
        weights = load_file(file)
    except (OSError, SafetensorError):
        return None
    known = all(name in weights and weights[name].shape == shape for name, shape in _SHAPES.items())
    return Detector(weights) if known else None


def _pieces(pcm: Pcm | Stretch, first: int, count: int) -> Array:
    """Read `count` pieces, each with the end of the one before and its own end mirrored: (count, 640)."""
    start = first * _PIECE - _CONTEXT
    samples = np.zeros(count * _PIECE + _CONTEXT, np.float32)
    heard = pcm.read(start, start + len(samples))
    at = max(-start, 0)
    samples[at : at + len(heard)] = heard
    windows = np.lib.stride_tricks.sliding_window_view(samples, _PIECE + _CONTEXT)[::_PIECE]
    return np.concatenate([windows, windows[:, -2 : -2 - _MIRRORED : -1]], axis=1)


def _convolve(heard: Array, weight: Array, bias: Array, stride: int) -> Array:
    """Convolve (pieces, steps, channels) with (out, channels, 3), a zero at each end, then cut below 0."""
    steps = heard.shape[1]
    padded = np.pad(heard, ((0, 0), (1, 1), (0, 0)))
    taps = np.stack([padded[:, start : start + 3] for start in range(0, steps, stride)], axis=1)  # (p, out steps, 3, c)
    kernel = weight.transpose(2, 1, 0).reshape(-1, len(weight))  # (3 * channels, out)
    weighed: Array = taps.reshape(*taps.shape[:2], -1) @ kernel + bias
    return np.maximum(weighed, 0)


def _sigmoid(x: Array) -> Array:
    half: Array = np.tanh(x * np.float32(0.5))  # exp would overflow
    return (half + np.float32(1)) * np.float32(0.5)
