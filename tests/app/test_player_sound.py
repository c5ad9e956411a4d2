"""What is heard of a stretch is exact: the decoded samples from its start to its end, and the film's own sound else."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.player import Player
from tests.support.fake_speaker import FakeSpeaker
from tests.support.numbered_film import RATE, write_numbered_film


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_numbered_film(tmp_path_factory.mktemp("film") / "numbered.mp4", seconds=4)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Four seconds; each ms has 16 samples with its number."""
    file = tmp_path / "sound.pcm"
    file.write_bytes(b"".join(struct.pack("<16h", *[number] * 16) for number in range(4_000)))
    return file


class Bench:
    def __init__(self, qtbot: QtBot, film: Path) -> None:
        self.qtbot = qtbot
        self.speaker = FakeSpeaker()
        self.player = Player(None, self.speaker)
        self.player.open(film, RATE)
        qtbot.waitUntil(lambda: self.player.duration > 0, timeout=20_000)

    def heard(self) -> list[int]:
        """Return the ms of the film that the last run of samples held, each once."""
        numbers = [number for (number,) in struct.iter_unpack("<h", self.speaker.heard[-1])]
        assert numbers == [number for number in numbers[::16] for _ in range(16)]
        return numbers[::16]


@pytest.fixture
def bench(qtbot: QtBot, film: Path) -> Iterator[Bench]:
    made = Bench(qtbot, film)
    yield made
    made.player.open(None)


def test_a_stretch_is_heard_from_its_first_sample_to_its_last(bench: Bench, sound: Path) -> None:
    bench.player.set_sound(sound)
    bench.player.play_stretch(1_003, 1_210)
    assert bench.heard() == list(range(1_003, 1_210))
    bench.qtbot.waitUntil(lambda: not bench.player.playing, timeout=20_000)
    assert bench.player.position == 1_210
    assert bench.player.stretch is None


def test_a_loop_is_heard_without_a_gap(bench: Bench, sound: Path) -> None:
    bench.player.set_sound(sound)
    told: list[int] = []
    bench.player.moved.connect(told.append)
    bench.player.play_stretch(500, 700, loops=True)
    assert bench.heard()[:500] == [*range(500, 700), *range(500, 700), *range(500, 600)]
    bench.qtbot.waitUntil(lambda: told.count(500) > 2, timeout=20_000)
    assert all(500 <= position < 700 for position in told)
    assert len(bench.speaker.heard) == 1
    bench.player.pause()


def test_a_loop_at_the_end_of_the_film_goes_on(bench: Bench) -> None:
    told: list[int] = []
    bench.player.moved.connect(told.append)
    bench.player.play_stretch(3_700, 4_000, loops=True)
    bench.qtbot.waitUntil(lambda: told.count(3_700) > 2, timeout=20_000)
    bench.player.pause()


@pytest.mark.parametrize("deed", ["pause", "seek", "step", "open", "faster"])
def test_whatever_ends_the_stretch_ends_what_is_heard(bench: Bench, sound: Path, deed: str) -> None:
    player = bench.player
    player.set_sound(sound)
    player.play_stretch(0, 3_000)
    stopped = bench.speaker.stopped
    deeds = {
        "pause": player.pause,
        "seek": lambda: player.seek(100),
        "step": lambda: player.step(1),
        "open": lambda: player.open(None),
        "faster": lambda: player.set_rate(2),
    }
    deeds[deed]()
    assert bench.speaker.stopped > stopped


def test_at_another_speed_the_film_is_heard_itself(bench: Bench, sound: Path) -> None:
    bench.player.set_sound(sound)
    bench.player.set_rate(0.5)
    bench.player.play_stretch(1_000, 1_100)
    assert bench.speaker.heard == []
    assert bench.player.playing


def test_without_decoded_sound_or_where_it_is_gone_the_film_is_heard_itself(bench: Bench, tmp_path: Path) -> None:
    bench.player.play_stretch(1_000, 1_100)
    bench.player.set_sound(tmp_path / "gone.pcm")
    bench.player.play_stretch(1_000, 1_100)
    assert bench.speaker.heard == []
    assert bench.player.playing


def test_how_loud_it_is_holds_for_stretches_too(bench: Bench, sound: Path) -> None:
    bench.player.set_sound(sound)
    bench.player.set_volume(0.25)
    bench.player.play_stretch(1_000, 1_100)
    assert bench.speaker.volume == 0.25
    bench.player.set_volume(0.75)
    assert (bench.speaker.volume, bench.player.volume) == (0.75, 0.75)


def test_pitch_is_kept_at_every_speed(bench: Bench) -> None:
    assert bench.player._media.pitchCompensation()


def test_that_nothing_can_be_heard_is_told_once(qtbot: QtBot, film: Path) -> None:
    player = Player(None, FakeSpeaker(is_there=False))
    told: list[str] = []
    player.unheard.connect(told.append)
    player.open(film, RATE)
    assert told == []
    with qtbot.waitSignal(player.playing_changed, timeout=20_000):
        player.play()
    player.pause()
    player.play_stretch(0, 100)
    player.open(None)
    assert told == ["No sound device was found: the film plays silently."]
