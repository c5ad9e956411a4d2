"""Old and new side by side: what is chosen unasked, by keys, by the mouse and for all; what stays; what is told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.dialogs.heard_again import Asked, HeardAgainDialog
from app.models.heard_again import CHOICE, NEW, OLD, TIME, HeardAgainModel
from app.widgets.marked_text import FAINT, MARKS
from engine.subtitles.beside import Reason, Row
from engine.subtitles.document import Cue


def cue(number: int, text: str) -> Cue:
    return Cue(number, 1_000 * number, 1_000 * number + 900, text, origin="machine")


def fitting(old: Cue, new: Cue) -> Row:
    """Return a row of which the new text fits into the old times."""
    return Row((old,), (new,), (new,))


ROWS = (
    fitting(cue(1, "We were there."), cue(1, "We were there.")),
    fitting(cue(2, "An old sheep."), cue(2, "An old ship.")),
    fitting(replace(cue(3, "My own <i>words</i>."), origin="edited"), cue(3, "Its words.")),
    Row((replace(cue(4, "Tell me."), translation="Sag es."), cue(5, "More.")), (cue(4, "Tell me more."),)),
    Row((cue(6, "Thanks!"),), ()),
    Row((), (cue(7, "Overheard."),)),
    fitting(cue(8, "Changed."), cue(8, "Heard.")),
)
REASONS: tuple[Reason, ...] = ("", "", "", "", "", "", "changed")
UNASKED = ("old", "new", "old", "new", "old", "new", "old")


@pytest.fixture
def played() -> list[tuple[int, int]]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, played: list[tuple[int, int]]) -> HeardAgainDialog:
    made = HeardAgainDialog(Asked(ROWS, REASONS, lambda start, end: played.append((start, end))))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def shown(model: HeardAgainModel, row: int, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    return [model.data(model.index(row, column), role) for column in (TIME, OLD, NEW, CHOICE)]


def test_unasked_the_new_is_chosen_where_only_a_machine_wrote_something_else(dialog: HeardAgainDialog) -> None:
    assert dialog.answer == UNASKED
    assert dialog.summary.text() == "Rows: 7, with words that differ: 6."
    assert dialog.kept.text() == "Changed by you meanwhile, and kept as they are: 1."
    assert dialog.view.currentIndex().row() == 1, "the first row that differs"


def test_a_row_shows_its_time_both_texts_what_is_chosen_and_why() -> None:
    model = HeardAgainModel(ROWS, REASONS)
    assert shown(model, 0) == ["0:01,0\n0:01,9", "✓ We were there.", "We were there.", "Old\nnot a word differs"]
    assert shown(model, 1) == ["0:02,0\n0:02,9", "An old sheep.", "✓ An old ship.", "New"]
    assert shown(model, 2) == ["0:03,0\n0:03,9", "✓ My own words.", "Its words.", "Old\nedited"]
    assert shown(model, 3)[1:] == ["• Tell me.\n• More.", "✓ Tell me more.", "New\nits translation goes"]
    assert shown(model, 4)[1:] == ["✓ Thanks!", "(nothing was heard)", "Old"]
    assert shown(model, 5)[1:] == ["(no cue)", "✓ Overheard.", "New"]
    assert shown(model, 6)[3] == "Old\nchanged meanwhile"
    model.choose([2], "new")
    assert shown(model, 2)[3] == "New\nits styles go"
    model.choose([2], "text")
    assert shown(model, 2)[1:] == ["My own words.", "✓ Its words.", "New text, old times\nits styles go"]
    assert shown(model, 2, FAINT)[1:3] == [True, False]
    assert shown(model, 2, Qt.ItemDataRole.AccessibleTextRole)[3] == "Choice: New text, old times, its styles go"


def test_a_row_shows_the_times_of_what_is_chosen() -> None:
    new = replace(cue(2, "An old ship."), start=2_300, end=3_400)
    model = HeardAgainModel((Row((cue(2, "An old sheep."),), (new,), (new,)), Row((cue(6, "Thanks!"),), ())), ("", ""))
    times = {}
    for choice in ("old", "new", "text"):
        model.choose([0, 1], choice)
        times[choice] = [shown(model, row)[0] for row in (0, 1)]
    assert times == {
        "old": ["0:02,0\n0:02,9", "0:06,0\n0:06,9"],
        "new": ["0:02,3\n0:03,4", "0:06,0\n0:06,9"],
        "text": ["0:02,0\n0:02,9", "0:06,0\n0:06,9"],
    }


def test_words_that_differ_are_marked_at_their_places_and_told_to_screen_readers() -> None:
    model = HeardAgainModel(ROWS, REASONS)
    assert shown(model, 1, MARKS) == [None, ((7, 13),), ((9, 14),), None]
    assert shown(model, 1, FAINT) == [None, True, False, None]
    assert shown(model, 1, Qt.ItemDataRole.AccessibleTextRole) == [
        "Time: 0:02,0, 0:02,9",
        "Old: An old sheep. (differs: sheep.)",
        "New: An old ship. (differs: ship.)",
        "Choice: New",
    ]
    assert shown(model, 3, MARKS)[1] == ((7, 10), (13, 18))


def test_arrows_walk_space_chooses_and_enter_takes(dialog: HeardAgainDialog, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is dialog.view
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.answer == ("old", "text", "new", "new", "old", "new", "old")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted


def test_space_goes_round_what_can_be_chosen_in_a_row(dialog: HeardAgainDialog, qtbot: QtBot) -> None:
    chosen = []
    for row in (2, 3, 6):
        dialog.view.selectRow(row)
        for _ in range(4):
            qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
            chosen.append(dialog.answer[row])
    assert chosen[:4] == ["new", "text", "old", "new"]
    assert chosen[4:8] == ["old", "new", "old", "new"], "its text does not fit into the old times"
    assert chosen[8:] == ["old"] * 4, "it has to stay"


def test_several_rows_are_chosen_at_once(dialog: HeardAgainDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.answer == ("old", "new", "new", "new", "old", "new", "old")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.answer == ("old", "text", "text", "new", "old", "new", "old")


def test_all_new_texts_in_old_times_leave_out_where_they_do_not_fit(dialog: HeardAgainDialog, qtbot: QtBot) -> None:
    assert dialog.all_text.text() == "All new te&xt, old times"
    qtbot.mouseClick(dialog.all_text, Qt.MouseButton.LeftButton)
    assert dialog.answer == ("text", "text", "text", "new", "old", "new", "old")
    assert accept_text(dialog) == "Take the new (5 of 7)"


def test_where_nothing_fits_it_cannot_be_chosen_for_all(qtbot: QtBot) -> None:
    made = HeardAgainDialog(Asked(ROWS[3:6], ("", "", ""), print))
    qtbot.addWidget(made)
    assert not made.all_text.isEnabled()


def test_all_old_and_all_new_leave_out_what_has_to_stay(dialog: HeardAgainDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.all_new, Qt.MouseButton.LeftButton)
    assert dialog.answer == ("new", "new", "new", "new", "new", "new", "old")
    assert shown(dialog.model, 4)[3] == "New\nthe cue goes"
    assert accept_text(dialog) == "Take the new (6 of 7)"
    qtbot.mouseClick(dialog.all_old, Qt.MouseButton.LeftButton)
    assert dialog.answer == ("old",) * 7
    assert accept_text(dialog) == "Keep all old"


def test_a_double_click_chooses_the_text_under_it_and_a_click_on_the_choice_changes_it(
    dialog: HeardAgainDialog, qtbot: QtBot
) -> None:
    viewport, index = dialog.view.viewport(), dialog.model.index

    def place(row: int, column: int) -> object:
        dialog.view.scrollTo(index(row, column))
        return dialog.view.visualRect(index(row, column)).center()

    for row, column in ((1, OLD), (2, NEW)):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place(row, column))
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place(row, column))
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place(3, CHOICE))
    assert dialog.answer == ("old", "old", "new", "old", "old", "new", "old")


def test_a_row_is_heard_from_its_start_to_its_end(
    dialog: HeardAgainDialog, qtbot: QtBot, played: list[tuple[int, int]]
) -> None:
    qtbot.keyClick(dialog.view, Qt.Key.Key_F5)
    dialog.view.selectRow(3)
    qtbot.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
    assert played == [(2_000, 2_900), (4_000, 5_900)]


def test_rows_without_a_difference_can_be_hidden(dialog: HeardAgainDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.only_different, Qt.MouseButton.LeftButton, pos=dialog.only_different.rect().center())
    dialog.only_different.setChecked(True)
    assert [dialog.view.isRowHidden(row) for row in range(7)] == [True, *[False] * 6]
    dialog.only_different.setChecked(False)
    assert not dialog.view.isRowHidden(0)


def test_rows_are_as_high_as_their_texts(dialog: HeardAgainDialog) -> None:
    line = dialog.view.fontMetrics().lineSpacing()
    heights = [dialog.view.rowHeight(row) for row in range(7)]
    assert min(heights) >= 2 * line
    long = HeardAgainModel((Row((cue(1, "word " * 100),), (cue(1, "word"),)),), ("",))
    dialog.view.setModel(long)
    dialog.view.resizeRowsToContents()
    assert dialog.view.rowHeight(0) > 4 * line


def test_a_row_grows_with_what_is_told_of_its_choice(qtbot: QtBot) -> None:
    old = replace(cue(1, "<i>Short.</i>"), translation="Kurz.")
    made = HeardAgainDialog(Asked((fitting(old, cue(1, "Shorter.")),), ("changed",), print))
    qtbot.addWidget(made)
    made.show()
    made.model.reasons = ("",)
    before = made.view.rowHeight(0)
    qtbot.mouseClick(made.all_text, Qt.MouseButton.LeftButton)
    assert made.model.choice(0) == "New text, old times\nits translation goes\nits styles go"
    assert made.view.rowHeight(0) >= before + made.view.fontMetrics().lineSpacing()


def test_a_question_that_comes_by_itself_is_deaf_for_a_moment(qtbot: QtBot) -> None:
    made = HeardAgainDialog(Asked(ROWS, REASONS, print, unasked=True))
    qtbot.addWidget(made)
    made.show()
    QTest.keyClick(made.windowHandle(), Qt.Key.Key_Return)
    assert made.isVisible()
    qtbot.waitUntil(made.isEnabled)
    assert made.answer == UNASKED
    qtbot.keyClick(made.view, Qt.Key.Key_Return)
    assert not made.isVisible()


def accept_text(dialog: HeardAgainDialog) -> str:
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isDefault()]
    return buttons[0].text()
