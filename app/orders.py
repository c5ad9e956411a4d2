"""What is to be heard and how, and what is kept of it in the project file so that it goes on after a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal, Protocol, cast

from engine.abilities import Task
from engine.protocol import FailureKind, MediaReady, Transcribe, Wishes
from engine.subtitles.document import Cue, Media
from engine.subtitles.markup import plain_text
from engine.subtitles.profiles import Profile
from engine.subtitles.project.codec import Json, Unreadable, codec

_PROMPT = 200  # characters of what was heard last that help the model to go on
_LAST = 3  # cues that they are taken from


class Sound(Protocol):
    """What is asked of a film that is heard, prepared or not."""

    @property
    def ready(self) -> MediaReady | None: ...

    @property
    def sound(self) -> str: ...

    @property
    def duration(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be heard, and how; names and meaning are those of engine.protocol.Transcribe.

    `film` is how the media file is known again by its content.
    """

    media: str
    model: str
    profile: Profile
    track: int | None = None
    channels: Literal["mix", "each"] = "mix"
    task: Task = "transcribe"
    language: str | None = None
    start: int = 0
    end: int | None = None
    prompt: str | None = None
    wishes: Wishes = field(default=Wishes())
    device: str | None = None
    threads: int = 0
    film: Media | None = None


_SHARED = tuple(each.name for each in fields(Order) if each.name != "profile")  # what Unfinished knows of it, too


@dataclass(frozen=True, slots=True)
class Broken:
    """A transcription that ended too early: its kind, one sentence with the remedy, and up to where it came (ms)."""

    kind: FailureKind
    message: str
    reached: int


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A transcription that has not come to its end; the fields of Order are as they were asked for.

    `step` names its step in the history. The document holds all that was said up to `reached` (ms), in `cues` of its
    own. `window` is where the model has to begin to listen (ms): it hears a window of half a minute as a whole, and
    hears the same only where its windows are the same. `spoken` is the language that was detected. The profile is the
    document's: it is no part of this.
    """

    step: str
    reached: int
    window: int
    media: str
    model: str
    cues: int = 0
    spoken: str = ""
    film: Media | None = None
    track: int | None = None
    channels: Literal["mix", "each"] = "mix"
    task: Task = "transcribe"
    language: str | None = None
    start: int = 0
    end: int | None = None
    prompt: str | None = None
    wishes: Wishes = field(default=Wishes())
    device: str | None = None
    threads: int = 0

    def order(self, profile: Profile) -> Order:
        """Return it as it was asked for."""
        return Order(profile=profile, **{name: getattr(self, name) for name in _SHARED})


_CODEC = codec(Unfinished)


def unfinished(order: Order, step: str, reached: int, window: int, cues: int = 0, spoken: str = "") -> Unfinished:
    """Return what is to be kept of an order that came up to `reached`."""
    asked = {name: getattr(order, name) for name in _SHARED}
    return Unfinished(step, reached, window, cues=cues, spoken=spoken, **asked)


def to_fact(left: Unfinished | None) -> Mapping[str, Json]:
    """Return what a project keeps; nothing where nothing is left to be heard."""
    return {} if left is None else cast(Mapping[str, Json], _CODEC.encode(left))


def from_fact(fact: Mapping[str, Json]) -> Unfinished | None:
    """Return what a project kept, None if nothing, or if a newer version kept something that is not known here."""
    try:
        return _CODEC.decode(dict(fact)) if fact else None
    except Unreadable:
        return None


def rest_of(left: Unfinished, profile: Profile, cues: tuple[Cue, ...]) -> Order:
    """Return the order for what is still to be heard, as if the model had never stopped.

    It goes on in the language that was detected, and knows what was said last, as the document has it now, where its
    windows are told.
    """
    order, start = left.order(profile), max(left.start, left.window)
    prompt = order.prompt
    if order.wishes.condition_on_previous_text and (order.wishes.batch_size or 1) == 1:
        before = [plain_text(cue.text) for cue in cues if cue.start < start][-_LAST:]
        said = " ".join(" ".join(before).split())[-_PROMPT:]
        prompt = " ".join(filter(None, (order.prompt, said))) or None
    language = order.language or (None if order.wishes.multilingual else left.spoken or None)
    return replace(order, start=start, language=language, prompt=prompt)


def request_for(order: Order, job: int, film: Sound) -> Transcribe:
    """Return an order as the engine takes it, with the film's sound where it is there already."""
    is_ready = film.ready is not None and order.track in (None, film.ready.track)
    return Transcribe(
        job,
        order.media,
        order.model,
        film.sound if is_ready and order.channels == "mix" else "",
        order.track,
        order.channels,
        task=order.task,
        language=order.language,
        start=order.start,
        end=order.end,
        initial_prompt=order.prompt,
        wishes=order.wishes,
        device=order.device,
        threads=order.threads,
    )
