"""`sotto train`: what was typed becomes settings, is checked, and is handed to the run."""

from pathlib import Path
from typing import Annotated

import typer

from engine.checkpoints.find import abilities_of, find_model
from engine.commands.choice import warn_if_synthetic
from engine.commands.preferences import preferences
from engine.errors import EngineError
from engine.languages import language_code
from engine.paths import shown
from engine.settings.models import folders_of_models
from engine.training import settings as kept
from engine.training.settings import Settings

RANK = 16

Pairs = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PAIRS...", help="Folders or tables of media and their subtitles.", show_default=False),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FOLDER", help="Where to keep it all.")]
From = Annotated[str, typer.Option("--from", metavar="MODEL", help="Begin with this model: a name, folder or .pt.")]
Lora = Annotated[bool, typer.Option("--lora", help="Learn small adapters only, and merge them: less memory.")]
Afresh = Annotated[bool, typer.Option("--afresh", help="Forget what the model knows, keep its sizes and vocabulary.")]
Resume = Annotated[Path | None, typer.Option("--resume", metavar="FOLDER", help="Go on with a stopped training.")]
Language = Annotated[str | None, typer.Option("--language", help="What is spoken, where the pairs don't tell.")]
Steps = Annotated[int, typer.Option("--steps", min=1, help="How many times to learn from a batch, at most.")]
Batch = Annotated[int, typer.Option("--batch", min=1, help="Half minutes a step.")]
Rate = Annotated[float | None, typer.Option("--learning_rate", help="By default what suits the model's size.")]
Seed = Annotated[int, typer.Option("--seed", help="The same seed draws the same batches.")]
LookEvery = Annotated[int, typer.Option("--look_every", min=1, help="Steps between looks at held-out pairs.")]
Frugal = Annotated[bool, typer.Option("--frugal", help="Compute twice what would have to be remembered.")]
ModelDir = Annotated[Path | None, typer.Option("--model_dir", metavar="FOLDER", help="Look for models here, too.")]
Threads = Annotated[int, typer.Option("--threads", min=0, help="0: as many as there are cores.")]


def train(
    pairs: Pairs = None,
    output: Output = None,
    model: From = "sotto-mini",
    lora: Lora = False,
    afresh: Afresh = False,
    resume: Resume = None,
    language: Language = None,
    steps: Steps = 200,
    batch: Batch = 8,
    learning_rate: Rate = None,
    seed: Seed = 0,
    look_every: LookEvery = 25,
    frugal: Frugal = False,
    model_dir: ModelDir = None,
    threads: Threads = 0,
) -> int:
    """Return the exit code: 0 if a better model was written."""
    if resume is not None:
        if pairs or output:
            raise EngineError("options", "--resume goes on with what its folder tells: leave out PAIRS and -o.")
        settings, folder = kept.read(resume), resume
    else:
        if not pairs or output is None:
            raise EngineError("options", "Give PAIRS and a folder for the result with -o.")
        if lora and afresh:
            raise EngineError("options", "--lora adapts what a model knows, --afresh forgets it: choose one.")
        folder = _empty(output)
        source = find_model(model, folders_of_models(preferences(), model_dir)).absolute()
        if not afresh:
            warn_if_synthetic(source, abilities_of(source), "--from")
        settings = Settings(
            pairs=tuple(str(path.absolute()) for path in pairs),
            model=str(source),
            language=None if language is None else language_code(language),
            rank=RANK if lora else 0,
            afresh=afresh,
            steps=steps,
            batch=batch,
            learning_rate=learning_rate,
            seed=seed,
            look_every=look_every,
            frugal=frugal,
        )
    from engine.commands import train_run  # torch comes with it, which no check above needs

    return train_run.run(settings, folder, threads, resumed=resume is not None)


def _empty(folder: Path) -> Path:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EngineError("disk", f"{shown(folder)} is not empty: choose another, or go on there with --resume.")
    return folder
