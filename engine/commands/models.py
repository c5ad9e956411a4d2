"""`sotto models`: the models on this machine and what each of them can do."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from engine.audio.ffmpeg import shown
from engine.checkpoints.local import ModelInfo, Unknown, list_models
from engine.commands.preferences import folders_of_models, preferences

ModelDir = Annotated[Path | None, typer.Option("--model_dir", metavar="FOLDER", help="Look for models here, too.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a model.")]


def models(model_dir: ModelDir = None, as_json: Json = False) -> int:
    """Return the exit code: 0 even if there is no model."""
    folders = folders_of_models(preferences(), model_dir)
    found = list_models(folders)
    if as_json:
        sys.stdout.writelines(f"{_json(model)}\n" for model in found)
    elif found:
        Console(highlight=False, markup=False).print(_table(found))
    else:
        sys.stdout.write("No model was found. Looked for are Whisper folders and .pt files in:\n")
        sys.stdout.writelines(f"  {shown(folder)}\n" for folder in folders)
    return 0


def _json(model: ModelInfo | Unknown) -> str:
    return json.dumps(asdict(model), default=str)


def _table(found: tuple[ModelInfo | Unknown, ...]) -> Table:
    table = Table("Model", "Languages", "Translates", "Word times", "Size", "Where", box=None)
    for model in found:
        match model:
            case ModelInfo(abilities=can):
                table.add_row(
                    model.name,
                    "English" if can.languages == ("en",) else f"{len(can.languages)}",
                    "yes" if can.translates else "no",
                    "exact" if can.word_times else "about",
                    f"{model.size / 1e6:,.0f} MB",
                    shown(model.path),
                )
            case Unknown():
                table.add_row(shown(Path(model.path.name)), "-", "-", "-", "-", model.problem)
    return table
