"""Preferences: keys with their conflicts, and everything else that a person chooses once."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.dialogs.preferences.dialog import PreferencesDialog
from engine.settings import Keys, Look, Player, Privacy, Settings
from tests.support.dialogs import preferences_question


def _dialog(qtbot: QtBot, settings: Settings | None = None) -> PreferencesDialog:
    made = PreferencesDialog(preferences_question(settings))
    qtbot.addWidget(made)
    made.show()
    return made


def _cells(dialog: PreferencesDialog, row: int) -> list[str]:
    table = dialog.keys.table
    return [item.text() if (item := table.item(row, column)) else "" for column in range(3)]


def test_settings_that_nobody_touches_come_back_as_they_were(qtbot: QtBot) -> None:
    settings = Settings(
        Path("/usr/bin/ffmpeg"),
        profile="bbc",
        language="nb",
        recent=(Path("/a.srt"),),
        look=Look("dark", 14),
        keys=Keys("aegisub", (("file.save", ("Ctrl+Alt+S",)),)),
        player=Player(500, 100, 3000, 40, sounds=True),
        unknown="a = 1\n",
    )
    assert _dialog(qtbot, settings).answer == settings


def test_a_key_that_is_pressed_is_added_and_its_conflict_is_told(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.keys.table.setCurrentCell(1, 0)
    qtbot.keyClick(dialog.keys.editor.field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(dialog.keys.editor.add, Qt.MouseButton.LeftButton)
    assert _cells(dialog, 1) == ["File › Open", "Ctrl+O, Ctrl+S", "Ctrl+S is also: Save."]
    assert _cells(dialog, 0) == ["File › Save", "Ctrl+S", "Ctrl+S is also: Open."]
    assert dialog.keys.editor.reason.text() == "Ctrl+S is also: Save."
    assert dialog.answer.keys == Keys("subtitle-edit", (("file.open", ("Ctrl+O", "Ctrl+S")),))


def test_a_key_that_types_may_hold_only_where_nobody_types(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.keys.table.setCurrentCell(0, 0)
    qtbot.keyClick(dialog.keys.editor.field, Qt.Key.Key_K)
    qtbot.mouseClick(dialog.keys.editor.add, Qt.MouseButton.LeftButton)
    assert _cells(dialog, 0)[2] == "K could not be typed any more: let it hold where nobody types."
    dialog.keys.editor.list.setCurrentRow(1)
    qtbot.mouseClick(dialog.keys.editor.remove, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.keys.editor.field, Qt.Key.Key_K)
    dialog.keys.editor.scope.setCurrentIndex(dialog.keys.editor.scope.findData("view"))
    qtbot.mouseClick(dialog.keys.editor.add, Qt.MouseButton.LeftButton)
    assert _cells(dialog, 0)[1:] == ["Ctrl+S, K", ""]


def test_an_action_gets_its_usual_keys_back(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, Settings(keys=Keys("subtitle-edit", (("file.save", ()),))))
    dialog.keys.table.setCurrentCell(0, 0)
    assert _cells(dialog, 0)[1] == ""
    qtbot.mouseClick(dialog.keys.editor.usual, Qt.MouseButton.LeftButton)
    assert _cells(dialog, 0)[1] == "Ctrl+S"
    assert dialog.answer.keys == Keys("subtitle-edit", ())
    assert not dialog.keys.editor.usual.isEnabled()


def test_actions_are_found_by_name_and_by_key(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)

    def shown() -> list[int]:
        return [row for row in range(3) if not dialog.keys.table.isRowHidden(row)]

    qtbot.keyClicks(dialog.keys.search, "play")
    assert shown() == [2]
    dialog.keys.search.clear()
    qtbot.keyClicks(dialog.keys.search, "ctrl+o")
    assert shown() == [1]
    dialog.keys.search.clear()
    dialog.keys.only_conflicts.setChecked(True)
    assert shown() == []


def test_another_set_brings_its_own_keys(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.keys.base.setCurrentIndex(1)
    assert _cells(dialog, 0)[1] == "Ctrl+S, F2"
    assert dialog.answer.keys == Keys("aegisub", ())


def test_keys_of_subtitle_edit_are_taken_over_and_counted(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "Settings.xml"
    file.write_text("<Shortcuts><MainFileSave>F2</MainFileSave><Other>F3</Other></Shortcuts>")
    dialog = _dialog(qtbot)
    dialog.keys.take_over_from(file)
    assert _cells(dialog, 0)[1] == "F2"
    assert dialog.keys.told.text() == (
        "Keys taken over for 1 actions; 1 have no action here that they could stand for."
    )
    dialog.keys.take_over_from(tmp_path / "none.xml")
    assert dialog.keys.told.text().endswith("cannot be read (No such file or directory): choose another file")


def test_profile_look_language_and_player_are_chosen_on_their_pages(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.profile.box.setCurrentIndex(dialog.profile.box.findData("netflix-en"))
    qtbot.keyClick(dialog.look.scheme.button("high-contrast"), Qt.Key.Key_Space)
    dialog.look.own_size.setChecked(True)
    dialog.look.points.setValue(20)
    dialog.language.box.setCurrentIndex(dialog.language.box.findData("nb"))
    dialog.player.rewind.setValue(1500)
    dialog.player.sounds.setChecked(True)
    assert dialog.answer == Settings(
        profile="netflix-en",
        language="nb",
        look=Look("high-contrast", 20),
        player=Player(rewind=1500, sounds=True),
    )


def test_the_numbers_of_a_profile_stand_with_their_source(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert "limit 43 characters (Subtitle Edit, SeGeneral.cs)" in dialog.profile.table.text
    dialog.profile.box.setCurrentIndex(dialog.profile.box.findData("netflix"))
    assert "limit 42 characters (Netflix Timed Text Style Guide" in dialog.profile.table.text


def test_who_wants_no_recent_files_loses_those_that_were_remembered(qtbot: QtBot) -> None:
    settings = Settings(recent=(Path("/secret.srt"),))
    dialog = _dialog(qtbot, settings)
    dialog.show_page(5)
    qtbot.keyClick(dialog.privacy.recent, Qt.Key.Key_Space)
    assert dialog.answer == replace(settings, recent=(), privacy=Privacy(keep_recent=False))


def test_the_list_of_pages_turns_them_by_keys(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.pages.currentWidget() is dialog.profile
