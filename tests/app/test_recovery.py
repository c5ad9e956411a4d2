"""Every edit is on the disk at once; what was not saved is offered again; saving writes the person's file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.recovery import Kept, Recovery
from app.session import Session
from engine.errors import EngineError
from engine.subtitles.document import Document
from engine.subtitles.edits import delete, set_text

SRT = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "unsaved"
    place.mkdir(mode=0o700)
    return place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.srt"
    path.write_text(SRT, "utf-8")
    return path


def opened(file: Path, folder: Path) -> tuple[Session, Recovery]:
    session = Session()
    recovery = Recovery(session, folder)
    recovery.open(file)
    return session, recovery


def texts(session: Session) -> list[str]:
    return [cue.text for cue in session.document.cues]


def test_what_a_killed_window_left_is_found_with_its_steps(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    session.apply(set_text(1, "Eins."))
    session.apply(delete((2,)))
    recovery.close()  # the process is gone: nobody saved
    assert [(each.source, each.edits) for each in Recovery(Session(), folder).left_behind()] == [(file, 2)]
    again, after = opened(file, folder)
    assert texts(again) == ["Eins."]
    assert after.recovered == 2
    again.undo()
    again.undo()
    assert texts(again) == ["One.", "Two."]
    assert file.read_text("utf-8") == SRT


def test_an_untitled_document_is_kept_from_its_first_edit_on(folder: Path, documents: Callable[..., Document]) -> None:
    session = Session()
    recovery = Recovery(session, folder)
    recovery.new(documents("One."))
    session.apply(set_text(1, "Eins."))
    recovery.close()
    later = Session()
    again = Recovery(later, folder)
    (left,) = again.left_behind()
    assert left.source is None
    again.open_left_behind(left.project)
    assert texts(later) == ["Eins."]


def test_what_was_discarded_is_not_offered_again(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    session.apply(set_text(1, "Eins."))
    recovery.discard()
    assert Recovery(Session(), folder).left_behind() == ()
    assert texts(opened(file, folder)[0]) == ["One.", "Two."]


def test_the_document_as_it_was_saved_can_be_compared(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    session.apply(set_text(1, "Eins."))
    assert [cue.text for cue in recovery.as_it_was_saved().cues] == ["One.", "Two."]


def test_saving_writes_the_persons_file_and_leaves_nothing_to_recover(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    session.apply(set_text(1, "Eins."))
    assert recovery.unsaved
    assert recovery.save() == ()
    assert not recovery.unsaved
    assert file.read_text("utf-8") == SRT.replace("One.", "Eins.")
    recovery.close()
    assert Recovery(Session(), folder).left_behind() == ()


def test_saving_as_goes_on_with_the_new_file(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    named: list[Path | None] = []
    recovery.named.connect(lambda: named.append(recovery.path))
    session.apply(set_text(1, "Eins."))
    recovery.save_as(file.with_name("talk.vtt"))
    assert named == [file.with_name("talk.vtt")]
    assert file.read_text("utf-8") == SRT
    assert "Eins." in file.with_name("talk.vtt").read_text("utf-8")


def test_a_project_is_its_own_file_and_is_never_unsaved(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    recovery.save_as(file.with_suffix(".sotto"))
    session.apply(set_text(1, "Eins."))
    assert recovery.is_project
    assert not recovery.unsaved
    recovery.close()
    assert texts(opened(file.with_suffix(".sotto"), folder)[0]) == ["Eins.", "Two."]


def test_the_state_of_the_disk_is_told(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.strftime", lambda _: "14:02:11")
    session, recovery = opened(file, folder)
    told: list[Kept] = []
    recovery.kept_changed.connect(told.append)
    session.apply(set_text(1, "Eins."))
    assert told == [Kept("kept", "14:02:11")]


def test_where_nothing_can_be_kept_that_is_told_and_editing_goes_on(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    session.apply(set_text(1, "Eins."))
    for project in folder.glob("*.sotto"):
        project.rename(project.with_suffix(".moved"))
    session.apply(set_text(1, "Uno."))
    assert recovery.kept.state == "failed"
    assert "save it under a name again" in recovery.kept.problem
    assert texts(session) == ["Uno.", "Two."]
    recovery.save_as(file.with_name("other.srt"))
    assert recovery.kept.state == "kept"


def test_a_change_by_another_program_is_noticed_once(file: Path, folder: Path) -> None:
    _, recovery = opened(file, folder)
    assert not recovery.is_news_outside()
    file.write_text(SRT + "3\n00:00:05,000 --> 00:00:06,000\nThree.\n", "utf-8")
    assert recovery.is_changed_outside()
    assert recovery.is_news_outside()
    assert not recovery.is_news_outside()


def test_reloading_forgets_what_was_changed_here(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    session.apply(set_text(1, "Eins."))
    file.write_text(SRT.replace("Two.", "Zwei."), "utf-8")
    recovery.reload()
    assert texts(session) == ["One.", "Zwei."]
    assert not recovery.unsaved


def test_a_second_window_on_the_same_project_may_not_write(file: Path, folder: Path) -> None:
    _, recovery = opened(file, folder)
    recovery.save_as(file.with_suffix(".sotto"))
    _, second = opened(file.with_suffix(".sotto"), folder)
    assert "open in another window" in second.refusal
    assert second.kept.state == "failed"
    second.close()
    recovery.close()


def test_a_file_that_is_no_subtitle_leaves_the_document_as_it_is(file: Path, folder: Path) -> None:
    session, recovery = opened(file, folder)
    with pytest.raises(EngineError, match="unknown format"):
        recovery.open(file.with_suffix(".xyz"))
    assert texts(session) == ["One.", "Two."]
    assert recovery.path == file
