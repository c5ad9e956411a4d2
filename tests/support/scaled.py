"""Shows the window and every dialog on a large screen at a scale: python -m tests.support.scaled PERCENT [POINTS].

It tells, a line each, which texts of buttons are cut off, in dialogs those of labels, too, and what doesn't fit the
screen. PERCENT is what the desktop scales everything by, POINTS the size of text that was chosen in the preferences.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
_SCREEN = (3840, 2160)
_PATIENCE = 300  # s


def told_at(percent: int, points: int = 0, *, reverse: bool = False, pictures: Path | None = None) -> list[str]:
    """Return what is wrong at a scale, in a process of its own, for Qt scales once; `reverse` runs from right to left,
    pictures go to a folder."""
    with tempfile.TemporaryDirectory() as folder:
        screens = Path(folder) / "screens.json"
        screen = {"name": "large", "x": 0, "y": 0, "width": _SCREEN[0], "height": _SCREEN[1], "dpr": 1}
        screens.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}), "utf-8")
        own = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "QT_XCB_GL_INTEGRATION": "none"}
        own |= {"QT_SCALE_FACTOR": str(percent / 100), "OMP_NUM_THREADS": "1"}
        program = [sys.executable, "-m", "tests.support.scaled", "--show", folder, str(points), str(pictures or "")]
        program += ["-reverse"] if reverse else []  # one of Qt's own options
        ran = subprocess.run(
            program, cwd=PROJECT, env=os.environ | own, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    if ran.returncode != 0:
        raise RuntimeError(ran.stderr[-3_000:])
    return ran.stdout.splitlines()


def show(folder: Path, points: int, pictures: str) -> None:
    """Show everything, and print what is wrong."""
    from PySide6.QtCore import QSettings
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from app.look.theme import Theme
    from app.main import build, fit, make_application
    from app.preferences import Preferences
    from engine.settings import Look
    from tests.support.cut_off import cut_off
    from tests.support.dialogs import dialogs
    from tests.support.focus_order import out_of_order

    application = make_application(["sotto", *sys.argv[5:]])
    theme = Theme(application, Look(scheme="light", text_size=points))
    engine = (sys.executable, "-m", "tests.support.fake_engine", "count", "3")
    preferences = Preferences(folder / "settings.toml", folder / "profiles.toml")
    unsaved = folder / "unsaved"
    unsaved.mkdir(mode=0o700)
    layout = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = build(preferences, unsaved, layout, engine)
    fit(window)

    def look_at(name: str, shown: QWidget) -> None:
        shown.show()
        QTest.qWait(200)
        room = shown.screen().availableSize()
        if shown.width() > room.width() or shown.height() > room.height():
            print(f"{name}: {shown.width()}x{shown.height()} on a screen of {room.width()}x{room.height()}")
        labels_too = shown is not window  # there some give way on purpose
        order = out_of_order(shown) if shown is not window else []
        for step in order:
            print(f"{name}: Tab goes back: {step}")
        for text in cut_off(shown) if labels_too else cut_off(shown, (QAbstractButton,)):
            print(f"{name}: cut off: {text!r}")
        if pictures:
            shown.grab().save(str(Path(pictures) / f"{name.replace(' ', '-')}.png"))

    look_at("start page", window)
    window.open([PROJECT / "resources" / "sample" / "interview.vtt"])
    window.commands.run("edit.replace")
    look_at("window", window)
    window.dock("problems").raise_()
    look_at("problems", window)
    for name, make in dialogs("Åse").items():
        dialog = make()
        dialog.show()
        dialog.activateWindow()
        look_at(name, dialog)
        dialog.close()
    assert theme is not None
    sys.stdout.flush()
    os._exit(0)  # nothing is to be saved


def main() -> int:
    """Print what is wrong at a scale; 1 if anything is."""
    wrong = told_at(int(sys.argv[1]), *map(int, sys.argv[2:3]))
    print("\n".join(wrong) or "Nothing is cut off, and everything fits.")
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1] == "--show":
        show(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    sys.exit(main())
