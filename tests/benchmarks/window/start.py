"""A process that starts the window as `sotto edit` does and tells when it could be used: clock, processor, memory.

python -m tests.benchmarks.window.start BEGAN FOLDER      # BEGAN: time.monotonic() of whoever started this process
"""

import json
import os
import runpy
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

BEGAN, FOLDER = float(sys.argv[1]), sys.argv[2]
for kind in ("CONFIG", "DATA", "CACHE"):
    os.environ[f"XDG_{kind}_HOME"] = f"{FOLDER}/{kind.lower()}"

HEAVY = ("torch", "tiktoken", "safetensors", "silero_vad", "scipy", "jiwer", "ffmpeg", "docx", "ttconv")
HEAVY_ROOMS = (
    "engine.whisper",
    "engine.training",
    "engine.evaluation",
    "engine.pipeline",
    "engine.jobs",
    "engine.audio.voice",
)


class Start(QObject):
    """Waits for the first paint of a window, then until its event loop has nothing more to do."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() is QEvent.Type.Paint and watched.objectName() == "main":
            application = QApplication.instance()
            assert application is not None
            application.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._tell))
        return False

    def _tell(self) -> None:
        clock, cpu = time.monotonic() - BEGAN, time.process_time()
        status = Path("/proc/self/status").read_text().split()
        loaded = [name for name in sys.modules if name in (*HEAVY, *HEAVY_ROOMS)]
        memory = int(status[status.index("VmHWM:") + 1]) / 1024
        print(json.dumps({"clock": clock, "cpu": cpu, "mib": memory, "loaded": loaded}), flush=True)
        QApplication.quit()


def main() -> None:
    start, run = Start(), QApplication.exec

    def watched(application: QApplication) -> int:
        application.installEventFilter(start)
        return run()

    QApplication.exec = watched
    sys.argv = ["app", *sys.argv[3:]]
    runpy.run_module("app", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
