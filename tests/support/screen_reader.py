"""Works the window as a screen reader does: python -m tests.support.screen_reader.

Under a screen of its own (Xvfb) and with an accessibility bus of its own, the real window is started on the sample as a
process. Its tree is walked, with that of every dialog that its menus open; Transcribe is pressed, and the status is
read until the end is told; then the first cue is read out of the table. Exits with 1 if anything of it can't be done.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from engine.paths import settings_file
from engine.settings import Hearing, Settings, write_settings
from tests.support.window_child import own_folders

if TYPE_CHECKING:
    from tests.support.at_spi import Accessible, Desktop

PROJECT = Path(__file__).parent.parent.parent
SAMPLE = PROJECT / "resources" / "sample" / "interview.mp4"
_LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
_PATIENCE = 300  # s for what is waited for, on a busy machine
_LOOK = 0.05  # s between two looks
_QUICK = (("beam_size", "1"), ("multilingual", "True"), ("temperature", "0"))
_CELLS = frozenset({"cell", "table cell", "list item", "tree item", "column header", "row header"})
_CLOSING = ("Cancel", "Close", "OK")
_NO_DIALOG = ("Find", "Replace")  # open a bar in the window
_ESCAPE = 0xFF1B

Found = TypeVar("Found")


def missing() -> list[str]:
    """Return what this machine lacks for it."""
    programs = {"xvfb-run": "xvfb", "xauth": "xauth", "dbus-run-session": "dbus-daemon"}
    lacking = [package for program, package in programs.items() if shutil.which(program) is None]
    if not any(launcher.exists() for launcher in _LAUNCHERS):
        lacking.append("at-spi2-core")
    return [*lacking, *(["jeepney, of Python"] if find_spec("jeepney") is None else [])]


def main() -> int:
    """Start screen and buses, and in them this file once more."""
    lacking = missing()
    if lacking:
        print(f"Missing: {', '.join(lacking)}.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as runtime:
        own = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        own |= {"XDG_RUNTIME_DIR": runtime, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "OMP_NUM_THREADS": "1"}
        screen = ("xvfb-run", "-a", "-s", "-screen 0 1366x768x24")
        again = ("dbus-run-session", "--", sys.executable, "-m", "tests.support.screen_reader", "--inside")
        ran = subprocess.run([*screen, *again], cwd=PROJECT, env=own, stderr=subprocess.PIPE, text=True, check=False)
    if ran.returncode:
        print(ran.stderr[-3_000:], file=sys.stderr)  # else it is what buses and players say of themselves
    return ran.returncode


def inside() -> int:
    """Do the job, with a screen and buses."""
    from tests.support.at_spi import Desktop

    with tempfile.TemporaryDirectory() as home:
        os.environ |= own_folders(Path(home))
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        write_settings(Settings(hearing=Hearing(options=_QUICK), language="en"), settings_file())
        with started(Desktop()) as reader:
            reader.transcribe()
            reader.read_first_cue()
            reader.read_windows()
            reader.ask_to_close()
    print(f"Without a name: {len(reader.unnamed)}")
    return 1 if reader.unnamed else 0


class Reader:
    """A screen reader at the window. `unnamed` are the controls that take the focus and have no name."""

    def __init__(self, desktop: "Desktop", application: "Accessible") -> None:
        self._desktop = desktop
        self._application = application
        self.unnamed: list[str] = []
        self.window = wait_for(lambda: next(iter(self._shown()), None), "the window")

    def read_windows(self) -> None:
        """Walk the window, and each dialog that an action of its menus opens, as they are with cues to ask about."""
        self._read(self.window)
        for menu, item in self._asking():
            with self._dialog(f"{menu} > {item}", self._in_menu(menu, item)) as dialog:
                self._read(dialog)

    def transcribe(self) -> None:
        """Press Transcribe on the toolbar and in its dialog; read the status until the end is told."""
        press = wait_for(lambda: self._enabled("push button", "Transcribe"), "a button Transcribe that can be pressed")
        press.press()
        dialog = wait_for(self._newest_dialog, "the dialog")
        wait_for(lambda: dialog.find("push button", "Transcribe"), "its button").press()
        said: list[str] = []

        def ended() -> bool:
            for line in self._status():
                if line not in said:
                    said.append(line)
            return any("written down" in line for line in said)

        wait_for(ended, "the end of the transcription")
        progress = [line for line in said if line.startswith("Transcription:") and "%" in line]
        assert progress, f"no progress was told, but {said}"
        print(f"Status: {len(progress)} times progress, from {progress[0]!r} to {progress[-1]!r}")
        print(f"Status at the end: {next(line for line in said if 'written down' in line)!r}")
        heard = self._desktop.heard
        print(f"Announced: {heard}")
        ends = [line for line in heard if "written down" in line or "Done" in line or "Cues heard" in line]
        assert len(ends) == 1, f"the end was not announced once, but so: {ends}"

    def read_first_cue(self) -> None:
        """Read the text of the first cue out of the table."""
        table = wait_for(lambda: self.window.find("table", "Cues"), "the table of cues")
        cells = [table.cell(0, column).name for column in range(9)]
        text = next(cell for cell in cells if cell.startswith("Text: "))
        assert text != "Text: ", cells
        print(f"Cue 1: {', '.join(cells)}")

    def ask_to_close(self) -> None:
        """Close the document, which is not saved, and read the question."""
        with self._dialog("File > Close", self._in_menu("File", "Close")) as dialog:
            self._read(dialog)

    def _read(self, window: "Accessible") -> None:
        """Walk a window, and each dialog that its buttons open."""
        controls = [each for each in window.walk() if takes_focus(each[1])]
        unnamed = [f"{place} > {each.role} {each.name!r}" for place, each in controls if not spoken_name(each)]
        self.unnamed += unnamed
        print(f"{window.role} {window.name!r}: {len(controls)} controls take the focus, {len(unnamed)} without a name")
        for line in unnamed:
            print(f"    without a name: {line}")
        for name in [each.name for _, each in controls if opens_a_dialog(each)] if window != self.window else []:
            button = window.find("push button", name)
            if button is not None and not name.startswith(window.name):
                with self._dialog(f"{window.name} > {name}", button.press) as dialog:
                    self._read(dialog)

    def _asking(self) -> list[tuple[str, str]]:
        """Return the menus and items that ask something, as far as they can be chosen."""
        found = []
        for place, each in self.window.walk():
            asks = each.role == "menu item" and (each.name.endswith(("...", "…")) or "About" in each.name)
            if asks and not each.name.startswith(_NO_DIALOG) and "enabled" in each.states:
                found.append((place.partition("menu item '")[2].partition("'")[0], each.name))
        return found

    def _in_menu(self, menu: str, item: str) -> Callable[[], None]:
        def choose() -> None:
            bar = next(each for _, each in self.window.walk() if each.role == "menu bar")
            found = next(each for each in bar.children if each.name == menu).find("menu item", item)
            assert found is not None, f"no {item} in {menu}"
            found.press()

        return choose

    @contextmanager
    def _dialog(self, what: str, opens: Callable[[], None]) -> "Iterator[Accessible]":
        before = self._shown()
        opens()
        dialog = wait_for(lambda: next((each for each in self._shown() if each not in before), None), what)
        yield dialog
        closing = [found for name in _CLOSING if (found := dialog.find("push button", name))]
        if closing:
            closing[0].press()
        else:
            self._desktop.press_key(_ESCAPE)
        wait_for(lambda: dialog not in self._shown(), f"the end of {what}")

    def _newest_dialog(self) -> "Accessible | None":
        return next((each for each in self._shown() if each != self.window), None)

    def _enabled(self, role: str, name: str) -> "Accessible | None":
        found = self.window.find(role, name)
        return found if found is not None and "enabled" in found.states else None

    def _shown(self) -> "list[Accessible]":
        return [each for each in self._application.children if is_shown(each)]

    def _status(self) -> list[str]:
        bar = next(each for each in self.window.children if each.role == "status bar")
        return [bar.name, *(label.name for label in bar.children)]


def is_shown(each: "Accessible") -> bool:
    from tests.support.at_spi import GoneError

    try:
        return "showing" in each.states
    except GoneError:
        return False


def takes_focus(each: "Accessible") -> bool:
    from tests.support.at_spi import GoneError

    try:
        return "focusable" in each.states and each.role not in _CELLS
    except GoneError:  # it was there when the walk came to it
        return False


def opens_a_dialog(each: "Accessible") -> bool:
    asks = each.role == "push button" and each.name.endswith(("...", "…"))
    return asks and {"enabled", "showing"} <= each.states


def spoken_name(each: "Accessible") -> str:
    """Return what a screen reader says a control is. Qt tells the chosen text as the name of a box of choices."""
    return each.named_by or (each.description if each.role == "combo box" else each.name)


@contextmanager
def started(desktop: "Desktop") -> Iterator[Reader]:
    """Start the window on the sample, as a process of its own, and end it."""
    with subprocess.Popen([sys.executable, "-m", "app", str(SAMPLE)], cwd=PROJECT) as window:
        try:
            application = wait_for(lambda: next(iter(desktop.applications()), None), "an application")
            yield Reader(desktop, application)
        finally:
            window.terminate()


def wait_for(look: Callable[[], Found | None], what: str) -> Found:
    """Return what is found as soon as it is there; AssertionError naming `what` if it never is."""
    until = time.monotonic() + _PATIENCE
    while not (found := look()):
        assert time.monotonic() < until, f"never came: {what}"
        time.sleep(_LOOK)
    return found


if __name__ == "__main__":
    sys.exit(inside() if "--inside" in sys.argv else main())
