"""Cues with wrong texts are heard again in the window: real engine, embedded model, three sentences of the sample."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from app.dialogs.heard_again import HeardAgainDialog
from app.dialogs.transcribe.dialog import TranscribeDialog
from app.main_window import MainWindow
from engine.subtitles.formats import read
from tests.support.demo import SAMPLE, side_by_side, word_errors
from tests.support.hands import answering, click, click_row, press, wait_until
from tests.support.sample_job import allowed_rate, answer_quickly, facts
from tests.support.synthetic import needs_embedded

MakeWindow = Callable[..., MainWindow]
WRONG = """WEBVTT

00:04.000 --> 00:06.185
<v Sofia>My name is Sofia and this is Erik.

00:06.885 --> 00:09.532
<v Erik>Honest lies, my grand piano bought a sheep.

00:09.982 --> 00:11.512
<v Erik>The sheep was small.

00:11.962 --> 00:13.684
<v Erik>We had to clean the old ship.

00:14.134 --> 00:16.255
<v Erik>We found a box and the old map.
"""


@needs_embedded
def test_three_cues_are_heard_again_compared_and_taken_by_keys(make_window: MakeWindow, tmp_path: Path) -> None:
    film, subtitles = tmp_path / "talk.mp4", tmp_path / "talk.vtt"
    shutil.copy(SAMPLE / "interview.mp4", film)
    subtitles.write_text(WRONG, encoding="utf-8")
    window = make_window()
    window.begin((subtitles,))
    parts = window.parts
    wait_until(lambda: parts.film.ready is not None and not parts.film.preparing, "the sound of the film")
    before = parts.session.document.cues
    click_row(window.panels.table.view, 1)
    click_row(window.panels.table.view, 3, keys=Qt.KeyboardModifier.ShiftModifier)

    def compare(dialog: HeardAgainDialog) -> None:
        wait_until(dialog.isEnabled, "the end of its deafness")
        assert set(dialog.answer) == {"old"}, "what a file says is a person's"
        press("Ctrl+A", dialog.view)
        press("Space", dialog.view)
        assert set(dialog.answer) == {"new"}
        press("Return", dialog.view)

    with answering(HeardAgainDialog, compare), answering(TranscribeDialog, answer_quickly):
        window.commands.run("listen.again")
    after = parts.session.document.cues
    heard = after[1:-1]
    true = read(SAMPLE / "interview.vtt").document.cues[1:4]
    rate = word_errors(side_by_side(true, heard, [True] * len(true))).rate
    assert rate is not None
    assert rate <= allowed_rate()
    assert {cue.speaker for cue in heard} == {"Erik"}
    assert facts((after[0], after[-1])) == facts((before[0], before[-1]))
    assert heard[0].start >= before[0].end
    assert heard[-1].end <= before[-1].start
    click(window.panels.table.view)
    press("Ctrl+Z", window.panels.table.view)
    assert facts(parts.session.document.cues) == facts(before)
