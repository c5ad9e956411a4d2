"""A window is killed while it hears the second of three films: the next start offers the rest, and no word is lost."""

import json
import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from app.main_window import MainWindow
from engine.paths import unsaved_folder
from engine.subtitles.document import Cue
from engine.subtitles.open_document import open_document
from tests.support.demo import NAME, SAMPLE
from tests.support.engine_child import PROJECT, environment, gone
from tests.support.hands import PATIENCE, answering, choose, wait_until
from tests.support.sample_job import facts
from tests.support.seams import strays
from tests.support.synthetic import needs_embedded
from tests.support.window_child import own_folders

MakeWindow = Callable[..., MainWindow]
pytestmark = needs_embedded


def on_disk(film: Path) -> tuple[tuple[Cue, ...], bool]:
    """Return the cues of a film's project, and whether more of it is to be heard. It may be open elsewhere."""
    opened = open_document(film.with_suffix(".sotto"), film.parent)
    found = opened.history.document.cues, bool(opened.fact("unfinished"))
    opened.close()
    return found


def killed_in_second(films: list[Path], home: Path) -> tuple[Cue, ...]:
    """Let a window of its own hear films, kill it when cues of the second are on the disk, and return these."""
    mark, kept = uuid.uuid4().hex, ()
    own = {**environment(home, mark), **own_folders(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.support.queue_child", *map(str, films)]
    with (
        (home / "log").open("wb") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, cwd=PROJECT, env=own) as window,
    ):
        assert window.stdout is not None
        for line in window.stdout:
            if json.loads(line)[1] == "hearing" and films[1].with_suffix(".sotto").is_file():
                kept, _ = on_disk(films[1])
            if kept:
                break
        os.kill(window.pid, signal.SIGKILL)
    assert kept, (home / "log").read_text()[-2000:]
    assert gone(mark), "a process of the killed window is left"
    return kept


def test_a_killed_queue_goes_on_after_the_restart_and_no_film_loses_or_repeats_a_word(
    make_window: MakeWindow, home: Path
) -> None:
    films = [home / "films" / f"{name}.mp4" for name in ("first", "second", "third")]
    films[0].parent.mkdir()
    for film in films:
        shutil.copy(SAMPLE / f"{NAME}.mp4", film)
    told = killed_in_second(films, home)
    whole, is_left = on_disk(films[0])
    assert not is_left
    before, is_left = on_disk(films[1])
    assert is_left
    assert facts(before)[: len(told)] == facts(told)
    assert not films[2].with_suffix(".sotto").exists()
    first = films[0].with_suffix(".sotto").read_bytes()

    window, asked = make_window(), list[str]()
    with answering(QMessageBox, choose("Go on", asked)):
        QTimer.singleShot(0, window, lambda: window.begin(()))
    assert asked == ["Films that an earlier run of Sotto was to transcribe and has not finished: 2."]
    batch = window.parts.batch
    wait_until(lambda: not batch.queue.waits, "the end of the queue", 2 * PATIENCE)
    assert [(Path(entry.film).name, entry.state) for entry in batch.queue.entries] == [
        ("second.mp4", "done"),
        ("third.mp4", "done"),
    ]
    assert sorted(path.name for path in films[0].parent.iterdir()) == sorted(
        name for film in films for name in (film.name, film.with_suffix(".sotto").name)
    )
    assert list(unsaved_folder().glob("queue-*.json")) == []
    assert films[0].with_suffix(".sotto").read_bytes() == first, "it was heard to its end before"
    (second, second_left), (third, third_left) = on_disk(films[1]), on_disk(films[2])
    assert (second_left, third_left) == (False, False)
    assert facts(second)[: len(before)] == facts(before)
    assert len(second) > len(before)
    assert strays(*([cue.text for cue in cues] for cues in (before, second, whole))) == []
    assert facts(third) == facts(whole)
