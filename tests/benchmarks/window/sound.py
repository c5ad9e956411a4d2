"""Three hours of sound: how soon the waveform stands, any zoom painted, the spectrogram painted."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.main import make_application
from app.models.film_sound import FilmSound
from app.widgets.waveform import WaveformView
from engine.audio.pcm import Pcm
from engine.audio.peaks import open_peaks, write_peaks
from engine.audio.spectrogram import spectrogram_tile
from engine.progress import Cancel
from tests.benchmarks.painting import ZOOMS, document, noise, repainted, view_of
from tests.benchmarks.window.figures import measure, timed

_TIMES = 40
_SPANS = (("12 s", 12_000), ("2 min", 120_000), ("5 min", 300_000))


def main() -> None:
    application = make_application([""])
    application.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as folder:
        pcm, peaks = noise(Path(folder) / "sound.pcm"), Path(folder) / "sound.peaks"
        measure("3 h: the worker's file of peaks", 500, timed(lambda: write_peaks(pcm, peaks, Cancel())), 3)
        measure("3 h: from that file to a painted waveform", 500, timed(lambda: _first(pcm, peaks)), 5)
        view = view_of(FilmSound(open_peaks(peaks), pcm), document(3_600, 3_000), 2_000)
        for name, span in ZOOMS:
            begin = 600_000 if span < 1_000_000 else 0
            view.zoom_to(begin, begin + span)
            measure(f"2,000 x 200 pixels, {name} in view: painted", 5, timed(lambda: repainted(view)), _TIMES)
        _spectrogram(view, pcm)


def _first(pcm: Pcm, peaks: Path) -> None:
    """Do what the panel does when the engine tells that the peaks are there."""
    sound = FilmSound(open_peaks(peaks), pcm)
    view = WaveformView()
    view.resize(2_000, 200)
    view.set_sound(sound)
    view.set_gain(sound.gain())
    view.zoom_to_all()
    view.show()
    QApplication.processEvents()
    view.deleteLater()


def _spectrogram(view: WaveformView, pcm: Pcm) -> None:
    for number in range(60, 91):
        view.set_tile(number, spectrogram_tile(pcm, number))
    view.show_spectrogram(True)
    for name, span in _SPANS:
        view.zoom_to(600_000, 600_000 + span)
        measure(f"spectrogram, {name} in view: painted", 5, timed(lambda: repainted(view)), _TIMES)
        view.zoom_to(600_000, 600_000 + span)
        measure(
            f"spectrogram, {name} in view: scrolled by 40 pixels and painted",
            None,
            timed(lambda: (view.scroll_by(40), view.repaint())),
            _TIMES,
        )


if __name__ == "__main__":
    main()
