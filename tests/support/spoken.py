"""Sound that is not silent and lines that are said in it: enough to train on, nothing to understand."""

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.training.examples import Line, Span
from engine.training.recordings import NO_PHONEMES, Recording

WORDS = ("one", "two", "three", "four")


class Tones:
    """Ten seconds of tones that change four times a second."""

    def __init__(self, seconds: int = 10, seed: int = 0) -> None:
        at = np.arange(seconds * 16_000)
        pitches = np.random.default_rng(seed).uniform(100, 3000, seconds * 4)
        self._samples = (0.3 * np.sin(2 * np.pi * np.repeat(pitches, 4000) * at / 16_000)).astype(np.float32)

    def __len__(self) -> int:
        return len(self._samples)

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        return self._samples[start:stop]


def recording(seconds: int = 10, language: str = "en", seed: int = 0) -> Recording:
    """A line of two words every two seconds: from 0.5 to 1.5 s, 2.5 to 3.5 s, ..."""
    return Recording(f"tones-{seed}", Tones(seconds, seed), language, lines(seconds), 0, seconds * 1000, NO_PHONEMES)


def lines(seconds: int = 10) -> tuple[Line, ...]:
    said = []
    for index, at in enumerate(range(500, seconds * 1000 - 1000, 2000)):
        first, second = WORDS[index % 4], WORDS[(index + 1) % 4]
        words = (Span(at, at + 500, first), Span(at + 500, at + 1000, second))
        said.append(Line(at, at + 1000, f"{first} {second}", "", words))
    return tuple(said)


def write_pair(folder: Path, name: str, seconds: int, seed: int = 0) -> None:
    """Write NAME.wav and NAME.en.vtt."""
    folder.mkdir(parents=True, exist_ok=True)
    tones = Tones(seconds, seed)
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((tones.read(0, len(tones)) * 32767).astype("<i2").tobytes())
    cues = (f"\n{_clock(line.start)} --> {_clock(line.end)}\n{line.text}\n" for line in lines(seconds))
    (folder / f"{name}.en.vtt").write_text("WEBVTT\n" + "".join(cues))


def _clock(ms: int) -> str:
    return f"00:{ms // 60_000:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
