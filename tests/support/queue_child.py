"""A window in a process of its own that hears films one after another until it is killed.

python -m tests.support.queue_child FILM... drops the films into the window and answers its question. On stdout it tells
the states of the queue's films, as one JSON list a line, whenever the queue or its progress is another.
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer

from app.dialogs.several import SeveralDialog
from app.main import build, make_application
from app.main_window import MainWindow
from app.preferences import Preferences
from engine.paths import profiles_file, settings_file, unsaved_folder
from tests.support.hands import answering, button, click

QUICK = (("beam_size", "1"), ("multilingual", "True"), ("temperature", "0"))  # as in sample_job


def hear_quickly(window: MainWindow) -> None:
    """Let films be heard as the sample wants it: two languages, and one try is enough."""
    preferences = window.parts.preferences
    hearing = replace(preferences.settings.hearing, options=QUICK)
    preferences.change(replace(preferences.settings, hearing=hearing))


def main() -> int:
    application = make_application([sys.argv[0]])
    layout = QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat)
    window = build(Preferences(settings_file(), profiles_file()), unsaved_folder(), layout)
    window.show()
    hear_quickly(window)
    batch = window.parts.batch

    def tell() -> None:
        os.write(1, json.dumps([entry.state for entry in batch.queue.entries]).encode() + b"\n")

    def work() -> None:
        with answering(SeveralDialog, lambda dialog: click(button(dialog, "Transcribe"))):
            window.open([Path(name) for name in sys.argv[1:]])

    batch.changed.connect(tell)
    QTimer.singleShot(0, window, work)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
