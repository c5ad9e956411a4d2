"""Someone works in the window while a real engine hears a long film: does the event loop ever stop for 50 ms?

python -m tests.benchmarks.window.busy MINUTES
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from app.main_window import MainWindow
from app.transcription import Order
from engine.paths import embedded_models, resources
from engine.protocol import Wishes
from tests.benchmarks.window.deeds import deeds
from tests.benchmarks.window.figures import Figure, tell
from tests.benchmarks.window.stage import let_work, window_of_its_own
from tests.benchmarks.window.watchdog import GAP, Watchdog
from tests.support.clips import ffmpeg
from tests.support.command_line import PROJECT

_FILM = 15  # minutes of film for each of the clock: more than the engine hears of it
_PATIENCE = 600  # s until the first cues are there, on a busy machine
_STEP = 60  # ms between two deeds of somebody very quick
_FIRST = 5  # cues that are there before somebody begins


def main(minutes: float) -> None:
    with window_of_its_own() as (window, own):
        film = _long_film(own / "long.mp4", int(_FILM * max(minutes, 1)))
        window.begin((film,))
        let_work(lambda: window.parts.film.ready is not None, _PATIENCE)
        window.parts.transcription.start(
            Order(
                str(film),
                str(embedded_models() / "sotto-mini"),
                window.profile,
                language="en",
                wishes=Wishes(beam_size=1, temperature=(0.0,)),
            )
        )
        let_work(lambda: len(window.parts.session.document.cues) >= _FIRST, _PATIENCE)
        _watched(window, minutes)
        window.parts.transcription.close()
        window.parts.film.close()


def _long_film(file: Path, times: int) -> Path:
    """Write the sample so often that the engine has enough to hear."""
    sample = resources() / "sample" / "interview.mp4"
    ffmpeg("-stream_loop", str(times - 1), "-i", sample, "-c", "copy", file)
    return file


def _watched(window: MainWindow, minutes: float) -> None:
    session, before = window.parts.session, len(window.parts.session.document.cues)
    with _idle_loop() as idle:
        watchdog, next_of, end = Watchdog(window), deeds(window), time.monotonic() + 60 * minutes
        hand = QTimer(window, interval=_STEP)
        hand.timeout.connect(lambda: next(next_of)())
        cpu = time.process_time()
        watchdog.start()
        hand.start()
        let_work(lambda: time.monotonic() > end, 60 * minutes + 120)
        hand.stop()
        gaps = watchdog.stop()
        busy = (time.process_time() - cpu) / (60 * minutes)
        told = json.loads(idle.communicate("\n")[0])
    heard = f"{len(session.document.cues) - before} cues heard, {len(session.history.past)} steps"
    usual = (
        f"{gaps.over} over {GAP} ms, in {gaps.over_own} of them the window itself worked so long; {gaps.ticks} ticks, "
        f"{heard}; the window took {100 * busy:.0f} % of a processor, load {os.getloadavg()[0]:.1f}"
    )
    what = f"beside the engine, {minutes:g} min: the longest gap of the event loop"
    tell(Figure(what, GAP, "ms", gaps.longest, gaps.longest_own, usual, gaps.worst()))
    what = "... of a loop beside it that does nothing: the machine's own"
    tell(Figure(what, None, "ms", told["longest"], None, f"{told['over']} over {GAP} ms"))


def _idle_loop() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.benchmarks.window.watchdog"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT)


if __name__ == "__main__":
    main(float(sys.argv[1]))
