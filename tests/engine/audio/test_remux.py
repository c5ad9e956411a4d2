"""What a player can't seek in is copied into Matroska on the same time base, or not at all."""

from collections.abc import Callable
from pathlib import Path

import imageio_ffmpeg
import pytest

from engine.audio.decode import decode
from engine.audio.probe import MediaInfo, probe
from engine.audio.remux import needs_remux, remux
from engine.errors import Cancelled
from engine.progress import Cancel, Progress
from tests.support.media import Clip, find_clicks, first_picture, late_picture, late_sound, long_pause, offset, plain
from tests.support.work import finish


@pytest.fixture(params=["installed", "packaged"])
def each_ffmpeg(request: pytest.FixtureRequest, ffmpeg: Path) -> Path:
    return ffmpeg if request.param == "installed" else Path(imageio_ffmpeg.get_ffmpeg_exe())


def clicks(media: MediaInfo, ffmpeg: Path, folder: Path) -> tuple[float, ...]:
    _, decoded = finish(decode(media, ffmpeg, folder, cancel=Cancel()))
    return find_clicks(decoded.pcms[0].read(0, decoded.pcms[0].samples))


@pytest.mark.parametrize(
    ("make", "suffix"),
    [(plain, "ts"), (plain, "mpg"), (late_sound, "ts"), (late_picture, "ts"), (long_pause, "ts"), (offset, "ts")],
)
def test_sound_and_picture_keep_their_times(
    make: Callable[[Path], Clip], suffix: str, tmp_path: Path, each_ffmpeg: Path
) -> None:
    media = probe(make(tmp_path / f"clip.{suffix}").path, each_ffmpeg)
    copy = tmp_path / "copy.mkv"
    events, kept = finish(remux(media, each_ffmpeg, copy, Cancel()))
    assert kept
    assert events[0] == Progress("remux", 0, media.duration)
    assert copy.stat().st_mode & 0o777 == 0o600
    copied = probe(copy, each_ffmpeg)
    assert clicks(copied, each_ffmpeg, tmp_path) == pytest.approx(clicks(media, each_ffmpeg, tmp_path), abs=1)
    assert first_picture(copy) == pytest.approx(first_picture(media.path), abs=1)


@pytest.mark.parametrize(
    ("container", "needed"),
    [("mpegts", True), ("mpeg", True), ("mov,mp4,m4a,3gp,3g2,mj2", False), ("matroska,webm", False), ("wtv", True)],
)
def test_only_what_a_player_seeks_wrongly_or_nobody_tried_is_copied(container: str, needed: bool) -> None:
    assert needs_remux(MediaInfo(Path("film"), container, 6000, 0, (), None)) is needed


def test_a_cancelled_copy_leaves_nothing(tmp_path: Path, ffmpeg: Path) -> None:
    media = probe(plain(tmp_path / "clip.ts").path, ffmpeg)
    cancel = Cancel()
    cancel.ask()
    with pytest.raises(Cancelled):
        finish(remux(media, ffmpeg, tmp_path / "copy.mkv", cancel))
    assert not (tmp_path / "copy.mkv").exists()


def test_what_matroska_cannot_hold_is_not_copied_and_nobody_is_bothered(tmp_path: Path, ffmpeg: Path) -> None:
    (tmp_path / "clip.ts").write_bytes(bytes(100_000))
    media = MediaInfo(tmp_path / "clip.ts", "mpegts", 6000, 0, (), None)
    _, kept = finish(remux(media, ffmpeg, tmp_path / "copy.mkv", Cancel()))
    assert not kept
    assert [path.name for path in tmp_path.iterdir()] == ["clip.ts"]
