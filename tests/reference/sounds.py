"""Sounds that both engines are given: spoken, played, hissed, silent; short ones, and one of more than 90 seconds."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.reference.combinations import SoundName
from tests.support.sounds import RATE, Sound, sixteen_bit

Samples = NDArray[np.float32]

_SENTENCES = {
    "en": "The first train leaves at seven. Nobody knows why, and nobody asks. Is it late? Hardly ever, they say!",
    "de": "Der erste Zug fährt um sieben Uhr. Niemand weiß warum, und niemand fragt danach. Es war immer so.",
    "fr": "Le premier train part à sept heures. Personne ne sait pourquoi, et personne ne demande.",
}


@lru_cache
def sound(name: SoundName) -> Sound:
    """Make or read a sound, or skip the test where what it needs is missing."""
    heard = Sound(_make(name))
    assert name == "blip" or len(heard) >= 5 * RATE, "the table's clips end before"
    return heard


def _make(name: SoundName) -> Samples:
    match name:
        case "speech":
            return _spoken("en")
        case "german":
            return _spoken("de")
        case "noise":
            return noise(7.3)
        case "silence":
            return np.zeros(5 * RATE, np.float32)
        case "music":
            return music(12)
        case "blip":
            return music(0.4)
        case "president":
            return _decoded("jfk.flac")
        case "many_languages":
            return _decoded("multilingual.mp3")[: 41 * RATE]
        case "long":
            parts = [_spoken("en"), np.zeros(6 * RATE, np.float32), music(17.25), _spoken("de"), noise(21), music(11)]
            samples = np.concatenate([*parts, _spoken("fr"), np.zeros(3 * RATE, np.float32), noise(14), _spoken("en")])
            assert len(samples) > 90 * RATE, "several windows are wanted"
            return samples


ALL_SOUNDS: tuple[SoundName, ...] = get_args(SoundName)


@dataclass(frozen=True, slots=True)
class _Note:
    hertz: float
    loudness: float


def music(seconds: float) -> Samples:
    """Three tones that change twice a second, with gaps."""
    time = np.arange(round(seconds * RATE)) / RATE
    stream = np.random.Generator(np.random.PCG64(3))
    notes = [
        _Note(float(h), float(v))
        for h, v in zip(stream.uniform(80, 3000, 240), stream.uniform(0, 0.25, 240), strict=True)
    ]
    tones = np.zeros(len(time))
    for at, note in enumerate(notes):
        begin = (at // 3) * 0.5
        sounding = (time >= begin) & (time < begin + 0.45)
        tones[sounding] += note.loudness * np.sin(2 * np.pi * note.hertz * time[sounding])
    return sixteen_bit(tones)


def noise(seconds: float) -> Samples:
    """White noise whose loudness swells every four seconds."""
    time = np.arange(round(seconds * RATE)) / RATE
    stream = np.random.Generator(np.random.PCG64(4))
    return sixteen_bit(stream.standard_normal(len(time)) * 0.1 * np.sin(np.pi * time / 4) ** 2)


def _spoken(language: str) -> Samples:
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng, a Debian package, is not installed")
    spoken = subprocess.run(
        ["espeak-ng", "-v", language, "--stdout", _SENTENCES[language]], capture_output=True, check=True
    )
    return _ffmpeg("pipe:0", spoken.stdout)


def _decoded(name: str) -> Samples:
    folder = os.environ.get("SOTTO_TEST_DATA")
    if folder is None or not (path := Path(folder, "audio", name)).is_file():
        pytest.skip(f"{name} is not in $SOTTO_TEST_DATA/audio")
    return _ffmpeg(str(path.absolute()), b"")


def _ffmpeg(source: str, data: bytes) -> Samples:
    if shutil.which("ffmpeg") is None:
        pytest.skip("ffmpeg, a Debian package, is not installed")
    wanted = ["-f", "s16le", "-ac", "1", "-ar", str(RATE), "pipe:1"]
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", source, *wanted], input=data, capture_output=True, check=True)
    return np.frombuffer(done.stdout, "<i2").astype(np.float32) / 32768
