"""Tests of the recordings: what each split says, and how loud its noise is."""

import re
import shutil

import numpy as np
import pytest
from grammar import held_out, unseen_words
from recording import Plan, Split, make

pytestmark = pytest.mark.usefixtures("espeak_ng")


def _plan(split: Split) -> Plan:
    return Plan(split, 7, 0, "es", 20_000, False)


@pytest.mark.parametrize("split", ["valid", "test", "test-noise-10dB", "test-rate", "test-words"])
def test_a_test_says_only_held_out_sentences(split: Split) -> None:
    recording = make(_plan(split))
    assert recording.cues
    assert split == "test-words" or all(held_out(cue.sentence.text) for cue in recording.cues)


def test_nobody_speaks_in_the_test_of_silence() -> None:
    recording = make(_plan("test-silence"))
    assert recording.samples.size == 320_000
    assert not recording.cues
    assert len(np.unique(recording.samples)) > 100


def test_the_new_voice_says_words_that_no_other_split_has() -> None:
    texts = {cue.sentence.text for cue in make(_plan("new-voice")).cues}
    assert texts
    assert all({*re.findall(r"\w+", text.lower())} & {word.lower() for word in unseen_words("es")} for text in texts)


def test_flite_speaks_without_events() -> None:
    if shutil.which("flite") is None:
        pytest.skip("flite is missing: apt install flite")
    recording = make(Plan("test-flite", 7, 0, "en", 20_000, False))
    assert recording.cues
    assert not recording.words


def test_noise_of_10_db_is_10_db_below_the_speech() -> None:
    recording = make(_plan("test-noise-10dB"))
    samples = recording.samples.astype(np.float64)
    inside = np.zeros(samples.size, bool)
    for cue in recording.cues:
        inside[max(0, cue.start - 150) * 16 : (cue.end + 150) * 16] = True
    ratio = np.mean(samples[inside] ** 2) / np.mean(samples[~inside] ** 2) - 1
    assert 4 < 10 * np.log10(ratio) < 13
