"""Decoded sound is private, and goes when its run goes."""

import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.sound_folder import sound_folder


def folders(cache: Path) -> int:
    return sum(1 for path in (cache / "sound").iterdir() if path.is_dir())


def test_the_folder_is_private_and_goes_at_the_end(tmp_path: Path) -> None:
    with sound_folder(tmp_path) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "sound.pcm").write_bytes(b"said in confidence")
    assert not folder.exists()


def test_the_folder_goes_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), sound_folder(tmp_path) as folder:
        _ = 1 // 0
    assert not folder.exists()


def test_two_runs_leave_each_other_alone(tmp_path: Path) -> None:
    with sound_folder(tmp_path) as one, sound_folder(tmp_path) as two:
        assert one != two
        assert one.is_dir()
        assert two.is_dir()


def test_what_a_killed_run_left_goes_at_the_next_start(tmp_path: Path) -> None:
    killed = (
        "import os, signal, sys; from pathlib import Path; from engine.sound_folder import sound_folder\n"
        "with sound_folder(Path(sys.argv[1])) as folder:\n"
        "    (folder / 'sound.pcm').write_bytes(b'x'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", killed, str(tmp_path)], check=False).returncode == -9
    assert folders(tmp_path) == 1
    with sound_folder(tmp_path):
        assert folders(tmp_path) == 1
    assert folders(tmp_path) == 0


def test_a_cache_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    with pytest.raises(EngineError, match="Sound can't be kept in"), sound_folder(tmp_path / "cache"):
        pass
