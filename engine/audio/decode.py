"""Decodes the sound of a media file, once, to private PCM files on the picture's time base."""

import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.audio.blocks import BlockReader
from engine.audio.channels import Channels, Selection, select
from engine.audio.ffmpeg import SHIFT_SECONDS, list_packets, shown, sound
from engine.audio.packets import Packet, packets
from engine.audio.parts import Part, private_parts
from engine.audio.pcm import SAMPLE, SAMPLE_RATE, SAMPLES_PER_MS, Pcm
from engine.audio.probe import AudioTrack, MediaInfo
from engine.audio.timeline import TIMED_CONTAINERS, Timeline
from engine.errors import EngineError
from engine.progress import Cancel, Progress

_REPORT_SECONDS = 0.15
_TOLERATED_MS = 500  # the tracks of a whole file may end this far apart


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
    patience: float = 120,
) -> Generator[Progress, None, Decoded]:
    """Write the sound of one track into `folder`: what is heard at t ms is sample 16 * t of each Pcm.

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
                if time.monotonic() - reported >= _REPORT_SECONDS:
                    reported = time.monotonic()
                    yield Progress("decode", sink.decoded, media.duration)
            complaints = child.complaints()
        if sink.timeline.written == 0:
            raise _unreadable(media, chosen, complaints)
        yield Progress("decode", sink.decoded, media.duration)
        missing = 0
        if _ends_early(media, sink.decoded, complaints):
            with list_packets(ffmpeg, media.path, ("a", "V", "s"), patience) as child:
                missing = _missing(media, chosen, sink.decoded, packets(child.chunks(cancel)))
        return Decoded(tuple(part.keep(sink.timeline.written) for part in parts), missing)


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


def _ends_early(media: MediaInfo, decoded: int, complaints: list[str]) -> bool:
    """Tell whether less was decoded than declared; what ffmpeg only estimated is no declaration."""
    if media.duration is None or any("Estimating duration from bitrate" in line for line in complaints):
        return False
    return media.duration - decoded > _TOLERATED_MS


def _missing(media: MediaInfo, track: AudioTrack, decoded: int, listed: Iterable[Packet]) -> int:
    """Return how many ms are missing of a track that ends before the declared end of its file.

    The sound of a whole file may end before its picture: only if no track at all reaches the end was the file cut.
    """
    declared = media.duration or 0
    file_end, track_end = 0, 0
    for packet in listed:
        end = packet.end - media.start
        file_end = max(file_end, end)
        track_end = max(track_end, end) if packet.stream == track.index else track_end
    if track_end - decoded > _TOLERATED_MS:
        return track_end - decoded  # it is there and could not be decoded
    return declared - decoded if declared - file_end > _TOLERATED_MS else 0
