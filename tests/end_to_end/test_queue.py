"""Two films in the queue, the real engine, the embedded model: each becomes a project while another is edited."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from app.dialogs.several import SeveralDialog
from app.main_window import MainWindow
from engine.subtitles.formats import read
from tests.support.demo import NAME, SAMPLE
from tests.support.hands import PATIENCE, answering, button, click, click_row, press, type_text, wait_until
from tests.support.queue_child import hear_quickly
from tests.support.sample_job import assert_heard, facts
from tests.support.synthetic import needs_embedded

MakeWindow = Callable[..., MainWindow]
pytestmark = needs_embedded
TYPED = "Typed while the queue was heard."


def test_films_are_heard_one_after_another_while_another_document_is_edited(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    films = [tmp_path / "first.mp4", tmp_path / "second.mp4"]
    for film in films:
        shutil.copy(SAMPLE / f"{NAME}.mp4", film)
    window = make_window()
    batch = window.parts.batch
    hear_quickly(window)
    window.open([SAMPLE / f"{NAME}.vtt"])

    def answer(dialog: SeveralDialog) -> None:
        click(dialog.srt)
        click(button(dialog, "Transcribe"))

    with answering(SeveralDialog, answer):
        window.open(films)
    wait_until(lambda: batch.progress is not None, "the first film's turn")
    click_row(window.panels.table.view, 0)
    press("Return", window.panels.table.view)
    press("Ctrl+A", window.panels.editor.text)
    type_text(TYPED, window.panels.editor.text)
    wait_until(lambda: not batch.queue.waits, "the end of the queue", 2 * PATIENCE)
    assert [entry.state for entry in batch.queue.entries] == ["done", "done"]
    assert window.parts.session.document.cues[0].text == TYPED

    row = window.panels.jobs.rows[batch.queue.entries[1].key]
    with answering(QMessageBox, lambda save: click(button(save, "Discard"))):
        click(row.open)
    wait_until(lambda: window.parts.recovery.path == films[1].with_suffix(".sotto"), "the second document")
    assert window.parts.film.path == films[1]
    heard = window.parts.session.document.cues
    assert_heard(heard)
    for film in films:  # one film under two names is heard the same twice
        written = read(film.with_suffix(".srt")).document.cues
        assert [(start, end, text) for start, end, text, _ in facts(written)] == [
            (cue.start, cue.end, cue.text) for cue in heard
        ]
