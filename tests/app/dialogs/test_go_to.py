"""Go to takes a number or a time, and says what it can't take."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.dialogs.go_to import Destination, GoToDialog, Places

_OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def dialog(qtbot: QtBot) -> GoToDialog:
    made = GoToDialog(Places(240, 3_600_000, 12))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "destination"),
    [
        ("7", Destination(cue=7)),
        (" 240 ", Destination(cue=240)),
        ("1:30", Destination(time=90_000)),
        ("0:00:02,5", Destination(time=2500)),
        ("1:00:00", Destination(time=3_600_000)),
    ],
)
def test_a_number_is_a_cue_and_colons_make_a_time(
    dialog: GoToDialog, qtbot: QtBot, typed: str, destination: Destination
) -> None:
    qtbot.keyClicks(dialog.field, typed)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == 1
    assert dialog.answer == destination


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("0", "There is no cue 0: the last one is 240."),
        ("241", "There is no cue 241: the last one is 240."),
        ("9" * 5000, f"There is no cue {'9' * 12}: the last one is 240."),
        ("1:00:01", "The end is at 1:00:00,000."),
        ("soon", "This is neither a number nor a time: write 12, or 0:01:30."),
        (" ", "Type the number of a cue, or a time."),
    ],
)
def test_what_is_nowhere_is_refused_with_the_reason(dialog: GoToDialog, qtbot: QtBot, typed: str, reason: str) -> None:
    dialog.field.clear()
    dialog.field.setText(typed)
    assert dialog.refused == reason
    assert not dialog.buttons.button(_OK).isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
