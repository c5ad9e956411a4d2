"""`sotto models remove`: a model out of Sotto's folders, or what unfinished downloads left there."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from engine.checkpoints import removal
from engine.checkpoints.download.leftovers import left_over, size_left_over
from engine.commands.preferences import preferences
from engine.commands.screen import complain, on_one_line
from engine.errors import EngineError
from engine.paths import shown
from engine.settings.models import own_folders

Wish = Annotated[str | None, typer.Argument(metavar="[NAME]", help="A model's name or folder.")]
Leftovers = Annotated[bool, typer.Option("--leftovers", help="Remove what unfinished downloads left behind.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what went wrong.")]


def remove(wish: Wish = None, leftovers: Leftovers = False, yes: Yes = False, quiet: Quiet = False) -> int:
    """Return the exit code: 0 if what was named is gone."""
    if (wish is None) is not leftovers:
        raise EngineError("options", "Name one model, or give --leftovers: sotto models remove [NAME | --leftovers].")
    folders = own_folders(preferences())
    if wish is None:
        return _remove_leftovers(folders, yes, quiet)
    home = removal.find_home(wish, folders)
    size = removal.size_of(home)
    if not _agreed(f"Remove {shown(home)} ({size / 1e6:,.0f} MB)?", yes):
        return 1
    removal.remove(home)
    _say(f"{shown(home)} is gone: {size / 1e6:,.0f} MB.", quiet)
    return 0


def _remove_leftovers(folders: tuple[Path, ...], yes: bool, quiet: bool) -> int:
    found = [(folder, name, size_left_over(folder, name)) for folder in folders for name in left_over(folder)]
    if not found:
        _say("Nothing was left behind.", quiet)
        return 0
    listed = ", ".join(f"{shown(Path(name))} ({size / 1e6:,.0f} MB)" for _, name, size in found)
    if not _agreed(f"Remove what came of {listed}?", yes):
        return 1
    busy = []
    for folder, name, size in found:
        if not removal.clear_away(folder, name):
            busy.append(name)
            complain(f"{shown(Path(name))} is being fetched or imported: that goes on.")
            continue
        _say(f"What came of {shown(Path(name))} is gone: {size / 1e6:,.0f} MB.", quiet)
    return 1 if busy else 0


def _agreed(question: str, yes: bool) -> bool:
    """Ask at a terminal. Raises EngineError("options") where nobody can answer."""
    if yes:
        return True
    if not sys.stdin.isatty():
        raise EngineError("options", f"{question} Nobody is here to answer: give --yes.")
    return typer.confirm(on_one_line(question))


def _say(text: str, quiet: bool) -> None:
    if not quiet:
        sys.stdout.write(on_one_line(text) + "\n")
