"""What the question about a translation needs to know, and what is answered."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.dialogs.model_choice.shelf import Prospects
from engine.checkpoints.local import ModelInfo, Unknown
from engine.subtitles.document import Cue
from engine.subtitles.sentences import says_something
from engine.subtitles.translations import keeps_translation, lacks_translation

Extent = Literal["all", "selected"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Ids of cues that say something: `lacking` have no translation, a person's is in `kept`, the others are `said`."""

    said: frozenset[int] = frozenset()
    lacking: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()

    def among(self, chosen: Collection[int]) -> "Cues":
        """Return those of them that are chosen."""
        return Cues(self.said.intersection(chosen), self.lacking.intersection(chosen), self.kept.intersection(chosen))


def cues_of(cues: Iterable[Cue]) -> Cues:
    """Sort cues by what becomes of their translation."""
    said = [cue for cue in cues if says_something(cue)]
    return Cues(
        frozenset(cue.id for cue in said),
        frozenset(cue.id for cue in said if lacks_translation(cue)),
        frozenset(cue.id for cue in said if keeps_translation(cue)),
    )


@dataclass(frozen=True, slots=True)
class Question:
    """`models` are those that are here, also those that can't be used; `model` is the path of the one that was chosen
    the last time. `media` is the film's name, `language` the code of what is spoken, "" if nobody knows. `sound` tells
    how many ms are heard for some of the cues, 0 if nobody knows."""

    models: tuple[ModelInfo | Unknown, ...]
    cues: Cues
    selected: tuple[int, ...] = ()
    media: str = ""
    model: str = ""
    language: str = ""
    sound: Callable[[frozenset[int]], int] = lambda _: 0
    prospects: Prospects = field(default=Prospects())


@dataclass(frozen=True, slots=True)
class Wanted:
    """A translation as it was asked for, `language` "" to have it detected. `folders` are models from elsewhere."""

    model: str
    language: str
    cues: frozenset[int]
    folders: tuple[Path, ...] = field(default=())
