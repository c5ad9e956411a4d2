"""What hearing comes to, in figures that add up: of one recording, of many."""

from dataclasses import dataclass, field, fields

from engine.evaluation.no_speech import NoSpeech, Pauses
from engine.evaluation.rates import Counts
from engine.evaluation.times import TimeErrors


@dataclass(frozen=True, slots=True)
class Listed:
    """What became of the words of a list: their characters, and how many words were spelled as they should be."""

    characters: Counts = field(default_factory=Counts)
    right: int = 0
    words: int = 0

    def __add__(self, other: "Listed") -> "Listed":
        return Listed(self.characters + other.characters, self.right + other.right, self.words + other.words)


@dataclass(frozen=True, slots=True)
class Scores:
    """`translation` counts nothing where none was asked for. `duration` and `took` are ms of sound and of work."""

    words: Counts = field(default_factory=Counts)
    characters: Counts = field(default_factory=Counts)
    translation: Counts = field(default_factory=Counts)
    no_speech: NoSpeech = field(default_factory=NoSpeech)
    pauses: Pauses = field(default_factory=Pauses)
    starts: TimeErrors = field(default_factory=TimeErrors)
    ends: TimeErrors = field(default_factory=TimeErrors)
    word_starts: TimeErrors = field(default_factory=TimeErrors)
    listed: Listed = field(default_factory=Listed)
    duration: int = 0
    took: int = 0

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))
