"""The waveform is worked on with mouse, wheel and keys, and tells what was done. 10 ms are a pixel here."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, SignalInstance
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.cue_times import CueTimes
from app.widgets.waveform import Retimed, Stretch, WaveformView
from engine.subtitles.document import Cue, Document

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
CUES = (Cue(1, 1_000, 3_000, "One"), Cue(2, 4_000, 6_000, "Two"), Cue(3, 6_500, 8_000, "Three"))


class Silence:
    """A minute of nothing."""

    duration = 60_000

    def columns(self, start: float, end: float, count: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
        return np.zeros((count, 2), np.int16)


@pytest.fixture
def view(qtbot: QtBot) -> WaveformView:
    made = WaveformView()
    qtbot.addWidget(made)
    made.resize(1_000, 200)
    made.show()
    made.set_sound(Silence())
    made.set_cues(CueTimes.of(Document(CUES)))
    made.zoom_to(0, 10_000)
    return made


def told(signal: SignalInstance) -> list[object]:
    facts: list[object] = []
    signal.connect(lambda *each: facts.append(each[0] if len(each) == 1 else each))
    return facts


def at(x: int, y: int = 120) -> QPoint:
    return QPoint(x, y)


def drag(
    qtbot: QtBot,
    view: WaveformView,
    begin: int,
    end: int,
    keys: Qt.KeyboardModifier = NONE,
    button: Qt.MouseButton = LEFT,
) -> None:
    qtbot.mousePress(view, button, keys, at(begin))
    for x in (begin + (end - begin) // 2, end):
        _move(view, x, button, keys)
    qtbot.mouseRelease(view, button, keys, at(end))


def _move(view: WaveformView, x: int, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    place = QPointF(at(x))
    event = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, button, keys)
    QApplication.sendEvent(view, event)


def wheel(view: WaveformView, x: int, steps: int, keys: Qt.KeyboardModifier = NONE) -> None:
    place = QPointF(at(x))
    turned = QPoint(0, 120 * steps)
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_click_on_empty_ground_goes_there(qtbot: QtBot, view: WaveformView) -> None:
    sought, chosen = told(view.seek_asked), told(view.cue_clicked)
    qtbot.mouseClick(view, LEFT, NONE, at(350))
    assert (sought, chosen) == ([3_500], [])


def test_a_click_on_a_cue_chooses_it_and_goes_there(qtbot: QtBot, view: WaveformView) -> None:
    sought, chosen = told(view.seek_asked), told(view.cue_clicked)
    qtbot.mouseClick(view, LEFT, NONE, at(200))
    assert (sought, chosen) == ([2_000], [1])


def test_clicks_with_keys_set_times_as_in_subtitle_edit(qtbot: QtBot, view: WaveformView) -> None:
    starts, ends, offsets, sought = (
        told(each) for each in (view.start_asked, view.end_asked, view.offset_asked, view.seek_asked)
    )
    qtbot.mouseClick(view, LEFT, SHIFT, at(350))
    qtbot.mouseClick(view, LEFT, CTRL, at(360))
    qtbot.mouseClick(view, LEFT, SHIFT | CTRL, at(370))
    assert (starts, ends, offsets, sought) == ([3_500], [3_600], [3_700], [])


def test_clicks_set_times_as_in_aegisub(qtbot: QtBot, view: WaveformView) -> None:
    view.set_mouse("aegisub")
    starts, ends = told(view.start_asked), told(view.end_asked)
    qtbot.mouseClick(view, LEFT, NONE, at(350))
    qtbot.mouseClick(view, RIGHT, NONE, at(360))
    assert (starts, ends) == ([3_500], [3_600])


def test_an_edge_is_dragged(qtbot: QtBot, view: WaveformView) -> None:
    edges, sought = told(view.edge_dragged), told(view.seek_asked)
    drag(qtbot, view, 300, 340)
    drag(qtbot, view, 401, 380)
    assert edges == [(Retimed(1, 1_000, 3_400),), (Retimed(2, 3_790, 6_000),)]
    assert sought == []


def test_a_dragged_edge_stops_at_its_neighbour(qtbot: QtBot, view: WaveformView) -> None:
    edges = told(view.edge_dragged)
    view.set_gap(80)
    drag(qtbot, view, 300, 500)
    assert edges == [(Retimed(1, 1_000, 3_920),)]


def test_a_dragged_edge_pushes_with_shift_and_is_free_with_ctrl(qtbot: QtBot, view: WaveformView) -> None:
    edges = told(view.edge_dragged)
    drag(qtbot, view, 300, 500, SHIFT)
    drag(qtbot, view, 300, 500, CTRL)
    assert edges == [(Retimed(1, 1_000, 5_000), Retimed(2, 5_000, 6_000)), (Retimed(1, 1_000, 5_000),)]


def test_a_dragged_edge_sticks_to_playhead_and_speech(qtbot: QtBot, view: WaveformView) -> None:
    edges = told(view.edge_dragged)
    view.set_playhead(3_450, playing=False)
    drag(qtbot, view, 300, 348)
    view.set_speech([(3_200, 3_780)])
    drag(qtbot, view, 300, 375)
    assert edges == [(Retimed(1, 1_000, 3_450),), (Retimed(1, 1_000, 3_780),)]


def test_a_body_is_moved(qtbot: QtBot, view: WaveformView) -> None:
    moved = told(view.cue_moved)
    drag(qtbot, view, 200, 230)
    assert moved == [(Retimed(1, 1_300, 3_300),)]


def test_a_trembling_hand_clicks(qtbot: QtBot, view: WaveformView) -> None:
    moved, sought = told(view.cue_moved), told(view.seek_asked)
    drag(qtbot, view, 200, 202)
    assert (moved, sought) == ([], [2_020])


def test_escape_gives_a_drag_up(qtbot: QtBot, view: WaveformView) -> None:
    edges = told(view.edge_dragged)
    qtbot.mousePress(view, LEFT, NONE, at(300))
    _move(view, 340, LEFT, NONE)
    assert view.scene.hidden == frozenset({1})
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, LEFT, NONE, at(340))
    assert (edges, view.scene.hidden) == ([], frozenset())


def test_dragging_over_empty_ground_marks_a_time_and_enter_makes_a_cue(qtbot: QtBot, view: WaveformView) -> None:
    marked, proposed = told(view.stretch_changed), told(view.cue_proposed)
    drag(qtbot, view, 850, 920)
    assert view.stretch == Stretch(8_500, 9_200)
    assert proposed == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert proposed == [(8_500, 9_200)]
    assert view.stretch is None
    assert marked[-2:] == [Stretch(8_500, 9_200), None]


def test_a_marked_time_stays_between_the_cues(qtbot: QtBot, view: WaveformView) -> None:
    drag(qtbot, view, 350, 700)
    assert view.stretch == Stretch(3_500, 4_000)
    drag(qtbot, view, 350, 200)
    assert view.stretch == Stretch(3_000, 3_500)


def test_a_double_click_makes_a_cue_of_the_marked_time(qtbot: QtBot, view: WaveformView) -> None:
    proposed, opened = told(view.cue_proposed), told(view.cue_opened)
    view.set_stretch(Stretch(8_500, 9_200))
    qtbot.mouseDClick(view, LEFT, NONE, at(900))
    qtbot.mouseDClick(view, LEFT, NONE, at(500))
    assert (proposed, opened) == ([(8_500, 9_200)], [2])


def test_escape_marks_nothing(qtbot: QtBot, view: WaveformView) -> None:
    view.set_stretch(Stretch(8_500, 9_200))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.stretch is None


def test_the_ruler_is_drawn_to_a_time(qtbot: QtBot, view: WaveformView) -> None:
    sought = told(view.seek_asked)
    qtbot.mousePress(view, LEFT, NONE, at(200, 5))
    _move(view, 210, LEFT, NONE)
    qtbot.mouseRelease(view, LEFT, NONE, at(230, 5))
    assert sought == [2_100, 2_300]


def test_the_wheel_scrolls_zooms_and_makes_higher(view: WaveformView) -> None:
    wheel(view, 500, -1)
    assert view.scene.scale.start == pytest.approx(1_200)
    wheel(view, 300, 1, CTRL)
    assert view.scene.scale.per_pixel == pytest.approx(8)
    assert view.scene.scale.time(300) == 4_200
    wheel(view, 300, 1, SHIFT)
    assert view.scene.gain == pytest.approx(1.25)


def test_the_middle_button_pans(qtbot: QtBot, view: WaveformView) -> None:
    drag(qtbot, view, 500, 400, NONE, MIDDLE)
    assert view.scene.scale.start == pytest.approx(1_000)


def test_keys_zoom_and_scroll(qtbot: QtBot, view: WaveformView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.scene.scale.start == pytest.approx(9_000)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.scene.scale.start == pytest.approx(0)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scene.scale.per_pixel == pytest.approx(8)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.scene.scale.per_pixel == pytest.approx(10)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.scene.scale.end > 60_000


def test_the_selected_cues_edge_is_taken_where_two_touch(qtbot: QtBot, view: WaveformView) -> None:
    view.set_cues(CueTimes.of(Document((Cue(1, 1_000, 3_000, ""), Cue(2, 3_000, 5_000, "")))))
    edges = told(view.edge_dragged)
    view.set_selected({2})
    drag(qtbot, view, 300, 320)
    view.set_selected({1})
    drag(qtbot, view, 300, 280)
    assert edges == [(Retimed(2, 3_200, 5_000),), (Retimed(1, 1_000, 2_800),)]


def test_a_selected_cue_looks_otherwise_by_its_shape(view: WaveformView) -> None:
    plain = view.grab().toImage()
    view.set_selected({2})
    framed = view.grab().toImage()
    edge = [framed.pixel(x, 60) != plain.pixel(x, 60) for x in (400, 401, 598, 599)]
    assert edge == [True, True, True, True]


def test_it_says_what_is_seen(view: WaveformView) -> None:
    view.set_playhead(2_000, playing=False)
    view.set_selected({2})
    view.set_stretch(Stretch(8_500, 9_200))
    assert view.accessibleName() == "Waveform"
    assert view.accessibleDescription() == (
        "Playhead at 0:00:02,000. In view from 0:00:00,000 to 0:00:10,000. "
        "Cue 2 of 3 is selected, from 0:00:04,000 to 0:00:06,000. "
        "Marked from 0:00:08,500 to 0:00:09,200, Enter makes a cue."
    )
    assert view.seen == "Cue 2 of 3, 0:00:02,000"
    view.set_selected({1, 2})
    assert view.seen == "Cues: 3, 0:00:02,000"


def test_the_spectrogram_asks_for_the_tiles_in_view(view: WaveformView) -> None:
    wanted = told(view.tiles_wanted)
    view.show_spectrogram(True)
    view.grab()
    assert wanted == [(0, 1)]
    for number in (0, 1):
        view.set_tile(number, np.zeros((256, 1_000), np.uint8))
    view.grab()
    assert wanted == [(0, 1)]


def test_it_paints_cues_of_every_kind_without_a_sound(view: WaveformView) -> None:
    odd = (
        Cue(1, -500, 200, "before the film"),
        Cue(2, 1_000, 1_000, "no length"),
        Cue(3, 3_000, 2_000, "backwards"),
        Cue(4, 4_000, 9_000, "<i>long</i> " * 10_000),
        Cue(5, 4_500, 8_000, "مرحبا"),
        Cue(6, 5_000, 8_000, ""),
    )
    view.set_sound(None, "No sound")
    view.set_cues(CueTimes.of(Document(odd)))
    view.set_levels({4: "problem", 5: "advice"})
    view.set_selected({1, 2, 3, 4})
    view.show_translation(True)
    view.show_translation(False)
    assert view.grab().toImage().pixelColor(500, 100).isValid()
