"""The sound that is heard: the window's own, borrowed, or decoded here and kept for the next job on the same file."""

import os
import shutil
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from engine.audio.channels import Channels
from engine.audio.decode import decode
from engine.audio.ffmpeg import find_ffmpeg
from engine.audio.pcm import Pcm, open_pcm
from engine.audio.probe import probe
from engine.jobs.pace import Pace
from engine.progress import Cancel
from engine.protocol import Progress, Transcribe


@dataclass(frozen=True, slots=True)
class _Source:
    """What was decoded, exactly: another file of the same name is another source."""

    media: str
    modified_ns: int
    size: int
    track: int | None
    channels: Channels


class Sounds:
    """Keeps one decoded file at most, in a private folder."""

    def __init__(self, folder: Path) -> None:
        self._decoded_here = folder / "heard"
        self._borrowed = folder / "borrowed.pcm"
        self._kept: tuple[_Source, tuple[Pcm, ...]] | None = None

    def lend(self, request: Transcribe, cancel: Cancel, pace: Pace) -> Generator[Progress, None, tuple[Pcm, ...]]:
        """Return one Pcm, or one a channel. Raises Cancelled and EngineError."""
        channels = channels_of(request)
        if channels == "mix" and (borrowed := self._borrow(request.sound)):
            return (borrowed,)
        media = Path(request.media)
        ffmpeg = find_ffmpeg(None if request.ffmpeg is None else Path(request.ffmpeg))
        info = probe(media, ffmpeg)
        found = media.stat()
        source = _Source(request.media, found.st_mtime_ns, found.st_size, request.track, channels)
        if self._kept and self._kept[0] == source:
            return self._kept[1]
        self._kept = None
        shutil.rmtree(self._decoded_here, ignore_errors=True)
        work = decode(info, ffmpeg, self._decoded_here, track=request.track, channels=channels, cancel=cancel)
        decoded = yield from pace.follow(work)
        self._kept = source, decoded.pcms
        return decoded.pcms

    def give_back(self) -> None:
        """Forget what was borrowed: it is the window's to remove."""
        self._borrowed.unlink(missing_ok=True)

    def _borrow(self, sound: str) -> Pcm | None:
        """Open the window's sound under a name of our own: it then stays for this job, whoever removes the other."""
        if not sound:
            return None
        self.give_back()
        try:
            os.link(sound, self._borrowed)
            return open_pcm(self._borrowed)
        except OSError:
            return None  # it went with the process that made it: the media is decoded again


def channels_of(request: Transcribe) -> Channels:
    return request.channels if request.channel is None else request.channel
