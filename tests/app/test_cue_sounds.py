"""On request a sound tells where the playhead enters a cue, and another where it leaves one."""

import pytest
from pytestqt.qtbot import QtBot

from app.cue_sounds import CueSounds
from app.player import Player
from app.session import Session
from app.sound.tones import begin_tone, end_tone
from app.timeline import Timeline
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import set_end
from engine.subtitles.history import History
from tests.support.fake_speaker import FakeSpeaker

CUES = (Cue(1, 1_000, 2_000, "One"), Cue(2, 2_000, 3_000, "Two"), Cue(3, 5_000, 6_000, "Three"))


class Bench:
    def __init__(self) -> None:
        self.session = Session(History(Document(CUES)))
        self.player = Player()
        self.speaker = FakeSpeaker()
        self.sounds = CueSounds(self.session, Timeline(self.session), self.player, self.speaker)

    def moved(self, *positions: int) -> list[str]:
        """Return what is heard while the playhead goes from place to place."""
        self.speaker.heard.clear()
        for position in positions:
            self.player.seek(position)
        names = {begin_tone(): "begin", end_tone(): "end"}
        return [names[heard] for heard in self.speaker.heard]


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    assert qtbot is not None
    return Bench()


def test_nothing_is_heard_unless_it_was_asked_for(bench: Bench) -> None:
    assert bench.moved(500, 1_500, 4_000) == []


def test_begin_and_end_are_heard_once_each(bench: Bench) -> None:
    bench.sounds.set_on(True, 0.5)
    assert bench.moved(4_900, 5_000, 5_500, 5_999, 6_000, 6_500) == ["begin", "end"]
    assert bench.speaker.volume == 0.5


def test_where_one_cue_follows_another_the_beginning_is_heard(bench: Bench) -> None:
    bench.sounds.set_on(True, 0.5)
    assert bench.moved(1_500, 2_000, 3_000) == ["begin", "begin", "end"]


def test_an_edit_makes_no_sound_and_is_heeded(bench: Bench) -> None:
    bench.sounds.set_on(True, 0.5)
    bench.moved(5_500)
    bench.speaker.heard.clear()
    bench.session.apply(set_end(3, 5_400))
    assert bench.speaker.heard == []
    assert bench.moved(5_390, 5_410) == ["begin", "end"]


def test_it_is_silent_again_when_nobody_wants_it(bench: Bench) -> None:
    bench.sounds.set_on(True, 0.5)
    bench.sounds.set_on(False, 0.5)
    assert bench.moved(1_500, 4_000) == []
