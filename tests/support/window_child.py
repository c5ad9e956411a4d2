"""A window in a process of its own, worked by clicks and keys until it is killed: python -m tests.support.window_child.

It opens the sample, transcribes it and types into the first cue that arrives. On stdout it tells, as one JSON object a
line, each document that is safely on the disk.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer

from app.main import build, make_application
from app.main_window import MainWindow
from app.preferences import Preferences
from engine.paths import profiles_file, settings_file, unsaved_folder
from engine.subtitles.document import Document
from tests.support.hands import click_row, press, type_text
from tests.support.sample_job import ask_to_transcribe, at_first, open_sample

TYPED = " Typed by hand."


def own_folders(home: Path) -> dict[str, str]:
    """Return the environment by which all that Sotto keeps lies in one folder."""
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "SOTTO_MODELS": "",
    }


def tell_written(document: Document) -> None:
    """Tell a document that is on the disk."""
    cues = [[cue.id, cue.start, cue.end, cue.text, cue.origin] for cue in document.cues]
    os.write(1, json.dumps(cues).encode() + b"\n")


def type_into_first(window: MainWindow) -> None:
    click_row(window.panels.table.view, 0)
    press("Return", window.panels.table.view)
    press("Ctrl+End", window.panels.editor.text)
    type_text(TYPED, window.panels.editor.text)


def main() -> int:
    application = make_application([sys.argv[0]])
    layout = QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat)
    window = build(Preferences(settings_file(), profiles_file()), unsaved_folder(), layout)
    window.show()
    window.begin(())
    window.parts.recovery.written.connect(tell_written)
    at_first(window.parts.transcription.heard, lambda: type_into_first(window))

    def work() -> None:
        open_sample(window)
        ask_to_transcribe(window)

    QTimer.singleShot(0, window, work)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
