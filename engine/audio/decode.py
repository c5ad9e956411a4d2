"""Decodes the sound of a media file, once, to private PCM files on the picture's time base."""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.audio.blocks import BlockReader
from engine.audio.ffmpeg import SHIFT_SECONDS, Child, list_packets, shown, sound
from engine.audio.packets import packets
from engine.audio.parts import Part, private_parts
from engine.audio.pcm import SAMPLE, SAMPLE_RATE, SAMPLES_PER_MS, Pcm
from engine.audio.probe import AudioTrack, MediaInfo
from engine.audio.timeline import TIMED_CONTAINERS, Timeline
from engine.errors import EngineError
from engine.progress import Cancel, Progress

Channels = int | Literal["mix", "each"]

_REPORT_SECONDS = 0.15
_TOLERATED_MS = 500  # the tracks of a whole file may end this far apart
_PATIENCE_SECONDS = 120.0


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
    patience: float = _PATIENCE_SECONDS,
) -> Generator[Progress, None, Decoded]:
    """Write the sound of one track into `folder`: what is heard at t ms is sample 16 * t of each Pcm.

    Nothing is left behind if this ends early: by an error, a cancel, or the closing of the generator. `patience` is
    how many seconds ffmpeg may be silent. Raises Cancelled and EngineError("media"), ("options"), ("disk").
    """
    chosen = media.choose(track)
    columns = _columns(media, chosen, channels)
    width = 1 if channels == "mix" else chosen.channels
    timeline = Timeline(media.duration, timed=not TIMED_CONTAINERS.isdisjoint(media.container.split(",")))
    with private_parts(folder, len(columns)) as parts:
        with sound(
            ffmpeg, media.path, track=chosen.index, channels=width, rate=SAMPLE_RATE, patience=patience
        ) as child:
            yield from _write(child, parts, columns, width, timeline, media, cancel)
            complaints = child.complaints()
        if timeline.written == 0:
            raise _unreadable(media, chosen, complaints)
        missing = _missing(media, ffmpeg, chosen, timeline, complaints, cancel, patience)
        return Decoded(tuple(part.keep(timeline.written) for part in parts), missing)


def _columns(media: MediaInfo, track: AudioTrack, channels: Channels) -> tuple[int, ...]:
    """Return which columns of the decoded sound are kept, a Pcm each."""
    if channels == "mix":
        return (0,)
    if channels == "each":
        return tuple(range(track.channels))
    if not 0 <= channels < track.channels:
        last = track.channels - 1
        known = f"{track.channels} channels, 0 to {last}" if last else "one channel, 0"
        raise EngineError(
            "options",
            f"Audio track {track.index} of {shown(media.path)} has {known}: channel {channels} is not among them.",
        )
    return (channels,)


def _write(
    child: Child,
    parts: tuple[Part, ...],
    columns: tuple[int, ...],
    width: int,
    timeline: Timeline,
    media: MediaInfo,
    cancel: Cancel,
) -> Iterator[Progress]:
    reader = BlockReader()
    zero = SHIFT_SECONDS * 1000 + media.start
    reported = time.monotonic()
    for chunk in child.chunks(cancel):
        for block_time, payload in reader.feed(chunk):
            block: NDArray[np.int16] = np.frombuffer(payload, SAMPLE).reshape(-1, width)
            place = timeline.place(block_time - zero, len(block))
            for part, column in zip(parts, columns, strict=True):
                part.write(place.silence, block[place.skipped :, column].tobytes())
        if time.monotonic() - reported >= _REPORT_SECONDS:
            reported = time.monotonic()
            yield Progress("decode", timeline.written // SAMPLES_PER_MS, media.duration)
    yield Progress("decode", timeline.written // SAMPLES_PER_MS, media.duration)


def _unreadable(media: MediaInfo, track: AudioTrack, complaints: list[str]) -> EngineError:
    return EngineError(
        "media",
        f"Nothing could be decoded of audio track {track.index} ({track.codec}) of {shown(media.path)}: it is damaged, "
        "protected, or of a kind that this ffmpeg does not know; convert it to WAV with the program that made it. "
        f"ffmpeg says: {complaints[-1] if complaints else 'nothing'}",
    )


def _missing(
    media: MediaInfo,
    ffmpeg: Path,
    track: AudioTrack,
    timeline: Timeline,
    complaints: list[str],
    cancel: Cancel,
    patience: float,
) -> int:
    """Return how many ms are declared but not there.

    The sound of a whole file may end before its picture: when it does end early, all packets are listed to see whether
    the file as a whole goes on to its declared end. A duration that ffmpeg only estimated declares nothing.
    """
    decoded = timeline.written // SAMPLES_PER_MS
    if media.duration is None or media.duration - decoded <= _TOLERATED_MS:
        return 0
    if any("Estimating duration from bitrate" in line for line in complaints):
        return 0
    last, last_of_track = 0, 0
    with list_packets(ffmpeg, media.path, ("a", "V", "s"), patience) as child:
        for packet in packets(child.chunks(cancel)):
            last = max(last, packet.end - media.start)
            if packet.stream == track.index:
                last_of_track = max(last_of_track, packet.end - media.start)
    if last_of_track - decoded > _TOLERATED_MS:
        return last_of_track - decoded
    return media.duration - decoded if media.duration - last > _TOLERATED_MS else 0
