"""`sotto models get`: a model from the hub, or one of OpenAI's files, into the folder of models."""

import sys
from collections.abc import Generator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn
from rich.table import Column

from engine.checkpoints.download.values import Fetching
from engine.checkpoints.download.wanted import wanted
from engine.checkpoints.obtain import obtain
from engine.commands.batch import ctrl_c_asks
from engine.commands.preferences import preferences
from engine.commands.screen import clock, complain, on_one_line
from engine.paths import shown
from engine.progress import Cancel
from engine.settings.models import home_of_models

Wish = Annotated[
    str,
    typer.Argument(
        metavar="NAME|REPO",
        help="A published model, such as small or turbo (small.pt: OpenAI's own file), or OWNER/NAME of a repository.",
        show_default=False,
    ),
]
Revision = Annotated[str, typer.Option("--revision", help="A branch, tag or commit of the repository.")]
ModelDir = Annotated[Path | None, typer.Option("--model_dir", metavar="FOLDER", help="Keep it here.")]
Force = Annotated[bool, typer.Option("--force", help="Fetch it anew, and replace what is there once it has come.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what went wrong.")]


def get(
    wish: Wish, revision: Revision = "main", model_dir: ModelDir = None, force: Force = False, quiet: Quiet = False
) -> int:
    """Return the exit code: 0 if the model is here now."""
    model, folder = wanted(wish), model_dir or home_of_models(preferences())
    if not force and (here := model.here(folder)):
        _say(f"{shown(here)} is here already; --force fetches it anew.", quiet)
        return 0
    cancel = Cancel()
    with ctrl_c_asks(cancel):
        path = _follow(obtain(model, folder, cancel, revision=revision, replace=force), model.name, quiet)
    size = sum(file.stat().st_size for file in path.iterdir())
    _say(f"{model.source}: {size / 1e6:,.0f} MB -> {shown(path)}", quiet)
    return 0


def _follow(fetching: Generator[Fetching, None, Path], name: str, quiet: bool) -> Path:
    """Show how far it is until it is done; return where the model lies."""
    bar = _bar(quiet)
    task, told = bar.add_task(name, total=None, doing="Looking for", pace=""), ""
    with bar:
        while True:
            try:
                now = next(fetching)
            except StopIteration as end:
                return Path(end.value)
            bar.update(task, completed=now.done, total=now.total, doing=_DOING[now.activity], pace=_pace(now))
            trouble = now.trouble or (_WAITING if now.activity == "waiting" else "")
            if trouble and trouble != told and not quiet:
                complain(f"{trouble}: trying again." if now.trouble else trouble)
            told = trouble or told


_DOING = {"waiting": "Waiting for", "checking": "Checking", "fetching": "Fetching", "retrying": "Reaching for"}
_WAITING = "Another process is fetching it: waiting for that one."


def _bar(quiet: bool) -> Progress:
    name = Column(max_width=48, no_wrap=True, overflow="ellipsis")
    results = Console()
    terminal = results if results.is_terminal else Console(stderr=True)
    return Progress(
        TextColumn("{task.fields[doing]} {task.description}", markup=False, table_column=name),
        BarColumn(bar_width=None),
        DownloadColumn(),
        TextColumn("{task.fields[pace]}", markup=False),
        console=terminal,
        transient=True,
        expand=True,
        disable=quiet or not terminal.is_terminal,
    )


def _pace(now: Fetching) -> str:
    left = "-:--" if now.left is None else clock(now.left, thousandths=False)
    return "" if now.speed is None else f"{now.speed / 1e6:,.1f} MB/s {left}"


def _say(text: str, quiet: bool) -> None:
    if not quiet:
        sys.stdout.write(on_one_line(text) + "\n")
