"""The waveform: what the file holds, and what a view of any width reads from it."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.audio.pcm import Pcm
from engine.audio.peaks import LEVELS, Peaks, fine_columns, open_peaks, write_peaks
from engine.errors import Cancelled
from engine.progress import Cancel


def sound(path: Path, samples: NDArray[np.int16]) -> Pcm:
    path.write_bytes(samples.astype("<i2").tobytes())
    return Pcm(path, len(samples))


def peaks_of(folder: Path, samples: NDArray[np.int16]) -> Peaks:
    write_peaks(sound(folder / "sound.pcm", samples), folder / "sound.peaks", Cancel())
    return open_peaks(folder / "sound.peaks")


def clicks(length: int, *places: int) -> NDArray[np.int16]:
    samples = np.zeros(length, np.int16)
    for place in places:
        samples[place : place + 2] = 1000, -2000
    return samples


def test_every_ten_milliseconds_have_their_lowest_and_highest_sample(tmp_path: Path) -> None:
    peaks = peaks_of(tmp_path, np.array([5, -7] + [0] * 158 + [1] * 160 + [-3, -9], np.int16))
    assert peaks.levels[0].tolist() == [[-7, 5], [1, 1], [-9, -3]]
    assert peaks.levels[1].tolist() == [[-9, 5]]
    assert peaks.levels[LEVELS - 1].tolist() == [[-9, 5]]
    assert peaks.duration == 20


def test_a_click_is_seen_at_every_zoom(tmp_path: Path) -> None:
    peaks = peaks_of(tmp_path, clicks(16_000 * 60, 16 * 30_005))
    for start, end, count, column in [
        (0, 60_000, 1, 0),
        (0, 60_000, 6, 3),
        (0, 60_000, 2000, 1000),
        (30_000, 31_000, 100, 0),
        (29_900, 30_100, 10, 5),
    ]:
        seen = np.flatnonzero(peaks.columns(start, end, count).any(axis=1)).tolist()
        assert seen == [column]
        assert peaks.columns(start, end, count)[column].tolist() == [-2000, 1000]


def test_below_ten_milliseconds_a_column_repeats_them_and_fine_columns_are_exact(tmp_path: Path) -> None:
    samples = clicks(16_000, 16 * 500 + 4)
    peaks = peaks_of(tmp_path, samples)
    assert np.flatnonzero(peaks.columns(490, 520, 30).any(axis=1)).tolist() == list(range(10, 20))
    fine = fine_columns(Pcm(tmp_path / "sound.pcm", len(samples)), 490, 520, 30)
    assert np.flatnonzero(fine.any(axis=1)).tolist() == [10]
    assert fine[10].tolist() == [-2000, 1000]


@pytest.mark.parametrize(("start", "end"), [(-3000, -1000), (-500, 500), (500, 1500), (2000, 9000), (-2000, 4000)])
def test_what_lies_outside_the_sound_is_flat(tmp_path: Path, start: int, end: int) -> None:
    samples = np.full(16_000, 7, np.int16)
    peaks, pcm = peaks_of(tmp_path, samples), Pcm(tmp_path / "sound.pcm", len(samples))
    middles = start + (end - start) * (np.arange(100) + 0.5) / 100
    expected = ((middles >= 0) & (middles < 1000)).tolist()
    for columns in (peaks.columns(start, end, 100), fine_columns(pcm, start, end, 100)):
        assert (columns == 7).all(axis=1).tolist() == expected


def test_a_sound_without_samples_has_a_flat_waveform(tmp_path: Path) -> None:
    assert not peaks_of(tmp_path, np.zeros(0, np.int16)).columns(0, 1000, 10).any()


def test_the_file_is_private_and_whole_or_not_there(tmp_path: Path) -> None:
    pcm = sound(tmp_path / "sound.pcm", clicks(16_000))
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        write_peaks(pcm, tmp_path / "sound.peaks", cancel)
    assert [path.name for path in tmp_path.iterdir()] == ["sound.pcm"]
    write_peaks(pcm, tmp_path / "sound.peaks", Cancel())
    assert (tmp_path / "sound.peaks").stat().st_mode & 0o777 == 0o600


def test_another_file_is_refused(tmp_path: Path) -> None:
    write_peaks(sound(tmp_path / "sound.pcm", clicks(16_000)), tmp_path / "sound.peaks", Cancel())
    whole = (tmp_path / "sound.peaks").read_bytes()
    for damaged in (b"", whole[:-1], whole + b"x", b"X" + whole[1:], whole[:9]):
        (tmp_path / "sound.peaks").write_bytes(damaged)
        with pytest.raises(ValueError, match="no waveform of this version"):
            open_peaks(tmp_path / "sound.peaks")
