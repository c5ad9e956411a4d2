import ast
import os
import subprocess
import sys
import time
from pathlib import Path

import imageio_ffmpeg
import pytest

from engine.audio.ffmpeg import DEMUXERS, describe, find_ffmpeg, list_packets
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel
from tests.support.media import write_clicks

ROOT = Path(__file__).parents[3]
MAY_START_PROGRAMS = {"engine/audio/ffmpeg.py", "engine/commands/edit.py"}  # the latter: the window, our own
FORBIDDEN_MODULES = {"subprocess", "ffmpeg", "imageio_ffmpeg", "multiprocessing", "pty", "pexpect"}
FORBIDDEN_CALLS = {"system", "popen", "fork", "forkpty", "posix_spawn", "posix_spawnp", "startfile"}
needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")


def write_stub(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(0o755)
    return path


def test_the_setting_is_taken_first(tmp_path: Path) -> None:
    stub = write_stub(tmp_path / "my-ffmpeg")
    assert find_ffmpeg(stub) == stub


def test_a_setting_that_is_no_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no program")
    for setting in (tmp_path / "text", tmp_path, tmp_path / "missing"):
        with pytest.raises(EngineError, match="is not an ffmpeg that can be started") as told:
            find_ffmpeg(setting)
        assert told.value.kind == "setup"


def test_a_relative_setting_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_stub(tmp_path / "ffmpeg")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EngineError, match="set the full path"):
        find_ffmpeg(Path("ffmpeg"))


def test_path_is_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub = write_stub(tmp_path / "ffmpeg")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_ffmpeg() == stub


def test_a_stub_in_the_current_folder_is_never_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_stub(tmp_path / "ffmpeg")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "")))
    assert find_ffmpeg() == Path(imageio_ffmpeg.get_ffmpeg_exe()).absolute()


def test_without_path_the_packaged_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert find_ffmpeg() == Path(imageio_ffmpeg.get_ffmpeg_exe()).absolute()


def test_a_program_that_cannot_run_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "ffmpeg"
    broken.write_bytes(b"\x7fELF rubbish")
    broken.chmod(0o755)
    with pytest.raises(EngineError, match="could not be started") as told:
        describe(broken, tmp_path / "a.wav", 5).__enter__()
    assert told.value.kind == "setup"


def test_every_call_is_guarded(tmp_path: Path) -> None:
    stub = write_stub(tmp_path / "ffmpeg", 'printf "%s\\n" "$@"')
    with list_packets(stub, Path("a.mp4"), ("a",), 5) as child:
        arguments = b"".join(child.chunks(Cancel())).decode().splitlines()
    given = arguments.index("-i")
    assert {"-nostdin", "-hide_banner"} <= set(arguments[:given])
    assert arguments[arguments.index("-protocol_whitelist", 0, given) + 1] == "file,pipe"
    assert arguments[arguments.index("-format_whitelist", 0, given) + 1] == DEMUXERS
    assert arguments[given + 1] == f"file:{Path.cwd()}/a.mp4"


def test_no_demuxer_that_opens_other_files_is_allowed() -> None:
    assert not {"hls", "dash", "concat", "sdp", "rtsp", "image2", "ffconcat", "lavfi", "imf"} & set(DEMUXERS.split(","))


def test_ffmpeg_is_told_no_report_file_and_no_folder_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FFREPORT", f"file={tmp_path}/report.log")
    stub = write_stub(tmp_path / "ffmpeg", 'echo "$LC_ALL $FFREPORT|$(pwd)"')
    with list_packets(stub, tmp_path / "a.mp4", ("a",), 5) as child:
        assert b"".join(child.chunks(Cancel())) == f"C |{tmp_path}\n".encode()


@needs_proc
def test_an_ffmpeg_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    stub = write_stub(tmp_path / "ffmpeg", "sleep 1000 &", "echo $!", "wait")
    with list_packets(stub, tmp_path / "film.mp4", ("a",), 0.5) as child:
        output = child.chunks(Cancel())
        sleeper = int(next(output))
        with pytest.raises(EngineError, match=r"stood still over .*film\.mp4 for 0\.5 seconds") as told:
            next(output)
    assert told.value.kind == "media"
    _wait_until_gone(sleeper)
    assert not _runs(sleeper)


@needs_proc
def test_a_cancel_ends_an_ffmpeg_that_says_nothing(tmp_path: Path) -> None:
    stub = write_stub(tmp_path / "ffmpeg", "echo $$", "exec sleep 1000")
    cancel = Cancel()
    with list_packets(stub, tmp_path / "a.mp4", ("a",), 60) as child:
        output = child.chunks(cancel)
        process = int(next(output))
        cancel.ask()
        with pytest.raises(Cancelled):
            next(output)
    assert not Path(f"/proc/{process}").exists()  # neither orphan nor zombie


def test_complaints_without_end_take_no_memory(tmp_path: Path) -> None:
    stub = write_stub(tmp_path / "ffmpeg", "yes complaint | head -n 9000 >&2", "echo last >&2")
    with list_packets(stub, tmp_path / "a.mp4", ("a",), 20) as child:
        complaints = child.complaints()
    assert len(complaints) < 3000
    assert complaints[-1] == "last"


@needs_proc
def test_ffmpeg_dies_with_us(tmp_path: Path, ffmpeg: Path) -> None:
    sound = write_clicks(tmp_path / "long.wav", clicks=(), length=600_000, rate=16_000)
    script = f"""
import time
from pathlib import Path
from engine.audio.ffmpeg import sound
from engine.progress import Cancel
program, media = Path({str(ffmpeg)!r}), Path({str(sound)!r})
with sound(program, media, 0, "anull", 16000, 60) as child:
    next(child.chunks(Cancel()))
    print(child._process.pid, flush=True)
    time.sleep(60)
"""
    parent = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert _runs(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    _wait_until_gone(child)
    assert not _runs(child)


def test_nothing_else_starts_a_program() -> None:
    offenders = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for package in ("app", "engine")
        for path in (ROOT / package).rglob("*.py")
        if path.relative_to(ROOT).as_posix() not in MAY_START_PROGRAMS
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if _starts_programs(node)
    ]
    assert offenders == []


@pytest.mark.parametrize(
    "line",
    ["import subprocess", "import ffmpeg as f", "from imageio_ffmpeg import get_ffmpeg_exe", "os.system('x')"],
)
def test_the_guard_sees_a_planted_line(line: str) -> None:
    assert any(_starts_programs(node) for node in ast.walk(ast.parse(line)))


def _starts_programs(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name.split(".")[0] in FORBIDDEN_MODULES for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return node.level == 0 and (node.module or "").split(".")[0] in FORBIDDEN_MODULES
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("os", "asyncio")
        and (node.attr in FORBIDDEN_CALLS or node.attr.startswith(("exec", "spawn", "create_subprocess")))
    )


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def _wait_until_gone(process: int) -> None:
    for _ in range(200):
        if not _runs(process):
            return
        time.sleep(0.05)
