"""The dialogs of the window, each as it is asked on the sample."""

from dataclasses import replace

from documents import spoken, subtitles
from stage import SAMPLE, Stage

from app.dialogs import recovered
from engine.subtitles.edits import set_text

_CHANGED = 1_764_058_440  # an afternoon of November 2025

_ASKED = {
    "listen.transcribe": "dialog-transcribe",
    "file.export": "dialog-export",
    "edit.go_to": "dialog-go-to",
    "edit.preferences": "dialog-preferences",
    "time.shift": "dialog-shift-times",
    "time.stretch": "dialog-stretch-times",
    "help.palette": "dialog-commands",
    "help.media": "dialog-media-information",
    "help.about": "dialog-about",
    "file.close": "dialog-save",
}


def dialogs(stage: Stage) -> None:
    """Every question that the window asks."""
    path = stage.films / "interview.vtt"
    path.write_text(subtitles(spoken(SAMPLE)), "utf-8")
    window = stage.window()
    stage.open(window, path)
    session = window.parts.session
    saved = session.document
    session.select([cue.id for cue in saved.cues[2:5]])
    session.apply(set_text(saved.cues[3].id, "We had to clean\nthe old ship."))
    session.apply(set_text(saved.cues[7].id, "How great!"))
    for action, name in _ASKED.items():
        stage.take_dialog(name, lambda action=action: window.commands.run(action))
    left = recovered.Recovered("interview.vtt", _CHANGED, 2, session.document, saved)
    stage.take_dialog("dialog-recovered", lambda: recovered.ask(window, [left, replace(left, name="", saved=None)]))
