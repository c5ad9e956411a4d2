"""Someone works in the window while a real engine hears a long film: does the event loop ever stop for 50 ms?

python -m tests.benchmarks.window.busy MINUTES
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow
from app.transcription import Order
from engine.paths import embedded_models, resources
from engine.protocol import Wishes
from tests.benchmarks.window.figures import Figure, tell
from tests.benchmarks.window.stage import let_work, window_of_its_own
from tests.benchmarks.window.watchdog import GAP, Watchdog
from tests.support.clips import ffmpeg
from tests.support.command_line import PROJECT

_FILM = 60  # minutes
_STEP = 60  # ms between two deeds of somebody very quick
_FIRST = 5  # cues that are there before somebody begins


def main(minutes: float) -> None:
    with window_of_its_own() as (window, own):
        film = _long_film(own / "long.mp4")
        window.begin((film,))
        let_work(lambda: window.parts.film.ready is not None and bool(window.parts.film.sound), 300)
        window.parts.transcription.start(
            Order(str(film), str(embedded_models() / "sotto-mini"), window.profile, language="en", wishes=Wishes(beam_size=1, temperature=(0.0,)))
        )
        let_work(lambda: len(window.parts.session.document.cues) >= _FIRST, 300)
        _watched(window, minutes)
        window.parts.transcription.close()
        window.parts.film.close()


def _long_film(file: Path) -> Path:
    """Write the sample so often that the engine has enough to hear."""
    sample = resources() / "sample" / "interview.mp4"
    ffmpeg("-stream_loop", str(_FILM - 1), "-i", sample, "-c", "copy", file)
    return file


def _watched(window: MainWindow, minutes: float) -> None:
    session, before = window.parts.session, len(window.parts.session.document.cues)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.window.watchdog"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT,
    ) as idle:
        watchdog, deeds, end = Watchdog(window), _deeds(window), time.monotonic() + 60 * minutes
        hand = QTimer(window, interval=_STEP)
        hand.timeout.connect(lambda: next(deeds)())
        cpu = time.process_time()
        watchdog.start()
        hand.start()
        let_work(lambda: time.monotonic() > end, 60 * minutes + 120)
        hand.stop()
        gaps = watchdog.stop()
        busy = (time.process_time() - cpu) / (60 * minutes)
        assert idle.stdin is not None
        told = json.loads(idle.communicate("\n")[0])
    heard, load = len(session.document.cues) - before, os.getloadavg()[0]
    tell(Figure(
        f"while the engine hears: the longest gap of the event loop in {minutes:g} min",
        GAP, "ms", gaps.longest, gaps.longest_own,
        f"{gaps.over} over 50 ms, in {gaps.over_own} of them the window itself worked so long; "
        f"{gaps.ticks} ticks, {heard} cues heard, {len(session.history.past)} steps; the window took {100 * busy:.0f} % of a processor, load {load:.1f}",
        tuple(f"{place}" for place, _ in sorted(gaps.places.items(), key=lambda item: -float(item[0].split()[0]))[:12]),
    ))
    tell(Figure("... of a loop beside it that does nothing: what is the machine's own", None, "ms", told["longest"], None, f"{told['over']} over 50 ms"))


def _deeds(window: MainWindow) -> Iterator[object]:
    """Yield, without an end, what a person does next: types, scrolls, seeks, drags, zooms, plays a little."""
    panels, parts = window.panels, window.parts
    table, wave, editor = panels.table.view, panels.waveform.view, panels.editor.text
    window.activateWindow()
    rows = cycle((0, 3, 1, 4, 2))
    while True:
        row = next(rows)
        yield lambda row=row: _go_to(window, row)
        yield editor.setFocus
        yield lambda: QTest.keyClick(editor, Qt.Key.Key_End)
        for letter in " typed by hand":
            yield lambda letter=letter: QTest.keyClick(editor, letter)
        for _ in range(14):
            yield lambda: QTest.keyClick(editor, Qt.Key.Key_Backspace)
        for down in (True, True, True, False, False, False):
            yield lambda down=down: _wheel(table.viewport(), down)
        for place in (0.2, 0.7, 0.4):
            yield lambda place=place: parts.player.seek(int(place * 60_000))
            yield lambda place=place: QTest.mouseClick(wave, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(place * wave.width()), wave.height() - 30))
        yield lambda row=row: _go_to(window, row)
        yield from _drag(window)
        for zoom in (wave.zoom_out, wave.zoom_out, wave.zoom_in, wave.zoom_in, wave.zoom_to_all, panels.waveform.show_selection):
            yield zoom
        yield parts.player.toggle
        for _ in range(20):
            yield lambda: _wheel(table.viewport(), True)
        yield parts.player.pause


def _go_to(window: MainWindow, row: int) -> None:
    window.parts.session.select((window.panels.model.cue_at(row).id,))


def _drag(window: MainWindow) -> Iterator[object]:
    """Draw the end of the current cue a little earlier, and back."""
    wave, session = window.panels.waveform.view, window.parts.session
    for way in (-12, 12):
        cue = session.current
        if cue is None:
            return
        x, y = round(wave.scene.scale.x(cue.end)), wave.height() // 2
        yield lambda x=x: QTest.mousePress(wave, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y))
        for step in range(1, 5):
            yield lambda x=x, way=way, step=step: QTest.mouseMove(wave, QPoint(x + way * step // 4, y))
        yield lambda x=x, way=way: QTest.mouseRelease(wave, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x + way, y))


def _wheel(widget: object, down: bool) -> None:
    place = QPointF(20, 20)
    turned = QPoint(0, -120 if down else 120)
    QApplication.sendEvent(widget, QWheelEvent(place, place, QPoint(), turned, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False))


if __name__ == "__main__":
    main(float(sys.argv[1]))
