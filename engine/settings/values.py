"""What a person chose once for every run, as frozen values."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from engine.abilities import Task

Follow = Literal["page", "centre", "no"]
Scheme = Literal["system", "light", "dark", "high-contrast"]
MOST_RECENT = 12
DEFAULT_KEYS = "subtitle-edit"
DEFAULT_PROFILE = "subtitle-edit"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, and the size of text in points; 0 is the system's."""

    scheme: Scheme = "system"
    text_size: int = 0


@dataclass(frozen=True, slots=True)
class Keys:
    """The name of a key set, and what is different from it: for an action's id its keys, none for no key at all."""

    base: str = DEFAULT_KEYS
    changed: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Player:
    """How the film is played. `rewind` is how far it goes back when it plays on, `step` and `stride` are the short and
    the long jump, all in ms; `volume` is in percent. `sounds` plays one where a cue begins and where it ends, as loud
    as `sounds_volume` percent. `follow` is what the waveform does when the playhead leaves it: it turns the page, keeps
    the playhead in the middle, or stays."""

    rewind: int = 0
    step: int = 1000
    stride: int = 5000
    volume: int = 100
    sounds: bool = False
    sounds_volume: int = 50
    follow: Follow = "page"


@dataclass(frozen=True, slots=True)
class Privacy:
    """What may be remembered of a person's work beside the work itself."""

    keep_recent: bool = True


@dataclass(frozen=True, slots=True)
class Hearing:
    """How the last transcription was asked for, to begin the next question with. `model` is a path, "" for none yet;
    `language` "" is to detect it; `options` are texts by the reference's names, those that were changed alone."""

    model: str = ""
    language: str = ""
    task: Task = "transcribe"
    each_channel: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Several:
    """Where films that are heard one after another are saved: in a folder, "" beside each; with an SRT file or not."""

    folder: str = ""
    srt: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """`model_folders` are searched beside the usual ones, `model_home` keeps models that are fetched, None the usual
    folder. `language` is the window's, "" the system's; `columns` are
    those of the list of cues in their order, () the usual ones; `recent` are files, the last first. `unknown` is TOML
    that another version of Sotto understands, and is written again as it is."""

    ffmpeg: Path | None = None
    model_folders: tuple[Path, ...] = ()
    profile: str = DEFAULT_PROFILE
    language: str = ""
    columns: tuple[str, ...] = ()
    recent: tuple[Path, ...] = ()
    look: Look = Look()
    keys: Keys = Keys()
    player: Player = Player()
    privacy: Privacy = Privacy()
    hearing: Hearing = Hearing()
    several: Several = Several()
    model_home: Path | None = None
    unknown: str = ""


def with_recent(settings: Settings, file: Path) -> Settings:
    """Put a file first among the recent ones, unless none are to be kept."""
    if not settings.privacy.keep_recent:
        return without_recent(settings)
    others = [other for other in settings.recent if other != file]
    return replace(settings, recent=(file, *others)[:MOST_RECENT])


def without_recent(settings: Settings) -> Settings:
    """Forget the recent files."""
    return replace(settings, recent=())
