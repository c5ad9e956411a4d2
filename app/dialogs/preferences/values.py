"""What the preferences show beside the settings themselves."""

from dataclasses import dataclass

from engine.settings import Settings
from engine.subtitles.profiles import Profile


@dataclass(frozen=True, slots=True)
class ActionName:
    """An action by its id, what its menu calls it, and that menu."""

    id: str
    text: str
    group: str


@dataclass(frozen=True, slots=True)
class Question:
    """The settings, the actions that have keys, the profiles, and the languages of the window by code and name."""

    settings: Settings
    actions: tuple[ActionName, ...]
    profiles: tuple[Profile, ...]
    languages: tuple[tuple[str, str], ...]
