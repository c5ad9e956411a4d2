"""`sotto models`: the models on this machine and what each of them can do."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from engine.checkpoints.catalogue import read_offers
from engine.checkpoints.local import ModelInfo, Unknown, list_models
from engine.checkpoints.measured import last_measured
from engine.checkpoints.recommend import Machine
from engine.checkpoints.suitable import candidates
from engine.commands.advice import advice
from engine.commands.choice import warn_if_synthetic
from engine.commands.preferences import preferences
from engine.commands.screen import on_one_line
from engine.machine import cores, free_memory
from engine.paths import embedded_models, shown
from engine.settings.models import folders_of_models

ModelDir = Annotated[Path | None, typer.Option("--model_dir", metavar="FOLDER", help="Look for models here, too.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a model.")]


def models(ctx: typer.Context, model_dir: ModelDir = None, as_json: Json = False) -> int:
    """Return the exit code: 0 even if there is no model. Behind the name of a part, such as get, do nothing."""
    if ctx.invoked_subcommand is not None:
        return 0
    folders = folders_of_models(preferences(), model_dir)
    found = list_models(folders)
    usable = [model for model in found if isinstance(model, ModelInfo)]
    for model in [model for model in usable if model.abilities.synthetic_only][:1]:
        warn_if_synthetic(model.path, model.abilities)
    if as_json:
        sys.stdout.writelines(f"{json.dumps(asdict(model), default=str)}\n" for model in found)
        return 0
    if usable:
        Console(highlight=False, markup=False).print(_table(usable))
    sys.stdout.writelines(f"{on_one_line(model.problem)}\n" for model in found if isinstance(model, Unknown))
    if all(model.path.parent == embedded_models() for model in found):
        sys.stdout.write("No model of your own was found. Looked for are Whisper folders and .pt files in:\n")
        sys.stdout.writelines(f"  {shown(folder)}\n" for folder in folders if folder != embedded_models())
    known = candidates(usable, read_offers())
    machine = Machine(memory=free_memory() >> 20, cores=cores())
    sys.stdout.writelines(f"{on_one_line(line)}\n" for line in advice(known, machine, last_measured()))
    return 0


def _table(models: list[ModelInfo]) -> Table:
    table = Table(box=None)
    for column in ("Model", "Languages", "Translates", "Word times", "Size"):
        table.add_column(column, no_wrap=True)
    table.add_column("Where", overflow="fold")
    for model in models:
        can = model.abilities
        table.add_row(
            model.name,
            "English" if can.languages == ("en",) else f"{len(can.languages)}",
            "yes" if can.translates else "no",
            "exact" if can.word_times else "about",
            f"{model.size / 1e6:,.0f} MB",
            shown(model.path),
        )
    return table
