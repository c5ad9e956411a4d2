"""How long the waveform takes, in processor time: 3 h of sound, painting at any zoom, scrolling over 200,000 cues.

QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.painting       # half a minute
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from app.widgets.cue_times import CueTimes
from app.widgets.waveform import WaveformView
from engine.audio.pcm import SAMPLE, Pcm
from engine.audio.peaks import Peaks, fine_columns, open_peaks, write_peaks
from engine.audio.spectrogram import spectrogram_tile
from engine.progress import Cancel
from engine.subtitles.document import Cue, Document

HOURS = 3
MANY = 200_000
ZOOMS = (("all", HOURS * 3_600_000), ("30 min", 1_800_000), ("2 min", 120_000), ("12 s", 12_000), ("1 s", 1_000))


class Sound:
    """Three hours of noise as loud as speech, in waves of two seconds."""

    def __init__(self, peaks: Peaks, pcm: Pcm) -> None:
        self._peaks, self._pcm = peaks, pcm

    @property
    def duration(self) -> int:
        return self._peaks.duration

    def columns(self, start: float, end: float, count: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
        if (end - start) / count < 10:
            return fine_columns(self._pcm, start, end, count)
        return self._peaks.columns(start, end, count)


def measured(work: Callable[[], object], times: int = 15) -> float:
    """Return the median of some runs, in ms of the processor: other programs don't count."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - begin))
    return statistics.median(taken)


def row(name: str, milliseconds: float, goal: float) -> None:
    verdict = "" if milliseconds < goal else "missed"
    print(f"| {name} | {milliseconds:,.2f} ms | < {goal:g} ms | {verdict} |", flush=True)


def noise(path: Path) -> Pcm:
    random = np.random.default_rng(1)
    minute = random.normal(0, 2500, 60 * 16_000) * np.abs(np.sin(np.arange(60 * 16_000) * np.pi / 32_000))
    with path.open("wb") as file:
        for _ in range(60 * HOURS):
            file.write(minute.astype(SAMPLE).tobytes())
    return Pcm(path, path.stat().st_size // 2)


def document(count: int, apart: int = 2_000) -> Document:
    text = "Some words of a cue\nand some more of them"
    return Document(tuple(Cue(n, n * apart, n * apart + apart - 200, text) for n in range(1, count + 1)))


def view_of(sound: Sound, cues: Document, width: int) -> WaveformView:
    view = WaveformView()
    view.resize(width, 200)
    view.set_sound(sound)
    view.set_cues(CueTimes.of(cues))
    view.set_speech([(start, start + 1_500) for start in range(0, sound.duration, 2_500)])
    view.set_levels(dict.fromkeys(range(1, len(cues.cues), 7), "problem"))
    view.set_selected({3})
    view.show()
    QApplication.processEvents()  # from now on repaint paints
    return view


def repainted(view: WaveformView) -> None:
    view.set_gain(view.scene.gain)  # makes the ground stale
    view.repaint()


def zooms(view: WaveformView) -> None:
    for name, span in ZOOMS:
        view.zoom_to(600_000 if span < 1_000_000 else 0, span + (600_000 if span < 1_000_000 else 0))
        row(f"paint {view.width()} x 200, {name} in view", measured(lambda: repainted(view)), 5)
    row("move the playhead only", measured(lambda: (view.set_playhead(601_000, playing=False), view.repaint())), 5)


def spectrogram(view: WaveformView, pcm: Pcm) -> None:
    for number in range(60, 90):
        view.set_tile(number, spectrogram_tile(pcm, number))
    view.show_spectrogram(True)
    for name, span in (("12 s", 12_000), ("2 min", 120_000), ("5 min", 300_000)):
        view.zoom_to(600_000, 600_000 + span)
        row(f"paint the spectrogram, {name} in view", measured(lambda: repainted(view)), 5)
    row("a tile of 10 s, in a thread", measured(lambda: spectrogram_tile(pcm, 50), 5), 50)


def many_cues(sound: Sound) -> None:
    cues = document(MANY)
    row(f"index {MANY:,} cues", measured(lambda: CueTimes.of(cues), 3), 500)
    times = CueTimes.of(cues)
    changed = list(cues.cues)
    changed[MANY // 2] = replace(changed[MANY // 2], text="another text")
    after = replace(cues, cues=tuple(changed))
    row("follow an edit of one of them", measured(lambda: times.after(after), 9), 16)
    row("which are shown at a time", measured(lambda: times.at(100_000_000)), 1)
    view = view_of(sound, cues, 1366)
    view.zoom_to(3_000_000, 3_030_000)
    row("scroll a step, 30 s in view", measured(lambda: (view.scroll_by(130), view.repaint())), 16)
    view.zoom_to(3_000_000, 3_600_000)
    row("scroll a step, 10 min in view", measured(lambda: (view.scroll_by(130), view.repaint())), 16)
    view.zoom_to_all()
    row("paint all of them", measured(lambda: repainted(view)), 16)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    application.setStyle("Fusion")
    print("| what | took | goal | |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        pcm = noise(Path(folder) / "sound.pcm")
        peaks_path = Path(folder) / "sound.peaks"
        row("peaks of 3 h, written by the engine", measured(lambda: write_peaks(pcm, peaks_path, Cancel()), 1), 500)
        row("open them", measured(lambda: open_peaks(peaks_path)), 5)
        sound = Sound(open_peaks(peaks_path), pcm)
        for name, span in ZOOMS:
            begin = 600_000 if span < 1_000_000 else 0
            row(f"2,000 columns of {name}", measured(lambda a=begin, s=span: sound.columns(a, a + s, 2_000)), 5)  # type: ignore[misc]
        view = view_of(sound, document(3_600, 3_000), 2_000)
        zooms(view)
        spectrogram(view, pcm)
        many_cues(sound)


if __name__ == "__main__":
    main()
