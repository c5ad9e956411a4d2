"""The whole window as a screen reader and the keys meet it: everything has a name, and Tab leads round."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.actions.palette import Palette, found
from app.main_window import MainWindow
from app.widgets.job_row import Job
from tests.support.accessibility import names, unnamed
from tests.support.focus_order import out_of_order
from tests.support.scaled import told_at

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


def test_every_panel_is_walked_in_the_order_of_reading(window: MainWindow) -> None:
    window.commands.run("edit.replace")
    window.dock("jobs").show()
    window.panels.jobs.show_queue([Job("a", "a.mp4", "running", rests=True), Job("b", "b.mp4", "failed")])
    wrong = {}
    for dock in window.docks.findChildren(QDockWidget):
        dock.raise_()
        wrong[dock.objectName()] = out_of_order(dock.widget())
    assert {name: steps for name, steps in wrong.items() if steps} == {}


def test_every_dock_and_column_can_be_shown_from_a_menu(window: MainWindow) -> None:
    offered = {menu.title().replace("&", ""): menu for menu in window.findChildren(QMenu)}
    offered["Columns"].aboutToShow.emit()
    docks = [dock.windowTitle() for dock in window.docks.findChildren(QDockWidget)]
    columns = [action.text() for action in window.panels.table.column_actions(window)]
    assert sorted(action.text() for action in offered["Panels"].actions()) == sorted(docks)
    assert [action.text() for action in offered["Columns"].actions()] == columns


def test_every_action_is_in_a_menu_or_has_a_key_and_the_palette_finds_it(window: MainWindow) -> None:
    in_menus = {action.objectName() for menu in window.findChildren(QMenu) for action in menu.actions()}
    ids = [action.id for action in window.commands.actions]
    assert [each for each in ids if each not in in_menus and not window.commands.keys_shown(each)] == []
    assert sorted(action.id for action in found(window.commands.actions, "")) == sorted(ids)
    palette = Palette(window.commands, window)
    listed = {palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count())}
    assert listed == {each for each in ids if window.commands.action(each).isEnabled()}
    assert unnamed(palette) == []


def test_what_a_right_click_on_the_waveform_offers_the_menu_key_offers_too(window: MainWindow) -> None:
    view = window.panels.waveform.view
    view.menu_asked.disconnect()
    asked: list[QPoint] = []
    view.menu_asked.connect(asked.append)
    middle = view.rect().center()
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view, by_key)
    assert asked == [middle]


@pytest.mark.parametrize(("percent", "points"), [(300, 0), (100, 18)])
def test_no_button_is_cut_off_at_a_large_scale_or_with_large_text(percent: int, points: int) -> None:
    assert told_at(percent, points) == []


def test_from_right_to_left_nothing_is_cut_off_and_tab_leads_the_way_of_reading() -> None:
    assert told_at(100, reverse=True) == []


def test_time_runs_to_the_right_in_every_language(window: MainWindow, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        directions = {
            part.accessibleName(): part.layoutDirection()
            for part in (
                window.panels.waveform.view,
                window.panels.video.transport.seek_bar,
                window.panels.table.view,
            )
        }
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert directions == {
        "Waveform": Qt.LayoutDirection.LeftToRight,
        "Position in the film": Qt.LayoutDirection.LeftToRight,
        "Cues": Qt.LayoutDirection.RightToLeft,
    }


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
