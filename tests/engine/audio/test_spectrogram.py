"""The spectrogram: a tone lies in its band, at its time, with its loudness."""

from pathlib import Path

import numpy as np

from engine.audio.pcm import Pcm
from engine.audio.spectrogram import BANDS, TILE_FRAMES, spectrogram_tile


def tone(path: Path, hertz: float, loudness: float, start: int, end: int, length: int) -> Pcm:
    """Write `length` ms of silence with a sine from `start` to `end` ms."""
    times = np.arange(length * 16) / 16_000
    wave = loudness * np.sin(2 * np.pi * hertz * times)
    wave[: start * 16] = wave[end * 16 :] = 0
    path.write_bytes((wave * 32767).astype("<i2").tobytes())
    return Pcm(path, length * 16)


def test_a_tone_shows_in_its_band_at_its_time(tmp_path: Path) -> None:
    pcm = tone(tmp_path / "sound.pcm", 1000, 1.0, 12_000, 13_000, 15_000)
    first, second = spectrogram_tile(pcm, 0), spectrogram_tile(pcm, 1)
    assert (first.shape, second.shape) == ((BANDS, TILE_FRAMES), (BANDS, 500))
    assert not first.any()
    assert np.flatnonzero(second.max(axis=0) > 200).tolist() == list(range(200, 301))
    assert int(second[:, 250].argmax()) == BANDS - 1 - 32  # 1000 Hz / 31.25 Hz, counted from below
    assert int(second[:, 250].max()) == 254


def test_forty_five_decibels_less_are_half_as_bright(tmp_path: Path) -> None:
    pcm = tone(tmp_path / "sound.pcm", 1000, 10 ** (-45 / 20), 0, 1000, 1000)
    assert 125 <= int(spectrogram_tile(pcm, 0)[:, 50].max()) <= 128


def test_after_the_end_there_is_nothing(tmp_path: Path) -> None:
    pcm = tone(tmp_path / "sound.pcm", 1000, 1.0, 0, 10, 10)
    assert spectrogram_tile(pcm, 0).shape == (BANDS, 1)
    assert spectrogram_tile(pcm, 1).shape == (BANDS, 0)
