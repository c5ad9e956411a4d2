"""Which models may be removed, and what goes with each; their folders are Sotto's own, never another program's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.checkpoints.download.leftovers import clear, withdraw
from engine.checkpoints.find import find_model
from engine.checkpoints.origin import FILE
from engine.checkpoints.verify import models_to_verify, named
from engine.errors import EngineError
from engine.paths import embedded_models, model_folders, shown


def find_home(wish: str, folders: tuple[Path, ...]) -> Path:
    """Return what is to be removed of the model that somebody names, in one of Sotto's own `folders`.

    Raises EngineError("model").
    """
    model = named(models_to_verify(folders), wish) or find_model(wish, (*folders, *model_folders()))
    return home_of(model, folders)


def home_of(model: Path, folders: tuple[Path, ...]) -> Path:
    """Return what is to be removed: a model's folder or file in one of `folders`. Raises EngineError("model")."""
    if model.parent.resolve() == embedded_models().resolve():
        raise EngineError("model", f"{shown(model)} comes with Sotto and stays.")
    if model.is_dir() and not any((model / name).is_file() for name in (FILE, "config.json")) and not _files(model):
        raise EngineError("model", f"{shown(model)} is no model: name one that is listed.")
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


def size_of(home: Path) -> int:
    """Return how many bytes are gained when it is gone."""
    if home.is_symlink():
        return 0
    return sum(path.stat().st_size for path in (home, *home.rglob("*")) if path.is_file())


def remove(home: Path) -> None:
    """Let a model disappear. Raises EngineError("model") while it is on its way, ("disk") where that is refused."""
    with _refusals_told(home):
        if not withdraw(home.parent, home.name):
            raise EngineError("model", f"{shown(home)} is being fetched or imported: stop that, or wait for its end.")


def clear_away(folder: Path, name: str) -> bool:
    """Do what `leftovers.clear` does. Raises EngineError("disk")."""
    with _refusals_told(folder / name):
        return clear(folder, name)


def _files(folder: Path) -> list[Path]:
    return list(folder.glob("*.pt"))


@contextmanager
def _refusals_told(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EngineError(
            "disk", f"{shown(home)} can't be removed ({error.strerror}): see who owns its folder, and try again."
        ) from error
