from pathlib import Path

import numpy as np
import pytest

from engine.audio.pcm import Pcm, cut_out, open_pcm


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


def test_a_file_is_opened_with_as_many_samples_as_it_holds(pcm: Pcm) -> None:
    assert open_pcm(pcm.path) == pcm
    with pytest.raises(FileNotFoundError):
        open_pcm(pcm.path.with_name("gone.pcm"))


@pytest.mark.parametrize(
    ("start", "end", "duration"),
    [(0, None, 1000), (200, 500, 300), (200, 5_000, 800), (1_000, None, 0), (5_000, 6_000, 0), (500, 200, 0)],
)
def test_a_stretch_is_what_of_the_sound_lies_between_its_times(
    tmp_path: Path, start: int, end: int | None, duration: int
) -> None:
    path = tmp_path / "second.pcm"
    np.arange(16_000, dtype="<i2").tofile(path)
    stretch = cut_out(Pcm(path, 16_000), start, end)
    assert (stretch.duration, len(stretch)) == (duration, duration * 16)
    read = (stretch.read(-5, 100_000) * 32768).tolist()
    assert read == list(range(start * 16, start * 16 + duration * 16))


def test_a_stretch_of_a_stretch_is_one_of_the_whole() -> None:
    pcm = Pcm(Path("sound.pcm"), 160_000)
    assert cut_out(cut_out(pcm, 2_000, 8_000), 1_000, None) == cut_out(pcm, 3_000, 8_000)
    assert cut_out(cut_out(pcm, 2_000, 8_000), 1_000, 90_000) == cut_out(pcm, 3_000, 8_000)
