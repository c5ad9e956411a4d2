"""The sample as it lies in resources: a film and true subtitles that fit each other."""

import numpy as np
import pytest

from engine.audio.decode import decode
from engine.audio.ffmpeg import find_ffmpeg
from engine.audio.pcm import SAMPLES_PER_MS, Pcm
from engine.audio.probe import probe
from engine.paths import resources
from engine.progress import Cancel
from engine.subtitles.document import Cue
from engine.subtitles.formats import read
from tests.support.work import finish

SAMPLE = resources() / "sample"
FILM = SAMPLE / "interview.mp4"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Pcm:
    media, ffmpeg = probe(FILM, find_ffmpeg()), find_ffmpeg()
    return finish(decode(media, ffmpeg, tmp_path_factory.mktemp("sound"), cancel=Cancel()))[1].pcms[0]


@pytest.fixture(scope="module")
def spoken() -> tuple[Cue, ...]:
    return read(SAMPLE / "interview.vtt").document.cues


def loudness(sound: Pcm, start: int, end: int) -> float:
    heard = sound.read(start * SAMPLES_PER_MS, end * SAMPLES_PER_MS)
    return float(np.sqrt(np.mean(np.square(heard))))


def test_the_film_has_a_picture_and_a_minute_of_sound() -> None:
    media = probe(FILM, find_ffmpeg())
    assert media.has_video
    assert (media.duration, media.start, len(media.tracks)) == (60_000, 0, 1)
    assert FILM.stat().st_size < 1_500_000


def test_the_subtitles_are_read_without_repair_and_do_not_overlap(spoken: tuple[Cue, ...]) -> None:
    assert read(SAMPLE / "interview.vtt").repairs == ()
    times = [time for cue in spoken for time in (cue.start, cue.end)]
    assert times == sorted(times)
    assert 0 <= times[0] < times[-1] <= 60_000
    assert {cue.speaker for cue in spoken} == {"Sofia", "Erik"}


def test_every_line_has_its_translation(spoken: tuple[Cue, ...]) -> None:
    english = read(SAMPLE / "interview.en.vtt").document.cues
    assert [(cue.start, cue.end) for cue in english] == [(cue.start, cue.end) for cue in spoken]
    translated = [said.text != cue.text for said, cue in zip(spoken, english, strict=True)]
    assert any(translated)
    assert translated == sorted(translated), "English first, then the other language"


def test_the_voice_begins_and_ends_where_the_subtitles_say(sound: Pcm, spoken: tuple[Cue, ...]) -> None:
    for cue in spoken:
        inside = loudness(sound, cue.start, cue.end)
        assert loudness(sound, cue.start - 200, cue.start - 20) < inside / 10, cue.text
        assert loudness(sound, cue.start - 20, cue.start + 100) > inside / 10, cue.text
        assert loudness(sound, cue.end - 100, cue.end + 20) > inside / 20, cue.text
        assert loudness(sound, cue.end + 150, cue.end + 400) < inside / 10, cue.text


def test_the_language_changes_in_a_silence_around_a_half_minute(sound: Pcm, spoken: tuple[Cue, ...]) -> None:
    """The language is detected once a window, and the second window begins there at the latest."""
    before = max(cue.end for cue in spoken if cue.start < 30_000)
    after = min(cue.start for cue in spoken if cue.start >= 30_000)
    assert before < 30_000
    assert loudness(sound, before + 200, after - 20) < 0.002


def test_music_is_heard_where_nobody_speaks(sound: Pcm, spoken: tuple[Cue, ...]) -> None:
    assert loudness(sound, 0, spoken[0].start - 600) > 0.02
    assert loudness(sound, spoken[-1].end + 1500, 59_000) > 0.02
