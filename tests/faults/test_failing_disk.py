"""The n-th write, sync, truncation, creation, rename or removal fails, for every n, once or for ever.

Nothing is lost, what was told as done is done, and what a person hears is an EngineError.
"""

import shutil
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.edits import insert_at, set_text
from engine.subtitles.export import write_whole
from engine.subtitles.open_document import open_document
from engine.subtitles.project.file import create_project, open_project
from tests.support.edit_script import session
from tests.support.failing_disk import FailingDisk, failing_disk

_STATES = tuple(state.sealed() for state in islice(session(7, 6), 3))
_Attempt = Callable[[int, Callable[[], None]], None]

forever = pytest.mark.parametrize("forever", [False, True], ids=["once", "for ever"])


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[FailingDisk]:
    with failing_disk(monkeypatch) as made:
        yield made


def _for_every_call(disk: FailingDisk, forever: bool, attempt: _Attempt) -> list[str]:
    """Call `attempt` with n and what arms the disk, until its n-th call isn't reached; return the calls that failed."""
    failed = []
    for number in count(1):
        attempt(number, lambda number=number: disk.arm(number, forever=forever))  # type: ignore[misc]
        disk.heal()
        if not disk.failed:
            break
        failed.append(disk.failed[0])
    return failed


def _is_done(work: Callable[[], object]) -> bool:
    """Do it; tell whether it was done or told as failed."""
    try:
        work()
    except EngineError as error:
        assert error.kind == "disk"  # noqa: PT017 - both outcomes are right
        return False
    return True


@forever
@pytest.mark.parametrize("old", [None, "old"])
def test_an_export_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, disk: FailingDisk, old: str | None, forever: bool
) -> None:
    def attempt(number: int, arm: Callable[[], None]) -> None:
        path = tmp_path / str(number) / "a.srt"
        path.parent.mkdir()
        if old is not None:
            path.write_text(old)
        arm()
        done = _is_done(lambda: write_whole("new", path, overwrite=old is not None))
        there = path.read_text() if path.exists() else None
        assert there == "new" if done else there in (old, "new")
        assert "unlink" in disk.failed or list(path.parent.iterdir()) in ([], [path])

    failed = _for_every_call(disk, forever, attempt)
    made, put = (["open"], ["link"]) if old is None else (["open", "chmod"], ["replace"])
    assert failed == [*made, "write", "open", "fsync", *put, "unlink", "open", "fsync"]


@forever
@pytest.mark.parametrize("dies", [False, True], ids=["goes on", "dies"])
def test_a_commit_is_done_or_made_up_for(tmp_path: Path, disk: FailingDisk, forever: bool, dies: bool) -> None:
    begun = tmp_path / "begun.sotto"
    create_project(begun, _STATES[0]).close()

    def attempt(number: int, arm: Callable[[], None]) -> None:
        path = tmp_path / f"{number}.sotto"
        shutil.copy(begun, path)
        project = open_project(path).project
        arm()
        done = [at for at in range(1, 3) if _is_done(lambda at=at: project.commit(_STATES[at]))]  # type: ignore[misc]
        disk.heal()
        if not dies:
            project.commit(_STATES[2])
        project.close()
        opened = open_project(path)
        assert opened.salvaged is None
        assert opened.project.history in (_STATES[max(done, default=0) :] if dies else _STATES[2:])
        opened.project.close()

    failed = _for_every_call(disk, forever, attempt)
    assert {"sqlite write", "sqlite sync", "sqlite truncate", "sqlite open"} <= set(failed)


def test_a_kill_in_a_commit_that_lets_the_file_grow_is_undone_by_the_journal(tmp_path: Path, disk: FailingDisk) -> None:
    grown = _STATES[0].apply(set_text(1, " ".join(map(str, range(9000))))).sealed()
    begun = tmp_path / "begun.sotto"
    create_project(begun, _STATES[0]).close()

    def attempt(number: int, arm: Callable[[], None]) -> None:
        path, left = tmp_path / f"{number}.sotto", tmp_path / f"left-{number}.sotto"
        shutil.copy(begun, path)
        project = open_project(path).project
        arm()
        _is_done(lambda: project.commit(grown))
        images = [(file.read_bytes(), end) for end in ("", "-journal") if (file := Path(f"{path}{end}")).exists()]
        disk.heal()
        project.close()
        for image, end in images:  # what lay on the disk when everything stopped
            Path(f"{left}{end}").write_bytes(image)
        opened = open_project(left)
        opened.project.close()
        assert opened.salvaged is None
        assert opened.project.history in (_STATES[0], grown)

    assert {"sqlite write", "sqlite sync"} <= set(_for_every_call(disk, True, attempt))


@forever
def test_a_project_is_replaced_or_stays(tmp_path: Path, disk: FailingDisk, forever: bool) -> None:
    begun = tmp_path / "begun.sotto"
    create_project(begun, _STATES[0]).close()

    def attempt(number: int, arm: Callable[[], None]) -> None:
        path = tmp_path / f"{number}.sotto"
        shutil.copy(begun, path)
        arm()
        done = _is_done(lambda: create_project(path, _STATES[1], overwrite=True).close())
        disk.heal()
        opened = open_project(path)
        assert opened.salvaged is None
        assert opened.project.history in (_STATES[1:2] if done else _STATES[:2])
        opened.project.close()

    assert {"sqlite write", "sqlite sync", "fsync", "replace"} <= set(_for_every_call(disk, forever, attempt))


@forever
def test_a_damaged_file_is_never_lost(tmp_path: Path, disk: FailingDisk, forever: bool) -> None:
    create_project(tmp_path / "whole.sotto", _STATES[0]).close()
    damaged = (tmp_path / "whole.sotto").read_bytes().replace(b"Zeile 5", b"Zeile 6")

    def attempt(number: int, arm: Callable[[], None]) -> None:
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "a.sotto").write_bytes(damaged)
        arm()
        _is_done_or_refused(lambda: open_project(folder / "a.sotto").project.close())
        disk.heal()
        assert damaged in [path.read_bytes() for path in folder.iterdir()]

    assert {"sqlite write", "fsync", "replace", "link"} <= set(_for_every_call(disk, forever, attempt))


@forever
@pytest.mark.parametrize("ahead", [False, True], ids=["at the edit", "ahead"])
def test_an_open_document_keeps_its_file_and_its_edits(
    tmp_path: Path, disk: FailingDisk, forever: bool, ahead: bool
) -> None:
    old, new = (f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n\n" for text in ("One", "Uno"))

    def attempt(number: int, arm: Callable[[], None]) -> None:
        folder, path = tmp_path / str(number), tmp_path / f"{number}.srt"
        folder.mkdir()
        path.write_text(old)
        opened = open_document(path, folder)
        history = opened.history.apply(set_text(1, "Uno"))
        arm()
        while ahead and opened.prepare() != "there":
            pass
        _is_done(lambda: opened.keep(history))
        saved = _is_done(lambda: opened.save(history))
        there = path.read_text()
        disk.heal()
        assert there == new if saved else there in (old, new)
        last = history.apply(insert_at(5000))
        opened.keep(last)
        opened.close()
        again = open_document(path, folder)
        assert (again.history.document, again.told) == (last.document, "")
        assert again.history.undo().undo().document == opened.reading.document if opened.reading else False
        again.discard()

    failed = _for_every_call(disk, forever, attempt)
    assert {"sqlite write", "sqlite sync", "fsync", "replace", "write", "pwrite"} <= set(failed)


def _is_done_or_refused(work: Callable[[], object]) -> None:
    try:
        work()
    except EngineError as error:
        assert error.kind in ("disk", "subtitles")  # noqa: PT017 - both outcomes are right
