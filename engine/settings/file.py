"""The one file of the settings: read whatever has become of it, written in one step."""

import os
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from engine.errors import EngineError
from engine.settings.tables import settings_from, tables_of
from engine.settings.toml import write_toml
from engine.settings.values import Settings

VERSION = 1


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
    except (tomllib.TOMLDecodeError, TypeError, RecursionError):
        return _set_aside(file)


def write_settings(settings: Settings, file: Path) -> None:
    """Replace `file` in one step. Raises EngineError("disk")."""
    try:
        data = write_toml({"version": VERSION, **tables_of(settings)}).encode("utf-8")
    except UnicodeEncodeError as error:
        raise EngineError(
            "disk", f"{file} could not be written: a folder's name in it is no text, choose another folder."
        ) from error
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as draft:
            draft.write(data)
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
    version = values.pop("version", None)
    if type(version) is int and version > VERSION:
        raise _Newer
    if type(version) is not int or version < VERSION:
        raise TypeError("version")
    return settings_from(values)


def _set_aside(file: Path) -> SettingsRead:
    damaged = file.with_name(file.name + ".damaged")
    try:
        file.replace(damaged)
    except OSError:
        return SettingsRead(Settings(), f"{file} cannot be read and is not used: delete it or repair its rights.")
    return SettingsRead(Settings(), f"{file} was damaged: defaults are used, the file was kept as {damaged.name}.")
