"""The whole window as a screen reader and the keys meet it: everything has a name, and Tab leads round."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from tests.support.accessibility import names, unnamed

SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample"


@pytest.fixture
def window(make_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    """The window on the sample's subtitles, the first cue selected, the table in front of the keys."""
    made = make_window()
    made.open([SAMPLE / "interview.vtt"])
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.panels.table.view)
    return made


def test_everything_on_the_start_page_has_a_name(make_window: Callable[..., MainWindow]) -> None:
    assert unnamed(make_window()) == []


def test_everything_in_the_window_has_a_name_whichever_panels_are_shown(window: MainWindow) -> None:
    window.commands.run("edit.replace")
    window.dock("jobs").show()
    window.dock("problems").raise_()
    window.panels.problems.preview_all()
    window.panels.table.show_column("translation", shown=True)
    assert unnamed(window) == []


def test_the_panels_are_told_apart_by_their_names(window: MainWindow) -> None:
    assert {"Cues", "Text", "Translation", "Start", "End", "Length", "Speaker", "Problems"} <= names(window).keys()


def test_tab_leads_from_the_table_to_the_editor_and_the_waveform_and_back(window: MainWindow, qtbot: QtBot) -> None:
    visited = walk(qtbot, Qt.Key.Key_Tab)
    panels = [panel_of(window, widget) for widget in visited]
    assert panels[0] == "table"
    assert panels.index("editor") < panels.index("waveform")
    assert {"video", "table", "editor", "waveform"} <= set(panels)
    assert visited[0] in visited[1:], "it never comes back to the table"


def test_what_has_the_focus_is_never_behind_another_tab(window: MainWindow) -> None:
    window.panels.problems.view.setFocus()
    assert window.panels.problems.view.visibleRegion().boundingRect().isValid()
    window.panels.editor.focus_text()
    assert window.panels.editor.text.visibleRegion().boundingRect().isValid()


def test_tab_stays_in_a_panel_until_all_of_it_was_visited(window: MainWindow, qtbot: QtBot) -> None:
    panels = [panel_of(window, widget) for widget in walk(qtbot, Qt.Key.Key_Tab)]
    entered = [panel for at, panel in enumerate(panels) if at == 0 or panels[at - 1] != panel]
    assert sorted(entered[:-1]) == sorted(set(entered)), entered


def test_shift_and_tab_lead_through_the_same_panels_the_other_way(window: MainWindow, qtbot: QtBot) -> None:
    panels = [panel_of(window, widget) for widget in walk(qtbot, Qt.Key.Key_Backtab)]
    assert panels[0] == panels[-1] == "table"
    assert panels.index("waveform") < panels.index("editor")


def walk(qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """Press a key until the focus is where it was, and return where it was on the way, with the first at the end."""
    first = QApplication.focusWidget()
    assert first is not None
    visited = [first]
    while len(visited) < 100:
        qtbot.keyClick(visited[-1], key)
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(focus)
        if focus is first:
            break
    return visited


def panel_of(window: MainWindow, widget: QWidget) -> str:
    """Return the name of the dock that a widget is in, "" for what stands outside."""
    shown = ("video", "table", "editor", "problems", "jobs", "waveform")
    return next((name for name in shown if window.dock(name).isAncestorOf(widget)), "")
