"""The job that Sotto is for, with the sample and the embedded model: steps done by hand, and what must come of it."""

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, SignalInstance

from app.dialogs.transcribe.dialog import TranscribeDialog
from app.main_window import MainWindow
from engine.paths import embedded_models
from engine.subtitles.document import Cue
from engine.subtitles.formats import read
from tests.support.demo import NAME, SAMPLE, side_by_side, word_errors
from tests.support.hands import answering, button, click, press, type_text, wait_until

MODEL = embedded_models() / "sotto-mini"
_STRAYS = 0.15  # one short film may be further from right than the many that the card tells of
_MOST = 0.75  # where fewer words are right than this leaves, nothing was heard


def open_sample(window: MainWindow) -> None:
    """Open the sample from the start page, and wait until its sound is there."""
    click(window.panels.start_page.sample_button)
    wait_until(lambda: window.parts.film.ready is not None and window.parts.film.sound, "the sound of the sample")
    wait_until(lambda: not window.parts.film.preparing, "the end of its preparation")


def ask_to_transcribe(window: MainWindow) -> None:
    """Ask for a transcription through the dialog."""
    with answering(TranscribeDialog, answer_quickly):
        press("Ctrl+T", window)


def answer_quickly(dialog: TranscribeDialog) -> None:
    """Answer how to hear the sample: two languages are spoken, and one try is enough."""
    click(dialog.more.button)
    press("Home", dialog.more.fields["multilingual"])  # True, the first of two
    for name, text in (("beam_size", "1"), ("temperature", "0")):
        press("Ctrl+A", dialog.more.fields[name])
        type_text(text, dialog.more.fields[name])
    assert dialog.refused == ""
    click(button(dialog, "Transcribe"))


def at_first(signal: SignalInstance, do: Callable[[], object]) -> None:
    """Do something when a signal comes for the first time, as soon as the window has done what it does then."""
    came: list[bool] = []

    def once(*_: object) -> None:
        if not came:
            came.append(True)
            QTimer.singleShot(0, do)

    signal.connect(once)


def engine_pids() -> list[int]:
    """Return the engine processes that this one has started, the latest last."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(stat[1]) == os.getpid() and b"engine.worker" in (folder / "cmdline").read_bytes():
                found.append((int(stat[19]), int(folder.name)))
        except OSError:
            continue  # it ended while we looked
    return [pid for _, pid in sorted(found)]


def wait_for_end(window: MainWindow) -> None:
    wait_until(lambda: window.parts.transcription.state == "idle", "the end of the transcription")


def assert_heard(cues: tuple[Cue, ...]) -> None:
    """Hold cues against what is truly said in the sample: as right as the model's card tells, and where it is said."""
    true, english = (read(SAMPLE / f"{NAME}{suffix}").document.cues for suffix in (".vtt", ".en.vtt"))
    in_english = [said.text == told.text for said, told in zip(true, english, strict=True)]
    rate = word_errors(side_by_side(true, cues, in_english)).rate
    assert rate is not None
    assert rate <= allowed_rate()
    assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)
    assert cues[0].start < true[1].end
    assert cues[-1].end > true[-2].start


def allowed_rate() -> float:
    """Return the word error rate that the model's own card tells of all its recordings, and some more."""
    card = (MODEL / "README.md").read_text(encoding="utf-8")
    told = re.search(r"^\| All \| [\d,]+ \| [\d,]+ \| ([\d.]+)", card, re.MULTILINE)
    return min(float(told[1]) / 100 + _STRAYS, _MOST) if told else _MOST


def facts(cues: Sequence[Cue]) -> list[tuple[int, int, str, str]]:
    """Return of every cue when it is shown, what it says and whose it is: short enough to be shown if it is wrong."""
    return [(cue.start, cue.end, cue.text, cue.speaker) for cue in cues]
