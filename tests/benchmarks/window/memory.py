"""Does the window grow? Its memory before and after as many edits as two hours of quick work hold: 7,200, one a second.

python -m tests.benchmarks.window.memory EDITS [trace]     # trace: tells by which lines what was added is held
"""

import gc
import sys
import time
import tracemalloc

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from app.main_window import MainWindow
from engine.subtitles.edits import delete, insert_after, set_end, split_at_text, verify
from tests.benchmarks.window.figures import Figure, tell
from tests.benchmarks.window.stage import let_rest, memory, window_of_its_own
from tests.support.many_cues import subtitles

_CUES = 1_500  # of two hours
_WARM = 600  # edits by which everything has been used once
_GOAL = 5.0


def main(edits: int, *, trace: bool) -> None:
    with window_of_its_own() as (window, own):
        window.begin((subtitles(own / "talk.srt", _CUES),))
        let_rest(window)
        _edit(window, 0, min(_WARM, edits // 4))
        first = _held(window)
        if trace:
            tracemalloc.start(4)
            before = tracemalloc.take_snapshot()
        began, cpu = time.perf_counter(), time.process_time()
        _edit(window, _WARM, edits)
        clock, cpu = time.perf_counter() - began, time.process_time() - cpu
        last = _held(window)
        kept = len(window.parts.session.history.past)
        each = f"{1000 * clock / edits:.1f} ms an edit ({1000 * cpu / edits:.1f})"
        usual = f"from {first:.1f} MB to {last:.1f}, {kept:,} undo steps kept; {each}"
        grown, profile = 100 * (last / first - 1), _held_by(before) if trace else ()
        tell(Figure(f"memory after {edits:,} edits", _GOAL, "% more", grown, None, usual, profile))


def _held_by(before: tracemalloc.Snapshot) -> tuple[str, ...]:
    """Return by which lines what is new is held."""
    found = tracemalloc.take_snapshot().compare_to(before, "traceback")[:9]
    return tuple(
        f"{each.size_diff / 2**20:+.1f} MB: {' < '.join(map(_place, reversed(each.traceback)))}" for each in found
    )


def _place(line: tracemalloc.Frame) -> str:
    return f"{line.filename[-40:]}:{line.lineno}"


def _edit(window: MainWindow, begin: int, count: int) -> None:
    """Do what somebody does all day: type, verify, move an end, split, insert and delete, undo and redo, scroll."""
    session, model, editor = window.parts.session, window.panels.model, window.panels.editor.text
    window.activateWindow()
    editor.setFocus()
    for number in range(begin, begin + count):
        row = number * 7 % (model.rowCount() - 1)
        kind = number % 12
        if kind == 0:
            session.select((model.cue_at(row).id,))
        cue = session.current or model.cue_at(row)
        if kind < 6:
            QTest.keyClick(editor, "tiehw "[kind])
        elif kind == 6:
            QTest.keyClick(editor, Qt.Key.Key_Backspace)
        elif kind == 7:
            session.apply(set_end(cue.id, cue.end - 10 if cue.end - cue.start > 500 else cue.end + 400))
        elif kind == 8:
            session.apply(verify((cue.id,)))
        elif kind == 9:
            session.apply(
                split_at_text(cue.id, max(len(cue.text) // 2, 1)) if len(cue.text) > 12 else insert_after(cue.id)
            )
        elif kind == 10:
            session.apply(delete((session.selected[-1],)))
        else:
            session.undo()
            session.redo()
        QCoreApplication.processEvents()


def _held(window: MainWindow) -> float:
    """Return what the process holds in MB when the window rests."""
    let_rest(window, 1_000)
    gc.collect()
    return memory("VmRSS")


if __name__ == "__main__":
    main(int(sys.argv[1]), trace="trace" in sys.argv)
