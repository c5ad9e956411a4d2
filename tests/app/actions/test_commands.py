"""One table of actions feeds menus, keys and palette: every action has a menu, a name and no key that another has."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from app.actions.palette import Palette, found
from app.keys.conflicts import conflicts
from app.keys.sets import read_key_sets
from app.main_window import MainWindow
from app.session import Session
from engine.subtitles.document import Document
from engine.subtitles.history import History

CTRL = Qt.KeyboardModifier.ControlModifier
SETS = read_key_sets()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], documents: Callable[..., Document]) -> MainWindow:
    made = make_window()
    made.groups.files.new()
    made.parts.session.open(History(documents("One two.", "Three.", "Four.")))
    made.commands.update()
    return made


def ids(window: MainWindow) -> list[str]:
    return [action.id for action in window.commands.actions]


def menu_actions(window: MainWindow) -> list[QAction]:
    return [
        action
        for menu in window.menuBar().actions()
        if menu.menu()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
    ]


def test_no_id_is_double_and_every_action_has_a_menu_and_a_name(window: MainWindow) -> None:
    assert len(ids(window)) == len(set(ids(window)))
    assert {name.partition(".")[0] for name in ids(window)} == {
        *("file", "edit", "cue", "time", "play", "listen", "view", "help")
    }
    assert all(action.plain_text for action in window.commands.actions)
    named = {action.objectName() for action in menu_actions(window)}
    assert set(ids(window)) <= named


def test_letters_of_a_menu_are_not_double(window: MainWindow) -> None:
    for menu in window.menuBar().actions():
        letters = [
            text[text.index("&") + 1].lower()
            for action in menu.menu().actions()  # type: ignore[attr-defined]
            if "&" in (text := action.text().partition("\t")[0])
        ]
        assert sorted(letters) == sorted(set(letters)), menu.text()


@pytest.mark.parametrize("key_set", SETS, ids=lambda each: each.name)
def test_no_key_collides(window: MainWindow, key_set: object) -> None:
    assert conflicts(key_set, ids(window)) == ()  # type: ignore[arg-type]


def test_every_key_that_is_named_has_its_action(window: MainWindow) -> None:
    assert set(SETS[0].keys) <= set(ids(window))


def test_what_cannot_be_done_is_disabled(window: MainWindow) -> None:
    commands, session = window.commands, window.parts.session
    assert not commands.action("edit.undo").isEnabled()
    assert not commands.action("cue.merge").isEnabled()
    assert not commands.action("play.toggle").isEnabled()
    session.select((1, 2))
    commands.update()
    assert commands.action("cue.merge").isEnabled()
    commands.run("cue.merge")
    commands.update()
    assert commands.action("edit.undo").isEnabled()


def test_undo_names_its_step_in_the_menu(window: MainWindow) -> None:
    window.parts.session.select((1,))
    window.commands.run("cue.delete")
    assert window.commands.action("edit.undo").text() == "&Undo Delete"
    window.commands.run("edit.undo")
    assert window.commands.action("edit.undo").text() == "&Undo"
    assert window.commands.action("edit.redo").text() == "&Redo Delete"


def test_delete_belongs_to_the_table_and_not_to_the_text(window: MainWindow) -> None:
    session = window.parts.session
    window.activateWindow()
    session.select((1,))
    window.panels.editor.text.setFocus()
    QTest.keyClick(window.panels.editor.text, Qt.Key.Key_Delete)
    assert [cue.text for cue in session.document.cues] == ["ne two.", "Three.", "Four."]
    window.panels.table.view.setFocus()
    QCoreApplication.processEvents()
    QTest.keyClick(window.panels.table.view, Qt.Key.Key_Delete)
    assert [cue.text for cue in session.document.cues] == ["Three.", "Four."]


def test_keys_of_the_window_hold_in_the_text_too(window: MainWindow) -> None:
    window.activateWindow()
    window.parts.session.select((1,))
    window.panels.editor.text.setFocus()
    QTest.keyClick(window.panels.editor.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.parts.session.selected == (2,)


def test_control_z_in_the_text_undoes_the_documents_step(window: MainWindow) -> None:
    session = window.parts.session
    window.activateWindow()
    session.select((1,))
    window.panels.editor.text.setFocus()
    QTest.keyClicks(window.panels.editor.text, "x")
    QCoreApplication.processEvents()
    QTest.keyClick(window.panels.editor.text, Qt.Key.Key_Z, CTRL)
    assert session.document.cues[0].text == "One two."


def test_another_key_set_takes_the_keys_over(window: MainWindow) -> None:
    window.commands.bind(next(each for each in SETS if each.name == "aegisub"))
    assert window.commands.keys_shown("time.set_start") == "Ctrl+3"
    window.commands.bind(SETS[0])
    assert window.commands.keys_shown("time.set_start") == "F11"


def test_the_palette_finds_actions_by_words_and_does_the_chosen_one(window: MainWindow) -> None:
    window.parts.session.select((1,))
    palette = Palette(window.commands, window)
    palette.show()
    palette.activateWindow()
    palette.typed.setFocus()
    QCoreApplication.processEvents()
    QTest.keyClicks(palette.typed, "insert after")
    assert palette.chosen == "cue.insert_after"
    QTest.keyClick(palette.typed, Qt.Key.Key_Return)
    assert palette.result() == Palette.DialogCode.Accepted
    assert all("undo" not in item.text() for item in [palette.list.item(0)])


def test_what_begins_with_the_typed_text_is_found_first(window: MainWindow) -> None:
    assert [action.id for action in found(window.commands.actions, "split")][:2] == [
        "cue.split",
        "cue.split_at_playhead",
    ]
    assert found(window.commands.actions, "no such thing") == []


def texts(session: Session) -> list[str]:
    return [cue.text for cue in session.document.cues]


@pytest.mark.parametrize(
    ("selected", "action", "after"),
    [
        ((1,), "cue.insert_after", ["One two.", "", "Three.", "Four."]),
        ((2,), "cue.insert_before", ["One two.", "", "Three.", "Four."]),
        ((2,), "cue.duplicate", ["One two.", "Three.", "Three.", "Four."]),
        ((1,), "cue.split", ["One", "two.", "Three.", "Four."]),
        ((1, 2), "cue.merge", ["One two.\nThree.", "Four."]),
        ((1, 2), "cue.merge_as_dialogue", ["- One two.\n- Three.", "Four."]),
        ((2,), "cue.italic", ["One two.", "<i>Three.</i>", "Four."]),
        ((2,), "cue.bold", ["One two.", "<b>Three.</b>", "Four."]),
        ((1, 3), "cue.delete", ["Three."]),
    ],
)
def test_edits_do_what_they_say_and_are_undone(
    window: MainWindow, selected: tuple[int, ...], action: str, after: list[str]
) -> None:
    session = window.parts.session
    session.select(selected)
    window.commands.run(action)
    assert texts(session) == after
    window.commands.run("edit.undo")
    assert texts(session) == ["One two.", "Three.", "Four."]


@pytest.mark.parametrize(
    ("playhead", "action", "times"),
    [
        (2500, "time.set_start", (2500, 3500)),
        (3000, "time.set_end", (2000, 3000)),
        (2600, "time.move_to_playhead", (2600, 4100)),
        (0, "time.shift_later", (2100, 3600)),
        (0, "time.shift_earlier", (1900, 3400)),
    ],
)
def test_times_are_set_at_the_playhead(window: MainWindow, playhead: int, action: str, times: tuple[int, int]) -> None:
    session = window.parts.session
    session.select((1,))
    window.parts.player.seek(playhead)
    window.commands.run(action)
    cue = session.document.cues[0]
    assert (cue.start, cue.end) == times


def test_setting_the_end_goes_on_with_the_next_cue(window: MainWindow) -> None:
    session = window.parts.session
    session.select((1,))
    window.parts.player.seek(3000)
    window.commands.run("time.set_end_and_next")
    assert session.document.cues[0].end == 3000
    assert session.selected == (2,)


def test_a_cue_is_split_at_the_playhead(window: MainWindow) -> None:
    window.parts.player.seek(2800)
    window.commands.run("cue.split_at_playhead")
    cues = window.parts.session.document.cues
    assert [(cue.start, cue.end) for cue in cues[:2]] == [(2000, 2800), (2800, 3500)]


def test_cues_are_extended_to_their_neighbours(window: MainWindow) -> None:
    session = window.parts.session
    gap = int(window.profile.gap.value or 0)
    session.select((1,))
    window.commands.run("time.extend_to_next")
    assert session.document.cues[0].end == 4000 - gap


def test_refusals_are_told_in_the_status_bar(window: MainWindow) -> None:
    window.parts.session.select((1, 3))
    window.commands.run("cue.merge")
    assert "select cues that follow each other" in window.statusBar().currentMessage()
