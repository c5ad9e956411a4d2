"""`sotto models verify`: whether the files of models are still those that came."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.find import find_model
from engine.checkpoints.verify import Expected, difference, expected_files, models_to_verify, named
from engine.commands.batch import ctrl_c_asks
from engine.commands.preferences import preferences
from engine.commands.screen import complain, on_one_line
from engine.paths import shown
from engine.progress import Cancel
from engine.settings.models import folders_of_models

Wish = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help="A model's name, folder or file; all that are here if it is left out."),
]
ModelDir = Annotated[Path | None, typer.Option("--model_dir", metavar="FOLDER", help="Look for models here, too.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what went wrong.")]


def verify(wish: Wish = None, model_dir: ModelDir = None, quiet: Quiet = False) -> int:
    """Return the exit code: 0 if every file that is known is as it came."""
    folders = folders_of_models(preferences(), model_dir)
    models = models_to_verify(folders)
    if wish is not None:
        models = (named(models, wish) or find_model(wish, folders),)
    offers, cancel, fine = read_offers(), Cancel(), True
    with ctrl_c_asks(cancel):
        for model in models:
            expected = expected_files(model, offers)
            fine = _is_fine(model, expected, cancel, quiet) and fine
    return 0 if fine else 1


def _is_fine(model: Path, expected: tuple[Expected, ...], cancel: Cancel, quiet: bool) -> bool:
    terminal = Console(stderr=True)
    with terminal.status(Text(f"Checking {shown(model)}")):
        compared = [(file, difference(file, cancel)) for file in expected]
    found = [f"{shown(file.path)} {told}: {_remedy(file)}." for file, told in compared if told]
    for line in found:
        complain(line)
    if not found and not quiet:
        told = f"{len(expected)} files as they came" if len(expected) > 1 else "as it was published"
        sys.stdout.write(on_one_line(f"{shown(model)}: {told if expected else _UNKNOWN}.") + "\n")
    return not found


def _remedy(file: Expected) -> str:
    if file.imported:
        return "import it again with sotto models import --force"
    wish = file.source.rpartition("/")[2] if file.source.startswith("https:") else file.source
    return f"get it again with sotto models get {wish} --force"


_UNKNOWN = "nothing to compare it with, for no checksums are known of it"
