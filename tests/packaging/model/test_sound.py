"""Tests of the sounds that nobody says."""

import numpy as np
import pytest
import sound


@pytest.mark.parametrize("colour", ["white", "pink", "brown"])
def test_noise_has_level_one(colour: sound.Colour) -> None:
    assert sound.level(sound.noise(16_000, colour, np.random.default_rng(1))) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("make", [sound.hum, sound.music])
def test_music_and_hum_fill_their_time(make: object) -> None:
    made = make(48_000, np.random.default_rng(1))  # type: ignore[operator]
    assert made.size == 48_000
    assert np.isfinite(made).all()
    assert sound.level(made) == pytest.approx(1.0, abs=0.01)


def test_a_telephone_drops_what_is_low_and_high() -> None:
    time = np.arange(16_000, dtype=np.float32) / 16_000
    low, middle, high = (sound.level(sound.telephone(np.sin(2 * np.pi * hz * time))) for hz in (60, 1000, 6000))
    assert middle > 0.65
    assert low < 0.02
    assert high < 0.05


def test_a_room_keeps_the_beginning() -> None:
    click = np.zeros(8000, np.float32)
    click[1000] = 1.0
    heard = sound.room(click, np.random.default_rng(1))
    assert int(np.argmax(np.abs(heard))) == 1000
    assert np.abs(heard[:990]).max() < 1e-5
