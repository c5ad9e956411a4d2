"""The window as a whole: it starts on a page that leads on, remembers its layout, names everything, tells its state."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.main import report_bug
from app.main_window import MainWindow
from engine.subtitles.document import Document
from engine.subtitles.edits import set_text
from engine.subtitles.history import History

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample"


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    return make_window()


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from walk(child)


def unnamed(window: MainWindow) -> list[str]:
    """Return what can have the focus and has no name to be spoken."""
    root = QAccessible.queryAccessibleInterface(window)
    return [
        f"{each.role().name} {type(each.object()).__name__}"
        for each in walk(root)
        if each.state().focusable
        and not each.state().invisible
        and each.role() != QAccessible.Role.Cell  # an empty cell says nothing
        and not each.text(QAccessible.Text.Name)
    ]


def test_the_start_page_is_there_while_nothing_is_open(window: MainWindow) -> None:
    assert window.panels.start_page.isVisible()
    assert not window.panels.table.isVisible()
    assert window.panels.start_page.first_model.isVisible() or "model" in window.panels.start_page.model.text()


def test_the_sample_is_one_click_away(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panels.start_page.sample_button, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "interview.mp4[*] - Sotto"
    assert window.panels.video.isVisible()
    assert window.commands.action("listen.transcribe") is not None


def test_recent_files_are_listed_and_lead_back(window: MainWindow) -> None:
    window.open([SAMPLE / "interview.vtt"])
    window.groups.files.close()
    assert window.panels.start_page.recent.item(0).text().startswith("interview.vtt")
    window.panels.start_page.recent.itemActivated.emit(window.panels.start_page.recent.item(0))
    assert len(window.parts.session.document.cues) == 17


@pytest.mark.parametrize("opened", [False, True])
def test_everything_that_can_have_the_focus_has_a_name(window: MainWindow, opened: bool) -> None:
    if opened:
        window.open([SAMPLE / "interview.vtt"])
    assert unnamed(window) == []


def test_where_panels_are_is_remembered(make_window: Callable[..., MainWindow]) -> None:
    first = make_window()
    first.open([SAMPLE / "interview.vtt"])
    first.dock("video").hide()
    first.panels.table.show_column("translation", shown=True)
    first.close()
    second = make_window()
    second.open([SAMPLE / "interview.vtt"])
    assert second.dock("video").isHidden()
    assert not second.dock("table").isHidden()
    second.commands.run("view.usual_layout")
    assert not second.dock("video").isHidden()


def test_the_status_bar_tells_that_an_edit_is_on_the_disk(window: MainWindow, qtbot: QtBot) -> None:
    window.open([SAMPLE / "interview.vtt"])
    assert window.status.kept.text() == ""
    assert window.status.encoding.text() == "utf-8"
    window.parts.session.apply(set_text(window.parts.session.document.cues[0].id, "Changed."))
    qtbot.waitUntil(lambda: window.status.kept.text().startswith("Saved "))


def test_a_mistake_in_the_program_is_told_without_what_was_said(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "CANARY-7f3a"
    report_bug(window, RuntimeError(said))
    told = capsys.readouterr().err
    assert "RuntimeError" in told
    assert "CANARY" not in told
    assert "mistake in the program" in window.statusBar().currentMessage()


def test_what_is_heard_arrives_while_somebody_types(make_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = make_window("count", "60", "0.02")
    window.open([SAMPLE / "interview.mp4"])
    session, transcription = window.parts.session, window.parts.transcription
    window.groups.listening.start_as_usual()
    qtbot.waitUntil(lambda: len(session.document.cues) > 1, timeout=20_000)
    session.select((session.document.cues[0].id,))
    window.panels.editor.text.selectAll()
    QTest.keyClicks(window.panels.editor.text, "Mine")
    qtbot.waitUntil(lambda: transcription.state == "idle", timeout=30_000)
    assert session.document.cues[0].text == "Mine"
    assert window.panels.editor.text.text() == "Mine"
    assert sum(len(cue.words) for cue in session.document.cues[1:]) > 100
    assert "Cues written down" in window.statusBar().currentMessage()


def test_twenty_thousand_cues_are_shown_and_edited(window: MainWindow, documents: Callable[..., Document]) -> None:
    window.groups.files.new()
    window.parts.session.open(History(documents(*["One two three."] * 20_000)))
    window.panels.table.view.scrollToBottom()
    window.parts.session.select((15_000,))
    window.parts.session.apply(set_text(15_000, "Changed."))
    assert window.panels.editor.text.text() == "Changed."
    assert window.panels.table.view.currentIndex().row() == 14_999
