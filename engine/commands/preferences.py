"""What holds for every command: the settings of this person."""

from engine.commands.screen import complain
from engine.paths import settings_file
from engine.settings import Settings, read_settings


def preferences() -> Settings:
    """Read the settings; say in one line if their file could not be used."""
    read = read_settings(settings_file())
    if read.complaint:
        complain(read.complaint)
    return read.settings
