"""What a person chose for every run: the settings as they are now, written at once when they are changed."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.errors import EngineError
from engine.settings import Settings, read_settings, with_recent, write_settings
from engine.settings.models import folders_of_models, home_of_models, own_folders
from engine.subtitles.profiles import DEFAULT, Profile, find_profile


class Preferences(QObject):
    """Holds the settings. `changed` tells those before and after, `complained` that their file has a problem."""

    changed = Signal(object, object)
    complained = Signal(str)

    def __init__(self, file: Path, own_profiles: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._own_profiles = own_profiles
        read = read_settings(file)
        self.settings: Settings = read.settings
        self.complaint = read.complaint or ""

    @property
    def own_profiles(self) -> Path:
        """The file of the person's own profiles, which need not be there."""
        return self._own_profiles

    def change(self, settings: Settings) -> None:
        """Take other settings, and write them."""
        before, self.settings = self.settings, settings
        if settings == before:
            return
        try:
            write_settings(settings, self._file)
        except EngineError as error:
            self.complained.emit(str(error))
        self.changed.emit(before, settings)

    @property
    def model_folders(self) -> tuple[Path, ...]:
        """The models and folders of models that were chosen, then those of every run."""
        return folders_of_models(self.settings)

    @property
    def model_home(self) -> Path:
        """The folder that models come to."""
        return home_of_models(self.settings)

    @property
    def own_models(self) -> tuple[Path, ...]:
        """The folders of models that are Sotto's to fill and to clear."""
        return own_folders(self.settings)

    def with_models(self, chosen: Iterable[Path]) -> Settings:
        """Return the settings with models that were chosen from elsewhere, to be found again."""
        folders = tuple(dict.fromkeys((*self.settings.model_folders, *chosen)))
        return replace(self.settings, model_folders=folders)

    def remember(self, file: Path) -> None:
        """Put a file first among the recent ones."""
        self.change(with_recent(self.settings, file.absolute()))

    def profile(self, name: str) -> Profile:
        """Return the profile of a name, "" for the chosen one; where it is gone, the usual one, with a complaint."""
        try:
            return find_profile(name or self.settings.profile, self._own_profiles)
        except EngineError as error:
            self.complained.emit(str(error))
            return find_profile(DEFAULT)
