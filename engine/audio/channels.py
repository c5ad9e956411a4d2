"""Which channels of a track are heard: their mix, one alone, or each as a sound of its own."""

from dataclasses import dataclass
from typing import Literal

from engine.audio.probe import AudioTrack
from engine.errors import EngineError

Channels = int | Literal["mix", "each"]

_LARGEST_STANDARD = 8  # ffmpeg before 7 knows no layout by number, and no mix, above 7.1 ...
_LARGEST_LAYOUT = 16  # ... but for one of 16

# Given gains of exactly 1, pan only renames the channels, and its resampler then mixes where the old layout and the new
# differ (quad and 4.0); this is 1 to within the last of 16 bits.
_GAIN = 0.99999


@dataclass(frozen=True, slots=True)
class Selection:
    """An ffmpeg filter that gives `width` channels, and the `columns` of them that are kept."""

    filter: str
    width: int
    columns: tuple[int, ...]


def select(track: AudioTrack, channels: Channels) -> Selection:
    """Raises EngineError("options") if the track has no such channel."""
    if channels == "mix":
        return Selection(_mix(track.channels), 1, (0,))
    if channels == "each":
        return _each(track)
    if not 0 <= channels < track.channels:
        known = "one channel, 0" if track.channels == 1 else f"{track.channels} channels, 0 to {track.channels - 1}"
        raise EngineError("options", f"Audio track {track.index} has {known}: channel {channels} is not among them.")
    return Selection(f"pan=mono|c0={_GAIN}*c{channels}", 1, (0,))


def _mix(count: int) -> str:
    if count <= _LARGEST_STANDARD:
        return "aformat=channel_layouts=mono"  # weighs the channels as their layout demands
    return "pan=mono|c0=" + "+".join(f"{1 / count:.6f}*c{channel}" for channel in range(count))


def _each(track: AudioTrack) -> Selection:
    """Lead every channel through by its number: a change of layout (side to back, say) would mix them."""
    count = track.channels
    if count > _LARGEST_LAYOUT:
        raise EngineError(
            "options",
            f"Audio track {track.index} has {count} channels, more than the {_LARGEST_LAYOUT} that can be heard one by "
            "one in a single run: choose single channels by their number.",
        )
    layout, width = (f"{count}c", count) if count <= _LARGEST_STANDARD else ("hexadecagonal", _LARGEST_LAYOUT)
    led = "".join(f"|c{channel}={_GAIN}*c{channel}" for channel in range(count))
    return Selection(f"pan={layout}{led}", width, tuple(range(count)))
