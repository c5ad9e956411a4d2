"""Watches an event loop: how long it lets a timer wait, what it did meanwhile, and how long an idle one lets it wait.

python -m tests.benchmarks.window.watchdog     # a loop that does nothing, beside another one: until its stdin is closed
"""

import json
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer

GAP = 50  # ms
_TICK = 5  # ms
_NAMED = 12  # gaps
_LOOK = 0.01  # s between two looks of the thread that names what a long gap is spent in


@dataclass(slots=True)
class Gaps:
    """The longest gap, how many were over 50 ms, and in how many of these this process itself worked so long, in ms."""

    longest: float = 0.0
    over: int = 0
    longest_own: float = 0.0
    over_own: int = 0
    ticks: int = 0
    places: list[tuple[float, str]] = field(default_factory=list)

    def worst(self) -> tuple[str, ...]:
        """Return what the longest gaps were spent in."""
        return tuple(place for _, place in sorted(self.places, reverse=True)[:_NAMED])


class Watchdog(QObject):
    """Ticks every 5 ms; a gap is the time between two ticks, its own part what the loop's thread had of a processor."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps = Gaps()
        self._main = threading.get_ident()
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._ended = threading.Event()
        self._seen = ""
        self._looker = threading.Thread(target=self._look, daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()
        self._looker.start()

    def stop(self) -> Gaps:
        """End it, and return what was seen."""
        self._timer.stop()
        self._ended.set()
        self._looker.join()
        return self.gaps

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        gap, own = (1000 * (new - old) for new, old in zip(now, self._last, strict=True))
        self._last = now
        gaps, seen, self._seen = self.gaps, self._seen, ""
        gaps.ticks += 1
        gaps.longest, gaps.longest_own = max(gaps.longest, gap), max(gaps.longest_own, own)
        if gap > GAP:
            gaps.over += 1
            gaps.over_own += own > GAP
            gaps.places.append((gap, f"{gap:.0f} ms, {own:.0f} of the processor, in {seen or 'Qt'}"))

    def _look(self) -> None:
        """Note what the loop's thread does where it hasn't ticked for most of a gap."""
        while not self._ended.wait(_LOOK):
            if time.perf_counter() - self._last[0] > 0.8 * GAP / 1000 and not self._seen:
                frame = sys._current_frames().get(self._main)
                if frame is not None:
                    self._seen = " < ".join(_own_places(frame)[:3])


def _own_places(frame: FrameType) -> list[str]:
    """Return where in our own code a thread is, the innermost place first."""
    stack = [each for each in traceback.extract_stack(frame) if {"app", "engine"} & {*Path(each.filename).parts}]
    return [f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in reversed(stack)]


def main() -> None:
    application = QCoreApplication([])
    watchdog = Watchdog()
    watchdog.start()
    end = QSocketNotifier(0, QSocketNotifier.Type.Read)
    end.activated.connect(application.quit)
    application.exec()
    gaps = watchdog.stop()
    print(json.dumps({"longest": gaps.longest, "over": gaps.over, "own": gaps.over_own}), flush=True)


if __name__ == "__main__":
    main()
