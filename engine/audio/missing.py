"""How much of what a media file declares it doesn't hold: recordings and copies that were cut off.

ffmpeg's exit status says nothing about it: half an MP4 is decoded "successfully".
"""

from pathlib import Path

from engine.audio.ffmpeg import list_packets
from engine.audio.packets import packets
from engine.audio.probe import AudioTrack, MediaInfo
from engine.progress import Cancel

_TOLERATED_MS = 500  # the tracks of a whole file may end this far apart
_OPEN_END = 0x7FFFFF00  # what writers of an endless WAV put for its size


def missing(
    media: MediaInfo,
    track: AudioTrack,
    decoded: int,
    complaints: list[str],
    ffmpeg: Path,
    patience: float,
    cancel: Cancel,
) -> int:
    """Return how many ms are missing after the `decoded` ms of `track`, 0 if the file is whole or nobody can know."""
    if media.container == "wav":
        return _missing_of_wav(media.path, decoded)
    estimated = any("Estimating duration from bitrate" in line for line in complaints)
    if media.duration is None or estimated or media.duration - decoded <= _TOLERATED_MS:
        return 0
    track_end, file_end = _ends(media, track, ffmpeg, patience, cancel)
    if track_end - decoded > _TOLERATED_MS:
        return track_end - decoded  # it is there and could not be decoded
    # the sound of a whole file may end before its picture: only if no track at all reaches the end was the file cut
    return media.duration - decoded if media.duration - file_end > _TOLERATED_MS else 0


def _ends(media: MediaInfo, track: AudioTrack, ffmpeg: Path, patience: float, cancel: Cancel) -> tuple[int, int]:
    """Return where the packets of `track` end, and those of the whole file, in ms from the picture's zero."""
    track_end = file_end = 0
    with list_packets(ffmpeg, media.path, ("a", "V", "s"), patience) as child:
        for packet in packets(child.chunks(cancel)):
            end = packet.end - media.start
            file_end = max(file_end, end)
            if packet.stream == track.index:
                track_end = max(track_end, end)
    return track_end, file_end


def _missing_of_wav(path: Path, decoded: int) -> int:
    """Compare the size in the RIFF header with the file's: ffmpeg reckons the duration from what is there."""
    with path.open("rb") as file:
        head = file.read(8)
    declared, there = int.from_bytes(head[4:], "little") + len(head), path.stat().st_size
    if head[:4] != b"RIFF" or declared >= _OPEN_END or declared <= there:
        return 0
    cut_off = decoded * (declared - there) // there
    return cut_off if cut_off > _TOLERATED_MS else 0
