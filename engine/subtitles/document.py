"""The document: cues with what their file format says about them beside text and time. Frozen values, integer ms."""

from dataclasses import dataclass, field
from typing import Literal

from engine.transcript import Word

Align = Literal["start", "center", "end", "left", "right"]
LineAlign = Literal["start", "center", "end"]
PositionAlign = Literal["auto", "line-left", "center", "line-right"]
Origin = Literal["machine", "edited", "verified"]


@dataclass(frozen=True, slots=True)
class VttSettings:
    """Where a WebVTT cue stands in the picture (W3C WebVTT, 3.1); percentages, None for auto.

    `line` counts lines where `snap_to_lines` holds, else it is a percentage. `region` names a VttRegion.
    """

    vertical: Literal["", "rl", "lr"] = ""
    line: float | None = None
    snap_to_lines: bool = True
    line_align: LineAlign = "start"
    position: float | None = None
    position_align: PositionAlign = "auto"
    size: float = 100
    align: Align = "center"
    region: str | None = None


@dataclass(frozen=True, slots=True)
class VttCue:
    """What only WebVTT knows of a cue.

    `payload` is the cue as its file has it, where it holds more than text and speaker can say (classes, languages,
    karaoke times, ruby). It is written again as long as it says the same as they do.
    """

    identifier: str = ""
    settings: VttSettings = VttSettings()
    payload: str | None = None


@dataclass(frozen=True, slots=True)
class SrtCue:
    """What only SubRip knows of a cue: the coordinates or settings behind its times, as the file has them."""

    position: str


@dataclass(frozen=True, slots=True)
class RawCue:
    """What only the format of suffix `format` knows of a cue: named values as its file has them.

    `payload` is the cue's text as there, where it holds more than text and speaker can say. It is written again in that
    format as long as it says the same as they do.
    """

    format: str
    fields: tuple[tuple[str, str], ...] = ()
    payload: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of time with its text; `id` is unique in its document, stays through every edit and never comes back.

    Lines of `text` end with a line feed. `<i> <b> <u> <font color="...">` and their ends are markup, every other `<`
    and every `&` is itself (see markup.py). Times may be negative or reversed in a file that has them so. `origin` says
    whether a model wrote it, a person did or changed it, or a person has listened and vouches for it;
    `translation_origin` says it of the translation. A model's translation that is empty was asked for in vain.
    """

    id: int
    start: int
    end: int
    text: str
    speaker: str = ""
    translation: str = ""
    words: tuple[Word, ...] = ()
    origin: Origin = "edited"
    extra: VttCue | SrtCue | RawCue | None = None
    translation_origin: Origin = "edited"


@dataclass(frozen=True, slots=True)
class Note:
    """Text of a file that is no cue; it stands before the cue at index `before`."""

    text: str
    before: int


@dataclass(frozen=True, slots=True)
class VttRegion:
    """A named part of the picture (W3C WebVTT, 3.2); percentages, anchors as (x, y)."""

    identifier: str = ""
    width: float = 100
    lines: int = 3
    anchor: tuple[float, float] = (0, 100)
    viewport_anchor: tuple[float, float] = (0, 100)
    scroll: Literal["", "up"] = ""


@dataclass(frozen=True, slots=True)
class VttFile:
    """What only WebVTT knows of a file; `header` is what follows the word WEBVTT up to the first empty line."""

    header: str = ""
    styles: tuple[str, ...] = ()
    regions: tuple[VttRegion, ...] = ()


@dataclass(frozen=True, slots=True)
class RawFile:
    """What only the format of suffix `format` knows of a file: named parts in their order, as the file has them."""

    format: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """The film or sound that a document belongs to, and how it is known again after it was moved: bytes, content."""

    path: str
    size: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Document:
    """Cues in the order of their file. Languages are codes such as "en", "" if nobody said.

    `speakers` are all names that may be chosen, also those of nobody's cue yet. `profile` names the rules (profiles).
    `next_id` is above every id that this document or one before it in its history ever had, 0 if nobody has counted
    yet. It is no part of what the document says, so that undoing gives an equal document without giving ids anew.
    """

    cues: tuple[Cue, ...] = ()
    language: str = ""
    notes: tuple[Note, ...] = ()
    extra: VttFile | RawFile | None = None
    translation_language: str = ""
    speakers: tuple[str, ...] = ()
    media: Media | None = None
    profile: str = ""
    next_id: int = field(default=0, compare=False)

    @property
    def free_id(self) -> int:
        """An id that no cue has or ever had; all above are free, too."""
        return self.next_id or 1 + max((cue.id for cue in self.cues), default=0)
