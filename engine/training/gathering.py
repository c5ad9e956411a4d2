"""Pairs to recordings: sound decoded, subtitles read and sifted, and an account of what was left out."""

import wave
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.audio.decode import decode
from engine.audio.probe import probe
from engine.errors import EngineError
from engine.paths import shown
from engine.progress import Cancel, Progress
from engine.subtitles.formats import read
from engine.subtitles.markup import said
from engine.training.events import read_events
from engine.training.examples import Line, Span
from engine.training.pairs import Pair
from engine.training.recordings import NO_PHONEMES, Recording
from engine.training.sifting import Fault, sift
from engine.whisper.mel import SAMPLE_RATE, Samples

_HEADER = 44  # bytes before the samples of the plainest WAVE file


@dataclass(frozen=True, slots=True)
class Refused:
    """A pair that nothing is learned from, and why."""

    pair: Pair
    reason: str


@dataclass(frozen=True, slots=True)
class Gathered:
    recordings: tuple[Recording, ...]
    refused: tuple[Refused, ...]
    dropped: Counter[Fault]


@dataclass(slots=True)
class Phonemes:
    """The phonemes of made sound, numbered in the order in which they are met; 0 is silence."""

    numbers: dict[str, int] = field(default_factory=lambda: {"": 0})

    def number(self, name: str) -> int:
        return self.numbers.setdefault(name, len(self.numbers))


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


def gather(
    pairs: Sequence[Pair], ffmpeg: Path, folder: Path, phonemes: Phonemes, cancel: Cancel
) -> Generator[Progress, None, Gathered]:
    """Read all pairs, decoding sound into `folder`. Pairs with a fault are left out, never the reason of an end.

    Raises EngineError("disk") where the sound can't be kept, and Cancelled.
    """
    recordings: list[Recording] = []
    refused: list[Refused] = []
    dropped: Counter[Fault] = Counter()
    for pair in pairs:
        cancel.check()
        try:
            sound = yield from _sound(pair.media, ffmpeg, folder, cancel)
            marks, spoken = _events(pair.events, phonemes) if pair.events else (Marks(), NO_PHONEMES)
            sifted = sift(list(_lines(pair, marks)), len(sound) * 1000 // SAMPLE_RATE)
        except EngineError as error:
            if error.kind == "disk":
                raise
            refused.append(Refused(pair, str(error)))
            continue
        dropped += sifted.dropped
        if sifted.hopeless:
            refused.append(Refused(pair, _hopeless(pair, sifted.dropped)))
            continue
        recordings += [
            Recording(shown(pair.media), sound, pair.language, part.lines, part.start, part.end, spoken)
            for part in sifted.stretches
        ]
    return Gathered(tuple(recordings), tuple(refused), dropped)


def account(dropped: Counter[Fault]) -> str:
    """Say how many lines have which fault."""
    return ", ".join(f"{number} {fault}" for fault, number in dropped.most_common())


def _hopeless(pair: Pair, dropped: Counter[Fault]) -> str:
    if not dropped:
        return f"{shown(pair.subtitles)} holds no subtitles."
    return f"{shown(pair.subtitles)} doesn't fit its sound: lines {account(dropped)}."


def _sound(media: Path, ffmpeg: Path, folder: Path, cancel: Cancel) -> Generator[Progress, None, Samples]:
    if (plainest := _wave(media)) is not None:
        return plainest
    place = folder / f"{len(list(folder.iterdir())):05}"
    place.mkdir()
    decoded = yield from decode(probe(media, ffmpeg), ffmpeg, place, cancel=cancel)
    return decoded.pcms[0]


def _wave(path: Path) -> Wave | None:
    """Return the file if it needs no decoding."""
    try:
        with wave.open(str(path), "rb") as file:
            form = (file.getframerate(), file.getnchannels(), file.getsampwidth())
            whole = path.stat().st_size == _HEADER + 2 * file.getnframes()
            return Wave(path, file.getnframes()) if whole and form == (SAMPLE_RATE, 1, 2) else None
    except (OSError, wave.Error, EOFError):
        return None  # ffmpeg will say what it is


@dataclass(frozen=True, slots=True)
class Marks:
    """When words are heard, and in the order of the translation what its words stand for."""

    words: tuple[Span, ...] = ()
    translated: tuple[Span, ...] = ()


def _lines(pair: Pair, marks: Marks) -> Iterator[Line]:
    translations: dict[int, str] = {}
    if pair.translation:
        translations = {cue.start: _plain(cue.text) for cue in read(pair.translation).document.cues}
    cues = sorted(read(pair.subtitles).document.cues, key=lambda cue: cue.start)
    edges = [(cue.start, cue.end) for cue in cues]
    for cue, words, translated in zip(cues, _within(marks.words, edges), _within(marks.translated, edges), strict=True):
        yield Line(cue.start, cue.end, _plain(cue.text), translations.get(cue.start, ""), words, translated)


def _within(spans: Sequence[Span], edges: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, ...]]:
    """Yield for each stretch the spans that begin in it; both in the order of the recording."""
    at = 0
    for start, end in edges:
        while at < len(spans) and spans[at].start < start:
            at += 1
        first = at
        while at < len(spans) and spans[at].start < end:
            at += 1
        yield tuple(spans[first:at])


def _plain(text: str) -> str:
    """Return what is said, on one line, without markup."""
    return " ".join(said(text).split())


def _events(path: Path, phonemes: Phonemes) -> tuple[Marks, NDArray[np.int32]]:
    events = list(read_events(path))
    words, translated = (
        tuple(Span(event.start, event.end, event.text) for event in events if event.kind == kind)
        for kind in ("word", "translated")
    )
    spoken = [(event.start, event.end, phonemes.number(event.text)) for event in events if event.kind == "phoneme"]
    return Marks(words, translated), np.array(sorted(spoken), np.int32).reshape(-1, 3)
