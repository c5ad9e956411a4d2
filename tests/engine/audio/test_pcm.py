from pathlib import Path

import numpy as np
import pytest

from engine.audio.pcm import Pcm


@pytest.fixture
def pcm(tmp_path: Path) -> Pcm:
    path = tmp_path / "sound.pcm"
    np.array([0, 16384, -32768, 32767], "<i2").tofile(path)
    return Pcm(path, 4)


def test_samples_lie_between_minus_one_and_one(pcm: Pcm) -> None:
    assert pcm.read(0, 4).tolist() == [0, 0.5, -1, 32767 / 32768]


def test_reading_gives_32_bit_floats(pcm: Pcm) -> None:
    assert pcm.read(0, 4).dtype == np.float32


def test_reading_beyond_the_ends_gives_what_is_there(pcm: Pcm) -> None:
    assert pcm.read(-5, 2).tolist() == [0, 0.5]
    assert pcm.read(2, 100).tolist() == [-1, 32767 / 32768]


def test_reading_nothing_gives_nothing(pcm: Pcm) -> None:
    assert pcm.read(3, 3).tolist() == []
    assert pcm.read(7, 9).tolist() == []


def test_an_empty_sound_can_be_read(tmp_path: Path) -> None:
    assert Pcm(tmp_path / "none.pcm", 0).read(0, 10).tolist() == []


def test_length_is_in_samples_and_duration_in_milliseconds(pcm: Pcm) -> None:
    assert (len(pcm), Pcm(pcm.path, 16_000).duration) == (4, 1000)
