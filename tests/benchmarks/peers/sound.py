"""The sound that everybody hears: the sample film's, again and again, as long as is asked."""

from pathlib import Path

from engine.paths import resources
from tests.support.clips import ffmpeg

_SHORTER = 0.5  # s than whole windows: a sample more would be a window more to some


def make(file: Path, minutes: float) -> Path:
    """Write a .flac of so many minutes, a little shorter."""
    film = resources() / "sample" / "interview.mp4"
    ffmpeg("-stream_loop", "-1", "-i", film, "-t", str(60 * minutes - _SHORTER), "-vn", "-c:a", "flac", file)
    return file
