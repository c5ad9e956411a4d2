"""`sotto models import`: a model that a person has, checked as loading checks it, into Sotto's folder of models."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from engine.commands.batch import ctrl_c_asks
from engine.commands.preferences import preferences
from engine.commands.screen import on_one_line
from engine.errors import EngineError
from engine.paths import shown
from engine.progress import Cancel
from engine.settings.models import home_of_models

Source = Annotated[
    Path,
    typer.Argument(metavar="PATH", help="A model's folder, as transformers writes it, or a .pt file.", exists=True),
]
Name = Annotated[str | None, typer.Option("--name", help="What it will be called; by default as it is.")]
Trust = Annotated[
    bool, typer.Option("--trust", help="Read a .pt file that OpenAI didn't publish: such files can carry programs.")
]
ModelDir = Annotated[Path | None, typer.Option("--model_dir", metavar="FOLDER", help="Keep it here.")]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there under this name.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what went wrong.")]


def import_model(
    source: Source,
    name: Name = None,
    trust: Trust = False,
    model_dir: ModelDir = None,
    force: Force = False,
    quiet: Quiet = False,
) -> int:
    """Return the exit code: 0 if the model is here now."""
    from engine import import_model as imports  # torch, which the other commands for models can do without

    cancel, folder = Cancel(), model_dir or home_of_models(preferences())
    with ctrl_c_asks(cancel), Console(stderr=True).status(Text(f"Importing {shown(source)}")), _option_named():
        path = imports.import_model(source, folder, cancel, name=name or "", trusted=trust, replace=force)
    if not quiet:
        size = sum(file.stat().st_size for file in path.iterdir())
        sys.stdout.write(on_one_line(f"{shown(source)}: {size / 1e6:,.0f} MB -> {shown(path)}") + "\n")
    return 0


@contextmanager
def _option_named() -> Iterator[None]:
    """Say where a person can allow it."""
    try:
        yield
    except EngineError as error:
        if error.kind != "untrusted":
            raise
        raise EngineError(error.kind, f"{error} With --trust it is read.") from error
