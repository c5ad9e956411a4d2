"""The picture shows the captions at the playhead, and the bar under it plays the player."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from app.panels.video import VideoPanel
from app.panels.video.panel import stands_at_the_top, voice
from app.player import Player
from app.session import Session
from app.timeline import Timeline
from app.widgets.video import VOICES, Caption
from engine.subtitles.document import Cue, Document, VttCue, VttSettings
from engine.subtitles.edits import set_text, set_translation
from engine.subtitles.history import History

SAMPLE = Path(__file__).parent.parent.parent.parent / "resources" / "sample" / "interview.mp4"
LEFT = Qt.MouseButton.LeftButton
CUES = (
    Cue(1, 0, 2_000, "One", "Sofia", "En"),
    Cue(2, 2_000, 4_000, "Two", "Erik", "To", extra=VttCue(settings=VttSettings(line=0, align="left"))),
)


class Bench:
    """A session, a player that stands on the sample film, and the panel that shows both."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.session = Session(History(Document(CUES, speakers=("Sofia", "Erik"))))
        self.player = Player()
        self.panel = VideoPanel(self.session, Timeline(self.session), self.player)
        self.bar = self.panel.transport
        qtbot.addWidget(self.panel)
        self.panel.resize(560, 420)
        self.panel.show()

    def open(self) -> None:
        with self.qtbot.waitSignal(self.player.duration_changed, timeout=20_000):
            self.player.open(SAMPLE, 25.0)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.player.open(None)


def test_the_caption_at_the_playhead_has_its_voice_and_place(bench: Bench) -> None:
    bench.player.seek(1_000)
    assert bench.panel.view.captions == (Caption("One", VOICES[0], False, _aligned(Qt.AlignmentFlag.AlignHCenter)),)
    bench.player.seek(2_000)
    assert bench.panel.view.captions == (Caption("Two", VOICES[1], True, _aligned(Qt.AlignmentFlag.AlignLeft)),)
    bench.player.seek(5_000)
    assert bench.panel.view.captions == ()


def _aligned(flag: Qt.AlignmentFlag) -> Qt.AlignmentFlag:
    return flag | Qt.AlignmentFlag.AlignAbsolute


def test_an_edit_is_seen_at_once_and_the_translation_on_request(bench: Bench) -> None:
    bench.session.apply(set_text(1, "Changed"))
    assert [caption.text for caption in bench.panel.view.captions] == ["Changed"]
    bench.panel.show_captions("translation")
    assert [caption.text for caption in bench.panel.view.captions] == ["En"]


def test_text_and_translation_stand_together_the_translation_below(bench: Bench) -> None:
    bench.panel.show_captions("both")
    assert [caption.text for caption in bench.panel.view.captions] == ["En", "One"]  # the first stands lowest
    bench.player.seek(3_000)
    assert [caption.text for caption in bench.panel.view.captions] == ["Two", "To"]  # and highest at the top
    bench.session.apply(set_translation(2, ""))
    assert [caption.text for caption in bench.panel.view.captions] == ["Two"]


def test_what_stands_on_the_picture_is_remembered(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    bench.panel.show_captions("both")
    bench.panel.switch_safe_area()
    bench.panel.save(settings)
    other = Bench(qtbot)
    other.panel.restore(settings)
    assert (other.panel.shown, other.panel.view.shows_safe_area) == ("both", True)


def test_a_double_click_asks_for_the_full_screen_and_leaves_it_as_it_was(bench: Bench) -> None:
    bench.open()
    bench.player.rewind = 500
    bench.player.seek(3_000)
    with bench.qtbot.waitSignal(bench.panel.full_screen_wanted):
        bench.qtbot.mouseClick(bench.panel.view, LEFT)
        bench.qtbot.mouseDClick(bench.panel.view, LEFT)
    assert not bench.player.playing
    assert bench.player.position >= 3_000


def test_speakers_have_voices_where_the_document_has_no_list_of_them(bench: Bench) -> None:
    bench.session.open(History(Document(CUES)))
    bench.player.seek(3_000)
    assert bench.panel.view.captions[0].colour == VOICES[1]


def test_one_speaker_alone_is_white() -> None:
    assert voice("Sofia", ("Sofia",)) == "#ffffff"
    assert voice("", ("Sofia", "Erik")) == "#ffffff"
    assert voice("Erik", ("Sofia", "Erik")) == "#ffff00"


def test_lines_from_the_top_and_percentages_stand_at_the_top() -> None:
    assert stands_at_the_top(VttSettings(line=1))
    assert not stands_at_the_top(VttSettings(line=-1))
    assert not stands_at_the_top(VttSettings())
    assert stands_at_the_top(VttSettings(line=10, snap_to_lines=False))
    assert not stands_at_the_top(VttSettings(line=90, snap_to_lines=False))


def test_nothing_can_be_played_while_nothing_is_open(bench: Bench) -> None:
    assert not bench.bar.play.isEnabled()
    assert not bench.bar.time.isEnabled()


def test_the_bar_plays_and_stands_still(bench: Bench) -> None:
    bench.open()
    with bench.qtbot.waitSignal(bench.player.playing_changed, timeout=20_000):
        bench.qtbot.mouseClick(bench.bar.play, LEFT)
    assert bench.bar.play.accessibleName() == "Pause"
    with bench.qtbot.waitSignal(bench.player.playing_changed, timeout=20_000):
        bench.qtbot.mouseClick(bench.panel.view, LEFT)
    assert bench.bar.play.accessibleName() == "Play"


def test_steps_and_jumps_go_where_they_say(bench: Bench) -> None:
    bench.open()
    bench.player.seek(10_000)
    bench.qtbot.mouseClick(bench.bar.frame_forward, LEFT)
    assert bench.player.position == 10_040
    bench.qtbot.mouseClick(bench.bar.frame_back, LEFT)
    assert bench.player.position == 10_000
    bench.qtbot.mouseClick(bench.bar.forward, LEFT)
    assert bench.player.position == 15_000
    bench.qtbot.mouseClick(bench.bar.back, LEFT)
    assert bench.player.position == 10_000


def test_a_typed_time_is_a_place(bench: Bench) -> None:
    bench.open()
    field = bench.bar.time
    field.setFocus()
    field.selectAll()
    bench.qtbot.keyClicks(field, "0:30")
    bench.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert bench.player.position == 30_000
    assert bench.bar.seek_bar.value() == 30_000


def test_the_seek_bar_goes_where_it_is_pressed(bench: Bench) -> None:
    bench.open()
    bar = bench.bar.seek_bar
    bench.qtbot.mouseClick(bar, LEFT, pos=bar.rect().center())
    assert bench.player.position == pytest.approx(30_000, abs=200)


def test_position_and_duration_are_shown(bench: Bench) -> None:
    bench.open()
    bench.player.seek(12_340)
    assert bench.bar.time.text() == "0:00:12,340"
    assert bench.bar.duration.text() == "/ 0:01:00,000"


def test_speed_is_chosen_and_shown(bench: Bench) -> None:
    bench.open()
    bench.bar.rate.setFocus()
    bench.qtbot.keyClick(bench.bar.rate, Qt.Key.Key_Down)
    assert bench.player.rate == 1.25
    bench.player.set_rate(0.5)
    assert bench.bar.rate.currentText().strip("\u200e") == "0.5\u00d7"


def test_the_current_cue_is_looped_and_not_any_longer(bench: Bench) -> None:
    bench.open()
    bench.session.select((2,))
    bench.qtbot.mouseClick(bench.bar.loop, LEFT)
    assert bench.player.stretch is not None
    assert (bench.player.stretch.start, bench.player.stretch.loops) == (2_000, True)
    bench.qtbot.mouseClick(bench.bar.loop, LEFT)
    assert bench.player.stretch is None
    assert not bench.bar.loop.isChecked()


def test_keys_stand_in_the_tooltips(bench: Bench) -> None:
    bench.panel.show_keys({"play.toggle": "Space", "play.frame_back": "Ctrl+Left"})
    assert (bench.bar.play.toolTip(), bench.bar.frame_back.toolTip()) == ("Play (Space)", "Frame back (Ctrl+Left)")


def test_every_control_has_a_name(bench: Bench) -> None:
    bar = bench.bar
    controls = (bar.frame_back, bar.back, bar.play, bar.forward, bar.frame_forward, bar.loop, bar.time, bar.rate)
    assert [each.accessibleName() for each in (*controls, bar.mute, bar.volume, bar.seek_bar)] == [
        *("Frame back", "Jump back", "Play", "Jump forward", "Frame forward", "Loop this cue", "Position", "Speed"),
        *("Mute", "Volume", "Position in the film"),
    ]
