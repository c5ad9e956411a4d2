"""On a screen without a window manager the window has the keyboard from the start, and again after each dialog."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "resources" / "sample" / "interview.mp4"
PATIENCE = 120  # s; the machine may be busy

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool are not here"
)


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen with nothing on it; its name."""
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(tell,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as numbers:
        number = numbers.readline().strip()
    if not number:
        server.wait()
        pytest.skip("Xvfb could not be started")
    yield f":{number}"
    server.terminate()
    server.wait()


class Outside:
    """The window in a process of its own, and a keyboard."""

    def __init__(self, screen: str, folder: Path) -> None:
        self._environment = os.environ | {
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "QT_XCB_GL_INTEGRATION": "none",
            "QT_LOGGING_RULES": "*=false",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.bare_window", str(folder), str(SAMPLE)],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
        )
        self._rest = b""

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def keys(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True)

    def wait_for(self, **wanted: object) -> None:
        """Wait until the window tells all that is wanted."""
        until, state = time.monotonic() + PATIENCE, {}
        while time.monotonic() < until:
            state = self._next(until) or state
            if all(state.get(name) == value for name, value in wanted.items()):
                return
        raise AssertionError(f"never came: {wanted}, but {state}")

    def _next(self, until: float) -> dict[str, object]:
        assert self.process.stdout is not None
        while b"\n" not in self._rest:
            if not select.select([self.process.stdout], [], [], max(until - time.monotonic(), 0))[0]:
                return {}
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            assert data, "the window is gone"
            self._rest += data
        line, self._rest = self._rest.split(b"\n", 1)
        return dict(json.loads(line))


@pytest.fixture
def outside(screen: str, tmp_path: Path) -> Iterator[Outside]:
    made = Outside(screen, tmp_path)
    yield made
    made.close()


def test_keys_go_to_the_window_after_the_palette_was_closed(outside: Outside) -> None:
    outside.wait_for(focus="QTableView", dialog="")
    outside.keys("key", "ctrl+shift+p")
    outside.wait_for(focus="QLineEdit", dialog="Palette")
    outside.keys("key", "Escape")
    outside.wait_for(focus="QTableView", dialog="")
    outside.keys("key", "ctrl+h")
    outside.wait_for(focus="QLineEdit", find=True)


def test_a_key_that_is_really_held_plays_until_it_is_let_go(outside: Outside) -> None:
    outside.wait_for(focus="QTableView", dialog="")
    outside.keys("keydown", "F7")
    outside.wait_for(playing=True)
    outside.keys("sleep", "1.5")  # the keyboard repeats the key meanwhile
    outside.keys("keyup", "F7")
    outside.wait_for(playing=False)
