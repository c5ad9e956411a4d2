"""The film is opened in the player and prepared by the engine; media are found beside subtitles."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.engine_process import EngineProcess
from app.film import Film, is_media, media_beside
from app.player import Player

FAKE = (sys.executable, "-m", "tests.support.fake_engine", "count", "1")
SAMPLE = Path(__file__).parent.parent.parent / "resources" / "sample" / "interview.mp4"


@pytest.fixture
def film(qapp: object) -> Iterator[Film]:
    assert qapp is not None
    made = Film(Player(), EngineProcess(FAKE))
    yield made
    made.open(None)
    made.close()


def test_a_film_is_prepared_and_its_length_is_known(film: Film, qtbot: QtBot) -> None:
    with qtbot.waitSignal(film.prepared, timeout=20_000):
        film.open(SAMPLE)
    assert film.ready is not None
    assert film.ready.tracks[0].language == "eng"
    assert film.duration == 60_000
    qtbot.waitUntil(lambda: not film.preparing, timeout=20_000)


def test_another_film_ends_what_is_known_of_the_first(film: Film, qtbot: QtBot) -> None:
    with qtbot.waitSignal(film.prepared, timeout=20_000):
        film.open(SAMPLE)
    told: list[Path | None] = []
    film.opened.connect(lambda: told.append(film.path))
    film.open(None)
    assert told == [None]
    assert film.ready is None
    assert film.sound == ""


def test_the_same_film_is_not_opened_twice(film: Film) -> None:
    told: list[str] = []
    film.open(SAMPLE)
    film.opened.connect(lambda: told.append("opened"))
    film.open(SAMPLE)
    assert told == []


@pytest.mark.parametrize(
    ("name", "known"), [("a.mp4", True), ("a.MP3", True), ("a.srt", False), ("a", False), ("a.ts", True)]
)
def test_media_are_told_by_their_suffix(name: str, known: bool) -> None:
    assert is_media(Path(name)) is known


@pytest.mark.parametrize(
    ("subtitles", "medium"), [("talk.srt", "talk.mp4"), ("talk.en.srt", "talk.mp4"), ("talk.srt", "talk.MKV")]
)
def test_a_medium_of_the_same_name_is_found(tmp_path: Path, subtitles: str, medium: str) -> None:
    (tmp_path / medium).write_bytes(b"x")
    (tmp_path / "other.mp4").write_bytes(b"x")
    assert media_beside(tmp_path / subtitles) == tmp_path / medium


def test_without_a_medium_of_the_same_name_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "other.mp4").write_bytes(b"x")
    (tmp_path / "talk.mp4").mkdir()
    assert media_beside(tmp_path / "talk.srt") is None
