import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.whisper.mel import HOP_SAMPLES, SAMPLE_RATE, WINDOW_FRAMES, LogMel, mel_filters
from tests.support.sound import ArraySamples

Sound = NDArray[np.float32]


def _noise(samples: int, seed: int = 0) -> Sound:
    return (np.random.default_rng(seed).standard_normal(samples) * 0.1).astype(np.float32)


def _sine(hertz: float, samples: int) -> Sound:
    return (0.5 * np.sin(2 * np.pi * hertz * np.arange(samples) / SAMPLE_RATE)).astype(np.float32)


def _whole(sound: Sound, n_mels: int) -> torch.Tensor:
    """The reference's way: half a minute of silence behind the whole file, one transform, one loudest point."""
    padded = torch.from_numpy(np.concatenate([sound, np.zeros(WINDOW_FRAMES * HOP_SAMPLES, np.float32)]))
    spectrum = torch.stft(padded, 400, 160, window=torch.hann_window(400), return_complex=True)[:, :-1]
    log_power = (mel_filters(n_mels) @ spectrum.abs() ** 2).clamp(min=1e-10).log10()
    return (torch.maximum(log_power, log_power.max() - 8) + 4) / 4


@pytest.mark.parametrize("n_mels", [80, 128])
def test_silence_is_the_floor_in_every_band(n_mels: int) -> None:
    window = LogMel(ArraySamples(np.zeros(SAMPLE_RATE, np.float32)), n_mels).window(0, 100)

    assert window.shape == (n_mels, 3000)
    assert torch.equal(window[:, :100], torch.full((n_mels, 100), -1.5))  # (log10(1e-10) + 4) / 4
    assert not window[:, 100:].any()


@pytest.mark.parametrize(("n_mels", "hertz", "band"), [(80, 200, 4), (80, 1000, 26), (128, 1000, 42), (128, 4000, 99)])
def test_a_sine_is_loudest_in_its_band(n_mels: int, hertz: float, band: int) -> None:
    window = LogMel(ArraySamples(_sine(hertz, SAMPLE_RATE)), n_mels).window(0, 100)

    assert set(window[:, 5:95].argmax(dim=0).tolist()) == {band}


@pytest.mark.parametrize("n_mels", [80, 128])
def test_filters_are_triangles_on_slaneys_scale(n_mels: int) -> None:
    filters = mel_filters(n_mels)

    assert filters.shape == (n_mels, 201)
    assert (filters >= 0).all()
    assert (filters > 0).any(dim=1).all()
    peaks = filters.argmax(dim=1)
    assert (peaks.diff() >= 0).all()


def test_the_first_filter_has_its_peak_at_the_first_corner() -> None:
    # 80 bands: 45.245640471924965 mels up to 8 kHz, 81 equal steps; the second corner lies at 37.24 Hz,
    # nearest to the first frequency above zero, 40 Hz; the third at 74.48 Hz
    height = 2 / (2 * 45.245640471924965 / 81 * 200 / 3)
    falling = (2 - 40 / (45.245640471924965 / 81 * 200 / 3)) * height

    assert mel_filters(80)[0].nonzero().flatten().tolist() == [1]
    assert float(mel_filters(80)[0, 1]) == pytest.approx(falling, rel=1e-5)


@pytest.mark.parametrize("n_mels", [80, 128])
def test_windows_equal_a_computation_of_the_whole_file(n_mels: int) -> None:
    sound = _noise(40 * SAMPLE_RATE + 77)
    sound[: 2 * SAMPLE_RATE] *= 1e-4  # what is quiet in the first window is clipped by the loudness of the second
    mel = LogMel(ArraySamples(sound), n_mels)
    whole = _whole(sound, n_mels)

    for start, size in ((0, 3000), (0, 1), (1, 2), (999, 3000), (3990, 10)):
        window = mel.window(start, size)
        torch.testing.assert_close(window[:, :size], whole[:, start : start + size], atol=2e-5, rtol=0)
        assert not window[:, size:].any()


def test_the_opening_is_followed_by_silence_not_zeros() -> None:
    sound = _noise(SAMPLE_RATE)

    opening = LogMel(ArraySamples(sound), 80).opening()

    torch.testing.assert_close(opening, _whole(sound, 80)[:, :3000], atol=2e-5, rtol=0)
    assert float(opening[:, 200:].max()) == float(opening.min()) == pytest.approx(float(opening.max()) - 2)


@settings(max_examples=40, deadline=None)
@given(samples=st.integers(0, 3 * HOP_SAMPLES + 3) | st.integers(0, 20_000))
def test_any_length_equals_the_whole_file(samples: int) -> None:
    sound = _noise(samples, seed=samples)
    mel = LogMel(ArraySamples(sound), 80)

    assert mel.frames == samples // 160
    torch.testing.assert_close(mel.opening(), _whole(sound, 80)[:, :3000], atol=2e-5, rtol=0)


def test_the_loudest_point_may_touch_only_frames_behind_the_sound() -> None:
    sound = np.zeros(1600, np.float32)
    sound[-1] = 1.0
    sound[100] = 1e-4  # in the range of a frame that hears the click by its edge, out of the click's own range

    torch.testing.assert_close(
        LogMel(ArraySamples(sound), 80).window(0, 10)[:, :10], _whole(sound, 80)[:, :10], atol=2e-5, rtol=0
    )


def test_the_loudest_point_is_found_minutes_away() -> None:
    sound = np.full(150 * SAMPLE_RATE, 0, np.float32)
    sound[:SAMPLE_RATE] = _noise(SAMPLE_RATE) * 1e-4
    sound[-SAMPLE_RATE:] = _sine(1000, SAMPLE_RATE)

    window = LogMel(ArraySamples(sound), 80).window(0, 100)

    torch.testing.assert_close(window[:, :100], _whole(sound, 80)[:, :100], atol=2e-5, rtol=0)


def test_a_window_reads_only_its_own_samples() -> None:
    samples = ArraySamples(_noise(100 * SAMPLE_RATE))
    mel = LogMel(samples, 80)
    mel.window(0, 100)
    assert samples.longest_read <= 61 * SAMPLE_RATE
    samples.reads.clear()

    mel.window(5000, 300)

    assert samples.reads == [(5000 * 160 - 200, 5299 * 160 + 200)]
