"""The scenes: what is opened and done for each picture of the window."""

from dataclasses import replace
from pathlib import Path

from documents import in_arabic, spoken, subtitles, with_problems
from stage import SAMPLE, Stage

from app.main_window import MainWindow
from engine.settings import Look, Settings
from engine.subtitles.document import Document
from engine.subtitles.edits import set_text, set_translation, verify

_RECENT = tuple(Path("/films") / name for name in ("harbour/interview.vtt", "harbour/interview.mp4", "talk.sotto"))


def start(stage: Stage) -> None:
    """The page that is there while nothing is open."""
    stage.take("start", stage.window(replace(Settings(), recent=_RECENT)))


def transcribing(stage: Stage) -> None:
    """The embedded model hears ten minutes, and somebody reads the first cues."""
    window = stage.window()
    stage.open(window, stage.repeated("harbour.mp4", 10))
    session = window.parts.session
    window.groups.listening.start_as_usual()
    stage.wait(lambda: len(session.document.cues) > 16, "nothing was heard")
    session.select((session.document.cues[4].id,))
    window.parts.player.seek(session.document.cues[4].start + 600)
    stage.take("transcribing", window)
    if window.parts.transcription.state != "running":
        raise RuntimeError("all was heard before the picture was taken: give it a longer film")
    window.commands.run("listen.cancel")
    stage.wait(lambda: window.parts.transcription.state == "idle", "it did not stop")


def editing(stage: Stage) -> None:
    """The sample with its true subtitles, in three dresses, its spectrogram, search and two languages."""
    window = _opened(stage, translated=True)
    for scheme in ("light", "dark", "high-contrast"):
        stage.dress(scheme)
        stage.take(f"editing-{scheme}", window)
    stage.dress("light")
    window.commands.run("view.spectrogram")
    stage.settle(3_000)
    stage.take("spectrogram", window)
    window.commands.run("view.spectrogram")
    window.commands.run("edit.replace")
    stage.settle()
    window.panels.find_bar.wanted.setText("ship")
    stage.take("find-and-replace", window)
    window.panels.find_bar.close_bar()
    window.panels.table.show_column("translation", shown=True)
    cues = window.parts.session.document.cues
    window.parts.session.select((cues[12].id,))
    window.parts.player.seek(cues[12].start + 300)
    stage.take("translation", window)


def problems(stage: Stage) -> None:
    """What the checks find, and why it matters."""
    path = stage.films / "problems.vtt"
    path.write_text(subtitles(with_problems(spoken(SAMPLE))), "utf-8")
    window = stage.window(replace(Settings(), profile="netflix-en"))
    stage.open(window, path, stage.films / "interview.mp4")
    stage.wait(lambda: window.panels.problems.problems, "no problem was found")
    window.dock("problems").raise_()
    window.commands.run("cue.next_problem")
    stage.take("problems", window)
    window.panels.problems.preview_all()
    stage.take("problems-fixes", window)


def arabic(stage: Stage) -> None:
    """Text that runs from right to left."""
    cues = in_arabic(spoken(SAMPLE))
    path = stage.films / "arabic.vtt"
    path.write_text(subtitles(cues), "utf-8")
    window = stage.window()
    stage.open(window, path, stage.films / "interview.mp4")
    session = window.parts.session
    for cue, told in zip(session.document.cues, cues, strict=True):
        session.apply(set_translation(cue.id, told.translation))
    window.panels.table.show_column("translation", shown=True)
    _stand_on(window, 8)
    stage.take("arabic", window)


def norwegian(stage: Stage) -> None:
    """The window in another language than English."""
    stage.speak("nb")
    window = _opened(stage, translated=True)
    stage.take("norwegian", window)
    stage.take_dialog("norwegian-transcribe", lambda: window.commands.run("listen.transcribe"))


def large_text(stage: Stage) -> None:
    """Text twice as large as usual."""
    window = _opened(stage, replace(Settings(), look=Look(scheme="light", text_size=18)))
    stage.take("large-text", window)


def scaled(stage: Stage) -> None:
    """A screen with twice as many dots, on which QT_SCALE_FACTOR is 2."""
    stage.take("scaled-200", _opened(stage))


def _opened(stage: Stage, settings: Settings | None = None, *, translated: bool = False) -> MainWindow:
    """Return a window on the sample and its true subtitles, some work done."""
    cues = spoken(SAMPLE)
    path = stage.films / "interview.vtt"
    path.write_text(subtitles(cues), "utf-8")
    window = stage.window(settings)
    stage.open(window, path)
    session = window.parts.session
    document: Document = session.document
    for cue, told in zip(document.cues, cues, strict=True) if translated else ():
        if told.translation != told.text:
            session.apply(set_translation(cue.id, told.translation))
    session.apply(verify([cue.id for cue in document.cues[:4]]))
    session.apply(set_text(document.cues[5].id, "Tell me more about\nyour interesting discovery."))
    _stand_on(window, 5)
    return window


def _stand_on(window: MainWindow, row: int) -> None:
    cue = window.parts.session.document.cues[row]
    window.parts.session.select((cue.id,))
    window.parts.player.seek(cue.start + 600)
