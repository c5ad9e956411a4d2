"""Samples are handed to the sound card from the first of a stretch to its last, and not one more."""

import struct
from pathlib import Path

import pytest

from app.sound.samples import samples_of, stretch_of


def numbered(*numbers: int) -> bytes:
    return struct.pack(f"<{len(numbers)}h", *numbers)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Four ms of decoded sound; each of its 64 samples says its number."""
    file = tmp_path / "sound.pcm"
    file.write_bytes(numbered(*range(64)))
    return file


def test_a_stretch_has_its_samples_and_no_other(sound: Path) -> None:
    stretch = stretch_of(sound, 1, 3)
    assert stretch.read(1_000).data() == numbered(*range(16, 48))
    assert stretch.atEnd()
    assert stretch.read(1_000).data() == b""
    stretch.close()


def test_a_card_that_takes_little_at_a_time_gets_the_same(sound: Path) -> None:
    stretch = stretch_of(sound, 1, 2)
    assert stretch.read(6).data() == numbered(16, 17, 18)
    assert (stretch.left, stretch.bytesAvailable()) == (26, 26)
    assert stretch.read(100).data() == numbered(*range(19, 32))
    stretch.close()


def test_a_loop_begins_again_with_the_very_next_sample(sound: Path) -> None:
    stretch = stretch_of(sound, 2, 3, loops=True)
    assert stretch.read(80).data() == numbered(*range(32, 48), *range(32, 48), *range(32, 40))
    assert not stretch.atEnd()
    stretch.close()


def test_what_lies_outside_the_sound_is_left_out(sound: Path) -> None:
    for start, end, numbers in ((-5, 1, range(16)), (3, 99, range(48, 64)), (8, 9, range(0))):
        stretch = stretch_of(sound, start, end)
        assert stretch.read(1_000).data() == numbered(*numbers)
        stretch.close()


def test_a_file_that_was_cut_off_meanwhile_ends_what_loops(sound: Path) -> None:
    stretch = stretch_of(sound, 2, 3, loops=True)
    sound.write_bytes(numbered(*range(36)))
    assert stretch.read(1_000).data() == numbered(32, 33, 34, 35)
    assert stretch.atEnd()
    stretch.close()


def test_half_a_sample_at_the_end_is_none(sound: Path) -> None:
    sound.write_bytes(numbered(*range(16)) + b"\x01")
    stretch = stretch_of(sound, 0, 10)
    assert stretch.read(1_000).data() == numbered(*range(16))
    stretch.close()


def test_samples_in_memory_are_read_as_they_are() -> None:
    samples = samples_of(numbered(7, 8))
    assert samples.read(100).data() == numbered(7, 8)
    samples.close()
