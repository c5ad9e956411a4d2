"""Copies recordings whose container a player can't seek in into one that it can, on the same time base.

QMediaPlayer shows another picture than it says after a seek in MPEG-TS and MPEG-PS, by up to the distance of two key
frames; in Matroska it is exact (and in the other kinds below).
"""

from collections.abc import Generator
from pathlib import Path

from engine.audio.ffmpeg import repack
from engine.audio.packets import packets
from engine.audio.parts import make_private
from engine.audio.probe import MediaInfo, probe
from engine.errors import EngineError
from engine.progress import Cancel, Progress

_SOUGHT_EXACTLY = frozenset(
    ["mov", "matroska", "avi", "flv", "asf", "ogg", "mp3", "wav", "w64", "flac", "aiff", "caf", "au"]
)
_SLIP_MS = 20  # that the beginning of the copy may have against the original's
_REPORT_MS = 10_000  # of the recording


def needs_remux(media: MediaInfo) -> bool:
    return _SOUGHT_EXACTLY.isdisjoint(media.container.split(","))


def remux(
    media: MediaInfo, ffmpeg: Path, target: Path, cancel: Cancel, *, patience: float = 120
) -> Generator[Progress, None, bool]:
    """Write the pictures and the sound of `media` to `target`; what is at t ms in one is at t ms in the other.

    Return False, and leave no file, where that can't be: the player then has to do with the media itself. Nothing is
    left behind by an early end either. Raises Cancelled.
    """
    kept = False
    make_private(target)
    try:
        yield Progress("remux", 0, media.duration)
        with repack(ffmpeg, media.path, target, patience) as child:
            reported = 0
            for packet in packets(child.chunks(cancel)):
                if packet.end - reported >= _REPORT_MS:
                    reported = packet.end
                    yield Progress("remux", reported, media.duration)
            child.complaints()
        kept = _begins_at_zero(target, ffmpeg)
    except EngineError:
        return False  # ffmpeg stood still, or the copy is no file that can be read
    finally:
        if not kept:
            target.unlink(missing_ok=True)
    return kept


def _begins_at_zero(target: Path, ffmpeg: Path) -> bool:
    return abs(probe(target, ffmpeg).start) <= _SLIP_MS
