"""Tests of the corpus: its files fit each other, and the same seed makes the same."""

import wave
from pathlib import Path

import pytest
from corpus import build, plans
from lexicon import LANGUAGES
from recording import Plan, Split

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


def test_plans_fill_the_hours_with_all_languages() -> None:
    planned = list(plans("train", 1, 2.0, LANGUAGES))
    assert sum(plan.length for plan in planned) >= 2 * 3_600_000
    assert {plan.language for plan in planned} == set(LANGUAGES)
    assert all(120_000 <= plan.length <= 360_000 for plan in planned)
