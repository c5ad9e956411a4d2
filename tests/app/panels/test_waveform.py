"""What is done on the waveform becomes edits of the session and places of the player."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.film import Film
from app.panels.waveform import WaveformPanel
from app.panels.waveform.retiming import retimed
from app.player import Player
from app.session import Session
from app.timeline import Timeline
from app.widgets.waveform import Retimed, Stretch
from engine.subtitles.checks import Problem
from engine.subtitles.document import Cue, Document
from engine.subtitles.history import History
from engine.transcript import Word

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CUES = (
    Cue(1, 1_000, 3_000, "One", words=(Word("One", 1_200, 1_900, 0.9),)),
    Cue(2, 4_000, 6_000, "Two words"),
    Cue(3, 6_500, 8_000, "Three"),
)


class Bench:
    """A session with its player and its waveform, 10 ms a pixel, and how often the text was asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.session = Session(History(Document(CUES)))
        self.player = Player()
        self.film = Film(self.player, EngineProcess())
        self.focused = 0
        self.panel = WaveformPanel(self.session, Timeline(self.session), self.player, self.film, self._focus)
        self.view = self.panel.view
        qtbot.addWidget(self.panel)
        self.panel.resize(1_100, 220)
        self.panel.show()
        self.view.zoom_to(0, 10 * self.view.width())

    def _focus(self) -> None:
        self.focused += 1

    def times(self) -> list[tuple[int, int]]:
        return [(cue.start, cue.end) for cue in self.session.document.cues]

    def drag(self, begin: int, end: int, keys: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mousePress(self.view, LEFT, keys, QPoint(begin, 120))
        place = QPointF(end, 120)
        where = self.view.mapToGlobal(place)
        QApplication.sendEvent(
            self.view, QMouseEvent(QEvent.Type.MouseMove, place, where, Qt.MouseButton.NoButton, LEFT, keys)
        )
        self.qtbot.mouseRelease(self.view, LEFT, keys, QPoint(end, 120))

    def click(self, x: int, keys: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mouseClick(self.view, LEFT, keys, QPoint(x, 120))


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def test_a_dragged_edge_is_one_step_that_can_be_undone(bench: Bench) -> None:
    bench.drag(300, 340)
    assert bench.times() == [(1_000, 3_400), (4_000, 6_000), (6_500, 8_000)]
    assert bench.session.history.undo_label == "Set end"
    assert bench.session.selected == (1,)
    bench.session.undo()
    assert bench.session.document.cues == CUES


def test_a_pushed_neighbour_belongs_to_the_same_step(bench: Bench) -> None:
    bench.drag(300, 500, Qt.KeyboardModifier.ShiftModifier)
    assert bench.times() == [(1_000, 5_000), (5_000, 6_000), (6_500, 8_000)]
    bench.session.undo()
    assert bench.session.document.cues == CUES


def test_a_moved_cue_takes_its_words_along(bench: Bench) -> None:
    bench.drag(200, 230)
    assert bench.times()[0] == (1_300, 3_300)
    assert bench.session.document.cues[0].words[0].start == 1_500
    bench.session.undo()
    assert bench.session.document.cues == CUES


def test_a_marked_time_becomes_a_cue(bench: Bench) -> None:
    bench.drag(850, 920)
    assert bench.panel.marked == (8_500, 9_200)
    bench.qtbot.keyClick(bench.view, Qt.Key.Key_Return)
    assert bench.times()[-1] == (8_500, 9_200)
    assert bench.session.selected == (4,)
    assert (bench.panel.marked, bench.focused) == (None, 1)
    bench.session.undo()
    assert bench.session.document.cues == CUES


def test_clicks_choose_and_set_times(bench: Bench) -> None:
    bench.click(500)
    assert bench.session.selected == (2,)
    bench.click(380, Qt.KeyboardModifier.ShiftModifier)
    bench.click(620, Qt.KeyboardModifier.ControlModifier)
    assert bench.times()[1] == (3_800, 6_200)
    bench.click(400, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert bench.times() == [(1_000, 3_000), (4_000, 6_400), (6_700, 8_200)]


def test_a_double_click_leads_to_the_text(bench: Bench) -> None:
    bench.qtbot.mouseDClick(bench.view, LEFT, NONE, QPoint(500, 120))
    assert bench.focused == 1


def test_it_follows_the_session(bench: Bench) -> None:
    bench.session.select((3,))
    assert bench.view.scene.selected == frozenset({3})
    bench.session.open(History(Document((Cue(7, 50_000, 52_000, "Far"),))))
    assert [cue.id for cue in bench.view.scene.times.cues] == [7]
    bench.session.select((7,))
    assert bench.view.scene.scale.start <= 50_000 <= bench.view.scene.scale.end


def test_problems_are_marked_by_their_worst(bench: Bench) -> None:
    bench.panel.set_problems(
        (
            Problem("speed", 1, 25.0, 20.0, "why"),
            Problem("gap", 1, 10.0, 80.0, "why", "advice"),
            Problem("gap", 2, 10.0, 80.0, "why", "advice"),
        )
    )
    assert bench.view.scene.levels == {1: "problem", 2: "advice"}


def test_the_menu_offers_what_can_be_done_at_a_time(bench: Bench) -> None:
    menu = QMenu()
    bench.qtbot.addWidget(menu)
    bench.session.select((1,))
    bench.panel.fill_menu(menu, 5_000)
    split = next(action for action in menu.actions() if action.text() == "Split the cue here")
    split.trigger()
    assert bench.times() == [(1_000, 3_000), (4_000, 5_000), (5_000, 6_000), (6_500, 8_000)]
    switch = next(action for action in menu.actions() if action.text() == "Spectrogram")
    switch.trigger()
    assert bench.view.shows_spectrogram


def test_the_menu_of_a_marked_time_makes_it_a_cue(bench: Bench) -> None:
    menu = QMenu()
    bench.qtbot.addWidget(menu)
    bench.view.set_stretch(Stretch(8_500, 9_200))
    bench.panel.fill_menu(menu, 9_000)
    menu.actions()[0].trigger()
    assert bench.times()[-1] == (8_500, 9_200)


def test_the_scroll_bar_and_the_view_belong_together(bench: Bench) -> None:
    bench.session.open(History(Document((*CUES, Cue(9, 60_000, 61_000, "")))))
    bench.panel._bar.setValue(20_000)
    assert bench.view.scene.scale.time(0) == 20_000
    bench.view.scroll_by(100)
    assert bench.panel._bar.value() == 21_000


def test_it_says_why_there_is_no_sound(bench: Bench) -> None:
    bench.film.failed.emit("film.mp4 has no sound: choose another file")
    assert bench.view.message == "film.mp4 has no sound: choose another file"


def test_how_it_looks_is_remembered(bench: Bench, qtbot: QtBot, tmp_path: object) -> None:
    settings = QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)
    bench.panel.show_spectrogram(True)
    bench.panel.save(settings)
    other = Bench(qtbot)
    other.view.zoom(0.5)
    other.panel.restore(settings)
    assert other.view.shows_spectrogram
    assert other.view.scene.scale.per_pixel == pytest.approx(10)


def test_every_control_has_a_name(bench: Bench) -> None:
    controls = [
        widget
        for widget in bench.panel.findChildren(object)
        if hasattr(widget, "focusPolicy") and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) == 5
    assert [widget for widget in controls if not widget.accessibleName()] == []


def test_times_that_are_not_new_make_no_edit() -> None:
    document = Document(CUES)
    assert retimed(document, (Retimed(1, 1_000, 3_000),), moved=False) is None
    assert retimed(document, (Retimed(99, 1_000, 3_000),), moved=False) is None


def test_the_middle_for_the_playhead_is_asked_for_in_the_menu(bench: Bench) -> None:
    menu = QMenu()
    bench.qtbot.addWidget(menu)
    asked: list[str] = []
    bench.panel.follow_chosen.connect(asked.append)
    bench.panel.fill_menu(menu, 0)
    next(action for action in menu.actions() if action.text() == "Keep the playhead in the middle").trigger()
    assert asked == ["centre"]
