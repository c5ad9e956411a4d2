"""The sound that is heard: the window's own, borrowed, or decoded here and kept for the next job on the same file."""

import os
import shutil
from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from engine.audio.channels import Channels
from engine.audio.decode import decode
from engine.audio.ffmpeg import find_ffmpeg
from engine.audio.pcm import Pcm, open_pcm
from engine.audio.probe import probe
from engine.audio.spans import SPEECH_FILE, Span, read_spans
from engine.audio.speech import known_speech
from engine.jobs.pace import Pace
from engine.progress import Cancel
from engine.protocol import Progress, Transcribe
from engine.whisper.packing import FindSpeech


@dataclass(frozen=True, slots=True)
class _Source:
    """What was decoded, exactly: another file of the same name is another source."""

    media: str
    modified_ns: int
    size: int
    track: int | None
    channels: Channels


@dataclass(frozen=True, slots=True)
class Lent:
    """One Pcm, or one a channel; `speech` is where somebody speaks in the one that the window had, if it knows."""

    pcms: tuple[Pcm, ...]
    speech: tuple[Span, ...] | None = None

    def finders(self, start: int) -> list[FindSpeech] | None:
        """Return what finds the speech of the stretch from `start` on; None: it has to be listened for."""
        return None if self.speech is None else [partial(known_speech, self.speech, max(start, 0))]


class Sounds:
    """Keeps one decoded file at most, in a private folder."""

    def __init__(self, folder: Path) -> None:
        self._decoded_here = folder / "heard"
        self._borrowed = folder / "borrowed.pcm"
        self._kept: tuple[_Source, tuple[Pcm, ...]] | None = None

    def lend(self, request: Transcribe, cancel: Cancel, pace: Pace) -> Generator[Progress, None, Lent]:
        """Decode what isn't there already. Raises Cancelled and EngineError."""
        channels = channels_of(request)
        if channels == "mix" and (borrowed := self._borrow(request.sound)):
            return borrowed
        media = Path(request.media)
        ffmpeg = find_ffmpeg(None if request.ffmpeg is None else Path(request.ffmpeg))
        info = probe(media, ffmpeg)
        found = media.stat()
        source = _Source(request.media, found.st_mtime_ns, found.st_size, request.track, channels)
        if self._kept and self._kept[0] == source:
            return Lent(self._kept[1])
        self._kept = None
        shutil.rmtree(self._decoded_here, ignore_errors=True)
        work = decode(info, ffmpeg, self._decoded_here, track=request.track, channels=channels, cancel=cancel)
        decoded = yield from pace.follow(work)
        self._kept = source, decoded.pcms
        return Lent(decoded.pcms)

    def give_back(self) -> None:
        """Forget what was borrowed: it is the window's to remove."""
        self._borrowed.unlink(missing_ok=True)

    def _borrow(self, sound: str) -> Lent | None:
        """Open the window's sound under a name of our own: it then stays for this job, whoever removes the other."""
        if not sound:
            return None
        self.give_back()
        try:
            os.link(sound, self._borrowed)
            pcm = open_pcm(self._borrowed)
        except OSError:
            return None  # it went with the process that made it: the media is decoded again
        try:
            return Lent((pcm,), read_spans(Path(sound).with_name(SPEECH_FILE)))
        except (OSError, ValueError):
            return Lent((pcm,))  # the search for speech is still going on, or failed


def channels_of(request: Transcribe) -> Channels:
    return request.channels if request.channel is None else request.channel
