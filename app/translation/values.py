"""A translation as it is asked for, and what becomes of it."""

from dataclasses import dataclass, field

from engine.protocol import FailureKind, Wishes
from engine.subtitles.profiles import Profile


@dataclass(frozen=True, slots=True)
class TranslationOrder:
    """Which cues are to be translated, by their ids, and how; other names are those of engine.protocol.Transcribe.

    `language` is the one that is spoken, None to have it detected for every stretch.
    """

    media: str
    model: str
    cues: frozenset[int]
    profile: Profile
    track: int | None = None
    language: str | None = None
    wishes: Wishes = field(default=Wishes())
    device: str | None = None
    threads: int = 0


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A translation that ended too early: its kind, one sentence with the remedy, and what is left of the order."""

    kind: FailureKind
    message: str
    order: TranslationOrder


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many cues got a translation, and how many of those that were to have one are without.

    `copied` of the translations say in no other words what the cues say: a model that can't translate writes these.
    """

    translated: int
    without: int
    copied: int = 0
