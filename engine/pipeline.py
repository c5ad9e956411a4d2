"""From a media file to segments: the rooms joined into one generator of events, and `load_model` for library use."""

import heapq
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from engine.audio.channels import Channels
from engine.audio.decode import decode
from engine.audio.ffmpeg import find_ffmpeg
from engine.audio.pcm import Pcm, Stretch, cut_out
from engine.audio.probe import probe
from engine.audio.speech import SpeechAhead, follow_speech
from engine.checkpoints.catalogue import identify, read_catalogue
from engine.checkpoints.find import find_model, vocabularies
from engine.checkpoints.identity import check_identity
from engine.checkpoints.measured import Watch, write_measured
from engine.checkpoints.recommend import Device, Measured
from engine.errors import EngineError
from engine.paths import cache_folder, model_folders
from engine.progress import Cancel, MediaReady, Progress
from engine.sound_folder import sound_folder
from engine.transcript import DetectedLanguage, Segment, Word
from engine.whisper.checkpoint import Model, find_source, load
from engine.whisper.machine import FULL_PRECISION, use_threads
from engine.whisper.options import Options
from engine.whisper.packing import FindSpeech
from engine.whisper.transcribe import transcribe as hear

_LAST_MOMENT = 20  # ms, the shortest that timestamps can tell
_WHOLE = (0.0,)  # of clip_timestamps

Heard = Progress | DetectedLanguage | Segment
Event = MediaReady | Heard


def transcribe(
    media: Path,
    model: Model,
    options: Options,
    *,
    ffmpeg: Path,
    track: int | None,
    channels: Channels,
    cancel: Cancel,
) -> Iterator[Event]:
    """Yield what happens on the way from `media` to its segments, which come in the order of time.

    `track` None: the file's own choice. `channels`: the mix of all, each by itself, or the one of a number from 0.
    Raises EngineError of any kind, and Cancelled within a decoder step.
    """
    info = probe(media, ffmpeg)
    model.abilities.check(model.name, options.task, options.language, multilingual=options.multilingual)
    with sound_folder(cache_folder()) as folder:
        # Of clips nothing but what lies in them is listened to.
        ahead = _Ahead(cancel) if (options.batch_size or 1) > 1 and options.clip_seconds == _WHOLE else None
        decoded = yield from decode(info, ffmpeg, folder, track=track, channels=channels, cancel=cancel, watch=ahead)
        yield MediaReady(max(pcm.duration for pcm in decoded.pcms), decoded.missing)
        speech = ahead.finders(decoded.pcms) if ahead else None
        yield from transcribe_sound(decoded.pcms, model, options, channels=channels, speech=speech, cancel=cancel)


class _Ahead:
    """Listens for speech in sounds while they are decoded."""

    def __init__(self, cancel: Cancel) -> None:
        self._cancel = cancel
        self._each: list[SpeechAhead] = []

    def __call__(self, pcms: tuple[Pcm, ...]) -> None:
        self._each = self._each or [SpeechAhead(self._cancel) for _ in pcms]
        for ahead, pcm in zip(self._each, pcms, strict=True):
            ahead.listen(pcm)

    def finders(self, pcms: tuple[Pcm, ...]) -> list[FindSpeech]:
        return [partial(ahead.follow, pcm) for ahead, pcm in zip(self._each, pcms, strict=True)]


def transcribe_sound(
    pcms: Sequence[Pcm],
    model: Model,
    options: Options,
    *,
    channels: Channels,
    start: int = 0,
    end: int | None = None,
    speech: Sequence[FindSpeech] | None = None,
    cancel: Cancel,
) -> Iterator[Heard]:
    """Yield what is heard of decoded sound from `start` up to `end` ms, None: to its end.

    `pcms` and `channels` are what `decode` was asked for and gave. `speech` finds where somebody speaks in each one's
    stretch, None: it is listened for. The stretch is a sound of its own to the model: its language is told from its own
    beginning. Times of segments are the whole sound's, Progress is the stretch's. Raises EngineError("options") if
    nothing lies there.
    """
    start = max(start, 0)
    stretches = [cut_out(pcm, start, end) for pcm in pcms]
    if (start or end is not None) and not any(stretch.samples for stretch in stretches):
        raise EngineError("options", "Nothing lies between these two times: choose a stretch inside the sound.")
    speech = speech or [partial(follow_speech, stretch, cancel=cancel) for stretch in stretches]
    events = _hear_channels(stretches, speech, channels, model, options, cancel)
    return (_moved(event, start) for event in _measured(events, len(stretches), model, options, cancel))


def _moved(event: Heard, shift: int) -> Heard:
    if not isinstance(event, Segment) or not shift:
        return event
    return replace(
        event,
        start=event.start + shift,
        end=event.end + shift,
        seek=event.seek + shift,
        words=tuple(_moved_word(word, shift) for word in event.words),
    )


def _moved_word(word: Word, shift: int) -> Word:
    if word.start is None or word.end is None:
        return word
    return replace(word, start=word.start + shift, end=word.end + shift)


def _measured(
    events: Iterator[Heard], channels: int, model: Model, options: Options, cancel: Cancel
) -> Iterator[Heard]:
    """Keep in mind how fast this machine hears, for the times that are told before the next film, however it ends.

    A model of synthetic speech is no measure for others: it is smaller than those that the formula of sizes was fitted
    to, has a vocabulary of its own with more tokens a word, and hears people's voices again and again at rising
    temperatures. Clips leave out what Progress counts.
    """
    watch = Watch(cancel)
    try:
        yield from watch.follow(events)
    finally:
        whole = options.clip_seconds == _WHOLE and not model.abilities.synthetic_only
        if whole and (speed := watch.speed) is not None:
            device: Device = "cpu" if model.network.device.type == "cpu" else "gpu"
            with suppress(OSError):  # then the formula has to do
                write_measured(Measured(model.name, device, channels * speed), cache_folder())


def _hear_channels(
    stretches: Sequence[Stretch],
    speech: Sequence[FindSpeech],
    channels: Channels,
    model: Model,
    options: Options,
    cancel: Cancel,
) -> Iterator[Heard]:
    each = [
        in_bounds(hear(model, stretch, options, cancel, find_speech), stretch.duration)
        for stretch, find_speech in zip(stretches, speech, strict=True)
    ]
    if channels == "mix":
        return each[0]
    first = 0 if channels == "each" else channels
    return in_order([_of_channel(channel, events) for channel, events in enumerate(each, first)])


def in_bounds(events: Iterator[Heard], duration: int) -> Iterator[Heard]:
    """Keep the times of segments and words inside the sound, and none of them before what was heard before it.

    The last window is 30 s to the model, also where the sound is not, and words that could not be timed leave a segment
    behind the next one. What was heard is kept: what is said to begin after the end gets the sound's last moment.
    """
    earliest = 0
    for event in events:
        if isinstance(event, Segment):
            event = _between(event, earliest, duration)
            earliest = max(time for time in (event.start, *(word.start for word in event.words)) if time is not None)
        yield event


def _between(segment: Segment, earliest: int, duration: int) -> Segment:
    latest = max(duration - _LAST_MOMENT, earliest)
    words = []
    for word in segment.words:
        if word.start is not None and word.end is not None:
            start = min(max(word.start, earliest), latest)
            word = replace(word, start=start, end=max(min(word.end, duration), start))
        words.append(word)
    start = min(max(segment.start, earliest), latest)
    return replace(segment, start=start, end=max(min(segment.end, duration), start), words=tuple(words))


def _of_channel(channel: int, events: Iterator[Heard]) -> Iterator[Heard]:
    for event in events:
        yield replace(event, channel=channel) if isinstance(event, Segment) else event


def in_order(channels: list[Iterator[Heard]]) -> Iterator[Heard]:
    """Merge what the channels tell by the time that it is about; whoever is behind is heard next.

    So a Progress holds for all channels: each of them is at least there.
    """
    timed = (_with_time(channel, events) for channel, events in enumerate(channels))
    return (event for _, _, event in heapq.merge(*timed, key=lambda told: told[:2]))


def _with_time(channel: int, events: Iterator[Heard]) -> Iterator[tuple[int, int, Heard]]:
    now = 0
    for event in events:
        match event:
            case Progress(done=time) | Segment(start=time):
                now = max(now, time)
        yield now, channel, event


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory, ready for any number of files."""

    model: Model
    ffmpeg: Path

    @property
    def only_language(self) -> str | None:
        """Return the language that is heard without being asked for or detected, as by an .en model."""
        languages = self.model.abilities.languages
        return languages[0] if len(languages) == 1 else None

    def transcribe(
        self,
        media: Path | str,
        options: Options = Options(),
        *,
        track: int | None = None,
        channels: Channels = "mix",
        cancel: Cancel | None = None,
    ) -> Iterator[Segment]:
        """Yield the segments of a file as they are heard, in the order of time; arguments as `pipeline.transcribe`."""
        events = self.events(Path(media), options, track=track, channels=channels, cancel=cancel)
        return (event for event in events if isinstance(event, Segment))

    def events(
        self,
        media: Path,
        options: Options = Options(),
        *,
        track: int | None = None,
        channels: Channels = "mix",
        cancel: Cancel | None = None,
    ) -> Iterator[Event]:
        """Yield segments, and between them how far the work is and what it found out."""
        return transcribe(
            media,
            self.model,
            options,
            ffmpeg=self.ffmpeg,
            track=track,
            channels=channels,
            cancel=cancel or Cancel(),
        )


def load_model(
    model: Path | str,
    *,
    device: str | None = None,
    fp16: bool = True,
    threads: int = 0,
    ffmpeg: Path | None = None,
    cancel: Cancel | None = None,
) -> LoadedModel:
    """Load a model by its folder, its .pt file, or its name if it lies in one of the usual folders.

    `fp16` False computes in single precision, as the reference; True in what the device is good at. `ffmpeg` None:
    the one that is found. A model that Sotto fetched or imported is first compared with what came then; only the first
    time takes long. Raises EngineError("model"), ("device"), ("memory"), ("setup"), and Cancelled.
    """
    program = ffmpeg or find_ffmpeg()
    folders = model_folders()
    path = find_source(find_model(str(model), folders))
    check_identity(path, cache_folder(), cancel)
    official = identify(read_catalogue(), path, cancel) if path.is_file() else None
    use_threads(threads)
    loaded = load(
        path,
        device=device,
        dtype=None if fp16 else FULL_PRECISION,
        vocabularies=vocabularies(folders) if path.is_file() else (),
        alignment_heads=None if official is None else official.alignment_heads,
        mode="fast" if fp16 else "reference",
    )
    return LoadedModel(loaded, program)
