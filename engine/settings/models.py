"""Where models are kept and looked for, by what a person chose."""

from pathlib import Path

from engine.paths import model_folders, new_models, own_models
from engine.settings.values import Settings


def home_of_models(settings: Settings) -> Path:
    """Return the folder that models come to."""
    return settings.model_home or new_models()


def own_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of models that are Sotto's to fill and to clear."""
    return tuple(dict.fromkeys((home_of_models(settings), *own_models())))


def folders_of_models(settings: Settings, extra: Path | None = None) -> tuple[Path, ...]:
    """Return where models are looked for, the most personal place first."""
    chosen = (*((extra,) if extra else ()), *settings.model_folders)
    return tuple(dict.fromkeys((*chosen, *own_folders(settings), *model_folders())))
