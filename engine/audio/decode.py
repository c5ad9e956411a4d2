"""Decodes the sound of a media file, once, to private PCM files on the picture's time base."""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.audio.blocks import BlockReader
from engine.audio.channels import Channels, Selection, select
from engine.audio.ffmpeg import SHIFT_SECONDS, sound
from engine.audio.missing import missing
from engine.audio.parts import Part, private_parts
from engine.audio.pcm import SAMPLE, SAMPLE_RATE, SAMPLES_PER_MS, Pcm
from engine.audio.probe import AudioTrack, MediaInfo
from engine.audio.timeline import TIMED_CONTAINERS, Timeline
from engine.errors import EngineError
from engine.paths import shown
from engine.progress import Cancel, Progress

__all__ = ["Channels", "Decoded", "decode"]

_REPORT_SECONDS = 0.15

Watch = Callable[[tuple[Pcm, ...]], None]


@dataclass(frozen=True, slots=True)
class Decoded:
    """One Pcm, or one for each channel; `missing` is how many ms the file declares but doesn't hold."""

    pcms: tuple[Pcm, ...]
    missing: int


def decode(
    media: MediaInfo,
    ffmpeg: Path,
    folder: Path,
    *,
    track: int | None = None,
    channels: Channels = "mix",
    cancel: Cancel,
    watch: Watch | None = None,
    patience: float = 120,
) -> Generator[Progress, None, Decoded]:
    """Write the sound of one track into `folder`: what is heard at t ms is sample 16 * t of each Pcm.

    `watch` is shown what is there already, some seconds more each time: its work costs no time that ffmpeg still takes.
    Nothing is left behind if this ends early: by an error, a cancel, or the closing of the generator. `patience` is
    how many seconds ffmpeg may be silent. Raises Cancelled and EngineError("media"), ("options"), ("disk").
    """
    chosen = media.choose(track)
    selection = select(chosen, channels)
    with private_parts(folder, len(selection.columns)) as parts:
        sink = _Sink(media, selection, parts)
        with sound(ffmpeg, media.path, chosen.index, selection.filter, SAMPLE_RATE, patience) as child:
            reported = time.monotonic()
            for chunk in child.chunks(cancel):
                sink.write(chunk)
                if watch is not None:
                    watch(sink.pcms)
                if time.monotonic() - reported >= _REPORT_SECONDS:
                    reported = time.monotonic()
                    yield Progress("decode", sink.decoded, media.duration)
            complaints = child.complaints()
        if sink.timeline.written == 0:
            raise _unreadable(media, chosen, complaints)
        yield Progress("decode", sink.decoded, media.duration)
        short = missing(media, chosen, sink.decoded, complaints, ffmpeg, patience, cancel)
        return Decoded(tuple(part.keep(sink.timeline.written) for part in parts), short)


class _Sink:
    """Takes ffmpeg's output apart and writes each kept channel to its part, at its place in time."""

    def __init__(self, media: MediaInfo, selection: Selection, parts: tuple[Part, ...]) -> None:
        timed = not TIMED_CONTAINERS.isdisjoint(media.container.split(","))
        self.timeline = Timeline(media.duration, timed)
        self._reader = BlockReader()
        self._zero = SHIFT_SECONDS * 1000 + media.start
        self._width = selection.width
        self._columns = tuple(zip(parts, selection.columns, strict=True))

    @property
    def pcms(self) -> tuple[Pcm, ...]:
        """What is written so far."""
        return tuple(Pcm(part.path, self.timeline.written) for part, _ in self._columns)

    @property
    def decoded(self) -> int:
        """How many ms of sound are written."""
        return self.timeline.written // SAMPLES_PER_MS

    def write(self, chunk: bytes) -> None:
        for heard_at, payload in self._reader.feed(chunk):
            block: NDArray[np.int16] = np.frombuffer(payload, SAMPLE).reshape(-1, self._width)  # (samples, channels)
            place = self.timeline.place(heard_at - self._zero, len(block))
            for part, column in self._columns:
                part.write(place.silence, block[place.skipped :, column].tobytes())


def _unreadable(media: MediaInfo, track: AudioTrack, complaints: list[str]) -> EngineError:
    return EngineError(
        "media",
        f"Nothing could be decoded of audio track {track.index} ({track.codec}) of {shown(media.path)}: it is damaged, "
        "protected, or of a kind that this ffmpeg does not know; convert it to WAV with the program that made it. "
        f"ffmpeg says: {complaints[-1] if complaints else 'nothing'}",
    )
