"""The whole job in the window, by clicks and keys: real engine processes, the embedded model, the sample."""

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QTabBar

from app.dialogs.export import ExportDialog
from app.main_window import MainWindow
from engine.subtitles.document import Cue, Document
from engine.subtitles.formats import read
from engine.subtitles.markup import plain_text
from tests.support.hands import (
    answering,
    button,
    choose,
    click,
    click_row,
    drag,
    enter_name,
    press,
    type_text,
    wait_until,
)
from tests.support.sample_job import (
    ask_to_transcribe,
    assert_heard,
    at_first,
    engine_pids,
    facts,
    open_sample,
    wait_for_end,
)
from tests.support.synthetic import needs_embedded

MakeWindow = Callable[..., MainWindow]
LONG = "This line is so long that it has to be broken in two."
SHIFT = Qt.KeyboardModifier.ShiftModifier
RIGHT = "My name is Sofia and this is Erik."


def document(window: MainWindow) -> Document:
    return window.parts.session.document


def write_into_cue(window: MainWindow, row: int, text: str) -> None:
    """Go to a cue in the table, to its text by Enter, and write another text there."""
    click_row(window.panels.table.view, row)
    press("Return", window.panels.table.view)
    assert window.panels.editor.text.hasFocus()
    press("Ctrl+A", window.panels.editor.text)
    type_text(text, window.panels.editor.text)


def split(window: MainWindow) -> None:
    """Split a cue of several words behind its second."""
    row = next(row for row, cue in enumerate(document(window).cues) if len(cue.text.split()) > 3)
    before = document(window).cues
    click_row(window.panels.table.view, row)
    press("Return", window.panels.table.view)
    press("Ctrl+Home", window.panels.editor.text)
    press("Ctrl+Right", window.panels.editor.text)
    press("Ctrl+Right", window.panels.editor.text)
    press("Ctrl+Alt+V")
    after = document(window).cues
    first, second = after[row : row + 2]
    assert len(after) == len(before) + 1
    assert f"{first.text} {second.text}".split() == before[row].text.split()
    assert len(first.text.split()) == 2
    assert (first.start, second.end) == (before[row].start, before[row].end)


def merge(window: MainWindow) -> None:
    """Merge the second cue and the third, chosen by clicks."""
    before = document(window).cues
    click_row(window.panels.table.view, 1)
    click_row(window.panels.table.view, 2, keys=SHIFT)
    press("Ctrl+Shift+M", window.panels.table.view)
    after = document(window).cues
    assert len(after) == len(before) - 1
    assert after[1].text.split() == f"{before[1].text} {before[2].text}".split()
    assert (after[1].start, after[1].end) == (before[1].start, before[2].end)


def drag_end(window: MainWindow) -> None:
    """Draw the end of the last cue on the waveform to where it is a quarter shorter."""
    last = len(document(window).cues) - 1
    click_row(window.panels.table.view, last)
    before, view = document(window).cues[last], window.panels.waveform.view
    end, aim = (round(view.scene.scale.x(time)) for time in (before.end, before.end - (before.end - before.start) // 4))
    drag(view, QPoint(end, view.height() // 2), QPoint(aim, view.height() // 2))
    after = document(window).cues[last]
    assert after.start == before.start
    assert before.start < after.end < before.end


def name_speaker(window: MainWindow, row: int, name: str) -> None:
    click_row(window.panels.table.view, row)
    window.panels.editor.speaker.setFocus()
    press("Ctrl+A", window.panels.editor.speaker)
    type_text(name, window.panels.editor.speaker)
    press("Return", window.panels.editor.speaker)
    assert document(window).cues[row].speaker == name
    assert name in document(window).speakers


def translate_by_hand(window: MainWindow, row: int, text: str) -> None:
    click_row(window.panels.table.view, row)
    click(window.panels.editor.translation)
    type_text(text, window.panels.editor.translation)
    cue = document(window).cues[row]
    assert cue.translation == text
    assert cue.text != text


def differing(one: Document, other: Document) -> list[str]:
    """Return in which fields two documents differ; whole documents are too long to be shown beside each other."""
    names = [each.name for each in fields(Document) if each.compare]
    found = [name for name in names if getattr(one, name) != getattr(other, name)]
    assert bool(found) == (one != other)
    return found


def show_problems(window: MainWindow) -> None:
    """Click the tab of the problems, behind which the editor lies."""
    for bar in window.docks.findChildren(QTabBar):
        for tab in range(bar.count()):
            if bar.tabText(tab) == "Problems":
                click(bar, bar.tabRect(tab).center())
                assert window.panels.problems.view.isVisible()
                return
    raise AssertionError("no tab of the problems")


def fix_problem(window: MainWindow) -> None:
    """Write a line that is too long into the longest cue, go to the problem, and let it be fixed."""
    cues, panel = document(window).cues, window.panels.problems
    row = max(range(len(cues)), key=lambda row: cues[row].end - cues[row].start)
    write_into_cue(window, row, LONG)
    show_problems(window)
    wait_until(lambda: not panel.checks.busy, "the checks")
    for _ in range(len(panel.model.problems)):
        press("F8", window.panels.table.view)
        if panel.current is not None and panel.current.cue == cues[row].id and panel.fix.isEnabled():
            break
    click(panel.fix)
    fixed = document(window).cues[row].text
    assert fixed.split() == LONG.split()
    assert "\n" in fixed


def press_until_off(window: MainWindow, keys: str, action: str) -> int:
    """Press keys as long as their action can be done; return how often."""
    count = 0
    while window.commands.action(action).isEnabled():
        press(keys, window.panels.table.view)
        window.commands.update()
        count += 1
        assert count < 1_000
    return count


def export(window: MainWindow, kind: str, path: Path) -> None:
    """Export through the dialog: the format is chosen by its name, the file's is typed."""

    def answer(dialog: ExportDialog) -> None:
        type_text(kind, dialog.format)
        assert dialog.format.currentText().startswith(kind)
        wait_until(lambda: dialog.lost.count() > 0, "what the format does not keep")
        click(button(dialog, "Export"))

    with answering(ExportDialog, answer), answering(QFileDialog, enter_name(str(path))):
        press("Ctrl+E", window.panels.table.view)


def written(cues: Sequence[Cue]) -> list[tuple[int, int, str]]:
    return [(cue.start, cue.end, plain_text(cue.text)) for cue in cues]


@needs_embedded
def test_the_whole_job_from_the_film_to_subtitles_in_two_formats(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    transcription, history = window.parts.transcription, lambda: window.parts.session.history
    open_sample(window)
    empty = document(window)

    early: list[int] = []
    transcription.heard.connect(early.append)
    at_first(transcription.heard, lambda: write_into_cue(window, 0, RIGHT))
    ask_to_transcribe(window)
    wait_for_end(window)
    assert len(document(window).cues) == sum(early) > early[0]
    assert document(window).cues[0].text == RIGHT
    assert_heard(document(window).cues)

    split(window)
    merge(window)
    drag_end(window)
    name_speaker(window, 0, "Sofia")
    fix_problem(window)
    translate_by_hand(window, len(document(window).cues) - 1, "How important your story is!")

    whole = document(window)
    steps = press_until_off(window, "Ctrl+Z", "edit.undo")
    assert differing(document(window), empty) == []
    assert press_until_off(window, "Ctrl+Y", "edit.redo") == steps
    assert differing(document(window), whole) == []
    assert [step.label for step in history().past][:2] == ["Transcribe", "Change text"]

    for kind, name in (("SubRip", "job.srt"), ("WebVTT", "job.vtt")):
        export(window, kind, tmp_path / name)
    captions = read(tmp_path / "job.vtt").document.cues
    assert written(captions) == written(whole.cues)
    assert [cue.speaker for cue in captions] == [cue.speaker for cue in whole.cues]
    named = [replace(cue, text=f"{cue.speaker}: " * bool(cue.speaker) + cue.text) for cue in whole.cues]
    assert written(read(tmp_path / "job.srt").document.cues) == written(named)


@needs_embedded
def test_a_transcription_whose_engine_is_killed_keeps_what_arrived_and_goes_on_from_there(
    make_window: MakeWindow,
) -> None:
    window = make_window()
    open_sample(window)
    told: list[str] = []
    at_first(window.parts.transcription.heard, lambda: os.kill(engine_pids()[-1], signal.SIGKILL))
    arrived: list[tuple[Cue, ...]] = []

    def answer(box: QMessageBox) -> None:
        arrived.append(document(window).cues)
        choose("Resume", told)(box)

    with answering(QMessageBox, answer):
        ask_to_transcribe(window)
    wait_for_end(window)
    assert told[0].startswith("The transcription stopped at 0:")
    assert "try a smaller model" in told[0]
    kept = arrived[0]
    assert kept
    assert len(document(window).cues) > len(kept)
    assert facts(document(window).cues[: len(kept)]) == facts(kept)
    assert_heard(document(window).cues)
    press("Ctrl+Z", window.panels.table.view)
    assert facts(document(window).cues) == []
