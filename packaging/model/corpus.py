"""Makes the corpus: made sentences in recordings, with subtitles, translations and the times of words and phonemes."""

import argparse
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Literal, get_args
from zlib import crc32

import numpy as np
import sound
from espeak import Mark, Speech, Voice, speak
from grammar import Sentence, sentences
from grammar import Split as SentenceSplit
from lexicon import LANGUAGES, Language
from numpy.typing import NDArray
from voices import held_out_voice, hurried_voice, trained_voice

Split = Literal["train", "valid", "test", "test-noise-10dB", "test-rate", "test-flite", "test-words"]
SAMPLE_RATE = 16_000
SHUFFLED = 0.3  # share of the training recordings whose sentences are words in random order
QUIET = 0.12  # share of the stretches without speech
FLITE_VOICES = ("slt", "rms", "awb", "kal16")
COLUMNS = "media\tsubtitles\tlanguage\ttranslation\tevents\n"

_FULL = 32768.0


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
        return "train" if self.split == "train" else "unseen" if self.split == "test-words" else "held-out"


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


def plans(split: Split, seed: int, hours: float, languages: tuple[Language, ...]) -> Iterator[Plan]:
    """Plan recordings of two to six minutes until they fill so many hours, each language in turn."""
    stream, planned, index = Random(f"{split}-{seed}"), 0, 0
    while planned < hours * 3_600_000:
        length = stream.randint(120_000, 360_000)
        language = languages[index % len(languages)]
        yield Plan(split, seed, index, language, length, split == "train" and stream.random() < SHUFFLED)
        planned += length
        index += 1


# --- a recording


def make(plan: Plan) -> Recording:
    stream = plan.stream
    noises = np.random.default_rng([plan.seed, plan.index, crc32(plan.split.encode())])
    said = list(_converse(plan, stream))
    speech, music = _laid_out(plan, said, noises)
    mixed = _mixed(plan, speech, stream, noises) + music
    peak = float(np.abs(mixed).max())
    gain = min(1.0, 0.95 / peak) if peak else 1.0
    gain *= 10 ** (-stream.uniform(0, 20 if plan.split == "train" else 6) / 20)
    samples = np.rint(mixed * np.float32(gain * _FULL)).clip(-32768, 32767).astype(np.int16)
    words = tuple(_moved(mark, start) for start, _, speech in said for mark in speech.words)
    phonemes = tuple(_moved(mark, start) for start, _, speech in said for mark in speech.phonemes)
    cues = tuple(Cue(start, start + _end(speech), sentence) for start, sentence, speech in said)
    return Recording(samples, cues, words, phonemes)


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
    if stream.random() < QUIET / 4:
        return stream.randint(4000, 45_000)
    return round(min(4000.0, 100 + stream.expovariate(1 / 500)))


def _speaker(plan: Plan, stream: Random) -> Callable[[Sentence], Speech]:
    if plan.split == "test-flite":
        name = stream.choice(FLITE_VOICES)
        return lambda sentence: _flite(sentence, name)
    choose = {"test": held_out_voice, "test-noise-10dB": held_out_voice, "test-rate": hurried_voice}
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


def _moved(mark: Mark, by: int) -> Mark:
    return Mark(mark.start + by, mark.end + by, mark.text)


# --- on disk


def write(recording: Recording, plan: Plan, folder: Path) -> str:
    """Write a recording's files; return its line of pairs.tsv."""
    media = f"{plan.name}.wav"
    with wave.open(str(folder / media), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(recording.samples.tobytes())
    subtitles = f"{plan.name}.vtt"
    _write_vtt(folder / subtitles, [(cue.start, cue.end, cue.sentence.text) for cue in recording.cues])
    translation = events = ""
    if plan.language == "en" and not plan.shuffled:
        translation = subtitles
    elif not plan.shuffled:
        translation = f"{plan.name}.en.vtt"
        _write_vtt(folder / translation, [(cue.start, cue.end, cue.sentence.english or "") for cue in recording.cues])
    if recording.words:
        events = f"{plan.name}.events.tsv"
        _write_events(folder / events, recording)
    return f"{media}\t{subtitles}\t{plan.language}\t{translation}\t{events}\n"


def _write_vtt(path: Path, cues: list[tuple[int, int, str]]) -> None:
    blocks = (f"\n{_clock(start)} --> {_clock(end)}\n{text}\n" for start, end, text in cues)
    path.write_text("WEBVTT\n" + "".join(blocks), encoding="utf-8")


def _clock(ms: int) -> str:
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def _write_events(path: Path, recording: Recording) -> None:
    marks = [(m.start, m.end, "word", m.text) for m in recording.words]
    marks += [(m.start, m.end, "phoneme", m.text) for m in recording.phonemes]
    lines = (f"{start}\t{end}\t{kind}\t{text}\n" for start, end, kind, text in sorted(marks))
    path.write_text("start_ms\tend_ms\tkind\ttext\n" + "".join(lines), encoding="utf-8")


def build(planned: list[Plan], folder: Path, processes: int = 1) -> None:
    """Write all recordings and pairs.tsv. Each is made in a process of its own, since espeak-ng remembers the last."""
    folder.mkdir(parents=True, exist_ok=True)
    context = get_context("forkserver")
    context.set_forkserver_preload(["espeak", "grammar", "sound", "voices"])
    with context.Pool(processes, maxtasksperchild=1) as pool:
        lines = pool.starmap(_build_one, [(plan, folder) for plan in planned], chunksize=1)
    (folder / "pairs.tsv").write_text(COLUMNS + "".join(lines), encoding="utf-8")


def _build_one(plan: Plan, folder: Path) -> str:
    return write(make(plan), plan, folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=get_args(Split), default="train")
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--languages", default="en,no,es,de")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    languages = tuple(code for code in LANGUAGES if code in given.languages.split(","))
    languages = ("en",) if given.split == "test-flite" else languages
    planned = list(plans(given.split, given.seed, given.hours, languages))
    begun = time.monotonic()
    build(planned, given.output, given.processes)
    took = time.monotonic() - begun
    spoken = sum(plan.length for plan in planned) / 1000
    sys.stdout.write(
        f"{len(planned)} recordings, {spoken / 3600:.2f} h, {took:.0f} s, {spoken / took:.0f} times real time\n"
    )


if __name__ == "__main__":
    main()
