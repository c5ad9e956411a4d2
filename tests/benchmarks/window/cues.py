"""Documents of 3,000 and of 200,000 cues in the window: opened, scrolled, edited, typed into.

Each is measured from the click or key to the end of the paint that shows it, with everything that the window does in
between, the commit to the disk, too, where it is made in between.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtTest import QTest

from app.main_window import MainWindow
from engine.subtitles.edits import set_end, set_text, split_at_text
from tests.benchmarks.window.figures import Figure, Taken, measure, tell
from tests.benchmarks.window.stage import Painted, let_rest, let_work, memory, window_of_its_own
from tests.support.many_cues import subtitles

_KEYS = "the quick brown fox jumps over the lazy dog, "


def main(count: int) -> None:
    with window_of_its_own() as (window, own):
        file = subtitles(own / "big.srt", count)
        _opened(window, file, count)
        let_rest(window)
        _sync_time(own)
        if count > 10_000:
            _scrolled(window, count)
        _edited(window, count)
        _typed(window, count)
        tell(Figure(f"{count:,} cues: memory at most", None, "MB", memory("VmHWM")))


def _opened(window: MainWindow, file: Path, count: int) -> None:
    view = Painted(window.panels.table.view.viewport())
    goal = 3000.0 if count > 10_000 else None
    measure(f"{count:,} cues: opened and painted", goal, lambda: view.after(lambda: window.begin((file,))), 1)
    assert window.panels.model.rowCount() == count


def _sync_time(folder: Path) -> None:
    """Tell how the disk is: what is waited for it is in no processor's time."""
    taken = []
    with (folder / "probe").open("wb") as file:
        for _ in range(50):
            began = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            taken.append(1000 * (time.perf_counter() - began))
    usual = f"median {median(taken):.1f}; a commit has four"
    tell(Figure("the disk: a write of 4 KB with fsync", None, "ms", sorted(taken)[47], None, usual))


def _scrolled(window: MainWindow, count: int) -> None:
    table, wave = window.panels.table.view, window.panels.waveform.view
    painted = Painted(table.viewport())
    bar = table.verticalScrollBar()
    steps = iter(range(10, count, 37))
    measure(
        f"{count:,} cues: a scroll step of the table", 16, lambda: painted.after(lambda: bar.setValue(next(steps))), 100
    )
    places = iter([place * count // 50 for place in range(1, 50)] * 3)
    measure(f"{count:,} cues: a jump in the table", 16, lambda: painted.after(lambda: bar.setValue(next(places))), 40)
    in_wave = Painted(wave)
    wave.zoom_to(3_000_000, 3_060_000)
    measure(
        f"{count:,} cues: a scroll step of the waveform", 16, lambda: in_wave.after(lambda: wave.scroll_by(90)), 100
    )


def _edited(window: MainWindow, count: int) -> None:
    session, table = window.parts.session, window.panels.table.view
    painted = Painted(table.viewport())
    rows = iter(range(20, count, max(count // 200, 1)))

    def go() -> None:
        """Choose the next cue, unmeasured, and let the window rest from that."""
        row = next(rows)
        session.select((window.panels.model.cue_at(row).id,))
        _settle(window)

    def edit(change: Callable[[int], object]) -> Callable[[], Taken]:
        return lambda: painted.after(lambda: change(session.selected[-1]))

    numbers = iter(range(10**6))
    retext = edit(lambda cue: session.apply(set_text(cue, f"Another text {next(numbers)}")))
    go()
    measure(f"{count:,} cues: the first edit", 16, retext, 1)
    measure(f"{count:,} cues: an edit of a text", 16, retext, 40, before=go)
    measure(
        f"{count:,} cues: an end moved",
        16,
        edit(lambda cue: session.apply(set_end(cue, session.cue(cue).end - 40))),
        20,
        before=go,
    )  # type: ignore[union-attr]
    measure(f"{count:,} cues: a cue split", 16, edit(lambda cue: session.apply(split_at_text(cue, 8))), 20, before=go)
    measure(f"{count:,} cues: undo", 16, edit(lambda _: session.undo()), 20, before=lambda: _settle(window))


def _typed(window: MainWindow, count: int) -> None:
    session, editor = window.parts.session, window.panels.editor.text
    painted = Painted(editor.viewport())
    keys = iter(_KEYS * 20)
    session.select((window.panels.model.cue_at(count * 2 // 3).id,))
    window.activateWindow()
    editor.setFocus()
    _settle(window)
    first = iter(range(10**6))

    def next_cue() -> None:
        _settle(window)
        if next(first) % 20 == 19:  # another cue now and then: its first key begins a step
            session.select((window.panels.model.cue_at(count * 2 // 3 - next(first)).id,))
            _settle(window)

    def key() -> Taken:
        return painted.after(lambda: QTest.keyClick(editor, next(keys)))

    measure(f"{count:,} cues: a keystroke in the editor", 16, key, 200, before=next_cue)


def _settle(window: MainWindow) -> None:
    """Let everything happen that follows from what was done: it is written, and a moment passes."""
    end, recovery = time.monotonic() + 0.02, window.parts.recovery
    let_work(lambda: time.monotonic() > end and not recovery.writing)


if __name__ == "__main__":
    main(int(sys.argv[1]))
