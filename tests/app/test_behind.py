"""The window doesn't wait for the disk: writes are done in order, none is lost, and work is done ahead bit by bit."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.behind import Ahead, Behind
from app.recovery import Recovery
from app.session import Session
from engine.errors import EngineError
from engine.subtitles.document import Document
from engine.subtitles.edits import set_text
from engine.subtitles.open_document import open_document
from engine.subtitles.project.file import Stage
from engine.subtitles.project.hidden import find_hidden
from tests.support.many_cues import subtitles

SRT = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n\n"


@pytest.fixture
def behind(qapp: object) -> Behind:
    assert qapp is not None
    return Behind()


@pytest.fixture
def ended(behind: Behind) -> list[tuple[object, str]]:
    told: list[tuple[object, str]] = []
    behind.ended.connect(lambda what, error: told.append((what, str(error or ""))))
    return told


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What a write waits for, as for a slow disk."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "unsaved"
    place.mkdir(mode=0o700)
    return place


def fail() -> None:
    raise EngineError("disk", "the disk is full")


def test_a_write_is_done_in_another_thread(behind: Behind, ended: list[tuple[object, str]], qtbot: QtBot) -> None:
    threads: list[int] = []
    behind.write("a", lambda: threads.append(threading.get_ident()))
    assert threads == []
    qtbot.waitUntil(lambda: ended == [("a", "")])
    assert threads != [threading.get_ident()]


def test_of_writes_that_wait_the_last_is_done(
    behind: Behind, ended: list[tuple[object, str]], gate: threading.Event, qtbot: QtBot
) -> None:
    began = threading.Event()
    behind.write("a", lambda: (began.set(), gate.wait()))
    qtbot.waitUntil(began.is_set)
    behind.write("b", fail)
    behind.write("c", lambda: None)
    assert ended == []
    gate.set()
    qtbot.waitUntil(lambda: ended == [("a", ""), ("c", "")])


def test_who_settles_waits_for_all_and_hears_what_failed(behind: Behind, ended: list[tuple[object, str]]) -> None:
    behind.write("a", fail)
    behind.settle()
    assert ended == [("a", "the disk is full")]
    behind.settle()
    assert len(ended) == 1


def test_what_is_under_way_is_told_once(
    behind: Behind, ended: list[tuple[object, str]], gate: threading.Event, qtbot: QtBot
) -> None:
    began = threading.Event()
    behind.write("a", lambda: (began.set(), gate.wait()))
    qtbot.waitUntil(began.is_set)
    behind.write("b", lambda: None)
    gate.set()
    behind.settle()
    qtbot.wait(20)
    assert ended == [("a", ""), ("b", "")]


def test_work_ahead_waits_for_the_disk_in_the_thread(behind: Behind, qtbot: QtBot) -> None:
    stages: list[Stage] = ["more", "disk", "there"]
    threads: list[bool] = []

    def bit() -> Stage:
        threads.append(threading.current_thread() is threading.main_thread())
        return stages.pop(0) if len(stages) > 1 else stages[0]

    ahead = Ahead(behind)
    ahead.begin(bit)
    assert ahead.busy
    qtbot.waitUntil(lambda: not ahead.busy)
    assert threads == [True, True, False, True]


def test_work_ahead_ends_when_it_is_told_to(behind: Behind, qtbot: QtBot) -> None:
    ahead = Ahead(behind)
    ahead.begin(lambda: "more")
    qtbot.wait(10)
    ahead.end()
    assert not ahead.busy


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT, "utf-8")
    return path


def test_a_document_is_told_as_written_once_it_is_on_the_disk(
    behind: Behind, file: Path, folder: Path, qtbot: QtBot
) -> None:
    session = Session()
    recovery = Recovery(session, folder, behind=behind)
    recovery.open(file)
    written: list[list[str]] = []

    def look(document: Document) -> None:
        hidden = find_hidden(folder, file)
        written.append([cue.text for cue in document.cues] if hidden else [])

    recovery.written.connect(look)
    session.apply(set_text(1, "Eins."))
    assert (written, recovery.kept.state) == ([], "untouched")
    qtbot.waitUntil(lambda: written == [["Eins.", "Two."]])
    assert recovery.kept.state == "kept"


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(Recovery.close, id="close"),
        pytest.param(lambda recovery: recovery.new(Document()), id="another document"),
    ],
)
def test_nothing_that_was_edited_is_lost_by_who_leaves_at_once(
    behind: Behind, file: Path, folder: Path, leave: Callable[[Recovery], None]
) -> None:
    session = Session()
    recovery = Recovery(session, folder, behind=behind)
    recovery.open(file)
    for text in ("Eins.", "Uno.", "Un."):
        session.apply(set_text(1, text))
    leave(recovery)
    opened = open_document(file, folder)
    assert [cue.text for cue in opened.history.document.cues] == ["Un.", "Two."]
    assert opened.recovered == 3
    opened.discard()


def test_who_waited_for_a_write_finds_its_thread_done_with_the_window(behind: Behind) -> None:
    told: list[str] = []

    def tell_slowly() -> None:
        time.sleep(0.05)
        told.append("told")

    behind._woken.connect(tell_slowly, Qt.ConnectionType.DirectConnection)
    behind.write("a", lambda: time.sleep(0.05))
    behind.settle()
    assert told == ["told"]


def test_a_large_document_is_written_ahead_and_its_first_edit_with_it(
    behind: Behind, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    file, session = subtitles(tmp_path / "large.srt", 1_200), Session()
    recovery = Recovery(session, folder, behind=behind)
    recovery.open(file)
    qtbot.waitUntil(lambda: not recovery.preparing and len(list(folder.iterdir())) == 1)
    session.apply(set_text(7, "Seven."))
    recovery.close()
    opened = open_document(file, folder)
    assert (opened.history.document.cues[6].text, opened.recovered) == ("Seven.", 1)
    opened.discard()


def test_facts_that_come_before_all_is_written_ahead_do_not_end_that(
    behind: Behind, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    file, session = subtitles(tmp_path / "large.srt", 1_200), Session()
    recovery = Recovery(session, folder, behind=behind)
    recovery.open(file)
    recovery.remember({"transcription": {"model": "small"}})
    assert recovery.preparing
    qtbot.waitUntil(lambda: not recovery.preparing)
    session.apply(set_text(7, "Seven."))
    recovery.close()
    opened = open_document(file, folder)
    assert opened.fact("transcription") == {"model": "small"}
    opened.discard()


def test_an_edit_that_comes_before_all_is_written_ahead_is_on_the_disk_at_once(
    behind: Behind, tmp_path: Path, folder: Path
) -> None:
    file, session = subtitles(tmp_path / "large.srt", 1_200), Session()
    recovery = Recovery(session, folder, behind=behind)
    recovery.open(file)
    assert recovery.preparing
    session.apply(set_text(7, "Seven."))
    assert recovery.kept.state == "kept"
    assert find_hidden(folder, file) is not None
    recovery.discard()
