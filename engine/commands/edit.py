"""`sotto edit`: opens the window, as a process of its own: nothing of it is imported here."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from engine import paths
from engine.errors import EngineError

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE...", help="Films, sound, subtitles or a project; without any, the start page."),
]


def edit(files: Files = None) -> int:
    """Stay until the window is closed; return its exit code."""
    if not has_screen():
        raise EngineError("setup", "there is no screen to open a window on: use the commands that sotto --help lists")
    home = Path(paths.__file__).parent.parent
    found_in = os.pathsep.join(filter(None, [str(home), os.environ.get("PYTHONPATH", "")]))
    environment = {**os.environ, "PYTHONPATH": found_in}
    names = [str(file.absolute()) for file in files or ()]
    return subprocess.run([sys.executable, "-P", "-m", "app", *names], env=environment, check=False).returncode


def has_screen() -> bool:
    """Tell whether a window could be opened; only X11 and Wayland can be without a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
