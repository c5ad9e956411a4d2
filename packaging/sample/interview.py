"""The interview of the sample: who says what when, by script.tsv, and how all of it sounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sound
from espeak import SAMPLE_RATE, Speech, Voice
from grammar import Sentence, Word
from lexicon import Language
from recording import say

SCRIPT = Path(__file__).parent / "script.tsv"
SPEAKERS = ("Sofia", "Erik")
VOICES: dict[tuple[str, str], Voice] = {
    ("Sofia", "en"): Voice("en", "en-us+f2", 155, 55),
    ("Erik", "en"): Voice("en", "en-us+m3", 160, 40),
    ("Sofia", "de"): Voice("de", "de+f2", 155, 55),
    ("Erik", "de"): Voice("de", "de+m3", 160, 40),
}
BREATH, TURN = 450, 700  # ms between the sentences of one speaker, and of two
MARGIN = 500  # ms between music and whatever is beside it
LOUDNESS = 0.08  # root mean square of speech and music
HISS = LOUDNESS / 300  # no room is silent
PEAK = 0.9


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and when it is heard, in ms from the film's start."""

    speaker: str
    start: int
    end: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Interview:
    """`samples` go from -1 to 1, at 16 kHz; `music` holds the stretches with it, in ms."""

    samples: sound.Sound
    lines: tuple[Line, ...]
    music: tuple[tuple[int, int], ...]

    @property
    def duration(self) -> int:
        return self.samples.size * 1000 // SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the script. `said` of "(music)" and "(silence)" is the second until which there is nothing else."""

    who: str
    language: str
    said: str
    english: str

    @property
    def until(self) -> int:
        return round(float(self.said) * 1000)

    def sentence(self, language: Language) -> Sentence:
        words = tuple(Word(word, word) for word in self.said.split())
        return Sentence(language, words, self.english or self.said)


def read_script() -> list[Row]:
    rows = SCRIPT.read_text(encoding="utf-8").splitlines()[1:]
    return [Row(*row.split("\t")) for row in rows]


def perform() -> Interview:
    """Let the script be spoken; the same everywhere, if espeak-ng is."""
    script = read_script()
    samples = np.zeros(script[-1].until * SAMPLE_RATE // 1000, np.float32)
    noises = np.random.default_rng(1)
    lines: list[Line] = []
    music: list[tuple[int, int]] = []
    at = 0
    for row, pause in zip(script, _pauses(script), strict=True):
        if row.who == "(music)":
            music.append((at + MARGIN if at else 0, row.until - MARGIN))
            _put(samples, music[-1][0], _music(music[-1], noises))
        if row.who in ("(music)", "(silence)"):
            at = row.until
            continue
        voice = VOICES[row.who, row.language]
        sentence = row.sentence(voice.language)
        speech = say(sentence, voice)
        first, last = speech.words[0].start, speech.words[-1].end  # before and after it echoes may be left
        _put(samples, at, sound.to_level(_cut(speech, first), LOUDNESS))
        lines.append(Line(row.who, at, at + last - first, sentence))
        at += last - first + pause
    samples += sound.noise(samples.size, "pink", noises) * np.float32(HISS)
    return Interview(samples * np.float32(PEAK / np.abs(samples).max()), tuple(lines), tuple(music))


def _pauses(script: list[Row]) -> Iterator[int]:
    """Yield how long it is quiet after each line, in ms."""
    for row, following in zip(script, [*script[1:], script[-1]], strict=True):
        yield BREATH if row.who == following.who else TURN


def _music(stretch: tuple[int, int], noises: np.random.Generator) -> sound.Sound:
    """Return music that swells for half a second and dies away for one."""
    length = (stretch[1] - stretch[0]) * SAMPLE_RATE // 1000
    place = np.arange(length, dtype=np.float32) / SAMPLE_RATE
    swell = np.minimum(1, np.minimum(place / 0.5, (place[-1] - place) / 1.0))
    return np.asarray(sound.music(length, noises) * swell * LOUDNESS, np.float32)


def _cut(speech: Speech, start: int) -> sound.Sound:
    return speech.samples[start * SAMPLE_RATE // 1000 :].astype(np.float32)


def _put(samples: sound.Sound, start: int, part: sound.Sound) -> None:
    begin = start * SAMPLE_RATE // 1000
    samples[begin : begin + part.size] += part
