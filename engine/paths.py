"""Where things lie: resources in a source tree or an installed wheel, folders of models, the private cache."""

import os
from pathlib import Path

import platformdirs

APP = "sotto"


def shown(path: Path) -> str:
    """Return the name of a file as it can be printed anywhere: bytes that are no UTF-8 and controls are escaped."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in name)


def resources() -> Path:
    """Return the folder of files that come with Sotto; a wheel carries it inside the package."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def embedded_models() -> Path:
    """Return the folder of the models that come with Sotto."""
    return resources() / "models"


def model_folders() -> tuple[Path, ...]:
    """Return the folders that are looked into for models: $SOTTO_MODELS, Sotto's own, openai-whisper's cache, and
    last what comes with Sotto, so that a person's own model goes before one of the same name."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return (*own_models(), cache / "whisper", embedded_models())


def own_models() -> tuple[Path, ...]:
    """Return the folders of models that are Sotto's to fill and to clear: $SOTTO_MODELS, and its own."""
    named = [Path(folder) for folder in os.environ.get("SOTTO_MODELS", "").split(os.pathsep) if folder]
    return (*named, platformdirs.user_data_path(APP, appauthor=False) / "models")


def new_models() -> Path:
    """Return the folder that models are fetched into: the first of $SOTTO_MODELS, else Sotto's own."""
    return model_folders()[0]


def cache_folder() -> Path:
    """Return the folder for what can be made again, open to nobody else: it holds people's sound."""
    folder = platformdirs.user_cache_path(APP, appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def unsaved_folder() -> Path:
    """Return the folder of hidden projects, open to nobody else; no cache, since what is in it exists nowhere else."""
    folder = platformdirs.user_data_path(APP, appauthor=False) / "unsaved"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def settings_file() -> Path:
    """Return the file of the settings that hold for every run."""
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.toml"


def profiles_file() -> Path:
    """Return the file of a person's own profiles, which need not be there."""
    return settings_file().with_name("profiles.toml")
