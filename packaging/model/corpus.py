"""Makes the corpus: made sentences in recordings, with subtitles, translations and the times of words and phonemes."""

import argparse
import sys
import time
import wave
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import get_args

from espeak import SAMPLE_RATE
from lexicon import LANGUAGES, Language
from recording import Plan, Recording, Split, make

SHUFFLED = 0.3  # share of the training recordings whose sentences are words in random order
COLUMNS = "media\tsubtitles\tlanguage\ttranslation\tevents\n"


def plans(split: Split, seed: int, hours: float, languages: tuple[Language, ...]) -> Iterator[Plan]:
    """Plan recordings of two to six minutes until they fill so many hours, each language in turn."""
    stream, planned, index = Random(f"{split}-{seed}"), 0, 0
    while planned < hours * 3_600_000:
        length = stream.randint(120_000, 360_000)
        language = languages[index % len(languages)]
        yield Plan(split, seed, index, language, length, split == "train" and stream.random() < SHUFFLED)
        planned += length
        index += 1


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
    translated = [(m.start, m.end, "translated", m.text) for m in recording.translated]  # in English order
    lines = (f"{start}\t{end}\t{kind}\t{text}\n" for start, end, kind, text in [*sorted(marks), *translated])
    path.write_text("start_ms\tend_ms\tkind\ttext\n" + "".join(lines), encoding="utf-8")


def build(planned: list[Plan], folder: Path, processes: int = 1) -> None:
    """Write all recordings and pairs.tsv. Each is made in a process of its own, since espeak-ng remembers the last."""
    folder.mkdir(parents=True, exist_ok=True)
    context = get_context("forkserver")
    context.set_forkserver_preload(["recording"])
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
