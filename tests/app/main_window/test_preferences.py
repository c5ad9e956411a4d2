"""What a person chooses in the preferences holds at once, in the window that is open."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from engine.settings import Keys, Player, read_settings

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample"
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(make_window: Callable[..., MainWindow]) -> MainWindow:
    made = make_window()
    made.open([SAMPLE / "interview.vtt"])
    return made


def choose(window: MainWindow, player: Player) -> None:
    preferences = window.parts.preferences
    preferences.change(replace(preferences.settings, player=player))


def test_everything_about_the_player_is_heeded(window: MainWindow) -> None:
    choose(window, Player(700, 250, 4_000, 30, sounds=True, sounds_volume=20, follow="centre"))
    player = window.parts.player
    assert player.rewind == 700
    assert player.volume == 0.3
    assert window.panels.video.transport.volume.value() == 30
    assert window.panels.waveform.view.camera.follow == "centre"
    player.seek(10_000)
    window.panels.video.transport.forward.setEnabled(True)
    window.panels.video.transport.forward.click()
    assert player.position == 14_000
    assert window.parts.cue_sounds.is_on


def test_jumps_by_keys_go_as_far_as_was_chosen(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, Player(step=250, stride=4_000))
    qtbot.waitUntil(lambda: window.parts.player.duration > 0, timeout=20_000)
    window.parts.player.seek(10_000)
    window.commands.run("play.forward")
    assert window.parts.player.position == 10_250
    window.commands.run("play.back_much")
    assert window.parts.player.position == 6_250


def test_a_file_that_is_remembered_leaves_the_volume_of_the_moment(window: MainWindow) -> None:
    window.parts.player.set_volume(0.4)
    window.parts.preferences.remember(SAMPLE / "interview.en.vtt")
    assert window.parts.player.volume == 0.4


def test_the_middle_for_the_playhead_is_kept_for_every_run(window: MainWindow, tmp_path: Path) -> None:
    window.panels.waveform.follow_chosen.emit("centre")
    assert window.panels.waveform.view.camera.follow == "centre"
    assert read_settings(tmp_path / "settings.toml").settings.player.follow == "centre"


def test_with_the_keys_of_aegisub_the_buttons_of_the_mouse_set_times(window: MainWindow, qtbot: QtBot) -> None:
    view, session = window.panels.waveform.view, window.parts.session
    session.select((session.document.cues[0].id,))
    view.zoom_to(0, 10 * view.width())
    first = session.document.cues[0]
    ground = QPoint(round(view.scene.scale.x(first.end)) + 20, view.height() // 2)
    qtbot.mouseClick(view, RIGHT, NONE, ground)
    assert session.document.cues[0] == first
    preferences = window.parts.preferences
    preferences.change(replace(preferences.settings, keys=Keys("aegisub")))
    qtbot.mouseClick(view, RIGHT, NONE, ground)
    assert session.document.cues[0].end == pytest.approx(first.end + 200, abs=10)
    preferences.change(replace(preferences.settings, keys=Keys("subtitle-edit")))
    qtbot.mouseClick(view, LEFT, NONE, ground + QPoint(20, 0))
    assert session.document.cues[0].end == pytest.approx(first.end + 200, abs=10)
    assert window.parts.player.position == pytest.approx(first.end + 400, abs=10)


@pytest.mark.parametrize(("keys", "asked"), [("aegisub", 1), ("subtitle-edit", 2)])
def test_the_menu_comes_by_its_key_where_the_right_button_sets_the_end(
    window: MainWindow, keys: str, asked: int
) -> None:
    preferences = window.parts.preferences
    preferences.change(replace(preferences.settings, keys=Keys(keys)))
    view = window.panels.waveform.view
    view.menu_asked.disconnect()
    places: list[QPoint] = []
    view.menu_asked.connect(places.append)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5))))
    assert len(places) == asked


def test_the_selected_cues_are_shown_from_edge_to_edge(window: MainWindow) -> None:
    session, scale = window.parts.session, lambda: window.panels.waveform.view.scene.scale
    cues = session.document.cues[3:5]
    session.select([cue.id for cue in cues])
    window.commands.run("view.zoom_selection")
    around = (cues[1].end - cues[0].start) // 2
    assert scale().time(0) == pytest.approx(cues[0].start - around, abs=20)
    assert scale().time(scale().width) == pytest.approx(cues[1].end + around, abs=20)


def test_one_of_three_ways_to_show_captions_is_on(window: MainWindow) -> None:
    names = ("view.captions_text", "view.captions_translation", "view.captions_both")
    window.commands.run("view.captions_both")
    window.commands.update()
    assert [window.commands.action(name).isChecked() for name in names] == [False, False, True]
    window.commands.run("view.captions_both")
    window.commands.update()
    assert [window.commands.action(name).isChecked() for name in names] == [False, False, True]
    window.commands.run("view.safe_area")
    assert window.panels.video.view.shows_safe_area
