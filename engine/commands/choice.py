"""Which model a run takes, and what is said of one that never heard a person."""

from pathlib import Path

from engine.abilities import Abilities
from engine.checkpoints.find import find_model, usual_model
from engine.commands.screen import complain
from engine.errors import EngineError
from engine.paths import shown


def choose_model(wish: str | None, folders: tuple[Path, ...]) -> Path:
    """Return the model that is asked for, or without a wish the usual one. Raises EngineError("model")."""
    try:
        return usual_model(folders) if wish is None else find_model(wish, folders)
    except EngineError as error:
        raise EngineError(error.kind, f"{error} One is fetched with sotto models get NAME.") from error


def warn_if_synthetic(model: Path, abilities: Abilities | None, option: str = "--model") -> None:
    """Say that a model is of no use for people's voices, and what is, if it was trained on made speech alone."""
    if abilities is not None and abilities.synthetic_only:
        complain(
            f"{shown(Path(model.resolve().name))} knows synthetic speech only: it is for trying Sotto, and useless for "
            f"people's voices. For those get a published Whisper model, such as small, and name it with {option}."
        )
