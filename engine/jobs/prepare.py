"""Makes a media file ready for the window: what it holds, a copy that a player can seek in, sound, waveform, speech."""

import shutil
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

from engine.audio.decode import decode
from engine.audio.ffmpeg import find_ffmpeg
from engine.audio.peaks import write_peaks
from engine.audio.probe import MediaInfo, probe
from engine.audio.probe import Picture as Stream
from engine.audio.remux import needs_remux, remux
from engine.audio.spans import SPEECH_FILE, write_spans
from engine.audio.speech import find_speech
from engine.errors import Cancelled, EngineError
from engine.jobs.pace import Pace
from engine.paths import shown
from engine.progress import Cancel
from engine.protocol import Discard, Event, MediaReady, Picture, Prepare, Track

_BYTES_PER_MS = 32  # of decoded sound
_SPARE_BYTES = 64 << 20  # that are left to others on the disk


def prepare(request: Prepare, folder: Path, cancel: Cancel) -> Iterator[Event]:
    """Tell MediaReady each time there is more of it; the files lie in a folder of the job's own under `folder`.

    A film without sound is shown before it fails. Raises Cancelled, after which no file is left, and EngineError.
    """
    pace = Pace(request.job, cancel)
    ffmpeg = find_ffmpeg(None if request.ffmpeg is None else Path(request.ffmpeg))
    info = probe(Path(request.media), ffmpeg)
    place = _place(folder, request.job)
    place.mkdir(mode=0o700, exist_ok=True)
    try:
        ready = _described(request.job, info)
        yield ready
        if needs_remux(info):
            ready = yield from _copy(ready, info, ffmpeg, place, cancel, pace)
        track = info.choose(request.track).index
        yield from _listen(replace(ready, track=track), info, ffmpeg, place, cancel, pace)
    except Cancelled:
        shutil.rmtree(place, ignore_errors=True)
        raise


def discard(request: Discard, folder: Path) -> None:
    """Remove the files of a Prepare; none need be there."""
    shutil.rmtree(_place(folder, request.prepared), ignore_errors=True)


def _place(folder: Path, job: int) -> Path:
    return folder / f"prepared-{job}"


def _copy(
    ready: MediaReady, info: MediaInfo, ffmpeg: Path, place: Path, cancel: Cancel, pace: Pace
) -> Generator[Event, None, MediaReady]:
    """Copy the film for the player if there is room for it; without a copy the player has to do with the film."""
    copy = place / "film.mkv"
    if shutil.disk_usage(place).free - _SPARE_BYTES < info.path.stat().st_size:
        return ready
    work = remux(info, ffmpeg, copy, cancel)
    kept = yield from pace.follow(work)
    if not kept:
        return ready
    ready = replace(ready, remux=str(copy))
    yield ready
    return ready


def _listen(
    ready: MediaReady, info: MediaInfo, ffmpeg: Path, place: Path, cancel: Cancel, pace: Pace
) -> Iterator[Event]:
    _check_room(info, place)
    decoded = yield from pace.follow(decode(info, ffmpeg, place, track=ready.track, cancel=cancel))
    pcm = decoded.pcms[0]
    peaks, speech = place / "waveform.peaks", place / SPEECH_FILE
    write_peaks(pcm, peaks, cancel)
    ready = replace(ready, duration=pcm.duration, missing=decoded.missing, pcm=str(pcm.path), peaks=str(peaks))
    yield ready
    spans = yield from pace.follow(find_speech(pcm, cancel))
    write_spans(spans, speech)
    yield replace(ready, speech=str(speech))


def _check_room(info: MediaInfo, place: Path) -> None:
    needed = (info.duration or 0) * _BYTES_PER_MS
    free = shutil.disk_usage(place).free
    if free - _SPARE_BYTES < needed:
        raise EngineError(
            "disk",
            f"The sound of {shown(info.path)} needs {needed >> 20} MB in {shown(place.parent)}, where {free >> 20} MB "
            "are free: make room there, or set XDG_CACHE_HOME to a folder on another disk.",
        )


def _described(job: int, info: MediaInfo) -> MediaReady:
    picture = info.picture
    return MediaReady(
        job=job,
        container=info.container,
        duration=info.duration or 0,
        missing=0,
        picture=None if picture is None else _picture(picture),
        tracks=tuple(
            Track(t.index, t.codec, t.language, t.title, t.channels, t.sample_rate, t.start, t.default)
            for t in info.tracks
        ),
        track=0,
    )


def _picture(stream: Stream) -> Picture:
    return Picture(stream.codec, stream.width, stream.height, stream.frame_rate)
