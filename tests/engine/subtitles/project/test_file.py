"""What is committed is there again, whole; what is not ours stays untouched."""

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.project import read
from engine.subtitles.project.file import create_project, open_project
from engine.subtitles.project.past import Past, Step
from tests.support.edit_script import digest, document, session

PAST = Past.of(document(5))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def held(path: Path) -> Past:
    opened = open_project(path)
    opened.project.close()
    assert opened.salvaged is None
    return opened.project.past


def edited(past: Past, label: str, *cues: Cue) -> Past:
    steps = (*past.steps[: past.position + 1], Step(label, replace(past.document, cues=cues)))
    return Past(steps, len(steps) - 1, past.saved)


def test_everything_in_a_document_survives(tmp_path: Path) -> None:
    create_project(tmp_path / "a.sotto", PAST).close()
    assert repr(held(tmp_path / "a.sotto")) == repr(PAST)
    assert names(tmp_path) == ["a.sotto"]


@pytest.mark.parametrize("seed", [1, 2])
def test_every_state_of_a_session_survives_with_its_history(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "a.sotto"
    states = islice(session(seed, 15), 90)
    project = create_project(path, next(states))
    for number, past in enumerate(states):
        project.commit(past)
        if number % 9 == 0:
            project.close()
            project = open_project(path).project
            assert digest(project.past) == digest(past)
    project.close()


def test_undo_and_redo_go_on_after_a_restart(tmp_path: Path) -> None:
    one, two, three = (Cue(number, number, number, str(number)) for number in (1, 2, 3))
    past = edited(edited(Past.of(Document((one, two))), "delete", two), "insert", three, two)
    past = replace(past, position=1, saved=2)
    project = create_project(tmp_path / "a.sotto", Past.of(Document((one, two))))
    project.commit(past)
    project.close()
    again = held(tmp_path / "a.sotto")
    assert [step.label for step in again.steps] == ["", "delete", "insert"]
    assert [step.document.cues for step in again.steps] == [(one, two), (two,), (three, two)]
    assert (again.position, again.saved) == (1, 2)


def test_an_edit_writes_the_rows_that_differ(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    project = create_project(path, Past.of(document(400)))
    cues = project.past.document.cues
    with sqlite3.connect(path) as watch:
        before = watch.execute("SELECT id, place, proof FROM cue").fetchall()
        project.commit(
            edited(project.past, "type", *cues[:7], replace(cues[7], text="x"), *cues[9:], Cue(999, 0, 1, ""))
        )
        after = watch.execute("SELECT id, place, proof FROM cue").fetchall()
        assert {row[0] for row in set(before) ^ set(after)} == {8, 9, 999}
        assert watch.execute("SELECT count(*) FROM change").fetchone() == (3,)
        project.commit(replace(project.past, position=0))
        undone = watch.execute("SELECT id, proof FROM cue").fetchall()
    watch.close()
    project.close()
    assert [number for number, _ in undone] == [number for number, *_ in before]
    assert held(path).document.cues == cues


def test_steps_that_the_history_forgot_are_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    past = Past.of(Document((Cue(1, 0, 1, "CANARY-7f3a"),)))
    project = create_project(path, past)
    for text in ("a", "b", "c"):
        past = edited(past, text, Cue(1, 0, 1, text))
        project.commit(past)
    project.commit(Past(past.steps[2:], 1, 0))
    project.close()
    assert held(path) == Past(past.steps[2:], 1, 0)
    assert b"CANARY-7f3a" not in path.read_bytes()


def test_of_a_long_history_the_far_steps_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    past = Past.of(document(3))
    for number in range(9):
        past = edited(past, str(number), *past.document.cues[:2], Cue(3, number, number, ""))
    create_project(tmp_path / "a.sotto", replace(past, position=5, saved=1)).close()
    monkeypatch.setattr(read, "_MOST_HELD", 8)
    project = open_project(tmp_path / "a.sotto").project
    assert project.past == Past(past.steps[3:8], 2, None)
    project.commit(edited(project.past, "new", Cue(1, 0, 0, "new")))
    project.close()
    assert [step.label for step in held(tmp_path / "a.sotto").steps] == ["2", "3", "4", "new"]


def test_facts_are_kept_beside_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    project = create_project(path, PAST, {"transcription": {"model": "small", "temperature": [0.0, 0.2]}})
    project.keep("profile", {"lines": 2, "name": "Ours"})
    project.keep("transcription", {"model": "large-v3"})
    project.close()
    project = open_project(path).project
    assert project.fact("transcription") == {"model": "large-v3"}
    assert project.fact("profile") == {"lines": 2, "name": "Ours"}
    assert project.fact("nothing") == {}
    with pytest.raises(ValueError, match="project's own"):
        project.keep("head", {})
    project.close()


def test_two_cues_with_one_id_are_a_bug(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.sotto", PAST)
    with pytest.raises(ValueError, match="one id"):
        project.commit(edited(PAST, "wrong", Cue(1, 0, 0, ""), Cue(1, 0, 0, "")))
    project.close()
    assert held(tmp_path / "a.sotto") == PAST


def test_the_second_who_opens_is_told_and_may_read(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    first = create_project(path, PAST)
    second = open_project(path).project
    assert second.refusal.startswith("it is open in another window since ")
    assert second.past == PAST
    with pytest.raises(EngineError, match=r"a\.sotto cannot be written to: it is open in another window") as refusal:
        second.commit(edited(PAST, "type", Cue(1, 0, 0, "")))
    assert refusal.value.kind == "disk"
    with pytest.raises(EngineError, match="is open in a window"):
        create_project(path, PAST, overwrite=True)
    first.commit(edited(PAST, "type", Cue(1, 0, 0, "")))
    second.close()
    first.close()
    assert held(path).document.cues == (Cue(1, 0, 0, ""),)
    assert names(tmp_path) == ["a.sotto"]


def test_a_killed_editor_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    code = (
        "import os, signal, sys; from pathlib import Path; from engine.subtitles.project.file import open_project\n"
        "project = open_project(Path(sys.argv[1])).project\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    create_project(path, PAST).close()
    subprocess.run([sys.executable, "-c", code, path], check=False)
    assert names(tmp_path) == [".a.sotto.lock", "a.sotto"]
    project = open_project(path).project
    assert project.refusal == ""
    project.close()
    assert names(tmp_path) == ["a.sotto"]


def test_an_existing_project_stays_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, PAST).close()
    with pytest.raises(EngineError, match="exists"):
        create_project(path, Past.of(Document()))
    assert held(path) == PAST
    create_project(path, Past.of(Document()), overwrite=True).close()
    assert held(path) == Past.of(Document())


def test_a_file_that_was_moved_or_replaced_is_not_written_to(tmp_path: Path) -> None:
    path, moved = tmp_path / "a.sotto", tmp_path / "b.sotto"
    project = create_project(path, PAST)
    path.rename(moved)
    with pytest.raises(EngineError, match=r"a\.sotto was moved, removed or replaced"):
        project.commit(edited(PAST, "type"))
    shutil.copy(moved, path)
    with pytest.raises(EngineError, match="moved, removed or replaced"):
        project.keep("profile", {})
    project.close()
    assert held(moved) == held(path) == PAST


def test_a_journal_that_belongs_to_another_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    (tmp_path / "a.sotto-journal").write_bytes(b"another's")
    create_project(path, PAST).close()
    assert held(path) == PAST
    assert (tmp_path / "a.sotto-journal.old").read_bytes() == b"another's"


def test_a_copy_of_an_open_project_is_whole(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.sotto", PAST)
    past = edited(PAST, "type", Cue(1, 2, 3, "mailed"))
    project.commit(past)
    shutil.copy(tmp_path / "a.sotto", tmp_path / "mailed.sotto")
    assert held(tmp_path / "mailed.sotto") == past
    project.close()


def test_a_link_is_followed(tmp_path: Path) -> None:
    create_project(tmp_path / "a.sotto", PAST).close()
    (tmp_path / "link.sotto").symlink_to("a.sotto")
    project = open_project(tmp_path / "link.sotto").project
    project.commit(edited(PAST, "type"))
    assert open_project(tmp_path / "a.sotto").project.refusal
    project.close()
    assert (tmp_path / "link.sotto").is_symlink()
    assert len(held(tmp_path / "a.sotto").steps) == 2


def _other_program(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE moz_places (url TEXT)")
    database.close()


def _newer(path: Path) -> None:
    create_project(path, PAST).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version=2")
    database.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_other_program, "is not a project of Sotto: open it with the program it is from"),
        (_newer, "was made by a newer version: update Sotto to open it"),
        (
            lambda path: path.write_text("1\n00:00:01,000 --> 00:00:02,000\nNo project\n" * 99),
            "is no project, or damaged",
        ),
        (lambda path: path.write_bytes(bytes(8192)), "is no project, or damaged beyond repair"),
        (lambda path: path.touch(), "is empty: restore it from a backup"),
    ],
    ids=["another program's", "newer", "text", "zeros", "empty"],
)
def test_what_is_not_ours_is_refused_and_stays(tmp_path: Path, make: object, says: str) -> None:
    path = tmp_path / "a.sotto"
    assert callable(make)
    make(path)
    before = path.read_bytes()
    with pytest.raises(EngineError, match=f"a.sotto {says}") as refusal:
        open_project(path)
    assert refusal.value.kind == "subtitles"
    assert (path.read_bytes(), names(tmp_path)) == (before, ["a.sotto"])


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.sotto")
    for name in ("pipe.sotto", "missing.sotto", "."):
        with pytest.raises(EngineError):
            open_project(tmp_path / name)


@pytest.mark.parametrize(
    "crime",
    [
        "CREATE TRIGGER t AFTER INSERT ON cue BEGIN DELETE FROM cue; END",
        "CREATE VIEW v AS SELECT * FROM cue",
        "CREATE TABLE extra (a)",
        "CREATE INDEX i ON cue (place)",
        "ALTER TABLE cue ADD COLUMN b",
    ],
)
def test_a_file_with_more_than_our_tables_is_not_trusted(tmp_path: Path, crime: str) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, PAST).close()
    with sqlite3.connect(path) as database:
        database.execute(crime)
    database.close()
    opened = open_project(path)
    assert opened.salvaged is not None
    assert opened.project.past.document == PAST.document
    opened.project.close()
    with sqlite3.connect(path) as database:
        assert len(database.execute("SELECT * FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()) == 4
    database.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_may_be_written_a_project_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, PAST).close()
    tmp_path.chmod(0o555)
    project = open_project(path).project
    tmp_path.chmod(0o755)
    assert (project.past, project.refusal) == (
        PAST,
        "you may not write in this folder: save elsewhere or ask for the right to",
    )
    project.close()
