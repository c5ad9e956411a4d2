"""Settings: one frozen value, and the one TOML file that the window and the command line share."""

from engine.settings.file import SettingsRead, read_settings, write_settings
from engine.settings.values import (
    Follow,
    Hearing,
    Keys,
    Look,
    Player,
    Privacy,
    Scheme,
    Settings,
    Several,
    with_recent,
    without_recent,
)

__all__ = [
    "Follow",
    "Hearing",
    "Keys",
    "Look",
    "Player",
    "Privacy",
    "Scheme",
    "Settings",
    "SettingsRead",
    "Several",
    "read_settings",
    "with_recent",
    "without_recent",
    "write_settings",
]
