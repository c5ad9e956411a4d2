"""The waveform of a sound: its lowest and highest sample in every 10 ms, in every 40 ms and so on, in one file.

The file is "SOTTOPK1", the number of samples (64 bits), then level after level of pairs of 16 bits, all little-endian.
A window maps it into memory and reads as many columns as it has pixels, from the level that fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.audio.parts import write_private
from engine.audio.pcm import SAMPLE, SAMPLES_PER_MS, Pcm
from engine.progress import Cancel

BASE_MS = 10
FACTOR = 4
LEVELS = 6  # the last holds a pair for every 10.24 s

_MAGIC = b"SOTTOPK1"
_HEADER_BYTES = len(_MAGIC) + 8
_BASE = BASE_MS * SAMPLES_PER_MS
_AT_ONCE = 60_000 * SAMPLES_PER_MS  # samples
Pairs = NDArray[np.int16]  # (bins, 2): lowest and highest


@dataclass(frozen=True, slots=True)
class Peaks:
    """`levels[n]` holds a pair for every BASE_MS * FACTOR**n ms of sound."""

    samples: int
    levels: tuple[Pairs, ...]

    @property
    def duration(self) -> int:
        return self.samples // SAMPLES_PER_MS

    def columns(self, start: float, end: float, count: int) -> Pairs:
        """Return the lowest and highest sample of each of `count` equal parts of [start, end) ms: (count, 2).

        Parts outside the sound are 0. Below BASE_MS a part takes that of the 10 ms it lies in; `fine_columns` is exact.
        """
        width = (end - start) / count
        level = next((n for n in reversed(range(LEVELS)) if BASE_MS * FACTOR**n <= width), 0)
        bins = self.levels[level]
        edges = (start + width * np.arange(count + 1)) / (BASE_MS * FACTOR**level)
        return _parts(bins[:, 0], bins[:, 1], np.floor(edges).astype(np.int64))


def fine_columns(pcm: Pcm, start: float, end: float, count: int) -> Pairs:
    """Return what `Peaks.columns` does from the samples themselves, for a view of some seconds."""
    first = int(start * SAMPLES_PER_MS)
    edges = np.floor((start + (end - start) / count * np.arange(count + 1)) * SAMPLES_PER_MS).astype(np.int64)
    begin = max(first, 0)
    samples = (pcm.read(first, int(edges[-1]) + 1) * 32768).astype(np.int16)
    return _parts(samples, samples, edges - begin)


def _parts(lowest: NDArray[np.int16], highest: NDArray[np.int16], edges: NDArray[np.int64]) -> Pairs:
    """Reduce the bins between neighbouring edges, at least one for each; edges may lie outside."""
    columns = np.zeros((len(edges) - 1, 2), np.int16)
    ends = np.maximum(edges[1:], edges[:-1] + 1)
    inside = np.flatnonzero((edges[:-1] < len(lowest)) & (ends > 0))
    if len(inside):
        begins = np.maximum(edges[inside], 0)
        held = slice(int(begins[0]), int(min(ends[inside[-1]], len(lowest))))
        columns[inside, 0] = np.minimum.reduceat(lowest[held], begins - held.start)
        columns[inside, 1] = np.maximum.reduceat(highest[held], begins - held.start)
    return columns


def write_peaks(pcm: Pcm, path: Path, cancel: Cancel) -> None:
    """Write the waveform of `pcm`, private and whole. Raises Cancelled and EngineError("disk")."""
    levels = [np.concatenate([np.zeros((0, 2), np.int16), *_base_pairs(pcm, cancel)])]
    while len(levels) < LEVELS:
        levels.append(_next_level(levels[-1]))
    header = _MAGIC + pcm.samples.to_bytes(8, "little")
    write_private(path, [header, *(np.ascontiguousarray(level, SAMPLE).tobytes() for level in levels)])


def _base_pairs(pcm: Pcm, cancel: Cancel) -> Iterator[Pairs]:
    mapped = np.memmap(pcm.path, SAMPLE, "r", shape=(pcm.samples,)) if pcm.samples else np.zeros(0, SAMPLE)
    for start in range(0, pcm.samples, _AT_ONCE):
        cancel.check()
        part = np.asarray(mapped[start : start + _AT_ONCE])
        yield _pairs(part, part, _BASE)


def _next_level(pairs: Pairs) -> Pairs:
    return _pairs(pairs[:, 0], pairs[:, 1], FACTOR)


def _pairs(lowest: NDArray[np.int16], highest: NDArray[np.int16], size: int) -> Pairs:
    """Reduce every `size` values to a pair; the last one may stand for fewer."""
    whole = len(lowest) // size * size
    pairs = np.empty((-(-len(lowest) // size), 2), np.int16)
    pairs[: whole // size, 0] = lowest[:whole].reshape(-1, size).min(axis=1)
    pairs[: whole // size, 1] = highest[:whole].reshape(-1, size).max(axis=1)
    if whole < len(lowest):
        pairs[-1] = lowest[whole:].min(), highest[whole:].max()
    return pairs


def open_peaks(path: Path) -> Peaks:
    """Map what `write_peaks` wrote. Raises ValueError for another file, FileNotFoundError and its kin."""
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    samples = int.from_bytes(header[len(_MAGIC) :], "little")
    sizes = [-(-samples // (_BASE * FACTOR**level)) for level in range(LEVELS)]
    if not header.startswith(_MAGIC) or path.stat().st_size != _HEADER_BYTES + 4 * sum(sizes):
        raise ValueError("no waveform of this version")
    if not samples:
        return Peaks(0, tuple(np.zeros((0, 2), np.int16) for _ in sizes))
    pairs = np.memmap(path, SAMPLE, "r", offset=_HEADER_BYTES, shape=(sum(sizes), 2))
    ends = np.cumsum(sizes)
    return Peaks(samples, tuple(pairs[end - size : end] for size, end in zip(sizes, ends, strict=True)))
