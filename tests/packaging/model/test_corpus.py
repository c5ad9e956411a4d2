"""Tests of the corpus: its files fit each other, and the same seed makes the same."""

import shutil
import wave
from pathlib import Path

import numpy as np
import pytest
from corpus import Plan, Split, build, make, plans
from grammar import held_out
from lexicon import LANGUAGES
from voices import HELD_OUT, HELD_OUT_RATES, VARIANTS, trained_voice

pytestmark = pytest.mark.usefixtures("espeak_ng")


def _plan(split: Split = "train", index: int = 0, *, shuffled: bool = False) -> Plan:
    return Plan(split, 7, index, "es", 20_000, shuffled)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    build([_plan(index=0), _plan(index=1, shuffled=True)], folder)
    return folder


def test_every_recording_is_listed_with_its_files(folder: Path) -> None:
    header, first, shuffled = (line.split("\t") for line in (folder / "pairs.tsv").read_text().splitlines())
    assert header == ["media", "subtitles", "language", "translation", "events"]
    assert first == ["train-7-00000.wav", "train-7-00000.vtt", "es", "train-7-00000.en.vtt", "train-7-00000.events.tsv"]
    assert shuffled[3] == ""
    assert all((folder / name).is_file() for name in (*first[:2], *first[3:], shuffled[0], shuffled[1], shuffled[4]))


def test_sound_is_16_khz_mono_of_the_planned_length(folder: Path) -> None:
    with wave.open(str(folder / "train-7-00000.wav")) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16_000, 1, 2)
        assert file.getnframes() == 320_000


def test_cues_and_word_events_have_the_same_words(folder: Path) -> None:
    cues = (folder / "train-7-00000.vtt").read_text().split("\n\n")[1:]
    texts = [cue.strip().split("\n")[1] for cue in cues]
    events = [line.split("\t") for line in (folder / "train-7-00000.events.tsv").read_text().splitlines()[1:]]
    assert [text for _, _, kind, text in events if kind == "word"] == " ".join(texts).split()
    translated = (folder / "train-7-00000.en.vtt").read_text().split("\n\n")[1:]
    assert [cue.split("\n")[0] for cue in translated] == [cue.split("\n")[0] for cue in cues]


def test_the_same_plan_makes_the_same_files(folder: Path, tmp_path: Path) -> None:
    build([_plan(index=1, shuffled=True), _plan(index=0)], tmp_path, 2)
    for name in ("train-7-00000.wav", "train-7-00000.vtt", "train-7-00001.wav", "train-7-00001.events.tsv"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize("split", ["valid", "test", "test-noise-10dB", "test-rate", "test-words"])
def test_a_test_says_only_held_out_sentences(split: Split) -> None:
    recording = make(_plan(split))
    assert recording.cues
    assert split == "test-words" or all(held_out(cue.sentence.text) for cue in recording.cues)


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


def test_plans_fill_the_hours_with_all_languages() -> None:
    planned = list(plans("train", 1, 2.0, LANGUAGES))
    assert sum(plan.length for plan in planned) >= 2 * 3_600_000
    assert {plan.language for plan in planned} == set(LANGUAGES)
    assert all(120_000 <= plan.length <= 360_000 for plan in planned)


def test_training_never_hears_the_held_out_voices_and_rates() -> None:
    from random import Random

    stream = Random(1)
    heard = [trained_voice(language, stream) for language in LANGUAGES for _ in range(300)]
    assert not {voice.name for voice in heard} & {name for names in HELD_OUT.values() for name in names}
    assert not any(HELD_OUT_RATES[0] <= voice.rate <= HELD_OUT_RATES[1] for voice in heard)
    assert len(VARIANTS) >= 8
