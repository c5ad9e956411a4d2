"""Pairs of sound and subtitles from disk, and why some of them are not learned from."""

import csv
import wave
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.subtitles.formats import read
from engine.training.examples import Line, Span
from engine.training.recordings import NO_PHONEMES, Recording
from engine.whisper.mel import SAMPLE_RATE

_HEADER = 44  # bytes before the samples of a plain WAVE file


@dataclass(frozen=True, slots=True)
class Pair:
    """A line of pairs.tsv: sound, subtitles, Whisper's code of the language (None: nobody speaks), and maybe more."""

    media: Path
    subtitles: Path
    language: str | None
    translation: Path | None = None
    events: Path | None = None


@dataclass(frozen=True, slots=True)
class Wave:
    """A WAVE file at 16 kHz, mono, 16 bits, read where it lies."""

    path: Path
    samples: int

    def __len__(self) -> int:
        return self.samples

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the samples in [start, stop), between -1 and 1."""
        mapped = np.memmap(self.path, np.dtype("<i2"), mode="r", offset=_HEADER, shape=(self.samples,))
        return np.asarray(mapped[start:stop], np.float32) / np.float32(32768)


@dataclass(slots=True)
class Phonemes:
    """The phonemes of a corpus, numbered in the order in which they are met; 0 is silence."""

    numbers: dict[str, int] = field(default_factory=lambda: {"": 0})

    def number(self, name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))


def read_pairs(path: Path) -> list[Pair]:
    """Read pairs.tsv of a folder, or the tab-separated file `path`: media, subtitles, language, translation, events.

    Paths in it are relative to it. Raises EngineError("options") naming what is missing or wrong.
    """
    listing = path / "pairs.tsv" if path.is_dir() else path
    try:
        rows = list(csv.DictReader(listing.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
    except OSError as error:
        raise EngineError("options", f"{listing} can't be read ({error.strerror}): name a folder or TSV of pairs.") from error
    if rows and not {"media", "subtitles", "language"} <= rows[0].keys():
        raise EngineError("options", f"{listing} lacks the columns media, subtitles and language: name them in line 1.")
    return [_pair(row, listing.parent) for row in rows]


def _pair(row: Mapping[str, str | None], folder: Path) -> Pair:
    def file(column: str) -> Path | None:
        return folder / name if (name := row.get(column)) else None

    return Pair(folder / (row["media"] or ""), folder / (row["subtitles"] or ""), row["language"] or None,
                file("translation"), file("events"))  # fmt: skip


def recording(pair: Pair, phonemes: Phonemes) -> Recording:
    """Read one pair whose sound is a plain WAVE file. Raises EngineError for files that can't be read."""
    sound = open_wave(pair.media)
    words, spoken = _events(pair.events, phonemes) if pair.events else ((), NO_PHONEMES)
    return Recording(pair.media.stem, sound, pair.language, tuple(_lines(pair, words)), spoken)


def open_wave(path: Path) -> Wave:
    try:
        with wave.open(str(path), "rb") as file:
            form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
            if form != (SAMPLE_RATE, 1, 2):
                raise EngineError("media", f"{path} is not 16 kHz mono with 16 bits: decode it first.")
            return Wave(path, file.getnframes())
    except (OSError, wave.Error, EOFError) as error:
        raise EngineError("media", f"{path} can't be read as WAVE: {error}.") from error


def _lines(pair: Pair, words: Sequence[Span]) -> Iterator[Line]:
    translations: dict[tuple[int, int], str] = {}
    if pair.translation:
        translations = {(cue.start, cue.end): cue.text for cue in read(pair.translation).document.cues}
    at = 0
    for cue in read(pair.subtitles).document.cues:
        first = at
        while at < len(words) and words[at].start < cue.end:
            at += 1
        yield Line(cue.start, cue.end, cue.text, translations.get((cue.start, cue.end), ""), tuple(words[first:at]))


def _events(path: Path, phonemes: Phonemes) -> tuple[tuple[Span, ...], NDArray[np.int32]]:
    words: list[Span] = []
    spoken: list[tuple[int, int, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        start, end, kind, text = line.split("\t")
        if kind == "word":
            words.append(Span(int(start), int(end), text))
        elif kind == "phoneme":
            spoken.append((int(start), int(end), phonemes.number(text)))
    return tuple(words), np.array(sorted(spoken), np.int32).reshape(-1, 3)


def count(recordings: Sequence[Recording]) -> Counter[str]:
    """Count the lines of every language."""
    return Counter({r.language or "": 0 for r in recordings}) + Counter(
        r.language or "" for r in recordings for _ in r.lines
    )
