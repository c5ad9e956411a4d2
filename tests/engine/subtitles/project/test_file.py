"""What is committed is there again, whole; what is not ours stays untouched."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.subtitles.project.file import create_project, open_project
from tests.support.edit_script import digest, document, edited, session

WHOLE = History(document(5))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def held(path: Path) -> History:
    opened = open_project(path)
    opened.project.close()
    assert opened.salvaged is None
    return opened.project.history


def with_cues(history: History, *cues: Cue) -> History:
    return edited(history, "edit", replace(history.document, cues=cues))


def test_everything_in_a_document_survives(tmp_path: Path) -> None:
    create_project(tmp_path / "a.sotto", WHOLE).close()
    assert repr(held(tmp_path / "a.sotto")) == repr(WHOLE)
    assert names(tmp_path) == ["a.sotto"]


@pytest.mark.parametrize("seed", [1, 2])
def test_every_state_of_a_session_survives_with_its_history(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "a.sotto"
    states = islice(session(seed, 12), 40)
    project = create_project(path, next(states))
    for number, state in enumerate(states):
        project.commit(state)
        if number % 9 == 0:
            project.close()
            project = open_project(path).project
            assert digest(project.history) == digest(state)
    project.close()


def test_undo_and_redo_go_on_after_a_restart(tmp_path: Path) -> None:
    one, two, three = (Cue(number, number, number, str(number)) for number in (1, 2, 3))
    begun = History(Document((one, two)))
    project = create_project(tmp_path / "a.sotto", begun)
    project.commit(with_cues(with_cues(begun, two), three, two).undo())
    project.close()
    again = held(tmp_path / "a.sotto")
    assert again.document.cues == (two,)
    assert again.redo().document.cues == (three, two)
    assert again.undo().document.cues == (one, two)


def test_an_edit_writes_the_rows_that_differ(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    begun = History(document(400))
    project = create_project(path, begun)
    cues = begun.document.cues
    after = with_cues(begun, *cues[:7], replace(cues[7], text="x"), *cues[9:], Cue(999, 0, 1, ""))
    with closing(sqlite3.connect(path)) as watch:
        rows = [set(watch.execute("SELECT id, place, proof FROM cue"))]
        for history in (after, after.undo()):
            project.commit(history)
            rows.append(set(watch.execute("SELECT id, place, proof FROM cue")))
            steps = watch.execute("SELECT (SELECT count(*) FROM past), (SELECT count(*) FROM future)").fetchone()
            assert steps == (len(history.past), len(history.future))
    assert {row[0] for row in rows[0] ^ rows[1]} == {8, 9, 999}
    assert {row[0] for row in rows[1] ^ rows[2]} == {8, 9, 999}
    project.close()
    assert held(path).document == begun.document


def test_a_step_that_is_written_keeps_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    history = History(document(2))
    project = create_project(path, history)
    for number in range(6):
        history = with_cues(history, Cue(number + 10, 0, 0, ""))
        project.commit(history)
    with closing(sqlite3.connect(path)) as watch:
        before = set(watch.execute("SELECT number, proof FROM past"))
        step = history.past[3]
        grown = replace(step, splice=replace(step.splice, length=99))
        project.commit(replace(history, past=(*history.past[1:3], grown, *history.past[4:])))
        after = set(watch.execute("SELECT number, proof FROM past"))
    assert sorted(number for number, _ in before - after) == [1, 4]
    assert [number for number, _ in after - before] == [4]
    project.close()


def test_what_the_history_forgot_is_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    history = History(Document((Cue(1, 0, 1, "CANARY-7f3a"),)))
    project = create_project(path, history)
    for text in ("a", "b", "c"):
        history = with_cues(history, Cue(1, 0, 1, text))
        project.commit(history)
    assert b"CANARY-7f3a" in path.read_bytes()
    history = replace(history, past=history.past[1:])
    project.commit(history)
    project.close()
    assert held(path) == history
    assert b"CANARY-7f3a" not in path.read_bytes()


def test_insertions_without_room_move_all_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    history = History(document(3))
    project = create_project(path, history)
    for number in range(10, 45):
        first, *others = history.document.cues
        history = replace(history, document=replace(history.document, cues=(first, Cue(number, 0, 0, ""), *others)))
        project.commit(history)
    project.close()
    assert held(path) == history


def test_facts_are_kept_beside_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    project = create_project(path, WHOLE, {"transcription": {"model": "small", "temperature": [0.0, 0.2]}})
    project.commit(project.history, {"profile": {"lines": 2, "name": "Ours"}})
    project.commit(with_cues(WHOLE), {"transcription": {"model": "large-v3"}})
    project.close()
    project = open_project(path).project
    assert project.fact("transcription") == {"model": "large-v3"}
    assert project.fact("profile") == {"lines": 2, "name": "Ours"}
    assert project.fact("nothing") == {}
    assert sorted(project.facts) == ["profile", "transcription"]
    assert project.history.document.cues == ()
    with pytest.raises(ValueError, match="project's own"):
        project.commit(WHOLE, {"head": {}})
    project.close()


def test_two_cues_with_one_id_are_a_bug(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.sotto", WHOLE)
    with pytest.raises(ValueError, match="one id"):
        project.commit(with_cues(WHOLE, Cue(1, 0, 0, ""), Cue(1, 0, 0, "")))
    project.close()
    assert held(tmp_path / "a.sotto") == WHOLE


def test_the_second_who_opens_is_told_and_may_read(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    first = create_project(path, WHOLE)
    second = open_project(path).project
    assert second.refusal.startswith("it is open in another window since ")
    assert second.history == WHOLE
    with pytest.raises(EngineError, match=r"a\.sotto cannot be written to: it is open in another window") as refusal:
        second.commit(with_cues(WHOLE, Cue(1, 0, 0, "")))
    assert refusal.value.kind == "disk"
    with pytest.raises(EngineError, match="is open in a window"):
        create_project(path, WHOLE, overwrite=True)
    first.commit(with_cues(WHOLE, Cue(1, 0, 0, "")))
    second.close()
    first.close()
    assert held(path).document.cues == (Cue(1, 0, 0, ""),)
    assert names(tmp_path) == ["a.sotto"]


def test_a_killed_editor_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from engine.subtitles.project.file import open_project\n"
        "project = open_project(Path(sys.argv[1])).project\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    create_project(path, WHOLE).close()
    subprocess.run([sys.executable, "-c", code, path], check=False)
    assert names(tmp_path) == [".a.sotto.lock", "a.sotto"]
    project = open_project(path).project
    assert project.refusal == ""
    project.close()
    assert names(tmp_path) == ["a.sotto"]


def test_an_existing_project_stays_unless_told_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, WHOLE).close()
    with pytest.raises(EngineError, match="exists"):
        create_project(path, History(Document()))
    assert held(path) == WHOLE
    create_project(path, History(Document()), overwrite=True).close()
    assert held(path) == History(Document())


def test_a_file_that_was_moved_or_replaced_is_not_written_to(tmp_path: Path) -> None:
    path, moved = tmp_path / "a.sotto", tmp_path / "b.sotto"
    project = create_project(path, WHOLE)
    path.rename(moved)
    with pytest.raises(EngineError, match=r"a\.sotto was moved, removed or replaced"):
        project.commit(with_cues(WHOLE))
    shutil.copy(moved, path)
    with pytest.raises(EngineError, match="moved, removed or replaced"):
        project.commit(WHOLE, {"profile": {}})
    project.close()
    assert held(moved) == held(path) == WHOLE


def test_a_journal_that_belongs_to_another_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    (tmp_path / "a.sotto-journal").write_bytes(b"another's")
    create_project(path, WHOLE).close()
    assert held(path) == WHOLE
    assert (tmp_path / "a.sotto-journal.old").read_bytes() == b"another's"


def test_a_copy_of_an_open_project_is_whole(tmp_path: Path) -> None:
    project = create_project(tmp_path / "a.sotto", WHOLE)
    mailed = with_cues(WHOLE, Cue(1, 2, 3, "mailed"))
    project.commit(mailed)
    shutil.copy(tmp_path / "a.sotto", tmp_path / "mailed.sotto")
    assert held(tmp_path / "mailed.sotto") == mailed
    project.close()


def test_a_link_is_followed(tmp_path: Path) -> None:
    create_project(tmp_path / "a.sotto", WHOLE).close()
    (tmp_path / "link.sotto").symlink_to("a.sotto")
    project = open_project(tmp_path / "link.sotto").project
    project.commit(with_cues(WHOLE))
    assert open_project(tmp_path / "a.sotto").project.refusal
    project.close()
    assert (tmp_path / "link.sotto").is_symlink()
    assert len(held(tmp_path / "a.sotto").past) == 1


def _other_program(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE moz_places (url TEXT)")
    database.close()


def _newer(path: Path) -> None:
    create_project(path, WHOLE).close()
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
    create_project(path, WHOLE).close()
    with sqlite3.connect(path) as database:
        database.execute(crime)
    database.close()
    opened = open_project(path)
    assert opened.salvaged is not None
    assert opened.project.history.document == WHOLE.document
    opened.project.close()
    with sqlite3.connect(path) as database:
        assert len(database.execute("SELECT * FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()) == 4
    database.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_may_be_written_a_project_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.sotto"
    create_project(path, WHOLE).close()
    tmp_path.chmod(0o555)
    project = open_project(path).project
    tmp_path.chmod(0o755)
    assert (project.history, project.refusal) == (
        WHOLE,
        "you may not write in this folder: save elsewhere or ask for the right to",
    )
    project.close()
