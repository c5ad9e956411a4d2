"""The window's sound is borrowed with what is known of its speech."""

from collections.abc import Generator
from pathlib import Path

import pytest

from engine.audio.pcm import Pcm
from engine.audio.spans import SPEECH_FILE, Span, write_spans
from engine.jobs.pace import Pace
from engine.jobs.sounds import Lent, Sounds
from engine.progress import Cancel
from engine.protocol import Transcribe
from tests.support.work import finish

SPEECH = (Span(1_000, 2_000), Span(5_000, 9_000))


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """Return ten seconds of sound as the window has them."""
    (place := tmp_path / "prepared").mkdir()
    (place / "sound.pcm").write_bytes(bytes(2 * 160_000))
    return place / "sound.pcm"


def lent(sound: Path, folder: Path) -> Lent:
    (folder / "mine").mkdir(exist_ok=True)
    request = Transcribe(1, "/nowhere/film.mp4", "tiny", sound=str(sound))
    work: Generator[object, None, Lent] = Sounds(folder / "mine").lend(request, Cancel(), Pace(1, Cancel()))
    return finish(work)[1]


def test_speech_that_the_window_knows_is_lent_with_its_sound(prepared: Path, tmp_path: Path) -> None:
    write_spans(SPEECH, prepared.with_name(SPEECH_FILE))
    borrowed = lent(prepared, tmp_path)
    assert borrowed.pcms == (Pcm(tmp_path / "mine" / "borrowed.pcm", 160_000),)
    assert borrowed.speech == SPEECH
    (find,) = borrowed.finders(0) or ()
    assert tuple(find(0, 10_000)) == SPEECH
    (find,) = borrowed.finders(5_500) or ()
    assert tuple(find(0, 4_500)) == (Span(0, 3_500),)


@pytest.mark.parametrize("content", [None, b"", b"[[1,", b"7"])
def test_speech_that_is_not_known_yet_is_listened_for(prepared: Path, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        prepared.with_name(SPEECH_FILE).write_bytes(content)
    borrowed = lent(prepared, tmp_path)
    assert [len(pcm) for pcm in borrowed.pcms] == [160_000]
    assert borrowed.finders(0) is None


def test_the_borrowed_sound_stays_when_the_window_removes_its_own(prepared: Path, tmp_path: Path) -> None:
    write_spans(SPEECH, prepared.with_name(SPEECH_FILE))
    borrowed = lent(prepared, tmp_path)
    prepared.unlink()
    assert len(borrowed.pcms[0].read(0, 160_000)) == 160_000
