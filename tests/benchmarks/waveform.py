"""How long three hours of sound take to be drawn: python -m tests.benchmarks.waveform prints a table, half a minute."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np

from engine.audio.pcm import SAMPLE_RATE, Pcm
from engine.audio.peaks import fine_columns, open_peaks, write_peaks
from engine.audio.spectrogram import spectrogram_tile
from engine.audio.speech import find_speech
from engine.progress import Cancel
from tests.support.work import finish

HOURS = 3
VIEWS = (HOURS * 3_600_000, 600_000, 30_000, 3_000)  # ms
PIXELS = 2_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        pcm = _noise(Path(folder) / "sound.pcm")
        file = Path(folder) / "sound.peaks"
        print("| what | ms | of the processor, ms | goal, ms |\n|---|---|---|---|")
        _row(f"waveform of {HOURS} h", 3, 500, lambda: write_peaks(pcm, file, Cancel()))
        peaks = open_peaks(file)
        for view in VIEWS:
            _row(f"{PIXELS} columns of {view / 1000:g} s", 50, 5, lambda view=view: peaks.columns(0, view, PIXELS))  # type: ignore[misc]
        _row(f"{PIXELS} columns of 3 s, exact", 50, 5, lambda: fine_columns(pcm, 0, 3_000, PIXELS))
        _row("spectrogram of 60 s", 5, None, lambda: [spectrogram_tile(pcm, tile) for tile in range(6)])
        hour = Pcm(pcm.path, 3_600 * SAMPLE_RATE)
        _row("speech in an hour", 1, None, lambda: finish(find_speech(hour, Cancel())))


def _noise(path: Path) -> Pcm:
    samples = np.random.default_rng(0).integers(-9_000, 9_000, HOURS * 3_600 * SAMPLE_RATE, np.int16)
    samples.tofile(path)
    return Pcm(path, len(samples))


def _row(what: str, times: int, goal: int | None, work: Callable[[], object]) -> None:
    took = []
    for _ in range(times):
        began, cpu = time.perf_counter(), time.process_time()
        work()
        took.append(((time.perf_counter() - began) * 1000, (time.process_time() - cpu) * 1000))
    wall, busy = (median(column) for column in zip(*took, strict=True))
    print(f"| {what} | {wall:.1f} | {busy:.1f} | {goal or '-'} |", flush=True)


if __name__ == "__main__":
    main()
