import os
import socket
from dataclasses import replace
from pathlib import Path

import imageio_ffmpeg
import pytest

from engine.audio.probe import AudioTrack, MediaInfo, Picture, probe
from engine.errors import EngineError
from tests.support.media import late_sound, run_ffmpeg, sound_only, write_clicks, write_film

ENGLISH = AudioTrack(0, "aac", "eng", "Studio", 2, 48_000, 0, default=False)
PICTURE = Picture("h264", 64, 48, 25.0)
GERMAN = AudioTrack(1, "ac3", "deu", None, 6, 48_000, 120, default=True)
TWO_TRACKS = MediaInfo(
    Path("film.mkv"), "matroska,webm", 6000, 0, (ENGLISH, GERMAN), picture=Picture("h264", 64, 48, 25.0)
)


def test_a_film_is_described(tmp_path: Path, ffmpeg: Path) -> None:
    options = (
        "-metadata:s:a:0",
        "language=nor",
        "-metadata:s:a:0",
        "title=Mic (A), 44100 Hz",
        "-ac",
        "2",
        "-disposition:a",
        "default",
    )
    media = probe(write_film(tmp_path / "film.mkv", *options), ffmpeg)
    assert media == MediaInfo(
        path=tmp_path / "film.mkv",
        container="matroska,webm",
        duration=6020,
        start=0,
        tracks=(AudioTrack(0, "aac", "nor", "Mic (A), 44100 Hz", 2, 44_100, 0, default=True),),
        picture=PICTURE,
    )


def test_both_known_generations_of_ffmpeg_are_understood(tmp_path: Path, ffmpeg: Path) -> None:
    clip = late_sound(tmp_path / "late.ts")
    first, second = (probe(clip.path, program) for program in (ffmpeg, Path(imageio_ffmpeg.get_ffmpeg_exe())))
    assert first == second
    assert first.container == "mpegts"
    assert first.tracks[0].codec == "aac"


def test_sound_that_begins_late_says_when(tmp_path: Path, ffmpeg: Path) -> None:
    media = probe(late_sound(tmp_path / "late.mkv").path, ffmpeg)
    assert media.tracks[0].start in range(1470, 1531)


def test_the_start_of_the_container_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    run_ffmpeg("-i", write_clicks(tmp_path / "a.wav"), "-output_ts_offset", "10", "-muxdelay", "0", tmp_path / "a.ts")
    assert probe(tmp_path / "a.ts", ffmpeg).start in range(9950, 10_001)


def test_sound_without_a_picture_has_no_video(tmp_path: Path, ffmpeg: Path) -> None:
    assert not probe(sound_only(tmp_path / "a.m4a").path, ffmpeg).has_video


def test_a_cover_is_no_video(tmp_path: Path, ffmpeg: Path) -> None:
    sound = write_clicks(tmp_path / "a.wav")
    cover = ("-f", "lavfi", "-i", "color=s=64x64:d=0.04", "-disposition:v", "attached_pic", "-c:v", "mjpeg")
    run_ffmpeg("-i", sound, *cover, "-pix_fmt", "yuvj420p", "-map", "0", "-map", "1", tmp_path / "a.m4a")
    media = probe(tmp_path / "a.m4a", ffmpeg)
    assert (media.has_video, len(media.tracks)) == (False, 1)


@pytest.mark.parametrize(("layout", "channels"), [("5.1(side)", 6), ("quad", 4), ("hexadecagonal", 16)])
def test_channels_are_counted(tmp_path: Path, ffmpeg: Path, layout: str, channels: int) -> None:
    run_ffmpeg("-f", "lavfi", "-i", f"anullsrc=cl={layout}:d=0.1", tmp_path / "a.wav")
    assert probe(tmp_path / "a.wav", ffmpeg).tracks[0].channels == channels


def test_the_default_track_is_chosen() -> None:
    assert TWO_TRACKS.choose(None) == GERMAN


def test_without_a_default_the_first_track_is_chosen() -> None:
    assert replace(TWO_TRACKS, tracks=(ENGLISH,)).choose(None) == ENGLISH


def test_a_track_can_be_chosen() -> None:
    assert TWO_TRACKS.choose(0) == ENGLISH


def test_a_track_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(EngineError) as told:
        TWO_TRACKS.choose(2)
    assert told.value.kind == "options"
    assert str(told.value) == (
        'film.mkv has no audio track 2: choose one of those it has (0: eng, "Studio", aac, 2 channels; '
        "1: deu, ac3, 6 channels)."
    )


def test_a_video_without_sound_is_refused_when_its_sound_is_chosen(tmp_path: Path, ffmpeg: Path) -> None:
    run_ffmpeg("-f", "lavfi", "-i", "testsrc=s=64x48:d=1", "-c:v", "mpeg4", tmp_path / "mute.mp4")
    media = probe(tmp_path / "mute.mp4", ffmpeg)
    assert (media.tracks, media.has_video) == ((), True)
    with pytest.raises(EngineError, match=r"mute\.mp4 has no audio track"):
        media.choose(None)


def refusal(path: Path, ffmpeg: Path) -> str:
    with pytest.raises(EngineError) as told:
        probe(path, ffmpeg)
    assert told.value.kind == "media"
    return str(told.value).removeprefix(str(path))


def test_a_missing_file_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    assert refusal(tmp_path / "a.mp4", ffmpeg) == " does not exist: see whether it was moved or renamed."


def test_a_folder_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    assert refusal(tmp_path, ffmpeg) == " is a folder: choose the files in it."


def test_an_empty_file_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    (tmp_path / "a.mp4").touch()
    assert refusal(tmp_path / "a.mp4", ffmpeg).startswith(" is empty (0 bytes)")


@pytest.mark.parametrize(
    "content", [b"Dear diary,\n" * 50, os.urandom(3000), b"1\n00:00:01,000 --> 00:00:02,000\nHi\n"]
)
def test_what_is_no_media_is_told(tmp_path: Path, ffmpeg: Path, content: bytes) -> None:
    (tmp_path / "a.mp4").write_bytes(content)
    assert refusal(tmp_path / "a.mp4", ffmpeg).startswith(" is not a media file that can be read")


def test_a_picture_is_no_media(tmp_path: Path, ffmpeg: Path) -> None:
    run_ffmpeg("-f", "lavfi", "-i", "color=s=64x64:d=0.04", "-frames:v", "1", tmp_path / "a.png")
    assert refusal(tmp_path / "a.png", ffmpeg).startswith(" is not a media file that can be read")


def test_a_recording_without_its_index_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    whole = sound_only(tmp_path / "whole.m4a").path.read_bytes()
    (tmp_path / "cut.mp4").write_bytes(whole[: whole.index(b"moov") - 4])
    assert refusal(tmp_path / "cut.mp4", ffmpeg).startswith(" is an incomplete recording: its index (moov) is missing")


def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path, ffmpeg: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    assert refusal(tmp_path / "pipe.wav", ffmpeg) == " is a pipe or a device: record it to a file first."


def test_a_device_is_told(ffmpeg: Path) -> None:
    assert refusal(Path("/dev/zero"), ffmpeg) == " is a pipe or a device: record it to a file first."


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, ffmpeg: Path) -> None:
    write_clicks(tmp_path / "a.wav").chmod(0)
    assert refusal(tmp_path / "a.wav", ffmpeg) == " may not be read: ask its owner for the right to."


def test_a_name_that_no_file_can_have_is_told(ffmpeg: Path) -> None:
    assert refusal(Path("a\0.mp4"), ffmpeg).endswith(" does not exist: see whether it was moved or renamed.")
    assert "cannot be read (File name too long)" in refusal(Path("a" * 300), ffmpeg)


def test_an_ffmpeg_that_hangs_is_told(tmp_path: Path) -> None:
    stub = tmp_path / "ffmpeg"
    stub.write_text("#!/bin/sh\nsleep 1000\n")
    stub.chmod(0o755)
    with pytest.raises(EngineError, match="stood still"):
        probe(write_clicks(tmp_path / "a.wav"), stub, patience=0.3)


@pytest.mark.parametrize("program", ["found", "packaged"])
@pytest.mark.parametrize(
    "playlist",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\n{other}\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nhttp://127.0.0.1:{port}/a.ts\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile other.ts\n",
        "ffconcat version 1.0\nfile http://127.0.0.1:{port}/a.ts\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio {port} RTP/AVP 0\n",
    ],
)
def test_a_disguised_playlist_opens_nothing(tmp_path: Path, ffmpeg: Path, playlist: str, program: str) -> None:
    chosen = ffmpeg if program == "found" else Path(imageio_ffmpeg.get_ffmpeg_exe())
    os.mkfifo(tmp_path / "other.ts")  # who opens it hangs, and would be told so
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        text = playlist.format(other=tmp_path / "other.ts", port=listener.getsockname()[1])
        (tmp_path / "evil.mp4").write_text(text)
        assert refusal(tmp_path / "evil.mp4", chosen).startswith(" is a playlist, a list of other files")
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_name_that_imitates_a_description_changes_nothing(tmp_path: Path, ffmpeg: Path) -> None:
    name = "a\n  Duration: 09:00:00.00, start: 5.000000\n  Stream #0:7(eng): Audio: aac, 8000 Hz, stereo\n.wav"
    media = probe(write_clicks(tmp_path / name), ffmpeg)
    assert (media.duration, media.start, len(media.tracks)) == (6000, 0, 1)


def test_a_title_that_imitates_a_description_changes_nothing(tmp_path: Path, ffmpeg: Path) -> None:
    title = "a\n  Duration: 09:00:00.00, start: 5.000000\u2028  Stream #0:7(eng): Audio: aac, 8000 Hz, stereo"
    options = ("-metadata", f"title={title}", "-metadata:s:a:0", f"title={title}")
    run_ffmpeg("-i", write_clicks(tmp_path / "a.wav"), *options, tmp_path / "a.mka")
    media = probe(tmp_path / "a.mka", ffmpeg)
    assert (media.duration, media.start, len(media.tracks)) == (6000, 0, 1)


ODD_NAMES = [
    b"http:x.ts",
    b"concat:a|b.ts",
    b"-x.ts",
    b"a:b.ts",
    b"file:x.ts",
    b"%03d*?[x].ts",
    b"\xff\xfe.ts",
    "ünï\u202e日本.ts".encode(),
    b'it\'s "a" $(touch y) \\.ts',
    b"n" * 252 + b".ts",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_names_are_names(tmp_path: Path, ffmpeg: Path, monkeypatch: pytest.MonkeyPatch, name: bytes) -> None:
    write_clicks(tmp_path / "a.wav").rename(tmp_path / os.fsdecode(name))
    monkeypatch.chdir(tmp_path)
    assert probe(Path(os.fsdecode(name)), ffmpeg).duration == 6000


@pytest.mark.parametrize(("rate", "told"), [("24000/1001", 24_000 / 1001), ("30000/1001", 30_000 / 1001), ("50", 50.0)])
def test_frame_rates_are_exact(tmp_path: Path, ffmpeg: Path, rate: str, told: float) -> None:
    film = write_film(tmp_path / "film.mkv", "-r", rate)
    assert probe(film, ffmpeg).picture == Picture("h264", 64, 48, told)
