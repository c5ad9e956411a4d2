"""What a media file holds, read from ffmpeg's own description of it (no ffprobe needed)."""

import os
import re
import stat
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from engine.audio.ffmpeg import Child, describe, list_packets
from engine.audio.packets import packets
from engine.errors import EngineError
from engine.paths import shown
from engine.progress import Cancel

_INPUT = re.compile(r"^Input #0, (.+?), from '", re.MULTILINE)
_DURATION = re.compile(r"^  Duration: (?:(\d+):(\d\d):(\d\d)\.(\d\d)|N/A)(?:, start: (-?\d+\.\d+))?", re.MULTILINE)
_STREAM = re.compile(r"\s+Stream #0:(\d+)(?:\[0x[0-9a-f]+\])?(?:\(([^)]*)\))?: (\w+): (.*)")
_SOUND = re.compile(r"(\S+?)(?: .*?)?,(?: .*?,)?? (\d+) Hz, ([^,]+)")
_SIZE = re.compile(r", (\d{1,5})x(\d{1,5})(?:[ ,\[]|$)")
_FRAME_RATE = re.compile(r", (\d+(?:\.\d+)?k?) fps(?:,|$| )")
_TITLE = re.compile(r"      title +: (.*)")
_LAYOUTS = {
    "mono": 1,
    "stereo": 2,
    "downmix": 2,
    "binaural": 2,
    "quad": 4,
    "hexagonal": 6,
    "octagonal": 8,
    "cube": 8,
    "hexadecagonal": 16,
}
_PLAYLIST_MARKS = (b"#EXTM3U", b"ffconcat", b"<MPD", b"v=0", b"[playlist]", b"<?xml", b"file ")
_MP4_BOXES = (b"ftyp", b"mdat", b"wide", b"free", b"skip", b"moov", b"pnot")
_START_SECONDS = 2.0  # a track that begins later in a big file may not be waited for: its start is then taken as 0


@dataclass(frozen=True, slots=True)
class AudioTrack:
    """`index` counts the audio streams from 0; `start` is in ms from the picture's zero."""

    index: int
    codec: str
    language: str | None
    title: str | None
    channels: int
    sample_rate: int
    start: int
    default: bool

    def __str__(self) -> str:
        about = [text for text in (self.language, self.title and f'"{self.title}"', self.codec) if text]
        return f"{self.index}: {', '.join(about)}, {self.channels} channel{'s' * (self.channels != 1)}"


@dataclass(frozen=True, slots=True)
class Picture:
    """The first picture stream; `frame_rate` is in frames per second, None where the file doesn't say."""

    codec: str
    width: int
    height: int
    frame_rate: float | None


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """`container` is ffmpeg's name for it; `start` is the file's own time (ms) of what players show as zero."""

    path: Path
    container: str
    duration: int | None
    start: int
    tracks: tuple[AudioTrack, ...]
    picture: Picture | None

    @property
    def has_video(self) -> bool:
        return self.picture is not None

    def choose(self, track: int | None) -> AudioTrack:
        """Return the track by its index, or without one the default track. Raises EngineError."""
        if not self.tracks:
            raise EngineError(
                "media", f"{shown(self.path)} has no audio track: there is nothing to hear in it; choose another file."
            )
        if track is None:
            return next((each for each in self.tracks if each.default), self.tracks[0])
        if not 0 <= track < len(self.tracks):
            listed = "; ".join(str(each) for each in self.tracks)
            raise EngineError(
                "options", f"{shown(self.path)} has no audio track {track}: choose one of those it has ({listed})."
            )
        return self.tracks[track]


def probe(path: Path, ffmpeg: Path, *, patience: float = 20) -> MediaInfo:
    """Return what `path` holds. Raises EngineError("media") with the reason if it is no recording that can be read."""
    _refuse_what_is_no_file(path)
    # Both at once: to start ffmpeg takes longer than what it does here.
    with list_packets(ffmpeg, path, ("a",), _START_SECONDS) as listing, describe(ffmpeg, path, patience) as child:
        return _media_info(path, child.complaints(), listing)


def _media_info(path: Path, lines: list[str], listing: Child) -> MediaInfo:
    # a name may hold line breaks and what looks like a description: only what ffmpeg says after it counts
    text = "\n".join(lines).replace(os.fsencode(path.absolute()).decode("utf-8", "replace"), "")
    if (described := _INPUT.search(text)) is None:
        raise _no_media(path, text)
    description = text[described.start() :]
    duration, start = _duration_and_start(description)
    return MediaInfo(
        path=path,
        container=described[1],
        duration=duration,
        start=start,
        tracks=_with_starts(_tracks(description), listing, start),
        picture=_picture(description),
    )


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode):
            path.open("rb").close()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise EngineError("media", f"{shown(path)} does not exist: see whether it was moved or renamed.") from None
    except PermissionError:
        raise EngineError("media", f"{shown(path)} may not be read: ask its owner for the right to.") from None
    except OSError as error:
        raise EngineError("media", f"{shown(path)} cannot be read ({error.strerror}): check its disk.") from None
    if stat.S_ISDIR(found.st_mode):
        raise EngineError("media", f"{shown(path)} is a folder: choose the files in it.")
    if not stat.S_ISREG(found.st_mode):
        raise EngineError("media", f"{shown(path)} is a pipe or a device: record it to a file first.")
    if found.st_size == 0:
        raise EngineError("media", f"{shown(path)} is empty (0 bytes): copy it again from where it was recorded.")


def _no_media(path: Path, text: str) -> EngineError:
    with path.open("rb") as file:
        beginning = file.read(64)
    if beginning.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_PLAYLIST_MARKS):
        reason = "is a playlist, a list of other files, and is not followed: open the media files that it names."
    elif "moov atom not found" in text and beginning[4:8] in _MP4_BOXES:
        reason = (
            "is an incomplete recording: its index (moov) is missing because recording or copying was interrupted. "
            "Copy it again, or have a repair tool such as untrunc rebuild it."
        )
    else:
        reason = "is not a media file that can be read: choose an audio or video file."
    return EngineError("media", f"{shown(path)} {reason}")


def _duration_and_start(description: str) -> tuple[int | None, int]:
    found = _DURATION.search(description)
    if found is None:
        return None, 0
    hours, minutes, seconds, hundredths, start = found.groups()
    start_ms = round(float(start or 0) * 1000)
    if hours is None:
        return None, start_ms
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(hundredths) * 10, start_ms


def _picture(description: str) -> Picture | None:
    for line in description.split("\n"):
        found = _STREAM.fullmatch(line)
        if found and found[3] == "Video" and "(attached pic)" not in found[4]:
            size, rate = _SIZE.search(found[4]), _FRAME_RATE.search(found[4])
            width, height = (int(size[1]), int(size[2])) if size else (0, 0)
            return Picture(re.split(r"[ ,]", found[4], maxsplit=1)[0], width, height, _exact(rate[1]) if rate else None)
    return None


def _exact(rate: str) -> float:
    """Undo ffmpeg's rounding of the rates of NTSC: 23.98 is 24000/1001."""
    rounded = float(rate.rstrip("k")) * (1000 if rate.endswith("k") else 1)
    exact = (whole * 1000 / 1001 for whole in (24, 30, 48, 60, 120))
    return next((true for true in exact if abs(rounded - true) < 0.006), rounded)


def _tracks(description: str) -> tuple[AudioTrack, ...]:
    """Read the tracks in the order of their streams; a stream of two TV programmes is described twice."""
    audio: dict[int, tuple[str | None, str]] = {}
    titles: dict[int, str] = {}
    stream = -1
    for line in description.split("\n"):
        if found := _STREAM.fullmatch(line):
            stream = int(found[1])
            if found[3] == "Audio":
                audio[stream] = (found[2], found[4])
        elif found := _TITLE.fullmatch(line):
            titles[stream] = found[1]
    return tuple(
        _track(index, language, about, titles.get(stream))
        for index, (stream, (language, about)) in enumerate(sorted(audio.items()))
    )


def _track(index: int, language: str | None, about: str, title: str | None) -> AudioTrack:
    sound = _SOUND.match(about)
    return AudioTrack(
        index=index,
        codec=re.split(r"[ ,]", about, maxsplit=1)[0],
        language=None if language in (None, "", "und") else language,
        title=title or None,
        channels=_channels(sound[3]) if sound else 1,
        sample_rate=int(sound[2]) if sound else 0,
        start=0,
        default="(default)" in about,
    )


def _channels(layout: str) -> int:
    """Return how many channels a layout has by ffmpeg's name for it: "mono", "5.1(side)", "7.1.4", "3 channels"."""
    if counted := re.match(r"(\d+) channels", layout):
        return int(counted[1])
    if ambisonic := re.match(r"ambisonic (\d+)", layout):
        return (int(ambisonic[1]) + 1) ** 2
    if re.match(r"\d+\.\d", layout):
        return sum(int(number) for number in layout.split("(")[0].split("."))
    return _LAYOUTS.get(layout.split("(")[0].strip(), 1)


def _with_starts(tracks: tuple[AudioTrack, ...], listing: Child, zero: int) -> tuple[AudioTrack, ...]:
    """Ask the packets where each track begins: ffmpeg before 6 does not describe it."""
    starts: dict[int, int] = {}
    until = time.monotonic() + _START_SECONDS
    with suppress(EngineError):
        for packet in packets(listing.chunks(Cancel())):
            starts.setdefault(packet.stream, max(packet.start - zero, 0))  # an encoder's lead-in lies before zero
            if len(starts) == len(tracks) or time.monotonic() > until:
                break
    return tuple(replace(track, start=starts.get(track.index, 0)) for track in tracks)
