"""Sounds that nobody says: noises, hum, music-like tones and drums; and what rooms and telephones do to speech."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, fftconvolve, sosfilt

SAMPLE_RATE = 16_000
Sound = NDArray[np.float32]
Colour = Literal["white", "pink", "brown"]

_BLOCK = 1 << 19  # samples of noise before it repeats
_SLOPES = {"white": 0.0, "pink": 0.5, "brown": 1.0}
_SCALES = ((0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10), (0, 2, 4, 7, 9))


def noise(samples: int, colour: Colour, stream: np.random.Generator) -> Sound:
    """Return noise of level 1 whose power falls by 0, 3 or 6 dB an octave."""
    spectrum = np.fft.rfft(stream.standard_normal(min(_BLOCK, max(samples, 2)), np.float32))
    spectrum *= np.maximum(np.arange(spectrum.size), 40.0) ** -_SLOPES[colour]
    block = np.fft.irfft(spectrum)
    return np.resize((block / np.sqrt(np.mean(np.square(block)))).astype(np.float32), samples)


def hum(samples: int, stream: np.random.Generator) -> Sound:
    """Return mains hum: 50 or 60 Hz and what lies above it."""
    base = stream.choice([50.0, 60.0])
    time = np.arange(samples, dtype=np.float32) / SAMPLE_RATE
    sound = np.zeros(samples, np.float32)
    for harmonic in range(1, 8):
        sound += stream.uniform(0, 1 / harmonic) * np.sin(2 * np.pi * base * harmonic * time, dtype=np.float32)
    return to_level(sound, 1.0)


def music(samples: int, stream: np.random.Generator) -> Sound:
    """Return arpeggios, chords or a melody on a scale, with or without drums."""
    sound = np.zeros(samples + 2 * SAMPLE_RATE, np.float32)
    beat = round(SAMPLE_RATE * 60 / stream.uniform(70, 150) / stream.choice([1, 2]))
    scale = _SCALES[stream.integers(len(_SCALES))]
    root, together, drums = stream.uniform(80, 260), stream.integers(1, 4), stream.random() < 0.5
    timbre = stream.uniform(0, 1, 6) / np.arange(1, 7)
    decay = stream.uniform(1, 8)
    for step, start in enumerate(range(0, samples, beat)):
        degree = int(stream.integers(2 * len(scale)))
        for voice in range(int(together)):
            octave, tone = divmod(degree + 2 * voice, len(scale))
            _strike(sound, start, _note(root * 2 ** (octave + scale[tone] / 12), beat * 2, timbre, decay))
        if drums:
            _strike(sound, start, 2 * _drum(step % 2 == 1, stream))
    return to_level(sound[:samples], 1.0)


def _note(frequency: float, samples: int, timbre: NDArray[np.float64], decay: float) -> Sound:
    time = np.arange(min(samples, 2 * SAMPLE_RATE), dtype=np.float32) / SAMPLE_RATE
    tones = [a * np.sin(2 * np.pi * frequency * (n + 1) * time) for n, a in enumerate(timbre) if frequency * n < 7000]
    envelope = np.exp(-decay * time) * np.minimum(1, time / 0.01) * np.minimum(1, (time[-1] - time) / 0.01)
    return np.asarray(sum(tones) * envelope, np.float32)


def _drum(snare: bool, stream: np.random.Generator) -> Sound:
    time = np.arange(SAMPLE_RATE // 5, dtype=np.float32) / SAMPLE_RATE
    if snare:
        return np.asarray(stream.standard_normal(time.size) * np.exp(-25 * time), np.float32)
    return np.asarray(np.sin(2 * np.pi * 60 * time * np.exp(-4 * time)) * np.exp(-15 * time), np.float32)


def _strike(sound: Sound, start: int, note: Sound) -> None:
    end = min(sound.size, start + note.size)
    sound[start:end] += note[: end - start]


def telephone(sound: Sound) -> Sound:
    """Keep 300 to 3400 Hz."""
    bands = butter(4, (300, 3400), "bandpass", fs=SAMPLE_RATE, output="sos")
    return np.asarray(sosfilt(bands, sound), np.float32)


def room(sound: Sound, stream: np.random.Generator) -> Sound:
    """Add a room's echo, which dies away by 60 dB in 0.1 to 0.4 s; what comes straight keeps its place."""
    length = int(SAMPLE_RATE * stream.uniform(0.1, 0.4))
    tail = stream.standard_normal(length) * np.exp(-6.9 * np.arange(length) / length)
    tail *= stream.uniform(0.1, 0.5) / np.linalg.norm(tail)
    tail[0] = 1.0
    return np.asarray(fftconvolve(sound, tail.astype(np.float32))[: sound.size], np.float32)


def level(sound: Sound) -> float:
    """Return the root mean square, of what sounds at all."""
    loud = sound[np.abs(sound) > 1e-4]
    return float(np.sqrt(np.mean(np.square(loud)))) if loud.size else 0.0


def to_level(sound: Sound, wanted: float) -> Sound:
    found = level(sound)
    return sound * np.float32(wanted / found) if found else sound
