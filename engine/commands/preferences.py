"""What holds for every command: the settings of this person, and the folders in which models are looked for."""

from pathlib import Path

from engine.commands.screen import complain
from engine.paths import model_folders, new_models, own_models, settings_file
from engine.settings import Settings, read_settings


def preferences() -> Settings:
    """Read the settings; say in one line if their file could not be used."""
    read = read_settings(settings_file())
    if read.complaint:
        complain(read.complaint)
    return read.settings


def folders_of_models(settings: Settings, extra: Path | None) -> tuple[Path, ...]:
    """Return where models are looked for, the most personal place first."""
    return tuple(
        dict.fromkeys((*((extra,) if extra else ()), *settings.model_folders, *own_folders(settings), *model_folders()))
    )


def home_of_models(settings: Settings) -> Path:
    """Return the folder that models come to."""
    return settings.model_home or new_models()


def own_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of models that are Sotto's to fill and to clear."""
    return tuple(dict.fromkeys((home_of_models(settings), *own_models())))
