"""A recording to learn from: its sound, and what is said in it, when."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.training.examples import WINDOW_MS, Line
from engine.whisper.mel import SAMPLE_RATE, Samples

SAMPLES_PER_MS = SAMPLE_RATE // 1000
NO_PHONEMES: NDArray[np.int32] = np.zeros((0, 3), np.int32)


@dataclass(frozen=True, slots=True)
class Recording:
    """A stretch of sound at 16 kHz, `start` to `end` ms of it, and its lines in order.

    All that is said in the stretch is in its lines; `language` is None where nobody speaks. `phonemes` (n, 3) are start
    and end in ms and the number of the phoneme, for made sound; empty where not known.
    """

    name: str
    sound: Samples
    language: str | None
    lines: tuple[Line, ...]
    start: int
    end: int
    phonemes: NDArray[np.int32]


def split(recordings: list[Recording], every: int, length: int = WINDOW_MS) -> tuple[list[Recording], list[Recording]]:
    """Cut recordings into pieces of about `length` ms, whole lines each; keep every so many-th apart.

    Returns what to train on, neighbouring pieces joined again, and what is held out. The last of very few is held out.
    """
    pieces = [piece for recording in recordings for piece in _pieces(recording, length)]
    chosen = set(range(every - 1, len(pieces), every)) or {len(pieces) - 1}
    held = [piece for index, piece in enumerate(pieces) if index in chosen]
    trained: list[Recording] = []
    for index, piece in enumerate(pieces):
        if index in chosen:
            continue
        if trained and index - 1 not in chosen and trained[-1].name == piece.name and trained[-1].end == piece.start:
            trained[-1] = replace(trained[-1], lines=trained[-1].lines + piece.lines, end=piece.end)
        else:
            trained.append(piece)
    return trained, held


def _pieces(recording: Recording, length: int) -> list[Recording]:
    pieces: list[Recording] = []
    start, first = recording.start, 0
    for at, line in enumerate(recording.lines):
        after = recording.lines[at + 1] if at + 1 < len(recording.lines) else None
        if after is None or after.end - start > length:
            end = recording.end if after is None else (line.end + after.start) // 2
            pieces.append(replace(recording, lines=recording.lines[first : at + 1], start=start, end=end))
            start, first = end, at + 1
    return pieces or [recording]
