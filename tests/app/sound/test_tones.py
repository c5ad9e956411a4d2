"""The tones are short, quiet at both ends, and told apart: one goes up, one down."""

import struct
from itertools import pairwise

from app.sound.tones import begin_tone, end_tone


def samples(tone: bytes) -> list[int]:
    return [number for (number,) in struct.iter_unpack("<h", tone)]


def crossings(part: list[int]) -> int:
    return sum(before < 0 <= after for before, after in pairwise(part))


def test_a_tone_lasts_seventy_ms_and_begins_and_ends_in_silence() -> None:
    for tone in (begin_tone(), end_tone()):
        heard = samples(tone)
        assert len(heard) == 1_120
        assert (heard[0], heard[-1]) == (0, 0)
        assert 14_000 < max(heard) <= 16_000


def test_one_goes_up_and_the_other_down() -> None:
    up, down = samples(begin_tone()), samples(end_tone())
    assert crossings(up[:560]) < crossings(up[560:])
    assert crossings(down[:560]) > crossings(down[560:])
