"""Works with Sotto as who has no network, and counts whom it calls: python -m tests.support.offline_session.

strace sees every connection that the window, its engine processes and the commands ask the system for. Sockets of this
machine alone (AF_UNIX: desktop, sound) don't count; whatever has an address on a network does, also this machine's. A
control that calls on purpose shows that the watch sees. Exits with 1 if anything else calls.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.support.foreign_text import PROJECT, missing
from tests.support.window_child import own_folders

_TRACED = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-e", "signal=none")
_CALLED = re.compile(r"sa_family=AF_INET6?\b")
_CALL = "import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")

SESSIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("control: a call on purpose", (sys.executable, "-c", _CALL)),
    ("the window: open, transcribe, edit, fix, undo, export", (*_PYTEST, "tests/end_to_end/test_window.py")),
    ("the window: translate", (*_PYTEST, "tests/end_to_end/test_translating.py")),
    ("the window: a queue of films", (*_PYTEST, "tests/end_to_end/test_queue.py")),
    ("sotto transcribe, translated, too", (sys.executable, "-m", "tests.support.demo", "--once")),
    ("sotto models", (sys.executable, "-m", "engine", "models")),
)


def calls_of(command: Sequence[str]) -> int:
    """Return how many connections to an address a command and its children asked for.

    Raises RuntimeError with its output if it fails: then it has not done what was to be watched.
    """
    with tempfile.TemporaryDirectory() as folder:
        log, home = Path(folder) / "log", Path(folder) / "home"
        home.mkdir()
        environment = os.environ | own_folders(home) | {"PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"}
        traced = [*_TRACED, "-o", str(log), *command]
        ran = subprocess.run(traced, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise RuntimeError(f"{' '.join(command)}: {(ran.stdout + ran.stderr)[-4000:]}")
        return len(_CALLED.findall(log.read_text("utf-8", "replace")))


def main() -> int:
    if why := missing():
        print(f"Not watched: {why}.")
        return 1
    clean = True
    for name, command in SESSIONS:
        calls = calls_of(command)
        control = name.startswith("control")
        clean = clean and bool(calls) == control
        print(f"{calls:4d} connections  {name}", flush=True)
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
