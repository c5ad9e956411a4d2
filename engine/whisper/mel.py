"""Samples to log-mel spectrogram, window by window (Radford et al. 2022, section 2.2), with the reference's numbers.

The reference computes the spectrogram of the whole file at once and clips it eight orders of magnitude under the file's
loudest point. A first pass over the file finds that point here; then each window is computed when it is needed, so that
memory doesn't grow with the file.
"""

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.progress import Cancel
from engine.whisper.machine import give_memory_back

SAMPLE_RATE = 16_000
FFT_SAMPLES = 400
HOP_SAMPLES = 160
FRAMES_PER_SECOND = SAMPLE_RATE // HOP_SAMPLES
WINDOW_FRAMES = 3_000  # 30 s, what the network hears at once

_AT_ONCE = 500  # frames: what is made of them on the way stays in the processor's own memory
_FLOOR = 1e-10  # power of silence
_RANGE = 8.0  # decades under the loudest point


class Samples(Protocol):
    """Sound at 16 kHz, one channel, that can be read piece by piece."""

    def __len__(self) -> int: ...

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the samples in [start, stop), between -1 and 1; both lie inside the sound."""
        ...


class LogMel:
    """The log-mel spectrogram of a sound; `frames` of 10 ms hold sound."""

    def __init__(self, sound: Samples, n_mels: int, cancel: Cancel | None = None) -> None:
        self._sound = sound
        self._cancel = cancel or Cancel()
        self._filters = mel_filters(n_mels)
        self._hann = torch.hann_window(FFT_SAMPLES)
        self.frames = len(sound) // HOP_SAMPLES

    def window(self, start: int, size: int) -> Tensor:
        """Return frames [start, start + size), then zeros (not silence, as the reference) up to 30 s: (mels, 3000)."""
        give_memory_back()  # that the window before has left in pieces: so memory is flat, however long the sound is
        mel = self._scaled(start, start + size)
        return torch.nn.functional.pad(mel, (0, WINDOW_FRAMES - size))

    def opening(self) -> Tensor:
        """Return the first 30 s, (mels, 3000), with silence after the sound's end: what the language is told from."""
        return self._scaled(0, WINDOW_FRAMES)

    def _scaled(self, start: int, stop: int) -> Tensor:
        floor = self._loudest - _RANGE
        parts = [(torch.maximum(power, floor) + 4.0) / 4.0 for power in self._log_powers(start, stop)]
        return torch.cat(parts, dim=1)

    @cached_property
    def _loudest(self) -> Tensor:
        loudest = torch.tensor(_FLOOR).log10()
        for power in self._log_powers(0, self.frames + 2):  # two frames past the end still touch the sound
            loudest = torch.maximum(loudest, power.max())
        return loudest

    def _log_powers(self, start: int, stop: int) -> Iterator[Tensor]:
        """Yield all frames in turn, some of them at a time."""
        for first in range(start, stop, _AT_ONCE):
            self._cancel.check()
            yield self._log_power(first, min(first + _AT_ONCE, stop))

    def _log_power(self, start: int, stop: int) -> Tensor:
        samples = self._samples(start * HOP_SAMPLES - FFT_SAMPLES // 2, (stop - 1) * HOP_SAMPLES + FFT_SAMPLES // 2)
        spectrum = torch.stft(
            samples, FFT_SAMPLES, HOP_SAMPLES, window=self._hann, center=False, return_complex=True
        )  # (201, frames)
        return (self._filters @ spectrum.abs() ** 2).clamp(min=_FLOOR).log10()  # (mels, frames)

    def _samples(self, start: int, stop: int) -> Tensor:
        """Return samples [start, stop): mirrored before the sound's beginning, zero after its end."""
        if start < 0:
            return torch.cat([self._samples(1, 1 - start).flip(0), self._samples(0, stop)])
        samples = torch.zeros(stop - start)
        end = min(stop, len(self._sound))
        if end > start:
            samples[: end - start] = torch.from_numpy(self._sound.read(start, end))
        return samples


@lru_cache(maxsize=2)
def mel_filters(n_mels: int) -> Tensor:
    """Triangles over the 201 frequencies of the transform, (mels, 201), of equal area on Slaney's mel scale.

    The scale is linear up to 1 kHz and logarithmic above (Slaney, Auditory Toolbox, 1998), as in librosa's default.
    """
    frequencies = np.linspace(0, SAMPLE_RATE / 2, FFT_SAMPLES // 2 + 1)
    corners = _mel_to_hertz(np.linspace(0, _hertz_to_mel(SAMPLE_RATE / 2), n_mels + 2))
    rising = (frequencies - corners[:-2, None]) / np.diff(corners)[:-1, None]  # (mels, 201)
    falling = (corners[2:, None] - frequencies) / np.diff(corners)[1:, None]
    triangles = np.maximum(0, np.minimum(rising, falling))
    areas = 2 / (corners[2:] - corners[:-2])
    return torch.from_numpy((triangles * areas[:, None]).astype(np.float32))


_LINEAR_MELS = 15.0  # mels up to 1 kHz, 200/3 Hz each
_LOG_STEP = np.log(6.4) / 27  # a mel above it


def _hertz_to_mel(hertz: float) -> float:
    return _LINEAR_MELS + float(np.log(hertz / 1000)) / _LOG_STEP if hertz >= 1000 else hertz * 3 / 200


def _mel_to_hertz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mels >= _LINEAR_MELS, 1000 * np.exp(_LOG_STEP * (mels - _LINEAR_MELS)), mels * 200 / 3)
