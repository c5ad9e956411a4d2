"""`sotto models import`: a model that a person has, checked as loading checks it, into Sotto's folder of models."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from engine.checkpoints.bring import Part, bring, parts_of_file, parts_of_folder
from engine.checkpoints.catalogue import Published, identify, read_catalogue
from engine.checkpoints.find import vocabularies
from engine.checkpoints.identity import remember
from engine.commands.batch import ctrl_c_asks
from engine.commands.screen import on_one_line
from engine.errors import EngineError
from engine.paths import cache_folder, model_folders, new_models, shown
from engine.progress import Cancel

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
    from engine.whisper.checkpoint import find_source  # torch, which the other commands for models can do without

    cancel, place = Cancel(), find_source(source)
    with ctrl_c_asks(cancel), Console(stderr=True).status(Text(f"Importing {shown(source)}")):
        official = identify(read_catalogue(), place, cancel) if place.is_file() else None
        called = _name(name, place, official)
        path = bring(
            _parts(place, called, official, trust), place, model_dir or new_models(), called, cancel, replace=force
        )
    with suppress(OSError):  # without it the model is read once more when it is first loaded
        remember(path, cache_folder())
    if not quiet:
        size = sum(file.stat().st_size for file in path.iterdir())
        sys.stdout.write(on_one_line(f"{shown(source)}: {size / 1e6:,.0f} MB -> {shown(path)}") + "\n")
    return 0


def _name(wish: str | None, source: Path, official: Published | None) -> str:
    name = wish or (official.name if official else source.stem if source.is_file() else source.resolve().name)
    if Path(name).name != name or name.startswith("."):
        raise EngineError("options", f"{name!r} can't be the name of a folder: choose another with --name.")
    return name


def _parts(source: Path, name: str, official: Published | None, trust: bool) -> tuple[Part, ...]:
    """Check the model as loading would, and return its files."""
    from engine.whisper.checkpoint import check

    if source.is_dir():
        check(source)
        return parts_of_folder(source)
    if official is None and not trust:
        raise EngineError(
            "model",
            f"{shown(source)} is none of the files that OpenAI published, and a .pt file can carry a program: give "
            "--trust if you know who made it, or import the model's folder with model.safetensors.",
        )
    vocabulary = check(source, vocabularies(model_folders()))
    assert vocabulary is not None  # a .pt file has it elsewhere
    return parts_of_file(source, official.file if official else f"{name}.pt", vocabulary)
