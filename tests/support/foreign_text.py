"""Shows hostile text in every place of the window and counts what is opened: python -m tests.support.foreign_text.

The text names a picture by its path and relative to the folder, a style sheet, a link and a share of another machine.
strace sees which files the process names to the system meanwhile, and whom it calls. Nothing but Qt's own widgets,
which are there to show that the watch sees, may open anything. Exits with 1 if something else does.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.support.window_child import own_folders

PROJECT = Path(__file__).parent.parent.parent
CANARY = "canary-7f3a"
_TRACED = ("strace", "-f", "-qq", "--seccomp-bpf", "-s", "4096", "-e", "trace=%file,connect", "-e", "signal=none")
_MARK = re.compile(r'"/foreign-text/(-?\d+)"')
_NAMED = re.compile(rf'"([^"]*{CANARY}(?:\.png|\.css|/share[^"]*))"')
_CALLED = re.compile(r"connect\(\d+, \{sa_family=AF_INET")
_PATIENCE = 120  # s


@dataclass(frozen=True, slots=True)
class Shown:
    """A place, as what it shows the text, how many files it named to the system, how many connections it tried."""

    place: str
    shown_as: str
    files: int
    connections: int
    control: bool


def hostile(folder: Path) -> str:
    """Return a text that is full of things to open."""
    return (
        f'<img src="{CANARY}.png"><img src="file://{folder}/{CANARY}.png"><img src="//{CANARY}/share/a.png">'
        f'<link rel="stylesheet" href="file://{folder}/{CANARY}.css"><a href="http://{CANARY}.example/">here</a>'
        f'<style>body {{ background: url("file://{folder}/{CANARY}.png") }}</style><b>bold</b> & more'
    )


def missing() -> str:
    """Return why it can't be watched here, "" if it can."""
    if shutil.which("strace") is None:
        return "strace is missing"
    tried = subprocess.run([*_TRACED, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "this process may not be traced"


def watch() -> list[Shown]:
    """Return what every place opened. Raises RuntimeError if the places could not all be shown."""
    with tempfile.TemporaryDirectory() as folder:
        log, told = Path(folder) / "log", Path(folder) / "told"
        own = {"QT_QPA_PLATFORM": "offscreen", "QT_XCB_GL_INTEGRATION": "none", "QT_ACCESSIBILITY": "1"}
        own |= own_folders(Path(folder)) | {"OMP_NUM_THREADS": "1"}
        ran = subprocess.run(
            [*_TRACED, "-o", str(log), sys.executable, "-m", "tests.support.foreign_text", "--show", folder],
            cwd=PROJECT,
            env=os.environ | own,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        if ran.returncode != 0:
            raise RuntimeError(ran.stderr[-3_000:])
        files, connections = counted(log.read_text("utf-8", "replace").splitlines())
        rows = [line.split("\t") for line in told.read_text("utf-8").splitlines()]
    return [
        Shown(place, shown_as, files[number], connections[number], control == "control")
        for number, (place, shown_as, control) in enumerate(rows)
    ]


def counted(lines: list[str]) -> tuple[Counter[int], Counter[int]]:
    """Return how many files, and connections to machines, stand behind each mark of a trace."""
    named, connections, now = set[tuple[int, str]](), Counter[int](), -1
    for line in lines:
        if found := _MARK.search(line):
            now = int(found[1])
        elif found := _NAMED.search(line):
            named.add((now, found[1]))
        elif _CALLED.search(line):
            connections[now] += 1
    return Counter(mark for mark, _ in named), connections


def mark(number: int) -> None:
    """Leave a mark in what is traced: a file that can't be."""
    os.access(f"/foreign-text/{number}", os.F_OK)


def table(rows: list[Shown]) -> str:
    """Return the rows as a table for people."""
    lines = [f"{'where':30} {'what shows':34} {'opened':>6} {'calls':>6}"]
    lines += [f"{row.place:30} {row.shown_as:34} {row.files:6} {row.connections:6}" for row in rows]
    return "\n".join(lines)


def show_all(folder: Path) -> None:
    """Show the text everywhere, with a mark before each place; in the process that is traced."""
    from PySide6.QtCore import QSettings, QTimer

    from app.main import build, make_application
    from app.preferences import Preferences
    from tests.support.foreign_places import places

    application = make_application(["sotto"])
    named = folder / "films" / f"<img src={CANARY}.png> &amp; <b>.srt"
    here = folder / "here"
    for made in (named.parent, here):
        made.mkdir()
    text = hostile(here)  # nothing of it is there, so that no list of files names it
    cues = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n\n" for n in range(1, 5))
    named.write_text(cues, "utf-8")
    preferences = Preferences(folder / "settings.toml", folder / "profiles.toml")
    layout = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    engine = (sys.executable, "-m", "tests.support.fake_engine", "count", "3")
    (folder / "unsaved").mkdir(mode=0o700)
    window = build(preferences, folder / "unsaved", layout, engine)
    os.chdir(here)

    def work() -> None:
        window.open([named])
        with (folder / "told").open("w", encoding="utf-8", buffering=1) as told:
            for number, place in enumerate(places(window, text, named)):
                told.write(f"{place.name}\t{place.shown_as}\t{'control' if place.control else ''}\n")
                mark(number)
                place.show()
                window.grab()
            mark(-1)
        application.exit(0)

    sys.excepthook = _end_with
    window.show()
    QTimer.singleShot(0, work)
    application.exec()
    os._exit(0)  # what is not saved needs no question


def _end_with(kind: type[BaseException], bug: BaseException, trace: object) -> None:
    sys.__excepthook__(kind, bug, trace)  # type: ignore[arg-type]
    os._exit(1)


def main() -> int:
    """Print the table; 1 if anything but the controls opened anything, or the controls did not."""
    if why := missing():
        print(why, file=sys.stderr)
        return 1
    rows = watch()
    print(table(rows))
    ours, controls = [row for row in rows if not row.control], [row for row in rows if row.control]
    bad = [row for row in ours if row.files or row.connections]
    print(f"{len(ours)} places: {sum(row.files for row in ours)} files, {sum(row.connections for row in ours)} calls")
    return 1 if bad or not all(row.files for row in controls) else 0


if __name__ == "__main__":
    if "--show" in sys.argv:
        show_all(Path(sys.argv[-1]))
    sys.exit(main())
