"""`sotto models remove`: a model out of Sotto's folders, or what unfinished downloads left there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from engine.checkpoints.download.leftovers import clear, left_over, size_left_over, withdraw
from engine.checkpoints.find import find_model
from engine.checkpoints.origin import FILE
from engine.checkpoints.verify import models_to_verify, named
from engine.commands.screen import complain, on_one_line
from engine.errors import EngineError
from engine.paths import embedded_models, model_folders, own_models, shown

Wish = Annotated[str | None, typer.Argument(metavar="[NAME]", help="A model's name or folder.")]
Leftovers = Annotated[bool, typer.Option("--leftovers", help="Remove what unfinished downloads left behind.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only say what went wrong.")]


def remove(wish: Wish = None, leftovers: Leftovers = False, yes: Yes = False, quiet: Quiet = False) -> int:
    """Return the exit code: 0 if what was named is gone."""
    if (wish is None) is not leftovers:
        raise EngineError("options", "Name one model, or give --leftovers: sotto models remove [NAME | --leftovers].")
    folders = own_models()
    if wish is None:
        return _remove_leftovers(folders, yes, quiet)
    home = _home(_found(wish, folders), folders)
    size = _size(home)
    if not _agreed(f"Remove {shown(home)} ({size / 1e6:,.0f} MB)?", yes):
        return 1
    with _refusals_told(home):
        if not withdraw(home.parent, home.name):
            raise EngineError("model", f"{shown(home)} is being fetched or imported: stop that, or wait for its end.")
    _say(f"{shown(home)} is gone: {size / 1e6:,.0f} MB.", quiet)
    return 0


def _found(wish: str, folders: tuple[Path, ...]) -> Path:
    return named(models_to_verify(folders), wish) or find_model(wish, (*folders, *model_folders()))


def _home(model: Path, folders: tuple[Path, ...]) -> Path:
    """Return what is to be removed: a model's folder or file in one of `folders`. Raises EngineError("model")."""
    if model.parent.resolve() == embedded_models().resolve():
        raise EngineError("model", f"{shown(model)} comes with Sotto and stays.")
    if model.is_dir() and not any((model / name).is_file() for name in (FILE, "config.json")) and not _files(model):
        raise EngineError("model", f"{shown(model)} is no model: name one that sotto models lists.")
    own = {folder.resolve() for folder in folders}
    if model.parent.resolve() in own:
        return model
    alone = model.is_file() and ((model.parent / FILE).is_file() or len(_files(model.parent)) == 1)
    if alone and model.parent.parent.resolve() in own:
        return model.parent
    raise EngineError(
        "model",
        f"{shown(model)} lies outside of Sotto's folders of models ({', '.join(map(shown, folders))}): remove it "
        "yourself if nothing else uses it.",
    )


def _files(folder: Path) -> list[Path]:
    return list(folder.glob("*.pt"))


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
        with _refusals_told(folder / name):
            if not clear(folder, name):
                busy.append(name)
                complain(f"{shown(Path(name))} is being fetched or imported: that goes on.")
                continue
        _say(f"What came of {shown(Path(name))} is gone: {size / 1e6:,.0f} MB.", quiet)
    return 1 if busy else 0


@contextmanager
def _refusals_told(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EngineError(
            "disk", f"{shown(home)} can't be removed ({error.strerror}): see who owns its folder, and try again."
        ) from error


def _size(home: Path) -> int:
    if home.is_symlink():
        return 0
    return sum(path.stat().st_size for path in (home, *home.rglob("*")) if path.is_file())


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
