"""Stretch times: two points or two rates, tried on the ends of the document before they are taken."""

from pytestqt.qtbot import QtBot

from app.dialogs.stretch_times import FrameRates, StretchDialog, TwoPoints
from engine.subtitles.edits import SyncPoint
from tests.support.dialogs import DOCUMENT


def _dialog(qtbot: QtBot) -> StretchDialog:
    made = StretchDialog(DOCUMENT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_two_points_begin_with_the_first_and_the_last_cue(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.second.right.set_time(9000)
    dialog.second.right.time_changed.emit(9000)
    assert dialog.answer() == TwoPoints(SyncPoint(1000, 1000), SyncPoint(5000, 9000))
    assert dialog.preview.text() == "The last cue: 0:00:05,000 becomes 0:00:09,000"
    answer = dialog.answer()
    assert answer is not None
    assert [cue.start for cue in answer.edit(DOCUMENT).cues] == [1000, 3000, 5000, 7000, 9000]


def test_points_in_the_wrong_order_are_refused_with_the_reason(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.second.number.setValue(1)
    assert dialog.refused == "Both points are at the same time: choose two cues far apart"
    dialog.second.number.setValue(3)
    dialog.second.right.set_time(500)
    dialog.second.right.time_changed.emit(500)
    assert dialog.refused == "The points would change their order: the later one must stay the later one"


def test_two_rates_move_everything_in_proportion(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.pages.setCurrentIndex(1)
    dialog.source.setEditText("24")
    dialog.target.setEditText("25")
    assert dialog.answer() == FrameRates(24.0, 25.0)
    assert dialog.preview.text() == "The last cue: 0:00:05,000 becomes 0:00:04,800"


def test_what_is_no_rate_or_changes_nothing_is_refused(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    dialog.pages.setCurrentIndex(1)
    dialog.target.setEditText("fast")
    assert dialog.refused == "This is no frame rate: choose one, or write one such as 25 or 30000/1001."
    dialog.target.setEditText("25")
    assert dialog.refused == "Both rates are the same: nothing would change."
