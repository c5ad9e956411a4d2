"""A recording: a conversation of made sentences and all that is heard with it, by a plan that decides everything."""

import subprocess
import tempfile
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal
from zlib import crc32

import numpy as np
import sound
from espeak import SAMPLE_RATE, Mark, Speech, Voice, speak
from grammar import Sentence, sentences
from grammar import Split as SentenceSplit
from lexicon import LANGUAGES, Language
from numpy.typing import NDArray
from voices import held_out_voice, hurried_voice, new_voice, trained_voice

Split = Literal[
    "train", "valid", "test", "test-noise-10dB", "test-rate", "test-flite", "test-words", "test-silence", "new-voice"
]
LONG_PAUSES = 0.03  # share of the pauses that are stretches without speech
FLITE_VOICES = ("slt", "rms", "awb", "kal16")

_FULL = 32768.0
_WORDLESS = ("none", "white", "pink", "brown", "hum", "music", "music")
_UNSEEN = ("test-words", "new-voice")  # splits whose every sentence has a noun that no other has


@dataclass(frozen=True, slots=True)
class Plan:
    """What a recording is made from: the same plan makes the same recording everywhere."""

    split: Split
    seed: int
    index: int
    language: Language
    length: int  # ms
    shuffled: bool

    @property
    def name(self) -> str:
        return f"{self.split}-{self.seed}-{self.index:05}"

    @property
    def stream(self) -> Random:
        return Random(self.name)

    @property
    def sentences(self) -> SentenceSplit:
        return "train" if self.split == "train" else "unseen" if self.split in _UNSEEN else "held-out"


@dataclass(frozen=True, slots=True)
class Cue:
    start: int
    end: int
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Recording:
    samples: NDArray[np.int16]
    cues: tuple[Cue, ...]
    words: tuple[Mark, ...]
    phonemes: tuple[Mark, ...]
    translated: tuple[Mark, ...]  # English words in their order, each when the words that it stands for are said


def make(plan: Plan) -> Recording:
    stream = plan.stream
    noises = np.random.default_rng([plan.seed, plan.index, crc32(plan.split.encode())])
    if plan.split == "test-silence":
        return Recording(_sixteen_bit(_wordless(plan, stream, noises), 1.0), (), (), (), ())
    said = list(_converse(plan, stream))
    speech, music = _laid_out(plan, said, noises)
    mixed = _mixed(plan, speech, stream, noises) + music
    peak = float(np.abs(mixed).max())
    gain = min(1.0, 0.95 / peak) if peak else 1.0
    gain *= 10 ** (-stream.uniform(0, 20 if plan.split == "train" else 6) / 20)
    words = tuple(_moved(mark, start) for start, _, speech in said for mark in speech.words)
    phonemes = tuple(_moved(mark, start) for start, _, speech in said for mark in speech.phonemes)
    translated = tuple(mark for start, sentence, speech in said for mark in _translated(sentence, speech.words, start))
    cues = tuple(Cue(start, start + _end(speech), sentence) for start, sentence, speech in said)
    return Recording(_sixteen_bit(mixed, gain), cues, words, phonemes, translated)


def _sixteen_bit(samples: sound.Sound, gain: float) -> NDArray[np.int16]:
    return np.rint(samples * np.float32(gain * _FULL)).clip(-32768, 32767).astype(np.int16)


def _converse(plan: Plan, stream: Random) -> Iterator[tuple[int, Sentence, Speech]]:
    """Say sentences in turn by one to three speakers; yield when each begins, in ms."""
    speakers = [_speaker(plan, stream) for _ in range(stream.choice((1, 1, 2, 2, 3)))]
    speaker = speakers[0]
    at = round(stream.choice((0.0, 0.1, stream.uniform(0.1, 4))) * 1000)
    for sentence in sentences(plan.language, stream, split=plan.sentences, shuffled=1.0 if plan.shuffled else 0.0):
        if stream.random() < 0.4:
            speaker = stream.choice(speakers)
        speech = speaker(sentence)
        length = speech.samples.size // 16
        if at + length > plan.length:
            return
        if speech.samples.size:
            yield at, sentence, speech
        at += length + _gap(stream)


def _gap(stream: Random) -> int:
    """Choose a pause in ms: mostly short, at times 4 s, seldom a stretch without speech of up to 45 s."""
    if stream.random() < LONG_PAUSES:
        return stream.randint(4000, 45_000)
    return round(min(4000.0, 100 + stream.expovariate(1 / 500)))


def _speaker(plan: Plan, stream: Random) -> Callable[[Sentence], Speech]:
    if plan.split == "test-flite":
        name = stream.choice(FLITE_VOICES)
        return lambda sentence: _flite(sentence, name)
    choose = {
        "test": held_out_voice,
        "test-noise-10dB": held_out_voice,
        "test-rate": hurried_voice,
        "new-voice": new_voice,
    }
    voice = choose.get(plan.split, trained_voice)(plan.language, stream)
    return lambda sentence: say(sentence, voice)


def say(sentence: Sentence, voice: Voice) -> Speech:
    """Say a sentence; its words get the time of all that is said for each of them."""
    speech = speak(" ".join(word.spoken for word in sentence.words), voice)
    marks = iter(speech.words)
    words = []
    for word in sentence.words:
        said = [mark for _, mark in zip(word.spoken.split(), marks, strict=False)]
        if said:
            words.append(Mark(said[0].start, said[-1].end, word.written))
    return Speech(speech.samples, tuple(words), speech.phonemes)


def _end(speech: Speech) -> int:
    """Return when the last word ends; some voices' echo goes on after it."""
    return speech.words[-1].end if speech.words else speech.samples.size // 16


def _flite(sentence: Sentence, voice: str) -> Speech:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "said.wav")
        text = " ".join(word.spoken for word in sentence.words)
        subprocess.run(["flite", "-voice", voice, "-t", text, "-o", str(path)], check=True)
        with wave.open(str(path)) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), np.int16)
    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > 200)
    return Speech(samples[loud[0] : loud[-1] + 1] if loud.size else samples[:0], (), ())


# --- its sound


def _laid_out(
    plan: Plan, said: list[tuple[int, Sentence, Speech]], noises: np.random.Generator
) -> tuple[sound.Sound, sound.Sound]:
    """Return the speech, and the music that fills some of the long pauses."""
    samples = plan.length * 16
    speech, music = np.zeros(samples, np.float32), np.zeros(samples, np.float32)
    loudness = 0.08 * 10 ** (noises.uniform(-4, 4) / 20)
    free = 0
    for start, _, utterance in [*said, (plan.length, None, None)]:
        begin = start * 16
        if begin - free > 4 * SAMPLE_RATE and noises.random() < 0.6:
            music[free + 4000 : begin - 4000] = 0.08 * sound.music(begin - free - 8000, noises)
        if utterance is not None:
            part = utterance.samples.astype(np.float32) / np.float32(_FULL)
            speech[begin : begin + part.size] += sound.to_level(part, loudness * 10 ** (noises.uniform(-2, 2) / 20))
            free = begin + part.size
    return speech, music


def _mixed(plan: Plan, speech: sound.Sound, stream: Random, noises: np.random.Generator) -> sound.Sound:
    """Add what lies under the speech; tests have none, but for the one of noise."""
    loudness = sound.level(speech)
    if plan.split == "test-noise-10dB":
        kind = stream.choice(("white", "pink", "babble"))
        return speech + _background(kind, plan, speech.size, noises) * np.float32(loudness * 10**-0.5)
    if plan.split != "train":
        return speech + sound.noise(speech.size, "pink", noises) * np.float32(loudness / 300)
    if stream.random() < 0.15:
        speech = sound.room(speech, noises)
    kind = stream.choice(("none", "none", "white", "pink", "brown", "hum", "babble", "music"))
    if kind != "none":
        ratio = stream.uniform(12, 40) if kind in ("music", "babble") else stream.uniform(6, 40)  # dB
        speech = speech + _background(kind, plan, speech.size, noises) * np.float32(loudness * 10 ** (-ratio / 20))
    return sound.telephone(speech) if stream.random() < 0.12 else speech


def _wordless(plan: Plan, stream: Random, noises: np.random.Generator) -> sound.Sound:
    """Play music, noises and nothing in turn, each as loud as speech or softer."""
    whole = np.zeros(plan.length * 16, np.float32)
    at = 0
    while at < whole.size:
        length = min(stream.randint(5, 40) * SAMPLE_RATE, whole.size - at)
        kind = stream.choice(_WORDLESS)
        if kind != "none":
            loudness = 0.08 * 10 ** (-stream.uniform(0, 30) / 20)
            whole[at : at + length] = _background(kind, plan, length, noises) * np.float32(loudness)
        at += length
    return whole


def _background(kind: str, plan: Plan, samples: int, noises: np.random.Generator) -> sound.Sound:
    match kind:
        case "white" | "pink" | "brown":
            return sound.noise(samples, kind, noises)
        case "hum":
            return sound.hum(samples, noises)
        case "music":
            return sound.music(samples, noises)
        case _:
            return _babble(plan, samples, noises)


def _babble(plan: Plan, samples: int, noises: np.random.Generator) -> sound.Sound:
    """Let a dozen people talk at once, in all languages, so that no word can be made out."""
    stream = Random(f"babble-{plan.name}")
    whole = np.zeros(samples, np.float32)
    for _ in range(12):
        language = stream.choice(LANGUAGES)
        source = sentences(language, stream)
        voice = trained_voice(language, stream)
        parts = [say(next(source), voice).samples for _ in range(4)]
        talk = sound.to_level(np.concatenate(parts).astype(np.float32) / np.float32(_FULL), 1.0)
        whole += np.roll(np.resize(talk, samples), int(noises.integers(samples)))
    return sound.to_level(whole, 1.0)


def _translated(sentence: Sentence, said: tuple[Mark, ...], by: int) -> Iterator[Mark]:
    """Say when each word of the translation is heard, `by` ms later; of none, where a word of the sentence is not."""
    if len(said) != len(sentence.words):
        return
    for word, (first, after) in zip((sentence.english or "").split(), sentence.meant, strict=True):
        yield Mark(said[first].start + by, said[after - 1].end + by, word)


def _moved(mark: Mark, by: int) -> Mark:
    return Mark(mark.start + by, mark.end + by, mark.text)
