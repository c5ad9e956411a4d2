"""The spectrogram of a sound, computed tile by tile where it is looked at; light enough for a thread of the window."""

import numpy as np
from numpy.typing import NDArray

from engine.audio.pcm import SAMPLES_PER_MS, Pcm

FRAME_MS = 10
TILE_FRAMES = 1_000  # 10 s, some 7 ms of work
BANDS = 256  # from 0 to 8 kHz, 31.25 Hz each

_FFT_SAMPLES = 512
_HOP = FRAME_MS * SAMPLES_PER_MS
_HANN = np.hanning(_FFT_SAMPLES + 1)[:-1].astype(np.float32)
_FULL_SCALE = float(_HANN.sum()) / 2  # what a sine of full loudness reaches in its band
_RANGE_DB = 90.0  # from the blackest to the brightest


def spectrogram_tile(pcm: Pcm, number: int) -> NDArray[np.uint8]:
    """Return tile `number` (from 0), highest band first: (BANDS, frames), 0 for -90 dB and less, 255 for full scale.

    Column n is what is heard around (number * TILE_FRAMES + n) * FRAME_MS. The last tile is as short as the sound ends.
    """
    first = number * TILE_FRAMES
    frames = max(min(TILE_FRAMES, -(-pcm.samples // _HOP) - first), 0)
    if not frames:
        return np.zeros((BANDS, 0), np.uint8)
    start = first * _HOP - _FFT_SAMPLES // 2
    samples = np.zeros((frames - 1) * _HOP + _FFT_SAMPLES, np.float32)
    heard = pcm.read(start, start + len(samples))
    at = max(-start, 0)
    samples[at : at + len(heard)] = heard
    windows = np.lib.stride_tricks.sliding_window_view(samples, _FFT_SAMPLES)[::_HOP] * _HANN  # (frames, 512)
    amplitudes = np.abs(np.fft.rfft(windows, axis=1)[:, :BANDS]) / _FULL_SCALE  # (frames, 256)
    decibels = 20 * np.log10(np.maximum(amplitudes, 1e-9))
    bright = np.clip((decibels / _RANGE_DB + 1) * 255, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(bright.T[::-1])
