"""What the window works on."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from app.batch import Batch
from app.cue_sounds import CueSounds
from app.downloads import Downloads
from app.film import Film
from app.model_files import ModelFiles
from app.player import Player
from app.preferences import Preferences
from app.recovery import Recovery
from app.rehearing import Rehearing
from app.session import Session
from app.timeline import Timeline
from app.transcription import Transcription
from app.translation import Translation
from engine.subtitles.profiles import Profile


@dataclass(frozen=True, slots=True)
class Parts:
    """Made by main.py and handed over; `layout` remembers where panels are, `unsaved` is the folder of what is not
    saved and of what is not heard yet."""

    session: Session
    timeline: Timeline
    player: Player
    cue_sounds: CueSounds
    film: Film
    transcription: Transcription
    rehearing: Rehearing
    translation: Translation
    recovery: Recovery
    preferences: Preferences
    layout: QSettings
    batch: Batch
    downloads: Downloads
    model_files: ModelFiles
    unsaved: Path

    @property
    def profile(self) -> Profile:
        """The profile that the document follows, the chosen one where it names none."""
        return self.preferences.profile(self.session.document.profile)
