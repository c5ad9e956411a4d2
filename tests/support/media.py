"""Makes small media files whose sound clicks at known times: every kind of time base that recordings come with.

The truth of a click is how the file was made, moved by what ffprobe says of the first picture: its time less the
container's start. Our own decoder has no part in it.
"""

import json
import subprocess
import wave
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from engine.audio.ffmpeg import find_ffmpeg

CLICKS = (600, 1300, 2400, 3900, 5200)  # ms; no two gaps are equal, so that a shift can't hide
LENGTH = 6000
Samples = NDArray[np.float64]
_CLICK_MS = 20
_RATE = 44_100
_X264 = ("libx264", "-preset", "ultrafast", "-bf", "2")
_CODECS = {".mpg": (("mpeg2video",), "mp2"), ".avi": (("mpeg4",), "pcm_s16le"), ".wmv": (("wmv2",), "wmav2")}


@dataclass(frozen=True, slots=True)
class Clip:
    """`clicks` are the true times in ms on the time line of a player."""

    path: Path
    clicks: tuple[float, ...]


def run_ffmpeg(*arguments: str | Path, cwd: Path | None = None) -> None:
    command = [str(find_ffmpeg()), "-nostdin", "-v", "error", "-y", *map(str, arguments)]
    subprocess.run(command, check=True, cwd=cwd, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)


def write_clicks(path: Path, *, clicks: tuple[int, ...] = CLICKS, length: int = LENGTH, rate: int = _RATE) -> Path:
    """Write a WAV of silence with a burst of 1 kHz, 20 ms long, at each of `clicks` ms."""
    return _write_wav(path, rate, [_clicking(clicks, length, rate)])


def write_stereo(path: Path, left: tuple[int, ...], right: tuple[int, ...]) -> Path:
    """Write a WAV with other clicks on each side."""
    return _write_wav(path, _RATE, [_clicking(clicks, LENGTH, _RATE) for clicks in (left, right)])


def write_levels(path: Path, channels: int) -> Path:
    """Write half a second of a constant level on each channel: 0.01, 0.02 and so on."""
    return _write_wav(path, 16_000, [np.full(8000, (channel + 1) / 100) for channel in range(channels)])


def _clicking(clicks: tuple[int, ...], length: int, rate: int) -> Samples:
    samples = np.zeros(length * rate // 1000)
    burst = 0.8 * np.sin(2 * np.pi * 1000 * np.arange(_CLICK_MS * rate // 1000) / rate)
    for click in clicks:
        first = click * rate // 1000
        samples[first : first + len(burst)] = burst
    return samples


def _write_wav(path: Path, rate: int, channels: list[Samples]) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(len(channels))
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes((np.stack(channels, axis=1) * 32767).astype("<i2").tobytes())
    return path


def write_film(path: Path, *options: str, rate: int = _RATE, codec: str = "aac") -> Path:
    """Write 6 s of picture and clicks, a key frame each second."""
    sound = write_clicks(path.with_suffix(".wav"), rate=rate)
    picture = ("-f", "lavfi", "-i", f"testsrc=s=64x48:d={LENGTH / 1000}:r=25")
    picture_codec, sound_codec = _CODECS.get(path.suffix, (_X264, codec))
    encoders = ("-c:v", *picture_codec, "-force_key_frames", "expr:gte(t,n_forced)", "-c:a", sound_codec)
    run_ffmpeg(*picture, "-i", sound, *encoders, *options, path)
    return path


def _film_beside(path: Path) -> Path:
    film = path.with_name("film.mkv")
    film.write_bytes(_film())
    return film


@cache
def _film() -> bytes:
    with TemporaryDirectory() as folder:
        return write_film(Path(folder) / "film.mkv").read_bytes()


def find_clicks(samples: NDArray[np.float32]) -> tuple[float, ...]:
    """Return the beginnings (ms) of what is loud after 200 ms of quiet, in samples at 16 kHz."""
    loud = np.flatnonzero(np.abs(samples) > 0.2)
    if not len(loud):
        return ()
    first = np.concatenate(([True], np.diff(loud) > 200 * 16))
    return tuple(float(at) / 16 for at in loud[first])


def first_picture(path: Path) -> float:
    """Return where ffprobe puts the first picture, in ms from the container's start."""
    shown = ("-show_entries", "format=start_time:packet=pts_time", "-select_streams", "v:0", "-of", "json")
    command = ["ffprobe", "-v", "error", *shown, "-read_intervals", "%+#8", str(path)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    first = min(float(packet["pts_time"]) for packet in told["packets"] if "pts_time" in packet)
    return (first - float(told["format"]["start_time"])) * 1000


def _film_clip(path: Path, clicks: tuple[float, ...]) -> Clip:
    """`clicks` are in ms from the first picture; what a player cuts away, or a moment of it, is left out."""
    moved = first_picture(path)
    return Clip(path, tuple(click + moved for click in clicks if click + moved > -_CLICK_MS))


def plain(path: Path) -> Clip:
    return _film_clip(write_film(path), CLICKS)


def late_sound(path: Path) -> Clip:
    film = _film_beside(path)
    run_ffmpeg("-i", film, "-itsoffset", "1.5", "-i", film, "-map", "0:v", "-map", "1:a", "-c", "copy", path)
    return _film_clip(path, tuple(click + 1500 for click in CLICKS))


def late_picture(path: Path) -> Clip:
    film = _film_beside(path)
    run_ffmpeg("-i", film, "-itsoffset", "1.5", "-i", film, "-map", "1:v", "-map", "0:a", "-c", "copy", path)
    return _film_clip(path, tuple(click - 1500 for click in CLICKS))


def hole(path: Path) -> Clip:
    """Lose the sound packets from 1.6 to 3.6 s, and the click at 2.4 s with them."""
    _retimed(path, "-bsf:a", r"noise=drop=between(pts*tb\,1.6\,3.6)")
    return _film_clip(path, tuple(click for click in CLICKS if click != 2400))


def long_pause(path: Path) -> Clip:
    """Pause sound and picture for 12 s, longer than what ffmpeg takes for a jump of an MPEG-TS clock."""
    later = r"setts=pts=PTS+gt(PTS*TB\,3)*12/TB:dts=DTS+gt(PTS*TB\,3)*12/TB"
    _retimed(path, "-bsf:a", later, "-bsf:v", later)
    return _film_clip(path, tuple(click + 12_000 * (click > 3000) for click in CLICKS))


def fast_clock(path: Path) -> Clip:
    """Let all times run 2 % faster than the samples, as a bad clock in a recorder does."""
    faster = "setts=pts=PTS*1.02:dts=DTS*1.02"
    _retimed(path, "-bsf:a", faster, "-bsf:v", faster)
    return _film_clip(path, tuple(click * 1.02 for click in CLICKS))


def _retimed(path: Path, *filters: str) -> None:
    film = _film_beside(path)
    run_ffmpeg("-i", film, "-c", "copy", *filters, path.with_name("retimed.mkv"))
    run_ffmpeg("-i", path.with_name("retimed.mkv"), "-c", "copy", path)


def edit_list(path: Path) -> Clip:
    """Cut 1.25 s away without encoding: the picture begins at the key frame before, which MP4 hides by an edit list."""
    film = _film_beside(path)
    run_ffmpeg("-ss", "1.25", "-i", film, "-c", "copy", path)
    return _film_clip(path, tuple(click - 1000 for click in CLICKS if click > 1250))


def offset(path: Path) -> Clip:
    film = _film_beside(path)
    run_ffmpeg("-i", film, "-c", "copy", "-output_ts_offset", "10", path)
    return _film_clip(path, CLICKS)


def negative_times(path: Path) -> Clip:
    film = _film_beside(path)
    run_ffmpeg("-itsoffset", "-0.5", "-i", film, "-c", "copy", "-avoid_negative_ts", "disabled", path)
    return _film_clip(path, CLICKS)


def changing_sound(path: Path) -> Clip:
    """Join 44.1 kHz mono and 32 kHz stereo AC-3: each frame says what it is."""
    return _joined(path, (("-ac", "1"), ("-ar", "32000", "-ac", "2")), codec="ac3")


def changing_picture_rate(path: Path) -> Clip:
    return _joined(path, (("-r", "25"), ("-r", "12.5")), codec="aac")


def _joined(path: Path, halves: tuple[tuple[str, ...], tuple[str, ...]], codec: str) -> Clip:
    films = [write_film(path.with_name(f"half{at}.mkv"), *half, codec=codec) for at, half in enumerate(halves)]
    script = path.with_name("halves.txt")
    script.write_text("".join(f"file '{film}'\n" for film in films))
    run_ffmpeg("-f", "concat", "-safe", "0", "-i", script, "-c", "copy", path)
    return _film_clip(path, (*CLICKS, *(click + _second_half(path) for click in CLICKS)))


def _second_half(path: Path) -> float:
    """Return where the second picture of the first kind begins, in ms from the first: ffprobe's 7th key frame."""
    shown = ("-show_entries", "packet=pts_time,flags", "-select_streams", "v:0", "-of", "json")
    told = json.loads(
        subprocess.run(["ffprobe", "-v", "error", *shown, str(path)], check=True, capture_output=True).stdout
    )
    keys = [float(packet["pts_time"]) for packet in told["packets"] if packet["flags"].startswith("K")]
    return (keys[6] - keys[0]) * 1000


def sound_only(path: Path) -> Clip:
    run_ffmpeg("-i", write_clicks(path.with_name("clicks.wav")), path)
    return Clip(path, CLICKS)


def joined_adts(path: Path) -> Clip:
    """Join .aac files of 44.1 and 22.05 kHz; each begins with a frame that only warms the decoder up."""
    first, second = path.with_name("first.aac"), path.with_name("second.aac")
    run_ffmpeg("-i", write_clicks(path.with_name("clicks.wav")), first)
    run_ffmpeg("-i", path.with_name("clicks.wav"), "-ar", "22050", second)
    path.write_bytes(first.read_bytes() + second.read_bytes())
    frame, lower_frame = 1024 / 44.1, 1024 / 22.05
    joint = _adts_frames(first.read_bytes()) * frame
    return Clip(path, (*(click + frame for click in CLICKS), *(click + joint + lower_frame for click in CLICKS)))


def _adts_frames(data: bytes) -> int:
    """Count the frames by the 13-bit length in each ADTS header (ISO/IEC 14496-3, 1.A.2.2)."""
    frames = at = 0
    while at < len(data):
        at += (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        frames += 1
    return frames


FILM_KINDS: dict[str, tuple[Callable[[Path], Clip], tuple[str, ...]]] = {
    "plain": (plain, ("mp4", "mkv", "mov", "ts", "mpg", "avi", "flv", "wmv")),
    "sound 1.5 s late": (late_sound, ("mp4", "mkv", "ts", "flv")),
    "picture 1.5 s late": (late_picture, ("mp4", "mkv", "ts")),
    "hole of 2 s": (hole, ("mp4", "mkv", "ts")),
    "pause of 12 s": (long_pause, ("mp4", "mkv", "ts")),
    "edit list (-ss copy)": (edit_list, ("mp4", "mkv", "mov")),
    "offset of 10 s": (offset, ("mp4", "mkv", "ts")),
    "negative times": (negative_times, ("mp4", "mov", "flv", "ts")),
    "clock 2 % fast": (fast_clock, ("mp4", "mkv", "ts")),
    "rate and channels change": (changing_sound, ("mp4", "mkv", "ts")),
    "picture rate changes": (changing_picture_rate, ("mp4", "mkv")),
    "sound only": (sound_only, ("m4a", "mka", "wav", "mp3", "flac", "ogg", "opus", "aac", "ac3", "wma", "aiff")),
    "joined ADTS, 44.1 + 22.05 kHz": (joined_adts, ("aac",)),
}
KINDS = [(kind, suffix, make) for kind, (make, suffixes) in FILM_KINDS.items() for suffix in suffixes]
