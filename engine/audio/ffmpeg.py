"""The one place that starts ffmpeg: which binary, how a media file is named to it, what it may open, how it ends."""

import os
import queue
import shutil
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import ffmpeg as ffmpeg_python  # type: ignore[import-untyped]
import imageio_ffmpeg  # type: ignore[import-untyped]

from engine.errors import EngineError
from engine.paths import shown
from engine.progress import Cancel

# Demuxers of recordings. A playlist (hls, dash, concat, sdp, image2 and their kin) makes ffmpeg open other files and
# hosts, whatever its file is called: none may ever stand here.
DEMUXERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mp3,wav,w64,flac,ogg,aac,ac3,eac3,dts,dtshd,truehd,avi,asf,aiff,"
    "amr,amrnb,amrwb,caf,mxf,gxf,flv,live_flv,au,ape,wv,tta,tak,mpc,mpc8,rm,ivr,dv,dsf,iff,loas,nut,oma,voc,wtv,shn,"
    "gsm,aax,aea,act,codec2,sox,dss,qcp,ircam,avr,pvf,nistsphere,cavsvideo,m4v,h264,hevc,mpegvideo,av1,ivf,obu,lxf"
)
_INPUT = {"protocol_whitelist": "file,pipe", "format_whitelist": DEMUXERS}
_PLACEHOLDER = "MEDIA"  # ffmpeg-python hashes its arguments as UTF-8, which not every file name is
_TARGET = "TARGET"
_CHUNK_BYTES = 1 << 16
_LOOK_SECONDS = 0.1
_FIRST_LINES = 2000  # the description of a file with 200 streams

# Added to all times that leave ffmpeg, since Matroska's clusters can't carry negative ones: two wraps of MPEG-TS.
SHIFT_SECONDS = 200_000


def find_ffmpeg(setting: Path | None = None) -> Path:
    """Find ffmpeg by an absolute path: the setting, else PATH, else the one that imageio-ffmpeg carries.

    Relative entries of PATH are passed over: the folder that a media file lies in must not choose the program.
    """
    if setting is not None:
        return _checked_setting(setting)
    folders = [entry for entry in os.environ.get("PATH", "").split(os.pathsep) if Path(entry).is_absolute()]
    if found := shutil.which("ffmpeg", path=os.pathsep.join(folders)) if folders else None:
        return Path(found)
    with suppress(RuntimeError):
        packaged = Path(imageio_ffmpeg.get_ffmpeg_exe())
        if packaged.is_absolute():
            return packaged
    raise EngineError(
        "setup", "No ffmpeg was found: install it (Debian: apt install ffmpeg) or name its file in the settings."
    )


def _checked_setting(setting: Path) -> Path:
    path = setting.expanduser()
    if path.is_absolute() and path.is_file() and os.access(path, os.X_OK):
        return path
    raise EngineError(
        "setup", f"{shown(setting)} is not an ffmpeg that can be started: set the full path of the program, or none."
    )


class Child:
    """A running ffmpeg: its output in chunks as they come, and the lines of complaint that it ends up with."""

    def __init__(self, command: list[bytes], media: Path, patience: float) -> None:
        self._media = media
        self._patience = patience
        self._chunks: queue.Queue[bytes] = queue.Queue(maxsize=16)  # 1 MB: a slow reader holds ffmpeg back
        self._first_lines: list[str] = []
        self._last_lines: deque[str] = deque(maxlen=40)
        self._process = _start(command)
        self._readers = [threading.Thread(target=read, daemon=True) for read in (self._read_output, self._read_errors)]
        for reader in self._readers:
            reader.start()

    def chunks(self, cancel: Cancel) -> Iterator[bytes]:
        """Yield the output until its end. Raises Cancelled, or EngineError("media") after `patience` silent seconds."""
        heard = time.monotonic()
        while True:
            cancel.check()
            try:
                chunk = self._chunks.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                if time.monotonic() - heard > self._patience:
                    raise self._hung() from None
                continue
            if not chunk:
                return
            heard = time.monotonic()
            yield chunk

    def complaints(self) -> list[str]:
        """Wait for the end and return what ffmpeg wrote to stderr: the first and the last lines of it."""
        self._wait()
        return [*self._first_lines, *self._last_lines]

    def end(self) -> None:
        """Kill ffmpeg and what it started if it still runs, and leave neither process nor thread behind."""
        if self._process.poll() is None:
            _kill(self._process)
        self._process.wait()
        while any(reader.is_alive() for reader in self._readers):
            self._drop_output()
            for reader in self._readers:
                reader.join(0.005)

    def _drop_output(self) -> None:
        with suppress(queue.Empty):
            while True:
                self._chunks.get_nowait()

    def _wait(self) -> None:
        latest = time.monotonic() + self._patience
        self._readers[1].join(self._patience)  # until it closes its stderr: with a time, wait() only looks now and then
        try:
            self._process.wait(max(latest - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            raise self._hung() from None
        self._readers[1].join()

    def _hung(self) -> EngineError:
        return EngineError(
            "media",
            f"ffmpeg was ended because it stood still over {shown(self._media)} for {self._patience:g} seconds: "
            "see whether the disk or network folder still answers, and whether another program can play the file.",
        )

    def _read_output(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as output:
            while chunk := os.read(output.fileno(), _CHUNK_BYTES):
                self._chunks.put(chunk)
        self._chunks.put(b"")

    def _read_errors(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as errors:
            while line := errors.readline(4096):  # a line without an end can't fill the memory
                text = line.decode("utf-8", "replace").rstrip("\r\n")
                if len(self._first_lines) < _FIRST_LINES:
                    self._first_lines.append(text)
                else:
                    self._last_lines.append(text)


@contextmanager
def describe(ffmpeg: Path, media: Path, patience: float) -> Generator[Child]:
    """Start an ffmpeg that only opens `media` and writes what it finds there to stderr."""
    with _running([*_beginning(ffmpeg, "info"), *_input(media)], media, patience) as child:
        yield child


@contextmanager
def list_packets(ffmpeg: Path, media: Path, streams: tuple[str, ...], patience: float) -> Generator[Child]:
    """Start an ffmpeg that lists the packets of `streams` ("a": audio, "V": pictures, "s": subtitles), decoding none.

    The list is in its framecrc format, the streams numbered in the order of `streams`. Leave when you have seen enough.
    """
    command = _output(ffmpeg, media, tuple(f"{stream}?" for stream in streams), c="copy", f="framecrc")
    with _running(command, media, patience) as child:
        yield child


@contextmanager
def sound(ffmpeg: Path, media: Path, track: int, channel_filter: str, rate: int, patience: float) -> Generator[Child]:
    """Start an ffmpeg that decodes one audio track to 16-bit PCM in Matroska, each block with the time the file gives.

    A bare stream of samples would not say where the sound begins nor where it pauses. Times are the file's own
    (`-copyts`) plus SHIFT_SECONDS.
    """
    command = _output(
        ffmpeg,
        media,
        (f"a:{track}",),
        f="matroska",
        ar=rate,
        map_metadata=-1,
        output_ts_offset=SHIFT_SECONDS,
        **{"c:a": "pcm_s16le", "filter:a": channel_filter},
    )
    with _running(command, media, patience) as child:
        yield child


@contextmanager
def repack(ffmpeg: Path, media: Path, target: Path, patience: float) -> Generator[Child]:
    """Start an ffmpeg that copies pictures and sound, decoding none, into the Matroska file `target`.

    Its output lists the packets that it copies, as `list_packets` does: so we see how far it is, and where we die its
    next line fails and ends it. Times begin at 0 where those of the file begin.
    """
    source = ffmpeg_python.input(_PLACEHOLDER, fflags="+genpts", copyts=None, start_at_zero=None, **_INPUT)
    streams = [source[stream] for stream in ("V?", "a?")]
    copy = ffmpeg_python.output(*streams, _TARGET, c="copy", f="matroska", map_metadata=-1)
    listed = ffmpeg_python.output(*streams, "pipe:1", c="copy", f="framecrc", flush_packets=1)
    arguments = ffmpeg_python.merge_outputs(copy, listed).overwrite_output().get_args()
    command = [*_beginning(ffmpeg, "warning"), *_named(arguments, media, target)]
    with _running(command, media, patience) as child:
        yield child


def _beginning(ffmpeg: Path, loglevel: str) -> list[bytes]:
    return [os.fsencode(ffmpeg), b"-nostdin", b"-hide_banner", b"-nostats", b"-loglevel", loglevel.encode()]


def _input(media: Path) -> list[bytes]:
    arguments = ffmpeg_python.input(_PLACEHOLDER, **_INPUT).output("pipe:1").get_args()
    return _named(arguments[: arguments.index(_PLACEHOLDER) + 1], media)


def _output(ffmpeg: Path, media: Path, streams: tuple[str, ...], **options: str | int) -> list[bytes]:
    source = ffmpeg_python.input(_PLACEHOLDER, copyts=None, **_INPUT)
    output = ffmpeg_python.output(*(source[stream] for stream in streams), "pipe:1", **options)
    return [*_beginning(ffmpeg, "warning"), *_named(output.get_args(), media)]


def _named(arguments: list[str], media: Path, target: Path | None = None) -> list[bytes]:
    """Put files in their placeholders' places: `file:` and an absolute path, or `http:x.ts` would be an address."""
    names = {
        placeholder: b"file:" + os.fsencode(path.absolute())
        for placeholder, path in ((_PLACEHOLDER, media), (_TARGET, target))
        if path is not None
    }
    return [names.get(argument) or argument.encode() for argument in arguments]


@contextmanager
def _running(command: list[bytes], media: Path, patience: float) -> Generator[Child]:
    child = Child(command, media, patience)
    try:
        yield child
    finally:
        child.end()


def _start(command: list[bytes]) -> "subprocess.Popen[bytes]":
    """Start it away from our terminal and our folder. If we die, its next write fails and ends it."""
    environment = {name: value for name, value in os.environ.items() if name != "FFREPORT"}  # a log of file names
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(os.fsdecode(command[0])).parent,
            env=environment | {"LC_ALL": "C", "AV_LOG_FORCE_NOCOLOR": "1"},
            start_new_session=True,
        )
    except OSError as error:
        program = shown(Path(os.fsdecode(command[0])))
        raise EngineError(
            "setup", f"{program} could not be started ({error.strerror}): install ffmpeg or correct the setting."
        ) from error


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)  # its session: a wrapper script's children, too
    else:
        process.kill()
