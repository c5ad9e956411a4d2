import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from engine.audio.parts import private_parts
from engine.errors import EngineError


def test_files_and_the_folder_made_for_them_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "sound"
    previous = os.umask(0)
    try:
        with private_parts(folder, 1) as (part,):
            part.write(0, b"\1\2")
            pcm = part.keep(1)
    finally:
        os.umask(previous)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(pcm.path.stat().st_mode) == 0o600


def test_silence_comes_before_the_samples(tmp_path: Path) -> None:
    with private_parts(tmp_path, 1) as (part,):
        part.write(0, b"\1\2")
        part.write(2, b"\3\4")
        part.write(1, b"")
        pcm = part.keep(5)
    assert pcm.path.read_bytes() == b"\1\2\0\0\0\0\3\4\0\0"


def test_a_file_is_called_part_until_it_is_whole(tmp_path: Path) -> None:
    with private_parts(tmp_path, 1) as (part,):
        assert [path.suffix for path in tmp_path.iterdir()] == [".part"]
        part.keep(0)
    assert [path.suffix for path in tmp_path.iterdir()] == [".pcm"]


def test_an_exception_leaves_nothing_behind(tmp_path: Path) -> None:
    with suppress(KeyError), private_parts(tmp_path, 2) as parts:
        parts[0].write(0, b"\1\2")
        parts[0].keep(1)
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match="choose a folder that you may write to") as told:
        private_parts(tmp_path / "file" / "cache", 1).__enter__()
    assert told.value.kind == "disk"
