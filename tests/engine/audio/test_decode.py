import os
import resource
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.audio.decode import Decoded, decode
from engine.audio.probe import probe
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel, Progress
from tests.support.media import (
    CLICKS,
    KINDS,
    Clip,
    find_clicks,
    run_ffmpeg,
    write_clicks,
    write_film,
    write_levels,
    write_stereo,
)
from tests.support.work import finish

needs_ffprobe = pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is the witness of the true times")


def decoded(path: Path, ffmpeg: Path, **options: object) -> Decoded:
    media = probe(path, ffmpeg)
    return finish(decode(media, ffmpeg, path.parent / "sound", cancel=Cancel(), **options))[1]  # type: ignore[arg-type]


def clicks(path: Path, ffmpeg: Path, **options: object) -> list[tuple[float, ...]]:
    return [find_clicks(pcm.read(0, len(pcm))) for pcm in decoded(path, ffmpeg, **options).pcms]


@needs_ffprobe
@pytest.mark.parametrize(
    ("suffix", "make"),
    [(suffix, make) for _, suffix, make in KINDS],
    ids=[f"{kind}.{suffix}" for kind, suffix, _ in KINDS],
)
def test_a_click_is_heard_where_the_player_has_it(
    tmp_path: Path, ffmpeg: Path, suffix: str, make: Callable[[Path], Clip]
) -> None:
    clip = make(tmp_path / f"clip.{suffix}")
    [found] = clicks(clip.path, ffmpeg)
    assert found == pytest.approx(clip.clicks, abs=50)


def test_recordings_joined_byte_by_byte_follow_each_other(tmp_path: Path, ffmpeg: Path) -> None:
    film = write_film(tmp_path / "film.ts")
    (tmp_path / "joined.ts").write_bytes(film.read_bytes() * 2)
    [found] = clicks(tmp_path / "joined.ts", ffmpeg)
    assert found == pytest.approx([*CLICKS, *(click + 6000 for click in CLICKS)], abs=160)


def test_the_mix_holds_both_channels(tmp_path: Path, ffmpeg: Path) -> None:
    [mix] = clicks(write_stereo(tmp_path / "two.wav", (1000,), (2000,)), ffmpeg, channels="mix")
    assert mix == pytest.approx((1000, 2000), abs=1)


def test_one_channel_is_heard_alone(tmp_path: Path, ffmpeg: Path) -> None:
    path = write_stereo(tmp_path / "two.wav", (1000,), (2000,))
    assert clicks(path, ffmpeg, channels=0) == [pytest.approx((1000,), abs=1)]
    assert clicks(path, ffmpeg, channels=1) == [pytest.approx((2000,), abs=1)]


def test_who_watches_sees_the_sound_grow(tmp_path: Path, ffmpeg: Path) -> None:
    seen: list[list[bytes]] = []
    path = write_stereo(tmp_path / "two.wav", (1000, 1500), (2000,))
    found = decoded(
        path,
        ffmpeg,
        channels="each",
        watch=lambda pcms: seen.append([(pcm.read(0, len(pcm)) * 32768).astype("<i2").tobytes() for pcm in pcms]),
    )
    whole = [pcm.path.read_bytes() for pcm in found.pcms]
    lengths = [len(first) for first, _ in seen]
    assert len(seen) > 1
    assert lengths == sorted(lengths)
    assert all(there.startswith(part) for parts in seen for there, part in zip(whole, parts, strict=True))
    assert seen[-1] == whole


def test_each_channel_is_a_sound_of_its_own(tmp_path: Path, ffmpeg: Path) -> None:
    path = write_stereo(tmp_path / "two.wav", (1000, 1500), (2000,))
    first, second = clicks(path, ffmpeg, channels="each")
    assert first == pytest.approx((1000, 1500), abs=1)
    assert second == pytest.approx((2000,), abs=1)


LAYOUTS = [("quad", 4), ("2.1", 3), ("5.1(side)", 6)]


@pytest.mark.parametrize(("layout", "count"), LAYOUTS)
def test_channels_are_not_mixed_whatever_their_layout(tmp_path: Path, ffmpeg: Path, layout: str, count: int) -> None:
    levels = "|".join(str((channel + 1) / 100) for channel in range(count))
    run_ffmpeg("-f", "lavfi", "-i", f"aevalsrc={levels}:c={layout}:s=16000:d=0.5", tmp_path / "many.wav")
    assert levels_of(decoded(tmp_path / "many.wav", ffmpeg, channels="each")) == true_levels(count)


@pytest.mark.parametrize("count", [5, 10, 16])
def test_channels_without_a_layout_are_not_mixed(tmp_path: Path, ffmpeg: Path, count: int) -> None:
    path = write_levels(tmp_path / "many.wav", count)
    assert levels_of(decoded(path, ffmpeg, channels="each")) == true_levels(count)
    assert levels_of(decoded(path, ffmpeg, channels=count - 1)) == [true_levels(count)[-1]]


def test_many_channels_are_mixed_evenly(tmp_path: Path, ffmpeg: Path) -> None:
    path = write_levels(tmp_path / "many.wav", 20)
    assert levels_of(decoded(path, ffmpeg, channels="mix")) == [pytest.approx(0.105, abs=0.001)]
    assert levels_of(decoded(path, ffmpeg, channels=19)) == [pytest.approx(0.2, abs=0.001)]
    with pytest.raises(EngineError, match="choose single channels by their number"):
        decoded(path, ffmpeg, channels="each")


def levels_of(sound: Decoded) -> list[float]:
    return [float(np.median(pcm.read(2000, 6000))) for pcm in sound.pcms]


def true_levels(count: int) -> list[object]:
    return [pytest.approx((channel + 1) / 100, abs=0.001) for channel in range(count)]


def test_a_channel_that_is_not_there_is_refused(tmp_path: Path, ffmpeg: Path) -> None:
    path = write_stereo(tmp_path / "two.wav", (1000,), (2000,))
    for channel in (2, -1):
        with pytest.raises(EngineError, match=f"has 2 channels, 0 to 1: channel {channel} is not among them") as told:
            decoded(path, ffmpeg, channels=channel)
        assert told.value.kind == "options"


def test_the_chosen_track_is_heard(tmp_path: Path, ffmpeg: Path) -> None:
    first, second = write_clicks(tmp_path / "1.wav"), write_clicks(tmp_path / "2.wav", clicks=(1000,))
    run_ffmpeg("-i", first, "-i", second, "-map", "0", "-map", "1", "-c:a", "flac", tmp_path / "two.mkv")
    assert clicks(tmp_path / "two.mkv", ffmpeg, track=1) == [pytest.approx((1000,), abs=1)]


def test_files_are_private_and_nothing_else_is_left(tmp_path: Path, ffmpeg: Path) -> None:
    [pcm] = decoded(write_clicks(tmp_path / "a.wav"), ffmpeg).pcms
    assert stat.S_IMODE(pcm.path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(pcm.path.stat().st_mode) == 0o600
    assert list(pcm.path.parent.iterdir()) == [pcm.path]
    assert pcm.path.stat().st_size == 2 * pcm.samples


def test_progress_ends_at_the_end(tmp_path: Path, ffmpeg: Path) -> None:
    media = probe(write_clicks(tmp_path / "a.wav"), ffmpeg)
    reported, _ = finish(decode(media, ffmpeg, tmp_path / "sound", cancel=Cancel()))
    assert reported[-1] == Progress("decode", 6000, 6000)


def test_a_pause_takes_no_room_on_disk(tmp_path: Path, ffmpeg: Path) -> None:
    run_ffmpeg("-i", write_clicks(tmp_path / "a.wav"), "-c:a", "flac", tmp_path / "a.mka")
    later = r"setts=ts=TS+gt(TS*TB\,3)*3000/TB"
    run_ffmpeg("-i", tmp_path / "a.mka", "-c", "copy", "-bsf:a", later, tmp_path / "paused.mka")
    [pcm] = decoded(tmp_path / "paused.mka", ffmpeg).pcms
    assert pcm.duration == pytest.approx(3_006_000, abs=50)
    assert pcm.path.stat().st_blocks * 512 < 1_000_000


# What a file declares and does not hold


def cut(path: Path, share: float) -> Path:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    return path


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "flv"])
def test_half_a_film_says_how_much_is_missing(tmp_path: Path, ffmpeg: Path, suffix: str) -> None:
    options = ("-movflags", "+faststart") if suffix == "mp4" else ()
    sound = decoded(cut(write_film(tmp_path / f"film.{suffix}", *options), 0.5), ffmpeg)
    assert sound.pcms[0].duration + sound.missing == pytest.approx(6000, abs=100)
    assert sound.missing > 2000


@pytest.mark.parametrize("suffix", ["flac", "mp3", "m4a", "mka", "wav", "aiff"])
def test_half_a_sound_says_how_much_is_missing(tmp_path: Path, ffmpeg: Path, suffix: str) -> None:
    path = tmp_path / f"sound.{suffix}"
    faststart = ("-movflags", "+faststart") if suffix == "m4a" else ()
    run_ffmpeg("-f", "lavfi", "-i", "anoisesrc=d=6:a=0.3", *faststart, path)
    sound = decoded(cut(path, 0.5), ffmpeg)
    assert sound.pcms[0].duration + sound.missing == pytest.approx(6000, abs=100)
    assert sound.missing > 1500


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "ts", "avi"])
def test_a_picture_that_goes_on_after_the_sound_is_not_missing_sound(tmp_path: Path, ffmpeg: Path, suffix: str) -> None:
    film = write_film(tmp_path / f"film.{suffix}")
    run_ffmpeg("-i", film, "-t", "3", "-i", film, "-map", "0:v", "-map", "1:a", "-c", "copy", tmp_path / f"a.{suffix}")
    sound = decoded(tmp_path / f"a.{suffix}", ffmpeg)
    assert sound.missing == 0
    assert sound.pcms[0].duration < 3300


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "ts", "avi", "wma", "mp3", "aac", "opus", "wav"])
def test_nothing_is_missing_in_a_whole_file(tmp_path: Path, ffmpeg: Path, suffix: str) -> None:
    run_ffmpeg("-i", write_clicks(tmp_path / "a.wav"), *(("-f", "mpegts") * (suffix == "ts")), tmp_path / f"b.{suffix}")
    assert decoded(tmp_path / f"b.{suffix}", ffmpeg).missing == 0


def test_nothing_is_missing_where_the_length_is_only_an_estimate(tmp_path: Path, ffmpeg: Path) -> None:
    run_ffmpeg("-i", write_clicks(tmp_path / "a.wav"), "-q:a", "2", "-write_xing", "0", tmp_path / "a.mp3")
    assert decoded(tmp_path / "a.mp3", ffmpeg).missing == 0


def test_sound_that_is_there_and_cannot_be_decoded_is_missing(tmp_path: Path, ffmpeg: Path) -> None:
    run_ffmpeg("-i", write_clicks(tmp_path / "a.wav"), "-c:a", "flac", tmp_path / "a.mka")
    whole = bytearray((tmp_path / "a.mka").read_bytes())
    frame = b"\xff\xf8"  # FLAC's frame sync
    at = len(whole) // 2
    whole[at:] = whole[at:].replace(frame, b"\0\0")
    (tmp_path / "a.mka").write_bytes(whole)
    sound = decoded(tmp_path / "a.mka", ffmpeg)
    assert sound.missing > 1000


# Refusals


@pytest.mark.parametrize(("suffix", "mark", "codec"), [("mkv", b"A_FLAC", "none"), ("mov", b"sowt", "none")])
def test_a_codec_that_nobody_knows_is_named(tmp_path: Path, ffmpeg: Path, suffix: str, mark: bytes, codec: str) -> None:
    path = tmp_path / f"film.{suffix}"
    encoder = "flac" if suffix == "mkv" else "pcm_s16le"
    run_ffmpeg("-i", write_clicks(tmp_path / "a.wav"), "-c:a", encoder, path)
    path.write_bytes(path.read_bytes().replace(mark, mark[:-3] + b"QXZ"))
    with pytest.raises(EngineError, match=rf"Nothing could be decoded of audio track 0 \({codec}\)") as told:
        decoded(path, ffmpeg)
    assert told.value.kind == "media"
    assert list((tmp_path / "sound").iterdir()) == []


def test_a_disk_that_is_full_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    media = probe(write_clicks(tmp_path / "a.wav"), ffmpeg)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(EngineError, match="make room there") as told:
            finish(decode(media, ffmpeg, tmp_path / "sound", cancel=Cancel()))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert told.value.kind == "disk"
    assert list((tmp_path / "sound").iterdir()) == []


# Ending early


def test_a_cancel_leaves_nothing_behind(tmp_path: Path, ffmpeg: Path) -> None:
    media = probe(write_clicks(tmp_path / "a.wav"), ffmpeg)
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        finish(decode(media, ffmpeg, tmp_path / "sound", cancel=cancel))
    assert list((tmp_path / "sound").iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks into /proc")
def test_closing_early_ends_ffmpeg_and_removes_the_files(
    tmp_path: Path, ffmpeg: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.audio.decode._REPORT_SECONDS", 0)  # or a quick machine is done before it reports
    media = probe(write_clicks(tmp_path / "long.wav", length=600_000, rate=16_000), ffmpeg)
    work = decode(media, ffmpeg, tmp_path / "sound", cancel=Cancel())
    next(work)
    assert len(_children()) == 1
    work.close()
    assert _children() == []
    assert list((tmp_path / "sound").iterdir()) == []


def test_an_ffmpeg_that_hangs_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    media = probe(write_clicks(tmp_path / "a.wav"), ffmpeg)
    stub = tmp_path / "ffmpeg"
    stub.write_text("#!/bin/sh\nsleep 1000\n")
    stub.chmod(0o755)
    with pytest.raises(EngineError, match="stood still"):
        finish(decode(media, stub, tmp_path / "sound", cancel=Cancel(), patience=0.3))
    assert list((tmp_path / "sound").iterdir()) == []


def _children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


@pytest.mark.parametrize("name", [b"http:x.ts", b"\xff\xfe.ts", b"n" * 252 + b".ts"])
def test_odd_names_are_heard(tmp_path: Path, ffmpeg: Path, monkeypatch: pytest.MonkeyPatch, name: bytes) -> None:
    write_clicks(tmp_path / "a.wav").rename(tmp_path / os.fsdecode(name))
    monkeypatch.chdir(tmp_path)
    assert decoded(Path(os.fsdecode(name)), ffmpeg).pcms[0].duration == 6000
