"""What the question about a transcription needs to know, and what is answered."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.dialogs.model_choice.shelf import Prospects
from engine.checkpoints.local import ModelInfo, Unknown
from engine.protocol import Wishes
from engine.settings import Hearing

Scope = Literal["file", "selection", "following"]


@dataclass(frozen=True, slots=True)
class Question:
    """`models` are those that are here, also those that can't be used. `media` is the file's name, `channels` how many
    its sound has (0: not known yet); `selection` is what is selected of it and `here` where the playhead is, in ms.
    The next three are what was answered the last time. `again` are the only stretches (ms) that are to be heard, where
    it is for a second time: nobody is asked what then. `length` is the whole film's in ms, 0 if nobody knows yet."""

    models: tuple[ModelInfo | Unknown, ...]
    media: str = ""
    channels: int = 0
    selection: tuple[int, int] | None = None
    here: int = 0
    hearing: Hearing = field(default=Hearing())
    vocabulary: str = ""
    prompt: str = ""
    again: tuple[tuple[int, int], ...] = ()
    length: int = 0
    prospects: Prospects = field(default=Prospects())


@dataclass(frozen=True, slots=True)
class Wanted:
    """A transcription as it was asked for. `hearing` is what is worth remembering for every file; `vocabulary`, names
    and terms that are put before every window, and `prompt`, what was said before the start, belong to this one.
    `wishes` hold the vocabulary, too. `folders` are models that were chosen from elsewhere, to be found again."""

    hearing: Hearing
    scope: Scope = "file"
    vocabulary: str = ""
    prompt: str = ""
    wishes: Wishes = field(default=Wishes())
    folders: tuple[Path, ...] = ()
