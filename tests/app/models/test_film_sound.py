"""The prepared files of a film become its waveform, and nothing where they are gone."""

from pathlib import Path

import numpy as np
import pytest

from app.models.film_sound import sound_of, speech_of
from engine.audio.pcm import open_pcm
from engine.audio.peaks import write_peaks
from engine.audio.spans import Span, write_spans
from engine.progress import Cancel
from engine.protocol import MediaReady


def ready(pcm: str = "", peaks: str = "", speech: str = "") -> MediaReady:
    return MediaReady(1, "wav", 2_000, 0, None, (), 0, pcm, peaks, speech)


@pytest.fixture
def prepared(tmp_path: Path) -> MediaReady:
    """Two seconds: the first silent, the second as loud as half."""
    samples = np.zeros(32_000, "<i2")
    samples[16_000:] = 16_384
    pcm, peaks, speech = (tmp_path / name for name in ("pcm", "peaks", "speech"))
    pcm.write_bytes(samples.tobytes())
    write_peaks(open_pcm(pcm), peaks, Cancel())
    write_spans([Span(1_000, 2_000)], speech)
    return ready(str(pcm), str(peaks), str(speech))


def test_a_sound_has_its_length_and_its_columns(prepared: MediaReady) -> None:
    sound = sound_of(prepared)
    assert sound is not None
    assert sound.duration == 2_000
    assert [highest for _, highest in sound.columns(0, 2_000, 4).tolist()] == [0, 0, 16_384, 16_384]


def test_fine_views_are_read_from_the_samples(prepared: MediaReady) -> None:
    sound = sound_of(prepared)
    assert sound is not None
    assert sound.columns(999, 1_001, 2).tolist() == [[0, 0], [16_384, 16_384]]


def test_loudness_and_gain_tell_how_high_to_draw(prepared: MediaReady) -> None:
    sound = sound_of(prepared)
    assert sound is not None
    assert sound.loudness(4) == (0.0, 0.0, 0.5, 0.5)
    assert sound.gain() == pytest.approx(1.5)


def test_speech_is_told_as_times(prepared: MediaReady) -> None:
    assert speech_of(prepared) == ((1_000, 2_000),)


def test_nothing_is_there_before_it_was_prepared_and_after_it_was_cleared_away(tmp_path: Path) -> None:
    gone = ready(str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "c"))
    for each in (None, ready(), gone):
        assert sound_of(each) is None
        assert speech_of(each) == ()
