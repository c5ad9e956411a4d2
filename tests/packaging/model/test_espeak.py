"""Tests of speech: its events fit the text and the sound."""

import numpy as np
import pytest
from espeak import Voice, resample, speak

pytestmark = pytest.mark.usefixtures("espeak_ng")

ENGLISH = Voice("en", "en-us+m3")


@pytest.mark.parametrize(
    ("voice", "text"),
    [
        (ENGLISH, "However, he bought 1998 red apples."),
        (Voice("no", "nb+f3"), "Hun så på den gamle læreren."),
        (Voice("es", "es+m1"), "¿Dónde están los niños, José?"),
        (Voice("de", "de+f2"), "Die Schüler haben am Montag gewählt."),
    ],
)
def test_every_word_has_its_time_in_order(voice: Voice, text: str) -> None:
    speech = speak(text, voice)
    assert [word.text for word in speech.words] == text.split()
    edges = [edge for word in speech.words for edge in (word.start, word.end)]
    assert edges == sorted(edges)
    assert all(word.end - word.start > 20 for word in speech.words)
    assert edges[-1] <= len(speech.samples) / 16 + 1


def test_the_first_word_begins_with_the_first_sound() -> None:
    speech = speak("Teachers help.", ENGLISH)
    first_loud = np.flatnonzero(np.abs(speech.samples.astype(int)) > 300)[0] / 16
    assert abs(speech.words[0].start - first_loud) < 30


def test_a_pause_is_silent_and_between_words() -> None:
    speech = speak("Yes, he can.", ENGLISH)
    before, after = speech.words[0], speech.words[1]
    assert after.start - before.end > 60
    middle = (before.end + after.start) // 2 * 16
    assert np.abs(speech.samples[middle - 160 : middle + 160].astype(int)).max() < 1000


def test_phonemes_lie_within_the_words() -> None:
    speech = speak("The cat sleeps.", ENGLISH)
    assert [phoneme.text for phoneme in speech.phonemes][-5:] == ["s", "l", "i:", "p", "s"]
    assert speech.phonemes[0].start == speech.words[0].start
    assert speech.phonemes[-1].end == speech.words[-1].end


def test_a_higher_rate_speaks_faster() -> None:
    slow, fast = (speak("The cat sleeps.", Voice("en", "en", rate)) for rate in (120, 220))
    assert len(fast.samples) < len(slow.samples) * 0.75


def test_an_unknown_voice_is_named() -> None:
    with pytest.raises(ValueError, match="no voice xx"):
        speak("Hi.", Voice("en", "xx"))


def test_resampling_keeps_what_is_below_8_khz_and_nothing_above() -> None:
    time = np.arange(22_050) / 22_050
    kept, lost = (resample((8000 * np.sin(2 * np.pi * hz * time)).astype(np.int16), 22_050) for hz in (5000, 9500))
    assert len(kept) == 16_000
    assert np.abs(kept[500:-500].astype(int)).max() == pytest.approx(8000, rel=0.02)
    assert np.abs(lost[500:-500].astype(int)).max() < 8
