"""Writing a file whole: every failure leaves the old one, and nothing else."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.export import check_target, write_whole

_SAVE = """
import sys
from pathlib import Path
from engine.errors import EngineError
from engine.subtitles.export import write_whole
try:
    write_whole("x" * 1_000_000, Path(sys.argv[1]), overwrite=True)
except EngineError as error:
    print(error.kind, error, sep="|")
"""


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_whole("Grüße\n", tmp_path / "a.srt", overwrite=False)
    assert (tmp_path / "a.srt").read_bytes() == b"Gr\xc3\xbc\xc3\x9fe\n"
    assert (tmp_path / "a.srt").stat().st_mode == (tmp_path / "other").stat().st_mode
    assert _names(tmp_path) == ["a.srt", "other"]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text("old")
    path.chmod(0o640)
    write_whole("new", path, overwrite=True)
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_an_existing_file_stays_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text("old")
    with pytest.raises(EngineError, match=r"a\.srt exists") as refusal:
        write_whole("new", path, overwrite=False)
    assert refusal.value.kind == "disk"
    assert (path.read_text(), _names(tmp_path)) == ("old", ["a.srt"])


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    path = tmp_path / "a.srt"
    link = os.link

    def appear_first(source: str, target: str, **_: object) -> None:
        path.write_text("theirs")
        if not links:
            raise PermissionError(1, "this file system has no hard links")
        link(source, target)

    monkeypatch.setattr(os, "link", appear_first)
    with pytest.raises(EngineError, match="exists"):
        write_whole("ours", path, overwrite=False)
    assert (path.read_text(), _names(tmp_path)) == ("theirs", ["a.srt"])


def test_a_file_system_without_hard_links_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "this file system has no hard links")

    monkeypatch.setattr(os, "link", refuse)
    write_whole("new", tmp_path / "a.srt", overwrite=False)
    assert ((tmp_path / "a.srt").read_text(), _names(tmp_path)) == ("new", ["a.srt"])


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real.srt").write_text("old")
    (tmp_path / "link.srt").symlink_to("real.srt")
    write_whole("new", tmp_path / "link.srt", overwrite=True)
    assert (tmp_path / "link.srt").is_symlink()
    assert (tmp_path / "real.srt").read_text() == "new"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.srt").mkdir()
    os.mkfifo(tmp_path / "pipe.srt")
    (tmp_path / "dangling.srt").symlink_to("nowhere.srt")
    (tmp_path / "circle.srt").symlink_to("circle.srt")
    (tmp_path / "full.srt").symlink_to("/dev/full")
    before = _names(tmp_path)
    for name, complaint in (
        ("folder.srt", "is a folder"),
        ("pipe.srt", "device or pipe"),
        ("dangling.srt", "leads to no file"),
        ("circle.srt", "leads to no file"),
        ("full.srt", "device or pipe"),
        ("no/where.srt", "folder does not exist"),
        ("x" * 256, "name is too long"),
    ):
        with pytest.raises(EngineError, match=complaint) as refusal:
            write_whole("new", tmp_path / name, overwrite=True)
        assert refusal.value.kind == "disk"
        with pytest.raises(EngineError, match=complaint):
            check_target(tmp_path / name, overwrite=True)
        assert _names(tmp_path) == before


def test_a_target_can_be_checked_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text("old")
    check_target(tmp_path / "b.srt", overwrite=False)
    check_target(tmp_path / "a.srt", overwrite=True)
    with pytest.raises(EngineError, match="exists"):
        check_target(tmp_path / "a.srt", overwrite=False)
    assert _names(tmp_path) == ["a.srt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_folders_and_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(EngineError, match="is read-only"):
        write_whole("new", path, overwrite=True)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(EngineError, match="may not write in this folder"):
            write_whole("new", tmp_path / "b.srt", overwrite=False)
    finally:
        tmp_path.chmod(0o755)
    assert (path.read_text(), _names(tmp_path)) == ("old", ["a.srt"])


def test_a_failing_fsync_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    path = tmp_path / "a.srt"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(EngineError, match="could not be written safely"):
        write_whole("new", path, overwrite=True)
    assert (path.read_text(), _names(tmp_path)) == ("old", ["a.srt"])


def test_a_file_over_the_limit_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text("old")
    run = subprocess.run(
        [sys.executable, "-c", _SAVE, path],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == f"disk|{path} cannot be saved: the file would be bigger than this disk or system allows: " + (
        "save elsewhere\n"
    )
    assert (path.read_text(), _names(tmp_path)) == ("old", ["a.srt"])


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ("size=64k", "the disk is full: free some space or save elsewhere"),
        ("size=64k,ro", "this folder is read-only: save elsewhere"),
    ],
)
def test_a_full_or_read_only_disk_leaves_the_old_file(tmp_path: Path, options: str, reason: str) -> None:
    mount = f'mount -t tmpfs -o size=64k none "$1" && echo old >"$1/a.srt" && mount -o remount,{options} "$1"'
    unshare = ["unshare", "-Urm", "sh", "-c"]
    if shutil.which("unshare") is None or subprocess.run([*unshare, mount, "sh", tmp_path], check=False).returncode:
        pytest.skip("this system allows no file system of one's own")
    script = f'{mount} && "$2" -c "$3" "$1/a.srt" && cat "$1/a.srt" && ls -A "$1"'
    run = subprocess.run(
        [*unshare, script, "sh", tmp_path, sys.executable, _SAVE], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines() == [f"disk|{tmp_path}/a.srt cannot be saved: {reason}", "old", "a.srt"]
