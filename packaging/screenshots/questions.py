"""The dialogs of the window, each as it is asked on the sample."""

from collections.abc import Sequence
from dataclasses import replace

from documents import spoken, subtitles
from stage import SAMPLE, Stage

from app.dialogs import heard_again, recovered
from engine.subtitles.beside import beside
from engine.subtitles.document import Cue
from engine.subtitles.edits import set_text
from engine.subtitles.old_times import in_old_times
from engine.subtitles.profiles import find_profile

_CHANGED = 1_764_058_440  # an afternoon of November 2025

_ASKED = {
    "listen.transcribe": "dialog-transcribe",
    "listen.again": "dialog-transcribe-again",
    "listen.translate": "dialog-translate",
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


def _heard_again(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return cues as another model might hear them: a word otherwise, and two of them as one."""
    first, second, third, *others = (replace(cue, origin="machine") for cue in cues)
    text = first.text.replace("ship", "sheep")
    joined = replace(second, end=third.end, text=f"{second.text} {third.text}")
    return (replace(first, text=text), joined, *others)


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
    rows = in_old_times(
        beside(session.document.cues[1:6], _heard_again(saved.cues[1:6])), find_profile("subtitle-edit"), "en"
    )
    asked = heard_again.Asked(rows, ("",) * len(rows), window.parts.player.play_stretch)
    stage.take_dialog("dialog-heard-again", lambda: heard_again.ask(window, asked))
    left = recovered.Recovered("interview.vtt", _CHANGED, 2, session.document, saved)
    stage.take_dialog("dialog-recovered", lambda: recovered.ask(window, [left, replace(left, name="", saved=None)]))
