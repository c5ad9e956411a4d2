"""Settings: a frozen value, and the one TOML file that the window and the command line read it from."""

import json
import os
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError

VERSION = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose once for every run. `model_folders` are searched beside the usual ones."""

    ffmpeg: Path | None = None
    model_folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """Settings as they were found; `complaint` says in one sentence what had to be left out, None if nothing."""

    settings: Settings
    complaint: str | None = None


def read_settings(file: Path) -> SettingsRead:
    """Read `file`. A missing one means the defaults; a damaged one, too, and is kept beside as .damaged."""
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return SettingsRead(Settings())
    except (OSError, UnicodeDecodeError):
        return _set_aside(file)
    try:
        return SettingsRead(_from_toml(text))
    except _Newer:
        return SettingsRead(Settings(), f"{file} was made by a newer version and is not used: update Sotto.")
    except (tomllib.TOMLDecodeError, TypeError):
        return _set_aside(file)


def write_settings(settings: Settings, file: Path) -> None:
    """Replace `file` in one step. Raises EngineError("disk")."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as draft:
            draft.write(_to_toml(settings))
            draft.flush()
            os.fsync(draft.fileno())
        Path(draft.name).replace(file)
    except OSError as error:
        raise EngineError(
            "disk", f"{file} could not be written ({error.strerror}): check the folder and its disk."
        ) from error


class _Newer(Exception):  # noqa: N818 - says what the file is
    pass


def _from_toml(text: str) -> Settings:
    values = tomllib.loads(text)
    version = values.get("version")
    if type(version) is int and version > VERSION:
        raise _Newer
    if type(version) is not int or version < VERSION:
        raise TypeError("version")
    ffmpeg, folders = values.get("ffmpeg"), values.get("model_folders", [])
    if not isinstance(ffmpeg, str | None) or not isinstance(folders, list):
        raise TypeError("ffmpeg or model_folders")
    return Settings(None if ffmpeg is None else Path(ffmpeg), tuple(Path(folder) for folder in folders))


def _to_toml(settings: Settings) -> str:
    lines = [f"version = {VERSION}"]
    if settings.ffmpeg is not None:
        lines.append(f"ffmpeg = {_quoted(settings.ffmpeg)}")
    lines.append(f"model_folders = [{', '.join(map(_quoted, settings.model_folders))}]")
    return "\n".join(lines) + "\n"


def _quoted(path: Path) -> str:
    return json.dumps(str(path), ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )  # TOML's basic string is JSON's, but for DEL


def _set_aside(file: Path) -> SettingsRead:
    damaged = file.with_name(file.name + ".damaged")
    try:
        file.replace(damaged)
    except OSError:
        return SettingsRead(Settings(), f"{file} cannot be read and is not used: delete it or repair its rights.")
    return SettingsRead(Settings(), f"{file} was damaged: defaults are used, the file was kept as {damaged.name}.")
